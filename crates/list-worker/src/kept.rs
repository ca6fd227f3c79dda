//! A firm's answers as few bytes: a list of a hundred thousand stays in memory as long as its page.

use serde::{Deserialize, Serialize};
use zjtx_evaluator::{ApplicationKind, Date, Dossier, FactIx, Terms, Value};

/// Bytes that most dossiers need no more than.
const ROOM: usize = 256;

/// The known answers of a dossier, packed one after the other.
pub(crate) struct Kept {
    as_of: Date,
    kind: ApplicationKind,
    packed: Box<[u8]>,
}

/// One known fact, by its position in the vocabulary.
#[derive(Serialize, Deserialize)]
enum Answer {
    Bool(bool),
    Number(i64),
    Rank(Option<u32>),
    Choice(u8),
    Set(u64),
    Day(Date),
    Code(String),
    Text(String),
    /// Millionths by year.
    Years(Vec<(i16, i64)>),
}

impl Kept {
    /// Packs a dossier.
    pub(crate) fn of(dossier: &Dossier, terms: &Terms) -> Self {
        let mut packed = Vec::with_capacity(ROOM);
        for (at, (fact, _)) in terms.facts().enumerate() {
            if let Some(answer) = Answer::of(dossier, fact) {
                packed = postcard::to_extend(&(at, answer), packed).unwrap_or_default();
            }
        }
        Self { as_of: dossier.as_of(), kind: dossier.kind(), packed: packed.into_boxed_slice() }
    }

    /// The dossier again.
    pub(crate) fn dossier(&self, terms: &Terms) -> Dossier {
        let mut dossier = Dossier::new(terms, self.as_of, self.kind);
        let facts: Vec<FactIx> = terms.facts().map(|(fact, _)| fact).collect();
        let mut packed: &[u8] = &self.packed;
        while let Ok(((at, answer), rest)) = postcard::take_from_bytes::<(usize, Answer)>(packed) {
            if let Some(fact) = facts.get(at) {
                answer.put(&mut dossier, *fact);
            }
            packed = rest;
        }
        dossier
    }
}

impl Answer {
    fn of(dossier: &Dossier, fact: FactIx) -> Option<Self> {
        let Some(value) = dossier.get(fact) else {
            let years: Vec<_> = dossier.years(fact).collect();
            return (!years.is_empty()).then_some(Self::Years(years));
        };
        Some(match value {
            Value::Bool(yes) => Self::Bool(*yes),
            Value::Number(micros) => Self::Number(*micros),
            Value::Rank(rank) => Self::Rank(*rank),
            Value::Choice(index) => Self::Choice(*index),
            Value::Set(set) => Self::Set(*set),
            Value::Day(day) => Self::Day(*day),
            Value::Code(code) => Self::Code(code.clone()),
            Value::Text(text) => Self::Text(text.clone()),
        })
    }

    fn put(self, dossier: &mut Dossier, fact: FactIx) {
        let value = match self {
            Self::Bool(yes) => Value::Bool(yes),
            Self::Number(micros) => Value::Number(micros),
            Self::Rank(rank) => Value::Rank(rank),
            Self::Choice(index) => Value::Choice(index),
            Self::Set(set) => Value::Set(set),
            Self::Day(day) => Value::Day(day),
            Self::Code(code) => Value::Code(code),
            Self::Text(text) => Value::Text(text),
            Self::Years(years) => {
                return years
                    .into_iter()
                    .for_each(|(year, micros)| dossier.set_year(fact, year, Some(micros)));
            }
        };
        dossier.set(fact, Some(value));
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;
    use zjtx_evaluator::{Dossier, Rulebook};

    #[test]
    fn what_was_kept_is_the_same_dossier() {
        let rulebook = Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check");
        for case in
            ["regime-2026/C01", "specialized-2022/Z22-01", "national-2021/N21-01", "high-tech-2016/HT-01"]
        {
            let file = format!("{}/../../tests/golden/{case}.json", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(file).expect("a golden case");
            let case: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            let dossier = Dossier::parse(&case["dossier"].to_string(), rulebook.terms()).expect("a dossier");
            let kept = Kept::of(&dossier, rulebook.terms());
            assert_eq!(kept.dossier(rulebook.terms()), dossier);
            assert!(kept.packed.len() < 300, "{} bytes", kept.packed.len());
        }
    }
}
