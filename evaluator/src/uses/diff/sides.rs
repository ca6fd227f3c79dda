//! The two packs that are compared.

use super::{Aspect, Difference};
use crate::language::{nodes::Words, packs::Pack};

/// The two packs with the words for each.
pub(super) struct Sides<'s> {
    pub(super) old: (&'s Pack, Words<'s>),
    pub(super) new: (&'s Pack, Words<'s>),
}

/// An aspect that differs.
pub(super) fn aspect(aspect: Aspect, old: impl Into<String>, new: impl Into<String>) -> Option<Difference> {
    let (old, new) = (old.into(), new.into());
    (old != new).then_some(Difference::Aspect { aspect, old, new })
}
