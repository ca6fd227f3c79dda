//! Made-up firms: a list to be judged, and lists of recognised firms with some of them.

use anyhow::Result;
use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};
use zjtx_evaluator::Rulebook;
use zjtx_site_settings::Site;

/// Firms of the list.
const FIRMS: u64 = 120;

const BRANDS: [&str; 12] =
    ["星辰", "云帆", "锐进", "恒达", "启明", "海岳", "卓远", "新禾", "智源", "鼎立", "蓝岸", "华泰"];
const TRADES: [&str; 10] = [
    "精密零件",
    "自动化设备",
    "新材料",
    "智能装备",
    "传感技术",
    "软件",
    "轻工机械",
    "环保设备",
    "医疗器械",
    "光电",
];
/// Headings of the list.
const HEADINGS: &str = "企业名称,所在区,申报日期,从事特定细分市场年限,营业收入2024,营业收入2025,主营业务收入2025,\
研发费用2024,研发费用2025,资产总额2025,负债总额2025,从业人员2025,境内登记、独立法人,经营异常名录,严重失信主体名单";

/// Firms of each list of recognised firms, from the lowest title up, and the day of its publication.
const LISTS: [(u64, &str); 2] = [(60, "2025-06-03"), (24, "2025-01-18")];

/// A number below a bound that looks random, and is the same in every run for firm and purpose.
const fn chance(firm: u64, purpose: u64, below: u64) -> u64 {
    let mixed = (firm * 64 + purpose + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) % below
}

fn pick<const N: usize>(from: [&'static str; N], index: u64) -> &'static str {
    usize::try_from(index).ok().and_then(|index| from.get(index % N)).copied().unwrap_or_default()
}

/// Every firm has another brand and trade than its neighbours.
fn name(site: &Site, firm: u64) -> String {
    format!("{}虚构{}{}有限公司", site.area.short, pick(BRANDS, firm), pick(TRADES, firm / 12))
}

/// One of the site's areas.
fn area(site: &Site, firm: u64) -> &str {
    let count = u64::try_from(site.areas.len()).unwrap_or(1).max(1);
    let index = usize::try_from(chance(firm, 0, count)).unwrap_or_default();
    site.areas.get(index).map_or("", |area| area.name.zh.as_str())
}

/// The list to be judged, as CSV; amounts in 万元.
pub fn list(site: &Site) -> String {
    let mut text = format!("\u{feff}{HEADINGS}\n");
    for firm in 0..FIRMS {
        let revenue = 800 + chance(firm, 1, 9_200);
        let former = revenue * (80 + chance(firm, 2, 30)) / 100;
        let [core, rd] = [(3, 50..96), (4, 2..11)].map(|(purpose, shares)| {
            revenue * (shares.start + chance(firm, purpose, shares.end - shares.start)) / 100
        });
        let assets = revenue + chance(firm, 5, 4_000);
        let liabilities = assets * (20 + chance(firm, 6, 60)) / 100;
        let (staff, years) = (20 + chance(firm, 7, 280), 1 + chance(firm, 8, 12));
        let is_listed = if chance(firm, 9, 20) == 0 { "是" } else { "否" };
        let _ = writeln!(
            text,
            "{},{},2026-05-01,{years},{former},{revenue},{core},{},{rd},{assets},{liabilities},{staff},是,{is_listed},否",
            name(site, firm),
            area(site, firm),
            rd * 9 / 10,
        );
    }
    text
}

/// Writes lists of recognised firms with their sources into a new folder, one for each of the lowest titles; returns
/// their files.
pub fn write_lists(folder: &Path, site: &Site, rulebook: &Rulebook) -> Result<Vec<PathBuf>> {
    fs::create_dir(folder)?;
    let titles = rulebook.catalog().schemes.iter().filter(|scheme| scheme.level > 0);
    let mut files = Vec::new();
    for (scheme, (count, published)) in titles.zip(LISTS) {
        let mut text = String::from("序号,企业名称,区县\n");
        for firm in 0..count {
            let _ = writeln!(text, "{},{},{}", firm + 1, name(site, firm), area(site, firm));
        }
        let (id, title, area) = (&scheme.id, &scheme.title.zh, &site.area.code);
        let source = format!(
            "title = \"2025年{title}名单（虚构）\"\nissuer = \"虚构的发布单位\"\npublished = \"{published}\"\n\
             act = \"recognised\"\nscheme = \"{id}\"\nyears = 3\narea = \"{area}\"\nmade_up = true\n"
        );
        let file = folder.join(format!("{id}.csv"));
        fs::write(&file, text)?;
        fs::write(file.with_extension("toml"), source)?;
        files.push(file);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{FIRMS, name};
    use std::collections::BTreeSet;
    use zjtx_places::Places;
    use zjtx_site_settings::{DEFAULT, Site};

    #[test]
    fn no_two_firms_have_one_name() {
        let site = Site::read(DEFAULT, &Places::bundled()).expect("the default site");
        let names: BTreeSet<String> = (0..FIRMS).map(|firm| name(&site, firm)).collect();
        assert_eq!(u64::try_from(names.len()), Ok(FIRMS));
    }
}
