//! A list of firms as an input of commands, and what is told of its mistakes.

use super::{
    pipeline::{self, Judging, Sink},
    progress,
};
use std::{fs::File, io::stdin, path::Path};
use zjtx_evaluator::Rulebook;
use zjtx_spreadsheet::{CellError, Occasion, Reading, SheetError};

/// A list that was named, not yet read.
pub struct List<'o> {
    /// Where it is; `-` for standard input.
    pub path: &'o Path,
    /// The rules whose vocabulary it is read with.
    pub rulebook: &'o Rulebook,
    /// The day and kind of application of rows that do not say theirs.
    pub occasion: Occasion,
}

impl List<'_> {
    /// Reads the list, judges it on every core, and hands on what was judged in its order.
    ///
    /// # Errors
    /// When the file is unusable, or the first that `write` had.
    pub fn judge<'j, T: Send>(
        &self,
        judge: &(impl Fn() -> Judging<'j, T> + Sync),
        mut write: impl FnMut(&T) -> Result<(), SheetError>,
    ) -> Result<Reading, SheetError> {
        let (terms, occasion, progress) = (self.rulebook.terms(), self.occasion, progress::bar());
        let read = |sink: Sink<'_>| {
            if self.path.as_os_str() == "-" {
                return zjtx_spreadsheet::read_stream(stdin().lock(), terms, occasion, sink);
            }
            zjtx_spreadsheet::read(File::open(self.path)?, terms, occasion, sink)
        };
        let reading = pipeline::run(read, terms, judge, &progress, |judged| {
            progress.inc(1);
            write(judged)
        });
        progress.finish_and_clear();
        reading
    }
}

/// Mistakes in rows: the first are shown, all are counted.
#[derive(Default)]
pub struct Mistakes {
    shown: Vec<String>,
    count: usize,
    /// What else is told of rows.
    notes: Vec<String>,
    noted: usize,
}

/// More mistakes are counted and left to the result.
const SHOWN: usize = 50;

impl Mistakes {
    /// Those of a row.
    pub fn add(&mut self, mistakes: &[CellError]) {
        for mistake in mistakes {
            self.count += 1;
            if self.shown.len() < SHOWN {
                self.shown.push(mistake.to_string());
            }
        }
    }

    /// What else is told of a row.
    pub fn note(&mut self, notes: impl Iterator<Item = String>) {
        for note in notes {
            self.noted += 1;
            if self.notes.len() < SHOWN {
                self.notes.push(note);
            }
        }
    }

    /// Whether there were none.
    pub const fn is_none(&self) -> bool {
        self.count == 0
    }

    /// Tells on standard error what the list was and what is wrong with it.
    pub fn report(&self, reading: &Reading) {
        let notes = reading.notes.iter().map(|note| &note.zh);
        notes.chain(&self.notes).for_each(|line| eprintln!("{line}"));
        let hidden = self.noted - self.notes.len();
        if hidden > 0 {
            eprintln!("另有 {hidden} 处提示，见结果的“提示”一列");
        }
        self.shown.iter().for_each(|line| eprintln!("{line}"));
        let hidden = self.count - self.shown.len();
        if hidden > 0 {
            eprintln!("另有 {hidden} 处需改正，见结果的“需改正”一列");
        }
        eprintln!("企业 {} 家，需改正 {} 处", reading.firms, self.count);
    }
}
