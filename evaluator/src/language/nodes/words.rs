//! The words that rules are described with.

use crate::{
    base::text::Lang,
    language::{scores::ScoreSheet, terms::Terms, words::Names},
};
use std::ops::Deref;

/// The names of a vocabulary together with the score sheet whose marks a node may require.
#[derive(Clone, Copy)]
pub struct Words<'w> {
    names: Names<'w>,
    sheet: Option<&'w ScoreSheet>,
}

impl<'w> Words<'w> {
    pub(crate) const fn new(terms: &'w Terms, sheet: Option<&'w ScoreSheet>, lang: Lang) -> Self {
        Self { names: Names::new(terms, lang), sheet }
    }

    /// Words beneath a heading that says the years.
    pub(super) const fn with_years_said(self) -> Self {
        Self { names: self.names.with_years_said(), ..self }
    }

    pub(super) const fn sheet(&self) -> Option<&'w ScoreSheet> {
        self.sheet
    }
}

impl<'w> Deref for Words<'w> {
    type Target = Names<'w>;

    fn deref(&self) -> &Names<'w> {
        &self.names
    }
}
