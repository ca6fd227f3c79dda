//! Names in the reader's language; no rule and no firm is known here.

use crate::{
    base::{text::Lang, value::bit},
    language::terms::{FactIx, Terms},
};

/// A vocabulary in the language of a reader.
#[derive(Clone, Copy)]
pub struct Names<'w> {
    /// The reader's language.
    pub lang: Lang,
    terms: &'w Terms,
    /// Beneath a heading that says the years already.
    years_said: bool,
}

impl<'w> Names<'w> {
    pub(crate) const fn new(terms: &'w Terms, lang: Lang) -> Self {
        Self { lang, terms, years_said: false }
    }

    /// Names beneath a heading that says the years.
    pub(crate) const fn with_years_said(self) -> Self {
        Self { years_said: true, ..self }
    }

    /// One of two constants.
    pub const fn pick<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        self.lang.pick(zh, en)
    }

    /// One of two texts that are made.
    pub fn either(&self, zh: impl FnOnce() -> String, en: impl FnOnce() -> String) -> String {
        match self.lang {
            Lang::Zh => zh(),
            Lang::En => en(),
        }
    }

    pub(crate) const fn terms(&self) -> &'w Terms {
        self.terms
    }

    /// The official term of a fact.
    pub fn term(&self, fact: FactIx) -> String {
        self.terms.term(fact).map_or_else(String::new, |term| term.term().get(self.lang).to_owned())
    }

    /// 是 or 否.
    pub const fn yes_no(&self, yes: bool) -> &'static str {
        if yes { self.lang.pick("是", "yes") } else { self.lang.pick("否", "no") }
    }

    /// A number of years in Chinese words: 两, 三, 四.
    pub const fn years_word(&self, years: u8) -> &'static str {
        match years {
            2 => "两",
            3 => "三",
            _ => "四",
        }
    }

    /// Points with their unit.
    pub fn points(&self, points: &str) -> String {
        self.either(|| format!("{points} 分"), || format!("{points} points"))
    }

    pub(crate) fn choice_names(&self, fact: FactIx, set: u64) -> String {
        let choices = self.terms.term(fact).into_iter().flat_map(|term| term.choices());
        self.names(choices.map(|(_, name)| name.get(self.lang)), set)
    }

    pub(crate) fn zone_names(&self, set: u64) -> String {
        self.names(self.terms.areas().zones.iter().map(|zone| zone.name.get(self.lang)), set)
    }

    fn names<'n>(&self, names: impl Iterator<Item = &'n str>, set: u64) -> String {
        let positions = (0_u8..).zip(names);
        let chosen: Vec<&str> =
            positions.filter(|(index, _)| set & bit(*index) != 0).map(|(_, name)| name).collect();
        chosen.join(self.pick("、", ", "))
    }

    /// Whether a heading above says the years already.
    pub(crate) const fn are_years_said(&self) -> bool {
        self.years_said
    }
}
