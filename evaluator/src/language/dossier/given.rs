//! An answer as it is given to a dossier, before it is read as the kind of its fact.

use super::{
    Problem,
    read::{read, set},
};
use crate::{
    base::{fact_kind::FactKind, value::Value},
    language::terms::{Term, Terms},
};

/// What is given for a fact, in the types of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given<'a> {
    /// `true` or `false`.
    Bool(bool),
    /// Text as it was written.
    Text(&'a str),
    /// The digits of a number, as they were written.
    Figure(&'a str),
    /// Answers of a set, each with the end of a line behind it.
    Answers(&'a str),
}

impl Given<'_> {
    /// Reads it as the kind that the term asks for.
    ///
    /// # Errors
    /// When it is of another type than the kind allows, cannot be understood, or is impossible.
    pub fn read(self, term: &Term, terms: &Terms) -> Result<Value, Problem> {
        let text = match (term.kind(), self) {
            (FactKind::Bool, Self::Bool(yes)) => return Ok(Value::Bool(yes)),
            (FactKind::Set, Self::Answers(lines)) => {
                return set(lines.split_terminator('\n'), term).map_err(Problem::Unreadable);
            }
            (FactKind::Bool | FactKind::Set, _) | (_, Self::Bool(_) | Self::Answers(_)) => {
                return Err(Problem::WrongKind { by_year: false });
            }
            (_, Self::Text(text)) => text,
            (kind, Self::Figure(digits)) if takes_figures(kind) => digits,
            (_, Self::Figure(_)) => return Err(Problem::WrongKind { by_year: false }),
        };
        read(text, term, terms).map_err(Problem::Unreadable)
    }
}

const fn takes_figures(kind: FactKind) -> bool {
    !matches!(
        kind,
        FactKind::Choice
            | FactKind::Date
            | FactKind::City
            | FactKind::District
            | FactKind::Industry
            | FactKind::Text
    )
}
