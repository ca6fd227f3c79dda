//! Cities with their zones and districts.

use crate::{
    base::{compact::compact, text::Text},
    written::{AreasDoc, CityDoc, CodeDoc, MergedDoc, ZoneDoc},
};

/// Cities, zones 「区域」 and districts that were merged into others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Areas {
    /// Zones that tiers are set for.
    pub zones: Vec<Zone>,
    /// The cities with their districts.
    pub cities: Vec<City>,
    /// Former districts; dossiers of former days have their codes.
    pub merged: Vec<Merged>,
}

compact!(struct Areas { zones, cities, merged });

/// A zone of cities that rules tell apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// Identifier, as results and other files name it.
    pub id: String,
    /// Name for people, in both languages.
    pub name: Text,
}

compact!(struct Zone { id, name });

/// A city with its districts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct City {
    /// GB/T 2260 code.
    pub code: String,
    /// Name for people, in both languages.
    pub name: Text,
    /// Id of its zone.
    pub zone: String,
    /// Districts that can be chosen; empty where the city has none or they are not listed.
    pub districts: Vec<Coded>,
}

compact!(struct City { code, name, zone, districts });

/// A code of a table with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded {
    /// GB/T 2260 code.
    pub code: String,
    /// Name for people, in both languages.
    pub name: Text,
}

compact!(struct Coded { code, name });

/// A district that was merged into another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// GB/T 2260 code it had.
    pub code: String,
    /// Code of the district it belongs to now.
    pub into: String,
}

compact!(struct Merged { code, into });

impl Areas {
    /// The code that a district has now.
    pub(super) fn district_now<'c>(&'c self, code: &'c str) -> &'c str {
        let merged = self.merged.iter().find(|merged| merged.code == code);
        merged.map_or(code, |merged| &merged.into)
    }

    /// Position of the zone of a city.
    pub(super) fn zone_of(&self, code: &str) -> Option<usize> {
        let city = self.cities.iter().find(|city| city.code == code)?;
        self.zones.iter().position(|zone| zone.id == city.zone)
    }

    /// Empties the names that only people read; zones keep theirs.
    pub(super) fn clear_words(&mut self) {
        for city in &mut self.cities {
            city.name.clear();
            city.districts.iter_mut().for_each(|district| district.name.clear());
        }
    }
}

impl From<AreasDoc> for Areas {
    fn from(doc: AreasDoc) -> Self {
        let zone = |ZoneDoc { id, name }| Zone { id, name };
        let merged = |MergedDoc { code, into }| Merged { code, into };
        Self {
            zones: doc.zones.into_iter().map(zone).collect(),
            cities: doc.cities.into_iter().map(City::from).collect(),
            merged: doc.merged.into_iter().map(merged).collect(),
        }
    }
}

impl From<CityDoc> for City {
    fn from(CityDoc { code, name, zone, districts }: CityDoc) -> Self {
        Self { code, name, zone, districts: districts.into_iter().map(Coded::from).collect() }
    }
}

impl From<CodeDoc> for Coded {
    fn from(CodeDoc { code, name }: CodeDoc) -> Self {
        Self { code, name }
    }
}
