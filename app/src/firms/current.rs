//! The firm whose form this is. Most devices hold one firm; several never mix.

/// The firm whose form is filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Current {
    /// What tells its storage keys from those of others; empty for the first firm of a device.
    pub slot: String,
    /// Its name where there are several firms, else empty.
    pub name: String,
}

impl Current {
    /// Reads what [`Current::to_text`] wrote.
    pub fn parse(text: &str) -> Self {
        let (slot, name) = text.split_once(' ').unwrap_or((text, ""));
        Self { slot: slot.to_owned(), name: name.to_owned() }
    }

    /// As it is stored; empty where there is only the first firm.
    pub fn to_text(&self) -> String {
        let text = [self.slot.as_str(), self.name.as_str()].join(" ");
        text.trim_end().to_owned()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Current;

    #[test]
    fn the_firm_comes_back_as_it_was_stored() {
        for (slot, name) in [("", ""), ("", "甲 公司"), (".17", ""), (".17", "乙公司")] {
            let current = Current { slot: slot.to_owned(), name: name.to_owned() };
            assert_eq!(Current::parse(&current.to_text()), current);
        }
    }
}
