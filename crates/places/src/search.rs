//! Finding a place while it is typed.

use crate::place::{Place, Places, lies_in};

impl Places {
    /// Places whose code, name or pinyin has what was typed, those near first: `near` is the code of the
    /// reader's own city or province. Names that begin with the text come before those that contain it.
    pub fn search(&self, typed: &str, near: &str, most: usize) -> Vec<&Place> {
        let typed = typed.trim().to_lowercase();
        if typed.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<_> = self
            .places
            .iter()
            .filter_map(|place| Some(((!lies_in(&place.code, near), rank(place, &typed)?), place)))
            .collect();
        found.sort_by_key(|(order, _)| *order);
        found.into_iter().take(most).map(|(_, place)| place).collect()
    }
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
