//! Differences between two packs in policy words.
//!
//! [`diff`] compares what two packs require, cite and give points for. Criteria are matched by id, then
//! by reading exactly the same facts; what finds no partner is listed as added or removed. The result is
//! plain data; [`Change::text`] and [`Difference::text`] make it lines.

mod change;
mod criteria;
mod sheet;
mod sides;
mod text;
mod whole;

pub use change::{About, Aspect, Change, Difference, Name, Pair};

use crate::{
    base::text::Lang,
    language::{nodes::Words, packs::Pack},
};
use sides::Sides;

/// What changed from one pack to another: the pack, its criteria, its score sheet.
pub fn diff(old: &Pack, new: &Pack, lang: Lang) -> Vec<Change> {
    let sides = Sides { old: (old, Words::of(old, lang)), new: (new, Words::of(new, lang)) };
    let whole = Change { about: About::Pack, differences: whole::differences(&sides) };
    let mut changes: Vec<Change> =
        Some(whole).filter(|whole| !whole.differences.is_empty()).into_iter().collect();
    changes.extend(criteria::changes(&sides));
    changes.extend(sheet::changes(&sides));
    changes
}
