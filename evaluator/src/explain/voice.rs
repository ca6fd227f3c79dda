//! Names and answers in the reader's language.

use crate::{
    assessment::Assessment,
    dossier::Dossier,
    quantity::Quantity,
    score::SheetResult,
    size::SizeResult,
    terms::{FactIx, Terms},
    text::Lang,
    value::{Value, bit},
};

/// The language, the vocabulary and the answers that an explanation speaks with.
#[derive(Clone, Copy)]
pub struct Voice<'v> {
    /// The reader's language.
    pub lang: Lang,
    terms: &'v Terms,
    dossier: &'v Dossier,
    size: &'v SizeResult,
    pub(crate) sheet: Option<&'v SheetResult<'v>>,
}

impl<'v> Voice<'v> {
    pub(super) fn new(assessment: &'v Assessment<'v, 'v>, lang: Lang) -> Self {
        Self {
            lang,
            terms: assessment.pack().terms(),
            dossier: assessment.dossier(),
            size: assessment.size(),
            sheet: assessment.sheet(),
        }
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

    pub(crate) fn answer(&self, fact: FactIx) -> Option<bool> {
        self.dossier.get(fact)?.as_bool()
    }

    pub(crate) fn rank(&self, fact: FactIx) -> Option<String> {
        match self.dossier.get(fact)? {
            Value::Rank(Some(rank)) => {
                Some(self.either(|| format!("第 {rank} 名"), || format!("place {rank}")))
            }
            Value::Rank(None) => Some(self.pick("无", "none").to_owned()),
            _ => None,
        }
    }

    /// Names of the chosen answers; 无 for an empty set.
    pub(crate) fn chosen(&self, fact: FactIx) -> Option<String> {
        let set = match self.dossier.get(fact)? {
            Value::Choice(index) => bit(*index),
            Value::Set(set) => *set,
            _ => return None,
        };
        let names = self.choice_names(fact, set);
        Some(if names.is_empty() { self.pick("无", "none").to_owned() } else { names })
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

    /// The size class, or those still possible.
    pub(crate) fn size_class(&self) -> Option<String> {
        let candidates = self.size.candidates();
        (candidates != crate::size::ClassSet::EVERY).then(|| candidates.names(self.lang))
    }

    /// A subject with the years that its facts are read from.
    pub(crate) fn with_years(&self, subject: String, quantity: &Quantity, years_ago: u8) -> String {
        let mut years: Vec<i16> = Vec::new();
        quantity.each_fact(years_ago, &mut |fact, back| {
            let period = self.terms.term(fact).and_then(|term| term.period());
            years.extend(self.dossier.period_year(period, back));
        });
        let span = match (years.iter().min(), years.iter().max()) {
            (Some(first), Some(last)) if first == last => first.to_string(),
            (Some(first), Some(last)) => format!("{first}–{last}"),
            _ => return subject,
        };
        self.either(|| format!("{subject}（{span} 年）"), || format!("{subject} ({span})"))
    }
}
