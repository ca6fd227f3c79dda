//! Places of GB/T 2260 「行政区划」: every province, city and county with its code, what became of former
//! codes, and finding a place by what people write.
//!
//! It knows nothing of rules: which region a rule is for, and the zones of tiers, stand in the packs and in
//! `rules/tables/areas.json`. The table is read from its document ([`PlacesDoc`], checked by [`check`]) or
//! from the short text that [`Places::to_text`] writes for pages.

mod check;
mod doc;
mod english;
mod find;
mod place;
mod search;
mod text;

pub use check::{Fault, FaultKind, check, parse};
#[cfg(feature = "schema")]
pub use doc::schema;
pub use doc::{CopyDoc, FormerDoc, PlaceDoc, PlacesDoc, Words};
pub use english::english;
pub use find::Wanted;
pub use place::{Level, Place, Places};
pub use search::{Hit, Once};

/// The table of `rules/tables/places.json` as the short text that [`Places::from_text`] reads.
pub const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/places.txt"));

impl Places {
    /// The embedded table.
    pub fn bundled() -> Self {
        Self::from_text(BUNDLED).unwrap_or_default()
    }
}
