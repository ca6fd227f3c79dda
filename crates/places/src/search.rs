//! Finding a place while it is typed.

use crate::place::{Former, Place, Places, lies_in};
use std::collections::BTreeSet;

/// A place that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'p> {
    /// The place as it is now.
    pub place: &'p Place,
    /// The name or code by which it was found, where that is no longer its own.
    pub once: Option<Once<'p>>,
}

/// A name with its code that ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Once<'p> {
    /// The code then.
    pub code: &'p str,
    /// The name then.
    pub name: &'p str,
    /// The year in which it ended.
    pub until: u16,
}

/// How well a former name fits: after all that places are called now.
const FORMERLY: u8 = 4;

impl Places {
    /// Places whose code, name or pinyin has what was typed, and those that went on from a place which was called so,
    /// those near first: `near` is the code of the reader's own city or province. Names that begin with the text come
    /// before those that contain it.
    pub fn search(&self, typed: &str, near: &str, most: usize) -> Vec<Hit<'_>> {
        let typed = typed.trim().to_lowercase();
        if typed.is_empty() {
            return Vec::new();
        }
        let now =
            self.places.iter().filter_map(|place| Some((rank(place, &typed)?, Hit { place, once: None })));
        let mut found: Vec<(u8, Hit<'_>)> = now.chain(self.formerly(&typed)).collect();
        found.sort_by_key(|(rank, hit)| (!lies_in(&hit.place.code, near), *rank));
        let mut seen = BTreeSet::new();
        found.retain(|(_, hit)| seen.insert(hit.place.code.as_str()));
        found.into_iter().take(most).map(|(_, hit)| hit).collect()
    }

    /// What became of places that were called so, the last to end first.
    fn formerly(&self, typed: &str) -> Vec<(u8, Hit<'_>)> {
        let fits = |former: &&Former| former.code == typed || begins(&former.name, typed);
        let mut fitting: Vec<&Former> = self.former.iter().filter(fits).collect();
        fitting.sort_by_key(|former| std::cmp::Reverse(former.until));
        let hits = |former| self.went_on(former).map(|hit| (FORMERLY, hit));
        fitting.into_iter().flat_map(hits).collect()
    }

    fn went_on<'p>(&'p self, former: &'p Former) -> impl Iterator<Item = Hit<'p>> {
        let Former { code, name, until, into } = former;
        let once = Some(Once { code, name, until: *until });
        into.iter().flat_map(|code| self.now(code)).map(move |place| Hit { place, once })
    }
}

/// Whether a former name begins with a text of two characters at least: there are too many for fewer.
fn begins(name: &str, typed: &str) -> bool {
    typed.chars().nth(1).is_some() && name.starts_with(typed)
}

/// How well a place fits what was typed; less is better.
fn rank(place: &Place, typed: &str) -> Option<u8> {
    let pinyin: String = place.pinyin.to_lowercase().replace(['\'', ' '], "");
    let bare = typed.replace(['\'', ' '], "");
    let initials: String = place.pinyin.split(' ').filter_map(|word| word.chars().next()).collect();
    if place.code.starts_with(typed) || place.name == typed || place.short() == typed {
        Some(0)
    } else if place.name.starts_with(typed) || pinyin.starts_with(&bare) {
        Some(1)
    } else if place.name.contains(typed) {
        Some(2)
    } else {
        (initials.to_lowercase() == bare).then_some(3)
    }
}
