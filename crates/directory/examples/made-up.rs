//! A list of made-up firms as large as a province's, with the description of its source, for `cargo xtask perf`.
//!
//! `cargo run --profile programs -p zjtx-directory --example made-up -- 150000 FOLDER`

#![allow(clippy::unwrap_used, reason = "a tool for measuring that fails says so")]

use std::{env, fmt::Write, fs, path::PathBuf};
use zjtx_directory::check_code;
use zjtx_places::{Level, Places};

/// Counties that the firms lie in.
const COUNTIES: usize = 1200;
const SYLLABLES: [&str; 40] = [
    "星", "辰", "云", "帆", "锐", "进", "恒", "达", "启", "明", "海", "岳", "卓", "远", "新", "禾", "智",
    "源", "鼎", "立", "蓝", "岸", "华", "泰", "金", "科", "宏", "兴", "正", "合", "天", "德", "三", "维",
    "安", "瑞", "凯", "盛", "博", "通",
];
const TRADES: [&str; 20] = [
    "精密零件",
    "自动化设备",
    "新材料",
    "生物科技",
    "智能装备",
    "电子",
    "传感技术",
    "软件",
    "轻工机械",
    "环保设备",
    "信息技术",
    "医疗器械",
    "光电",
    "模具",
    "新能源",
    "半导体",
    "汽车零部件",
    "食品",
    "检测技术",
    "网络科技",
];
const FORMS: [&str; 4] = ["有限公司", "股份有限公司", "（集团）有限公司", "有限责任公司"];
const CHARACTERS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }
}

/// A code with random characters and the check characters that fit them.
fn code(place: &str, chance: &mut Chance) -> String {
    let body: String = (0..8).map(|_| char::from(CHARACTERS[chance.below(31)])).collect();
    let candidates = b"0123456789X".iter().flat_map(|own| CHARACTERS.iter().map(move |last| (*own, *last)));
    let whole = |(own, last): (u8, u8)| format!("91{place}{body}{}{}", char::from(own), char::from(last));
    candidates.map(whole).find(|code| check_code(code).is_ok()).unwrap()
}

fn list(firms: u32, places: &Places) -> String {
    let counties: Vec<_> = places.all().iter().filter(|place| place.level() == Level::County).collect();
    let mut chance = Chance(18);
    let mut text = String::from("序号,企业名称,统一社会信用代码,区县\n");
    for number in 1..=firms {
        let county = counties[chance.below(COUNTIES)];
        let city = places.parent(county.code()).map_or(county.short(), |city| city.short());
        let brand: String = (0..2 + chance.below(2)).map(|_| SYLLABLES[chance.below(40)]).collect();
        let (trade, form) = (TRADES[chance.below(20)], FORMS[chance.below(40).min(3)]);
        let code = code(county.code(), &mut chance);
        writeln!(text, "{number},{city}虚构{brand}{trade}{form},{code},{}", places.full_name(county))
            .unwrap();
    }
    text
}

const SOURCE: &str = r#"title = "虚构名单"
issuer = "虚构"
published = "2024-01-18"
act = "recognised"
scheme = "specialized_sme"
years = 5
made_up = true
"#;

fn main() {
    let mut words = env::args().skip(1);
    let firms: u32 = words.next().unwrap().parse().unwrap();
    let folder = PathBuf::from(words.next().unwrap());
    fs::write(folder.join("list.csv"), list(firms, &Places::bundled())).unwrap();
    fs::write(folder.join("list.toml"), SOURCE).unwrap();
}
