//! A pack's document, in which figures can be moved.

use crate::{Figure, NameError, figure, name, words};
use serde_json::Value;
use zjtx_evaluator::{Diagnostic, Documents, Pack, Text, written::PackDoc};

/// The document of a pack, with everything that it inherits.
#[derive(Clone, Debug)]
pub struct Draft {
    doc: Value,
    figures: Vec<Figure>,
}

/// A figure and what is written in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Its position among [`Draft::figures`].
    pub figure: usize,
    /// The new figure with its unit.
    pub text: String,
}

/// A move that the checker does not let through.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().zh)]
pub struct Refusal(pub Vec<Diagnostic>);

impl Refusal {
    /// That the move is refused, and why, in the sentences of the checker.
    pub fn text(&self) -> Text {
        words::refused(&self.0)
    }
}

impl Draft {
    /// The document of a pack; `None` where there is none of the id.
    pub fn of(documents: &Documents, id: &str) -> Option<Self> {
        let doc = serde_json::to_value(documents.whole_pack(id)?).ok()?;
        let figures = figure::figures(&doc, documents.terms());
        Some(Self { doc, figures })
    }

    /// Its figures, in the order of the document.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// A move by what people write: a name, and the new figure with its unit.
    ///
    /// # Errors
    /// When no figure or several are called so, or the new figure is none of its unit.
    pub fn find(&self, name: &str, text: &str) -> Result<Move, NameError> {
        let figure = name::find(&self.figures, name, text)?;
        Ok(Move { figure, text: text.to_owned() })
    }

    /// The pack with some figures moved, checked as if it had been written so.
    ///
    /// # Errors
    /// What the checker does not let through.
    pub fn pack(&self, documents: &Documents, moves: &[Move]) -> Result<Pack, Refusal> {
        let mut doc = self.doc.clone();
        for Move { figure, text } in moves {
            for place in self.figures.get(*figure).into_iter().flat_map(|figure| &figure.places) {
                if let Some(place) = doc.pointer_mut(place) {
                    *place = Value::String(text.clone());
                }
            }
        }
        // Only texts were put in the place of texts.
        let doc: PackDoc = serde_json::from_value(doc).map_err(|_| Refusal(Vec::new()))?;
        documents.check_pack(&doc).map_err(Refusal)
    }
}
