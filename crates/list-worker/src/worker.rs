//! Asks and their answers, apart from the browser.

use crate::{list::List, statement, titles::Names, trial::Trial};
use std::mem::take;
use zjtx_evaluator::{ApplicationKind, Date, Documents, Lang, Pack, Rulebook, Text, Truth};
use zjtx_spreadsheet::SheetError;
use zjtx_wire::lists::{self, Move};

/// What the page asks.
pub(crate) type Ask = lists::Ask<Date, ApplicationKind, Lang>;
/// What the worker answers.
pub(crate) type Answer = lists::Answer<Text, Truth>;

/// An answer and the bytes of the file that goes with it.
type Reply = (Answer, Option<Vec<u8>>);

/// The rules, and the list once there is one.
pub(crate) struct Worker<'r> {
    rulebook: &'r Rulebook,
    list: Option<List<'r>>,
    trial: Option<Trial<'r>>,
    /// The rules as documents in JSON; empty once they were read.
    written: String,
    /// The same, read for the first trial.
    documents: Option<Documents>,
}

impl<'r> Worker<'r> {
    /// A worker without a list.
    pub(crate) const fn new(rulebook: &'r Rulebook, written: String) -> Self {
        Self { rulebook, list: None, trial: None, written, documents: None }
    }

    /// Answers an ask in JSON, with the bytes of the file that came with it; `tell` hears the rows done and the
    /// rows in all as far as they are known.
    pub(crate) fn answer(
        &mut self,
        ask: &str,
        file: Option<Vec<u8>>,
        tell: impl FnMut(usize, usize),
    ) -> Reply {
        match serde_json::from_str(ask) {
            Ok(ask) => self.reply(ask, &file.unwrap_or_default(), tell).unwrap_or_else(failed),
            Err(_) => (Answer::NotUnderstood, None),
        }
    }

    /// The firms whose titles are looked up; none without a list.
    pub(crate) fn names(&self) -> Option<Names<'_>> {
        self.list.as_ref().map(List::names)
    }

    /// Fills in titles that were found; the list as it is then.
    pub(crate) fn put_titles(&mut self, found: &str) -> Option<Answer> {
        let list = self.list.as_mut()?;
        list.put_titles(&serde_json::from_str(found).ok()?);
        Some(Answer::Read(list.summary()))
    }

    fn reply(&mut self, ask: Ask, file: &[u8], tell: impl FnMut(usize, usize)) -> Result<Reply, SheetError> {
        let list = self.list.as_ref();
        let answer = match ask {
            Ask::Template(day) => {
                let template = zjtx_spreadsheet::template(self.rulebook, day)?;
                return Ok((Answer::Template, Some(template)));
            }
            Ask::Read(settings) => {
                // The list before leaves its memory to the new one.
                (self.list, self.trial) = (None, None);
                let list = List::read(self.rulebook, &settings, file, tell)?;
                Answer::Read(self.list.insert(list).summary())
            }
            Ask::Statement => Answer::Statement(statement::read(file)?),
            Ask::Filter(filter) => {
                Answer::Filtered(self.list.as_mut().map_or(0, |list| list.choose(&filter)))
            }
            Ask::Window { start, length } => {
                let lines = list.map(|list| list.window(start, length)).unwrap_or_default();
                Answer::Window { start, lines }
            }
            Ask::Firm(index) => Answer::Firm(list.and_then(|list| list.detail(index))),
            Ask::Dossier(index) => Answer::Dossier(list.and_then(|list| list.dossier(index))),
            Ask::Result { as_csv, lang } => {
                let result = list.map(|list| list.result(as_csv, lang, tell)).transpose()?;
                return Ok((Answer::Result, result));
            }
            Ask::Compare { against, lang } => {
                self.trial = None;
                let list = self.list.as_mut();
                let compared = list.map(|list| list.compare(against, lang, tell)).transpose()?;
                let (levels, workbook) = compared.unzip();
                return Ok((Answer::Compared(levels.unwrap_or_default()), workbook));
            }
            Ask::Trial(pack) => self.begin(&pack).unwrap_or_else(Answer::Failed),
            Ask::Try(moves) => self.tried(&moves).unwrap_or_else(Answer::Refused),
            Ask::Curve { figure, values, moves } => {
                let trial = self.trial.as_ref().zip(self.documents.as_ref());
                let points = trial.map(|(trial, documents)| trial.curve(documents, figure, values, &moves));
                points
                    .transpose()
                    .map_or_else(Answer::Failed, |points| Answer::Curve(points.unwrap_or_default()))
            }
            Ask::Simulate { moves, lang } => return self.simulated(&moves, lang, tell),
        };
        Ok((answer, None))
    }

    /// Begins a trial, in place of the comparison or trial before.
    fn begin(&mut self, pack: &str) -> Result<Answer, Text> {
        if self.documents.is_none() {
            self.documents = serde_json::from_str(&take(&mut self.written)).ok().map(Documents::new);
        }
        self.trial = None;
        if !self.is_of_the_same_rules(pack) {
            return Ok(Answer::NotUnderstood);
        }
        if let (Some(list), Some(documents)) = (&mut self.list, &self.documents) {
            list.moved.clear();
            self.trial = Trial::new(list, documents, pack)?;
        }
        Ok(Answer::Trial(self.trial.as_ref().map(Trial::standard)))
    }

    /// Whether documents and rules have the same revision of a pack: a site may be renewed between the two.
    fn is_of_the_same_rules(&self, pack: &str) -> bool {
        let written = self.documents.as_ref().and_then(|documents| documents.whole_pack(pack));
        let judged = self.rulebook.pack(pack);
        written.map(|pack| pack.revision).as_deref() == judged.map(Pack::revision)
    }

    /// The workbook of the trial; refused moves make none, and are told.
    fn simulated(
        &self,
        moves: &[Move],
        lang: Lang,
        tell: impl FnMut(usize, usize),
    ) -> Result<Reply, SheetError> {
        let (Some(trial), Some(list), Some(documents)) = (&self.trial, &self.list, &self.documents) else {
            return Ok((Answer::Simulated, None));
        };
        let moved = trial.moved(documents, moves);
        let found = moved.and_then(|pack| Ok((pack, trial.curves(documents, moves, lang)?)));
        let (pack, curves) = match found {
            Ok(found) => found,
            Err(reason) => return Ok((Answer::Failed(reason), None)),
        };
        let workbook = trial.result(list, (&pack, curves), (moves, lang), tell)?;
        Ok((Answer::Simulated, Some(workbook)))
    }

    fn tried(&mut self, moves: &[Move]) -> Result<Answer, Text> {
        let (Some(trial), Some(list), Some(documents)) = (&self.trial, &mut self.list, &self.documents)
        else {
            return Ok(Answer::Trial(None));
        };
        trial.judge(list, documents, moves).map(Answer::Tried)
    }
}

fn failed(error: SheetError) -> Reply {
    (Answer::Failed(error.text()), None)
}

#[cfg(test)]
mod tests;
