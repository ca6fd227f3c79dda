//! What the site's settings 「站点设置」 say of the form, as `static/site/boot.js` reads them from the page's head.

use crate::words::{Lang, SERVICE};

/// Settings of the site; all empty where the page has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Site {
    /// What the service is called, in Chinese and in English; empty for what every site is called.
    pub service: [String; 2],
    /// Code of the region that a new form begins with; empty for that of the rules.
    pub region: String,
    /// Ids of the schemes that can be chosen; all where empty.
    pub offered: Vec<String>,
    /// Ids of the schemes that are chosen at the start; those of the rules where empty.
    pub ticked: Vec<String>,
    /// The area served, and then the areas within it in the order of lists.
    pub areas: Vec<Area>,
}

/// An area of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// GB/T 2260 code.
    pub code: String,
    /// Name in Chinese and in English.
    pub names: [String; 2],
}

impl Area {
    /// Its name in the reader's language.
    pub fn name(&self, lang: Lang) -> &str {
        let [zh, en] = &self.names;
        lang.pick(zh.as_str(), en.as_str())
    }
}

/// Ids with commas between them.
pub fn ids(line: &str) -> Vec<String> {
    line.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

impl Site {
    /// Reads the lines of the script: names with a tab, region, schemes offered and ticked, then an area a line with
    /// tabs.
    pub fn read(text: &str) -> Self {
        let mut lines = text.lines();
        let service = lines.next().and_then(|line| line.split_once('\t')).unwrap_or_default();
        let service = <[&str; 2]>::from(service).map(str::to_owned);
        let region = lines.next().unwrap_or_default().to_owned();
        let mut line = || ids(lines.next().unwrap_or_default());
        let (offered, ticked) = (line(), line());
        Self { service, region, offered, ticked, areas: lines.filter_map(area).collect() }
    }

    /// What the service is called.
    pub fn name(&self, lang: Lang) -> &str {
        let [zh, en] = &self.service;
        match lang.pick(zh.as_str(), en.as_str()) {
            "" => SERVICE.get(lang),
            name => name,
        }
    }

    /// Whether a scheme can be chosen.
    pub fn offers(&self, scheme: &str) -> bool {
        self.offered.is_empty() || self.offered.iter().any(|offered| offered == scheme)
    }

    /// The areas of a kind within the site's own: its cities, or the districts of its city.
    pub fn within(&self, city: &str) -> &[Area] {
        match self.areas.split_first() {
            Some((served, areas)) if served.code == city => areas,
            _ => &[],
        }
    }

    /// The cities of the site: its own one, or those of its province.
    pub fn cities(&self) -> &[Area] {
        match self.areas.split_first() {
            Some((served, areas)) if served.code.ends_with("0000") && areas_are_cities(areas) => areas,
            Some(_) => &self.areas[..1],
            None => &[],
        }
    }
}

/// Whether areas are cities of a province, and no districts of a municipality 「直辖市」.
fn areas_are_cities(areas: &[Area]) -> bool {
    areas.iter().any(|area| area.code.ends_with("00"))
}

fn area(line: &str) -> Option<Area> {
    let mut parts = line.split('\t').map(str::to_owned);
    Some(Area { code: parts.next()?, names: [parts.next()?, parts.next()?] })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Site;
    use crate::words::Lang;

    const CITY: &str =
        "某市自测\tA city\n510100\na,b\nb\n510100\t成都市\tChengdu City\n510104\t锦江区\tJinjiang District";

    #[test]
    fn a_city_has_its_districts_and_a_province_its_cities() {
        let city = Site::read(CITY);
        assert_eq!((city.region.as_str(), city.ticked.as_slice()), ("510100", ["b".to_owned()].as_slice()));
        assert!(city.offers("a") && !city.offers("c"));
        let codes = |areas: &[super::Area]| areas.iter().map(|area| area.code.clone()).collect::<Vec<_>>();
        assert_eq!(
            (codes(city.cities()), codes(city.within("510100"))),
            (vec!["510100".into()], vec!["510104".into()])
        );
        assert!(city.within("440100").is_empty());
        let province = Site::read("\n\n\n\n330000\t浙江省\tZhejiang\n330100\t杭州市\tHangzhou");
        assert_eq!(codes(province.cities()), ["330100"]);
        let municipality = Site::read("\n\n\n\n110000\t北京市\tBeijing\n110101\t东城区\tDongcheng District");
        assert_eq!(codes(municipality.cities()), ["110000"]);
        let none = Site::read("");
        assert!(none.cities().is_empty() && none.offers("c"));
        assert_eq!((city.name(Lang::Zh), none.name(Lang::En)), ("某市自测", "SME self-test"));
    }
}
