//! Names and requirements in the reader's language; no firm is known here.

use crate::{
    base::{text::Lang, value::bit},
    language::{
        packs::Pack,
        quantities::Quantity,
        scores::ScoreSheet,
        terms::{FactIx, Terms},
    },
    written::FactPeriod,
};

/// The language and the vocabulary that rules are put into words with.
#[derive(Clone, Copy)]
pub struct Words<'w> {
    /// The reader's language.
    pub lang: Lang,
    terms: &'w Terms,
    pub(crate) sheet: Option<&'w ScoreSheet>,
    /// Beneath a heading that says the years already.
    years_said: bool,
}

impl<'w> Words<'w> {
    /// Words for the rules of a pack.
    pub fn of(pack: &'w Pack, lang: Lang) -> Self {
        Self { lang, terms: pack.terms(), sheet: pack.sheet(), years_said: false }
    }

    /// Words beneath a heading that says the years.
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

    /// So many points.
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

    /// The name of a quantity with the period that its facts are of: 上年度营业收入.
    pub(crate) fn subject(&self, quantity: &Quantity) -> String {
        let name = quantity.name(self);
        let Some((zh, en)) = self.period(quantity).filter(|_| !self.years_said) else { return name };
        self.either(|| format!("{zh}{name}"), || format!("{name}, {en}"))
    }

    /// The one period that all of a quantity's facts are of; `None` where there are several or none.
    fn period(&self, quantity: &Quantity) -> Option<(&'static str, &'static str)> {
        let mut found = Vec::new();
        quantity.each_fact(0, &mut |fact, back| {
            found.extend(self.terms.term(fact).and_then(|term| term.period()).map(|period| (period, back)));
        });
        found.dedup();
        match found.as_slice() {
            [(FactPeriod::Year, 0)] => Some(("上年度", "last year")),
            [(FactPeriod::YearEnd, 0)] => Some(("上年末", "end of last year")),
            [(FactPeriod::ApplicationYear, 0)] => Some(("本年度", "this year")),
            [(_, 1)] => Some(("再前一年", "the year before")),
            _ => None,
        }
    }
}
