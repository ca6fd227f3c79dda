//! What a list comes to at each value of a figure.

use crate::{Counts, Draft, Firms, Move, Refusal};
use zjtx_columns::Unserved;
use zjtx_evaluator::{Documents, Lang, Pack, Text, Truth, words};

/// A figure tried with several values, beside other moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The figure in the words of the pack.
    pub words: Text,
    /// Values with their counts, or why the rules would not pass the check.
    pub points: Vec<(String, Result<Counts, Refusal>)>,
}

impl Curve {
    /// Judges the firms at each value of a figure; a move of the figure itself has no effect.
    ///
    /// # Errors
    /// When one of the moved packs cannot be judged over columns.
    pub fn of(
        (draft, documents): (&Draft, &Documents),
        (figure, values): (usize, Vec<String>),
        moves: &[Move],
        firms: &Firms<'_>,
    ) -> Result<Self, Unserved> {
        let pack = |text: String| {
            let others = moves.iter().filter(|other| other.figure != figure).cloned();
            let here = Move { figure, text: text.clone() };
            let moves: Vec<Move> = others.chain([here]).collect();
            (text, draft.pack(documents, &moves))
        };
        let packs: Vec<(String, Result<Pack, Refusal>)> = values.into_iter().map(pack).collect();
        let good: Vec<&Pack> = packs.iter().filter_map(|(_, pack)| pack.as_ref().ok()).collect();
        let mut counts = firms.sweep(&good)?.into_iter();
        let point = |(text, pack): (String, Result<Pack, Refusal>)| {
            (text, pack.map(|_| counts.next().unwrap_or_default()))
        };
        let words = draft.figures().get(figure).map(|figure| figure.words.clone());
        let words = words.unwrap_or_else(|| Text { zh: String::new(), en: String::new() });
        Ok(Self { words, points: packs.into_iter().map(point).collect() })
    }

    /// The curve as a table: its headings, then a row a value.
    pub fn rows(&self, lang: Lang) -> Vec<Vec<String>> {
        let verdicts = [Truth::Met, Truth::Unmet, Truth::Undetermined];
        let verdicts = verdicts.map(|truth| words::verdict(truth, lang).to_owned());
        let heading = std::iter::once(self.words.get(lang).to_owned()).chain(verdicts).collect();
        let point = |(text, found): &(String, Result<Counts, Refusal>)| match found {
            Ok(Counts { met, unmet, undetermined }) => std::iter::once(text.clone())
                .chain([met, unmet, undetermined].map(usize::to_string))
                .collect(),
            Err(refusal) => vec![text.clone(), refusal.text().get(lang).to_owned()],
        };
        std::iter::once(heading).chain(self.points.iter().map(point)).collect()
    }
}
