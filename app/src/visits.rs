//! The pages of the history and how far each was scrolled.

use crate::{address::Address, effects, form::section};
use std::mem;

/// Visited pages of the history.
#[derive(Default)]
pub struct Visits {
    /// How far each was scrolled when it was left.
    scrolled: Vec<f64>,
    /// Which of them is shown.
    shown: usize,
    /// Whether a person went back to it, or forward.
    pub returned: bool,
}

impl Visits {
    /// Remembers how far the page that is left was scrolled, and whether the other one was there before.
    pub fn count(&mut self) {
        if let Some(left) = self.scrolled.get_mut(self.shown) {
            *left = effects::focus::scrolled();
        }
        let known = effects::address::visit().filter(|visit| *visit < self.scrolled.len());
        self.returned = known.is_some();
        self.shown = known.unwrap_or(self.scrolled.len());
        if known.is_none() {
            self.scrolled.push(0.0);
            effects::address::number_visit(self.shown);
        }
    }

    /// Shows where one came to: a page from its top, a section from its heading, a page that was left from where it
    /// was left.
    pub fn arrive(&mut self, address: &Address) {
        match (mem::take(&mut self.returned), address) {
            (false, Address::Guided(_)) => effects::focus::reach("title"),
            (false, Address::Section(section)) => effects::focus::reach(&section::heading_id(*section)),
            (false, _) => effects::focus::arrive(),
            (true, _) => {
                effects::focus::return_to(self.scrolled.get(self.shown).copied().unwrap_or_default())
            }
        }
    }
}
