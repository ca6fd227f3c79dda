//! A directory of 150,000 made-up firms: how long its build takes, how many bytes a firm has, and how long a search.
//!
//! `cargo run --release -p zjtx-directory --example measure`

#![allow(clippy::unwrap_used, reason = "a measurement that fails says so")]

use std::{fmt::Write, fs, path::PathBuf, time::Instant};
use zjtx_directory::{
    Piece, Query, TitleEntry,
    build::{Knowledge, build, read_folder, write_folder},
    check_code,
};
use zjtx_places::{Level, Places};

const FIRMS: u32 = 150_000;
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

fn list(places: &Places) -> String {
    let counties: Vec<_> = places.all().iter().filter(|place| place.level() == Level::County).collect();
    let mut chance = Chance(18);
    let mut text = String::from("序号,企业名称,统一社会信用代码,区县\n");
    for number in 1..=FIRMS {
        let county = counties[chance.below(1200)];
        let city = places.parent(county.code()).map_or(county.short(), |city| city.short());
        let brand: String = (0..2 + chance.below(2)).map(|_| SYLLABLES[chance.below(40)]).collect();
        let (trade, form) = (TRADES[chance.below(20)], FORMS[chance.below(40).min(3)]);
        let code = code(county.code(), &mut chance);
        writeln!(text, "{number},{city}虚构{brand}{trade}{form},{code},{}", places.full_name(county))
            .unwrap();
    }
    text
}

fn main() {
    let places = Places::bundled();
    let folder = std::env::temp_dir().join(format!("zjtx-measure-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let file: PathBuf = folder.join("list.csv");
    fs::write(&file, list(&places)).unwrap();
    let description = "title = \"虚构\"\nissuer = \"虚构\"\npublished = \"2024-01-18\"\nact = \"recognised\"\n\
        scheme = \"specialized_sme\"\nyears = 3\nmade_up = true\n";
    fs::write(file.with_extension("toml"), description).unwrap();
    let titles = [TitleEntry {
        id: "specialized_sme".into(),
        zh: "专精特新中小企业".into(),
        en: String::new(),
        fact: None,
    }];

    let start = Instant::now();
    let built = build(&[file], Knowledge { titles: &titles, places: &places }).unwrap();
    let read = start.elapsed();
    let bytes = write_folder(&built, &folder.join("out")).unwrap();
    println!("{} firms: read {read:.2?}, in all {:.2?}", built.index.firms, start.elapsed());
    println!(
        "{:.1} bytes a firm in all as Brotli, {} pieces",
        bytes as f64 / f64::from(FIRMS),
        built.pieces.len()
    );

    let start = Instant::now();
    let directory = read_folder(&folder.join("out")).unwrap();
    println!("all pieces decoded in {:.2?}", start.elapsed());
    for typed in ["司", "虚构星辰", "限有", "半导体股份", "44010", "XY7", "9144010612345678"] {
        let query = Query::parse(typed).unwrap();
        let start = Instant::now();
        let found: usize = directory.pieces.iter().map(|piece: &Piece| piece.search(&query, 200).len()).sum();
        println!("{typed}: {found} found in {:.2?}", start.elapsed());
    }
    fs::remove_dir_all(folder).unwrap();
}
