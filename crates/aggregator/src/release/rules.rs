//! The rules of release: their numbers, and what is counted.

use std::sync::Arc;

use super::epsilon::Epsilon;
use crate::counted::Counted;
use crate::store::Lane;

/// When and how counts are released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// A district's counts of a pack are released only when this many new reports wait; with noise,
    /// about this many, because the decision is noisy too.
    pub minimum_batch: u32,
    /// A table is shown only when its total reaches this.
    pub minimum_total: u32,
    /// A verdict is shown apart only when its count reaches this.
    pub minimum_cell: u32,
    /// The noise; none in exact mode.
    pub epsilon: Option<Epsilon>,
    /// The areas and packs.
    pub counted: Arc<Counted>,
    /// Whether the site uses blind tokens: reports with one are then its main table.
    pub tokens: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            minimum_batch: 12,
            minimum_total: 10,
            minimum_cell: 5,
            epsilon: Some(Epsilon::ONE),
            counted: Counted::by_default(),
            tokens: false,
        }
    }
}

impl Rules {
    /// The lane of the site's main tables.
    pub fn main_lane(&self) -> Lane {
        if self.tokens { Lane::Token } else { Lane::Open }
    }

    /// The lanes into which reports come, the main one last.
    pub fn lanes(&self) -> &'static [Lane] {
        if self.tokens { &Lane::ALL } else { &Lane::ALL[..1] }
    }

    /// ε as text, or `none`.
    pub fn noise_text(&self) -> String {
        self.epsilon.map_or("none".to_owned(), |epsilon| epsilon.to_string())
    }
}
