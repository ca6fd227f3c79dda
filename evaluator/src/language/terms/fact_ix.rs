//! The index of a fact, by which everything names it.

use crate::base::compact::compact;

/// Index of a fact in its vocabulary; packs and dossiers of one rulebook share it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactIx(u16);

compact!(struct FactIx(inner));

impl FactIx {
    pub(crate) fn new(index: usize) -> Option<Self> {
        u16::try_from(index).ok().map(Self)
    }

    /// Position in the order of the vocabulary.
    pub fn position(self) -> usize {
        usize::from(self.0)
    }
}
