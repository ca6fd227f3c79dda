//! Industries of GB/T 4754-2017.

use super::areas::Coded;
use crate::{
    base::{compact::compact, text::Text},
    written::{IndustriesDoc, IndustrySectionDoc},
};

/// Sections and divisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Industries {
    /// Sections 「门类」.
    pub sections: Vec<IndustrySection>,
    /// Divisions 「大类」.
    pub divisions: Vec<Coded>,
}

compact!(struct Industries { sections, divisions });

/// A section and its divisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndustrySection {
    /// Letter of the section.
    pub code: String,
    /// Name for people, in both languages.
    pub name: Text,
    /// First division of the section.
    pub from: String,
    /// Last division of the section.
    pub to: String,
}

compact!(struct IndustrySection { code, name, from, to });

impl Industries {
    /// Whether a code of two to four digits begins with a listed division.
    pub(super) fn has(&self, code: &str) -> bool {
        let digits = (2..=4).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
        digits && self.divisions.iter().any(|division| code.starts_with(&division.code))
    }

    /// Empties the names.
    pub(super) fn clear_words(&mut self) {
        self.sections.iter_mut().for_each(|section| section.name.clear());
        self.divisions.iter_mut().for_each(|division| division.name.clear());
    }
}

impl From<IndustriesDoc> for Industries {
    fn from(doc: IndustriesDoc) -> Self {
        let section = |IndustrySectionDoc { code, name, from, to }| IndustrySection { code, name, from, to };
        Self {
            sections: doc.sections.into_iter().map(section).collect(),
            divisions: doc.divisions.into_iter().map(Coded::from).collect(),
        }
    }
}
