//! From what people write to the places that it can mean.

use crate::{
    check::is_code,
    place::{Level, Named, Place, Places, first_two, lies_in},
};

/// What is looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted<'w> {
    /// A city or a county; any place where absent. A city without counties of its own, a county directly
    /// under its province, and a municipality 「直辖市」 count as cities.
    pub level: Option<Level>,
    /// Code of the place that it must lie in.
    pub within: Option<&'w str>,
}

/// How sure a name means a place; more is surer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sureness {
    Former,
    Short,
    Full,
}

impl Places {
    /// The places that a text can mean, by ascending code: a code (today's or a former one), a name (full,
    /// short or former), or names from the outside in, such as 广东省广州市天河区 or 广州 天河.
    ///
    /// One place: that is meant. Several: the text is ambiguous. None: it is no place.
    pub fn find(&self, text: &str, wanted: Wanted<'_>) -> Vec<&Place> {
        let text = plain(text);
        if is_code(&text) {
            let mut found = self.now(&text);
            found.retain(|place| self.is_wanted(place, wanted));
            return found;
        }
        let mut found = Vec::new();
        self.descend(&text, None, Sureness::Full, &mut found);
        found.retain(|(place, _)| self.is_wanted(place, wanted));
        let surest = found.iter().map(|(_, sureness)| *sureness).max();
        found.retain(|(_, sureness)| Some(*sureness) == surest);
        let mut places: Vec<&Place> = found.into_iter().map(|(place, _)| place).collect();
        places.sort_by(|one, other| one.code.cmp(&other.code));
        places.dedup_by(|one, other| one.code == other.code);
        places
    }

    /// Takes a name off the front of the text and goes on within its place.
    fn descend<'p>(
        &'p self,
        text: &str,
        outer: Option<&str>,
        sureness: Sureness,
        found: &mut Vec<(&'p Place, Sureness)>,
    ) {
        let Some(start) = first_two(text) else { return };
        for named in self.names.get(&start).into_iter().flatten() {
            let (name, places, own) = self.meant(*named);
            let Some(rest) = text.strip_prefix(name) else { continue };
            let inside =
                |place: &&Place| outer.is_none_or(|outer| place.code != outer && lies_in(&place.code, outer));
            for place in places.into_iter().filter(inside) {
                let sureness = sureness.min(own);
                if rest.is_empty() || own == Sureness::Short && is_kind_of(place, rest) {
                    found.push((place, sureness));
                } else {
                    self.descend(rest, Some(&place.code), sureness.max(Sureness::Short), found);
                }
            }
        }
    }

    fn meant(&self, named: Named) -> (&str, Vec<&Place>, Sureness) {
        match named {
            Named::Full(index) => {
                let place = &self.places[index];
                (&place.name, vec![place], Sureness::Full)
            }
            Named::Short(index) => {
                let place = &self.places[index];
                (place.short(), vec![place], Sureness::Short)
            }
            Named::Former(index) => {
                let former = &self.former[index];
                let into = former.into.iter().flat_map(|code| self.now(code));
                (&former.name, into.collect(), Sureness::Former)
            }
        }
    }

    fn is_wanted(&self, place: &Place, wanted: Wanted<'_>) -> bool {
        let level = match wanted.level {
            None => true,
            Some(Level::City) => self.is_city(place),
            Some(level) => place.level() == level,
        };
        level && wanted.within.is_none_or(|outer| lies_in(&place.code, outer))
    }

    /// Whether a place is what forms call a city.
    pub(crate) fn is_city(&self, place: &Place) -> bool {
        match place.level() {
            Level::City => true,
            Level::Province => self.get(&format!("{}0100", &place.code[..2])).is_none(),
            Level::County => {
                let province = self.parent(&place.code).filter(|parent| parent.level() == Level::Province);
                province.is_some_and(|province| !self.is_city(province))
            }
        }
    }
}

/// Whether what stands behind a short name is the last character of the full one: 恩施州.
fn is_kind_of(place: &Place, rest: &str) -> bool {
    rest.chars().count() == 1 && place.name.ends_with(rest)
}

/// Without white space, separators and the country.
fn plain(text: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !"-－—/／·,，、>".contains(*c);
    let text: String = text.chars().filter(kept).collect();
    let bare = text.strip_prefix("中华人民共和国").or_else(|| text.strip_prefix("中国"));
    bare.map(str::to_owned).unwrap_or(text)
}
