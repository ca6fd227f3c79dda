//! How the page looks to this person: large, or dark. The style sheet reads both from the root element.

use crate::effects::{document, storage, window};

/// What can be switched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// 「大字版」
    Size,
    /// 「深色」
    Theme,
}

impl Look {
    const fn attribute(self) -> &'static str {
        match self {
            Self::Size => "data-size",
            Self::Theme => "data-theme",
        }
    }

    const fn value(self, is_on: bool) -> &'static str {
        match (self, is_on) {
            (Self::Size, true) => "large",
            (Self::Size, false) => "normal",
            (Self::Theme, true) => "dark",
            (Self::Theme, false) => "light",
        }
    }

    fn shown(self) -> Option<String> {
        document().document_element()?.get_attribute(self.attribute())
    }

    /// Whether it is switched on: by the person, by the address, or by the device.
    pub fn is_on(self) -> bool {
        self.shown().map_or_else(|| self == Self::Theme && is_dark(), |shown| shown == self.value(true))
    }

    /// Switches it on or off, and keeps that.
    pub fn switch(self, is_on: bool) {
        self.show(self.value(is_on));
        storage::store_look(self.attribute(), self.value(is_on));
    }

    fn show(self, value: &str) {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute(self.attribute(), value);
        }
    }
}

/// Shows the page as it was switched before, where the address does not say otherwise.
pub fn restore() {
    for look in [Look::Size, Look::Theme] {
        if let (None, Some(kept)) = (look.shown(), storage::look(look.attribute())) {
            look.show(&kept);
        }
    }
}

/// Whether the device asks for dark pages.
fn is_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
