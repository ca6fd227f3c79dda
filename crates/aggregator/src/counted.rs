//! What is counted, and what it is called: packs and levels as `rules/catalog.json` lists them, areas as the site's
//! settings do. It knows names and codes alone, no rule.

use std::sync::{Arc, LazyLock};

use serde::Deserialize;
use zjtx_places::Places;
use zjtx_rules::CATALOG;
use zjtx_site_settings::{DEFAULT, Site};
use zjtx_wire::{Code, Codes, CountedPack, District, Level, PackCode, Report, Verdict};

/// Codes that a report may carry, with their names.
#[derive(Debug, PartialEq, Eq)]
pub struct Counted {
    codes: Codes,
    /// The codes of areas that a report may name.
    districts: Vec<District>,
}

/// The part of the catalogue that is read here.
#[derive(Deserialize)]
struct Catalog {
    counted_levels: Vec<ListedLevel>,
    counted: Vec<ListedPack>,
}

#[derive(Deserialize)]
struct ListedLevel {
    code: Level,
    name: Name,
}

#[derive(Deserialize)]
struct ListedPack {
    pack: String,
    code: PackCode,
    level: Level,
    name: Name,
}

#[derive(Deserialize)]
struct Name {
    zh: String,
    en: String,
}

impl Counted {
    /// What a site counts; none where its settings hold a code that is no area's.
    pub fn of(site: &Site, places: &Places) -> Option<Self> {
        let Catalog { counted_levels, counted } = serde_json::from_str(CATALOG).ok()?;
        let unstated = District::from_code(&site.area.code)?;
        let mut districts = vec![unstated];
        for area in &site.areas {
            districts.push(District::from_code(&area.code)?);
        }
        let areas = site.areas.iter().map(|area| entry(&area.code, &area.name.zh, &area.name.en));
        let nowhere = entry(unstated.code(), "未填写地区", "Area not stated");
        let former = places.former_within(unstated.code());
        let codes = Codes {
            packs: counted.into_iter().map(pack).collect(),
            levels: counted_levels
                .iter()
                .map(|level| entry(level.code.code(), &level.name.zh, &level.name.en))
                .collect(),
            districts: std::iter::once(nowhere).chain(areas).collect(),
            unstated,
            former: former.into_iter().map(|(code, name)| entry(code, name, name)).collect(),
            verdicts: Verdict::ALL.map(|one| entry(one.code(), one.name(), one.english())).into(),
        };
        Some(Self { codes, districts })
    }

    /// What the site that is built where none is named counts.
    pub fn by_default() -> Arc<Self> {
        static COUNTED: LazyLock<Arc<Counted>> = LazyLock::new(|| {
            let places = Places::bundled();
            let site = Site::read(DEFAULT, &places).ok();
            Arc::new(site.and_then(|site| Counted::of(&site, &places)).unwrap_or_else(Counted::nothing))
        });
        Arc::clone(&COUNTED)
    }

    /// No pack and no area.
    fn nothing() -> Self {
        let none = Vec::new;
        let codes = Codes {
            packs: Vec::new(),
            levels: none(),
            districts: none(),
            unstated: District::ZEROS,
            former: none(),
            verdicts: none(),
        };
        Self { codes, districts: Vec::new() }
    }

    /// The lists, as pages get them.
    pub fn codes(&self) -> &Codes {
        &self.codes
    }

    /// Whether a report names what is counted: a listed area, and a listed pack with its level.
    pub fn takes(&self, report: &Report) -> bool {
        let is_its_pack = |pack: &CountedPack| (pack.code, pack.level) == (report.pack, report.level);
        self.lists(report.district) && self.codes.packs.iter().any(is_its_pack)
    }

    /// Whether counts of an area are taken.
    pub fn lists(&self, district: District) -> bool {
        self.districts.contains(&district)
    }

    /// The areas whose counts are taken, the one that says “not stated” first.
    pub fn districts(&self) -> &[District] {
        &self.districts
    }

    /// The counted packs, in the order of the rules.
    pub fn packs(&self) -> impl Iterator<Item = PackCode> {
        self.codes.packs.iter().map(|pack| pack.code)
    }

    /// The newest pack of each level, from the highest level down.
    pub fn newest(&self) -> impl Iterator<Item = &CountedPack> {
        let of = |level: &Code| self.codes.packs.iter().rev().find(|pack| pack.level.code() == level.code);
        self.codes.levels.iter().filter_map(of)
    }

    /// The level of a pack; zero for a pack that the rules no longer list.
    pub fn level_of(&self, pack: PackCode) -> Level {
        self.listed(pack).map_or(Level::ZEROS, |pack| pack.level)
    }

    /// A pack's identifier in the rules; its code where the rules no longer list it.
    pub fn pack_id(&self, pack: &PackCode) -> String {
        self.listed(*pack).map_or_else(|| pack.to_string(), |pack| pack.pack.clone())
    }

    /// The Chinese name of a level; its code where it has none.
    pub fn level_name(&self, level: &Level) -> String {
        named(&self.codes.levels, level.code())
    }

    /// The Chinese name of an area, also of one that ended; its code where it has none.
    pub fn district_name(&self, district: &District) -> String {
        named(self.codes.districts.iter().chain(&self.codes.former), district.code())
    }

    fn listed(&self, pack: PackCode) -> Option<&CountedPack> {
        self.codes.packs.iter().find(|listed| listed.code == pack)
    }
}

fn named<'c>(list: impl IntoIterator<Item = &'c Code>, code: &str) -> String {
    list.into_iter().find(|entry| entry.code == code).map_or(code, |entry| entry.name.as_str()).to_owned()
}

fn entry(code: &str, name: &str, name_en: &str) -> Code {
    Code { code: code.to_owned(), name: name.to_owned(), name_en: name_en.to_owned() }
}

fn pack(ListedPack { pack, code, level, name }: ListedPack) -> CountedPack {
    CountedPack { code, pack, level, name: name.zh, name_en: name.en }
}

#[cfg(test)]
mod tests {
    use super::Counted;

    #[test]
    fn the_catalogue_is_read_whole_and_every_pack_has_a_level_with_a_name() {
        let counted = Counted::by_default();
        let codes = counted.codes();
        assert!(codes.packs.len() >= 12 && codes.levels.len() >= 7, "{codes:?}");
        for pack in &codes.packs {
            assert!(codes.levels.iter().any(|level| level.code == pack.level.code()), "{pack:?}");
        }
        assert!(counted.newest().count() == codes.levels.len());
    }

    #[test]
    fn no_name_needs_quotation_marks_in_a_table() {
        let counted = Counted::by_default();
        let codes = counted.codes();
        let lists = codes.levels.iter().chain(&codes.districts).chain(&codes.former);
        for name in lists.map(|entry| &entry.name).chain(codes.packs.iter().map(|pack| &pack.pack)) {
            assert!(!name.contains([',', '"', '\n']), "{name}");
        }
    }
}
