//! The levels of recognition and the rule packs that are counted, as `rules/catalog.json` lists them.

use crate::codes::codes;

include!(concat!(env!("OUT_DIR"), "/counted.rs"));

impl PackCode {
    /// The pack's identifier in the rules.
    pub const fn pack_id(self) -> &'static str {
        self.name()
    }

    /// The code of a pack, where that pack is counted.
    pub fn from_pack_id(pack_id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pack| pack.pack_id() == pack_id)
    }
}
