//! The table in memory.

use crate::{check::is_code, doc::PlacesDoc, english::english};
use std::collections::BTreeMap;

/// How large a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// 省、自治区、直辖市、特别行政区
    Province,
    /// 地级市、地区、自治州、盟
    City,
    /// 县、区、县级市、旗
    County,
}

/// A place that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) pinyin: String,
    pub(crate) short: Option<String>,
}

impl Place {
    /// GB/T 2260 code.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Full name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its name for English readers, from pinyin: Tianhe District.
    pub fn english(&self) -> String {
        english(&self.pinyin)
    }

    /// What it is called for short: 天河, 恩施; the full name where nothing can be left out.
    pub fn short(&self) -> &str {
        self.short.as_deref().unwrap_or_else(|| without_kind(&self.name))
    }

    /// How large it is, which its code tells.
    pub fn level(&self) -> Level {
        level_of(&self.code)
    }
}

/// A code and name that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Former {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) until: u16,
    pub(crate) into: Vec<String>,
}

/// The checked table of places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    pub(crate) as_of: String,
    pub(crate) places: Vec<Place>,
    pub(crate) former: Vec<Former>,
    /// Names by their first two characters.
    pub(crate) names: BTreeMap<[char; 2], Vec<Named>>,
}

/// A name and the place that it stands for, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    Full(usize),
    Short(usize),
    Former(usize),
}

impl Places {
    /// The table of a checked document.
    pub(crate) fn of(doc: PlacesDoc) -> Self {
        let places = doc.places.into_iter().map(|place| Place {
            code: place.code,
            name: place.name,
            pinyin: place.pinyin,
            short: place.short,
        });
        let former = doc.former.into_iter().map(|former| Former {
            code: former.code,
            name: former.name,
            until: former.until,
            into: former.into,
        });
        Self::assemble(doc.as_of, places.collect(), former.collect())
    }

    pub(crate) fn assemble(as_of: String, places: Vec<Place>, former: Vec<Former>) -> Self {
        let mut names: BTreeMap<[char; 2], Vec<Named>> = BTreeMap::new();
        let mut add = |name: &str, named| {
            if let Some(start) = first_two(name) {
                names.entry(start).or_default().push(named);
            }
        };
        for (index, place) in places.iter().enumerate() {
            add(&place.name, Named::Full(index));
            if place.short() != place.name {
                add(place.short(), Named::Short(index));
            }
        }
        for (index, former) in former.iter().enumerate() {
            add(&former.name, Named::Former(index));
        }
        Self { as_of, places, former, names }
    }

    /// The day whose divisions are listed, such as 2024-12-31.
    pub fn as_of(&self) -> &str {
        &self.as_of
    }

    /// All places, by ascending code.
    pub fn all(&self) -> &[Place] {
        &self.places
    }

    /// The place that has a code now.
    pub fn get(&self, code: &str) -> Option<&Place> {
        let index = self.places.binary_search_by(|place| place.code.as_str().cmp(code)).ok()?;
        self.places.get(index)
    }

    /// The places that a code stands for now: itself, or those that its ground went to since.
    pub fn now(&self, code: &str) -> Vec<&Place> {
        let mut seen = Vec::new();
        self.follow(code, &mut seen);
        let mut found: Vec<&Place> = seen.into_iter().filter_map(|code| self.get(code)).collect();
        found.sort_by(|one, other| one.code.cmp(&other.code));
        found
    }

    fn follow<'p>(&'p self, code: &'p str, seen: &mut Vec<&'p str>) {
        if seen.contains(&code) {
            return;
        }
        seen.push(code);
        if self.get(code).is_some() {
            return;
        }
        let last = self.former.iter().filter(|former| former.code == code).max_by_key(|former| former.until);
        last.into_iter().flat_map(|former| &former.into).for_each(|into| self.follow(into, seen));
    }

    /// Codes and last names of the places beneath a city or a province that ended: of a city its counties, of a
    /// province its cities. Those whose ground lies elsewhere today are among them.
    pub fn former_within(&self, outer: &str) -> Vec<(&str, &str)> {
        let beneath = if level_of(outer) == Level::Province { Level::City } else { Level::County };
        let mut last: BTreeMap<&str, &Former> = BTreeMap::new();
        for former in &self.former {
            let ended = level_of(&former.code) == beneath && self.get(&former.code).is_none();
            if ended && lies_in(&former.code, outer) {
                let known = last.entry(&former.code).or_insert(former);
                if known.until < former.until {
                    *known = former;
                }
            }
        }
        last.into_iter().map(|(code, former)| (code, former.name.as_str())).collect()
    }

    /// The place that another lies in directly.
    pub fn parent(&self, code: &str) -> Option<&Place> {
        let (province, city) = (padded(code, 2)?, padded(code, 4)?);
        match level_of(code) {
            Level::Province => None,
            Level::City => self.get(&province),
            Level::County => self.get(&city).or_else(|| self.get(&province)),
        }
    }

    /// The places that lie directly in another; of the nation (`000000`) the provinces.
    pub fn children(&self, code: &str) -> impl Iterator<Item = &Place> {
        self.places.iter().filter(move |place| match self.parent(&place.code) {
            Some(parent) => parent.code == code,
            None => code == "000000",
        })
    }

    /// The city of a place, as forms ask for it: the place itself, or the one that it lies in; none for a province.
    pub fn city_of<'p>(&'p self, place: &'p Place) -> Option<&'p Place> {
        let outer = || self.parent(&place.code).filter(|outer| self.is_city(outer));
        if self.is_city(place) { Some(place) } else { outer() }
    }

    /// A place with those it lies in behind it: Tianhe District, Guangzhou, Guangdong.
    pub fn full_english(&self, place: &Place) -> String {
        let mut names = vec![place.english()];
        let mut code = place.code.as_str();
        while let Some(parent) = self.parent(code) {
            names.push(parent.english());
            code = &parent.code;
        }
        names.join(", ")
    }

    /// A place with those it lies in before it: 广东省广州市天河区.
    pub fn full_name(&self, place: &Place) -> String {
        let mut names = vec![place.name.as_str()];
        let mut code = place.code.as_str();
        while let Some(parent) = self.parent(code) {
            names.insert(0, &parent.name);
            code = &parent.code;
        }
        names.concat()
    }
}

/// Whether a place is another or lies in it.
pub(crate) fn lies_in(code: &str, outer: &str) -> bool {
    let mut significant = outer;
    while let Some(shorter) = significant.strip_suffix("00") {
        significant = shorter;
    }
    code.starts_with(significant)
}

/// The code of the province or city: the first digits, zeros behind.
fn padded(code: &str, digits: usize) -> Option<String> {
    Some(format!("{:0<6}", code.get(..digits)?))
}

pub(crate) fn level_of(code: &str) -> Level {
    match code {
        _ if code.ends_with("0000") => Level::Province,
        _ if code.ends_with("00") && is_code(code) => Level::City,
        _ => Level::County,
    }
}

pub(crate) fn first_two(text: &str) -> Option<[char; 2]> {
    let mut chars = text.chars();
    Some([chars.next()?, chars.next()?])
}

/// Last words of names.
const KINDS: [&str; 12] =
    ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "区", "县", "盟", "旗"];

fn without_kind(name: &str) -> &str {
    let bare = KINDS.iter().find_map(|kind| name.strip_suffix(kind));
    bare.filter(|bare| bare.chars().count() >= 2).unwrap_or(name)
}
