//! The answers of a firm in the reader's language.

use super::Words;
use crate::{
    base::{
        text::Lang,
        value::{Value, bit},
    },
    language::{
        assessment::Assessment, dossier::Dossier, quantities::Quantity, scores::SheetResult,
        size::SizeResult, terms::FactIx,
    },
};

/// The words and the answers that an explanation speaks with.
#[derive(Clone, Copy)]
pub struct Voice<'v> {
    /// The reader's language and the vocabulary.
    pub words: Words<'v>,
    dossier: &'v Dossier,
    size: &'v SizeResult,
    pub(crate) sheet: Option<&'v SheetResult<'v>>,
}

impl<'v> Voice<'v> {
    pub(super) fn new(assessment: &'v Assessment<'v, 'v>, lang: Lang) -> Self {
        Self {
            words: Words::of(assessment.pack(), lang),
            dossier: assessment.dossier(),
            size: assessment.size(),
            sheet: assessment.sheet(),
        }
    }

    pub(crate) fn answer(&self, fact: FactIx) -> Option<bool> {
        self.dossier.get(fact)?.as_bool()
    }

    pub(crate) fn rank(&self, fact: FactIx) -> Option<String> {
        match self.dossier.get(fact)? {
            Value::Rank(Some(rank)) => {
                Some(self.words.either(|| format!("第 {rank} 名"), || format!("place {rank}")))
            }
            Value::Rank(None) => Some(self.words.pick("无", "none").to_owned()),
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
        let names = self.words.choice_names(fact, set);
        Some(if names.is_empty() { self.words.pick("无", "none").to_owned() } else { names })
    }

    /// The size class, or those still possible.
    pub(crate) fn size_class(&self) -> Option<String> {
        let candidates = self.size.candidates();
        (candidates != crate::language::size::ClassSet::EVERY).then(|| candidates.names(self.words.lang))
    }

    /// A subject with the years that its facts are read from.
    pub(crate) fn with_years(&self, subject: String, quantity: &Quantity, years_ago: u8) -> String {
        let mut years: Vec<i16> = Vec::new();
        quantity.each_fact(years_ago, &mut |fact, back| {
            let period = self.words.terms().term(fact).and_then(|term| term.period());
            years.extend(self.dossier.period_year(period, back));
        });
        let span = match (years.iter().min(), years.iter().max()) {
            (Some(first), Some(last)) if first == last => first.to_string(),
            (Some(first), Some(last)) => format!("{first}–{last}"),
            _ => return subject,
        };
        self.words.either(|| format!("{subject}（{span} 年）"), || format!("{subject} ({span})"))
    }
}
