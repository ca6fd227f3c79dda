//! The answers of a firm in the reader's language.

use super::{Explained, Words};
use crate::{
    base::value::{Value, bit},
    language::{
        answers::Answers,
        dossier::Dossier,
        quantities::Quantity,
        scores::SheetResult,
        size::{ClassSet, SizeResult},
        terms::FactIx,
        words::{Condition, Found, Lines},
    },
};

/// The words and the answers that an explanation speaks with.
#[derive(Clone, Copy)]
pub(crate) struct Voice<'v> {
    /// The reader's language and the vocabulary.
    pub(super) words: Words<'v>,
    dossier: &'v Dossier,
    size: &'v SizeResult,
    pub(super) sheet: Option<&'v SheetResult<'v>>,
}

impl<'v> Voice<'v> {
    pub(crate) const fn new(
        words: Words<'v>,
        dossier: &'v Dossier,
        size: &'v SizeResult,
        sheet: Option<&'v SheetResult<'v>>,
    ) -> Self {
        Self { words, dossier, size, sheet }
    }

    /// Writes a condition with what the firm has; a distance is written only where figures are compared.
    pub(super) fn write(
        &self,
        explained: &Explained<'_>,
        condition: Condition,
        own: Option<String>,
        lines: &mut Lines,
    ) {
        let found = Found { own, margin: None, cause: self.cause(explained) };
        lines.condition(explained.truth, condition, found);
    }

    /// Why it is open, in a sentence.
    pub(super) fn cause(&self, explained: &Explained<'_>) -> Option<String> {
        explained.cause.map(|cause| self.words.cause(cause))
    }

    /// The answer to a yes-no question.
    pub(super) fn yes_no(&self, fact: FactIx) -> Option<String> {
        let yes = self.dossier.get(fact)?.as_bool()?;
        Some(self.words.yes_no(yes).to_owned())
    }

    /// A rank; 无 where there is none.
    pub(super) fn rank(&self, fact: FactIx) -> Option<String> {
        match self.dossier.answer(self.words.terms(), fact)? {
            Value::Rank(Some(rank)) => {
                Some(self.words.either(|| format!("第 {rank} 名"), || format!("place {rank}")))
            }
            Value::Rank(None) => Some(self.words.pick("无", "none").to_owned()),
            _ => None,
        }
    }

    /// Names of the chosen answers; 无 for an empty set.
    pub(super) fn chosen(&self, fact: FactIx) -> Option<String> {
        let set = match self.dossier.answer(self.words.terms(), fact)? {
            Value::Choice(index) => bit(*index),
            Value::Set(set) => *set,
            _ => return None,
        };
        let names = self.words.choice_names(fact, set);
        Some(if names.is_empty() { self.words.pick("无", "none").to_owned() } else { names })
    }

    /// The size class, or those still possible.
    pub(super) fn size_class(&self) -> Option<String> {
        let candidates = self.size.candidates();
        (candidates != ClassSet::EVERY).then(|| candidates.names(self.words.lang))
    }

    /// The name of a quantity with the years that its facts are read from; of a firm that is younger, those that count.
    pub(super) fn with_years(&self, quantity: &Quantity, years_ago: u8) -> String {
        let name = quantity.name(&self.words);
        let mut years: Vec<i16> = Vec::new();
        let answers = Answers::new(self.words.terms(), self.dossier).years_back(years_ago);
        quantity.each_read(&answers, &mut |fact, back| {
            let period = self.words.terms().term(fact).and_then(|term| term.period());
            years.extend(self.dossier.period_year(period, back));
        });
        let span = match (years.iter().min(), years.iter().max()) {
            (Some(first), Some(last)) if first == last => first.to_string(),
            (Some(first), Some(last)) => format!("{first}–{last}"),
            _ => return name,
        };
        self.words.either(|| format!("{name}（{span} 年）"), || format!("{name} ({span})"))
    }
}
