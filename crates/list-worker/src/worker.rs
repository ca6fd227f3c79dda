//! Asks and their answers, apart from the browser.

use crate::list::List;
use zjtx_evaluator::{ApplicationKind, Date, Lang, Rulebook, Text, Truth};
use zjtx_spreadsheet::SheetError;
use zjtx_wire::lists;

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
}

impl<'r> Worker<'r> {
    /// A worker without a list.
    pub(crate) const fn new(rulebook: &'r Rulebook) -> Self {
        Self { rulebook, list: None }
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

    fn reply(&mut self, ask: Ask, file: &[u8], tell: impl FnMut(usize, usize)) -> Result<Reply, SheetError> {
        let list = self.list.as_ref();
        let answer = match ask {
            Ask::Template(day) => {
                let template = zjtx_spreadsheet::template(self.rulebook, day)?;
                return Ok((Answer::Template, Some(template)));
            }
            Ask::Read(settings) => {
                // The list before leaves its memory to the new one.
                self.list = None;
                let list = List::read(self.rulebook, &settings, file, tell)?;
                Answer::Read(self.list.insert(list).summary())
            }
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
                let list = self.list.as_mut();
                let compared = list.map(|list| list.compare(against, lang, tell)).transpose()?;
                let (levels, workbook) = compared.unzip();
                return Ok((Answer::Compared(levels.unwrap_or_default()), workbook));
            }
        };
        Ok((answer, None))
    }
}

fn failed(error: SheetError) -> Reply {
    (Answer::Failed(error.text()), None)
}

#[cfg(test)]
mod tests;
