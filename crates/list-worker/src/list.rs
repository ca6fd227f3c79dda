//! A list of firms that was read and judged.

use crate::{filter, kept::Kept, ladder::Ladder};
use std::{io::Cursor, ops::ControlFlow};
use zjtx_evaluator::{ApplicationKind, Date, Dossier, FactKind, Lang, Rulebook, Terms, Value};
use zjtx_spreadsheet::{
    CsvResult, Event, Firm, Judge, JudgedFirm, Occasion, Question, Reading, ResultWorkbook, Results,
    SheetError,
};
use zjtx_wire::lists::{Filter, Reached};

/// What a list is judged by.
type Settings = zjtx_wire::lists::Settings<Date, ApplicationKind>;

/// A list with its verdicts.
pub(crate) struct List<'r> {
    pub(crate) rulebook: &'r Rulebook,
    pub(crate) schemes: Vec<String>,
    /// Who runs the site, for saved files.
    pub(crate) office: Option<String>,
    pub(crate) question: Question<'r>,
    /// Day and kind of application of rows that do not state theirs.
    pub(crate) occasion: Occasion,
    pub(crate) ladder: Ladder,
    pub(crate) reading: Reading,
    pub(crate) rows: Vec<Row<'r>>,
    /// Positions of the rows that were chosen.
    pub(crate) chosen: Vec<usize>,
    /// By row and level what it came to, and came to in the last comparison; empty before one, and for rows with
    /// mistakes.
    pub(crate) moved: Vec<Box<[(Reached, Reached)]>>,
}

/// A firm of the list.
pub(crate) struct Row<'r> {
    pub(crate) firm: JudgedFirm<'r>,
    /// District code; 0 where none is known.
    pub(crate) district: u32,
    /// Position of its next level among those of the list.
    pub(crate) next: Option<usize>,
    /// Its answers; `None` where the row has mistakes.
    pub(crate) kept: Option<Kept>,
}

/// Rows that are judged together, and between two reports of progress.
pub(crate) const STEP: usize = 256;

impl<'r> List<'r> {
    /// Reads and judges a file.
    pub(crate) fn read(
        rulebook: &'r Rulebook,
        settings: &Settings,
        file: &[u8],
        mut tell: impl FnMut(usize, usize),
    ) -> Result<Self, SheetError> {
        let is_known = |id: &&String| rulebook.catalog().schemes.iter().any(|scheme| scheme.id == **id);
        let schemes: Vec<&str> = settings.schemes.iter().filter(is_known).map(String::as_str).collect();
        let question = Question::of_schemes(rulebook, &schemes, None).with_routes(settings.routes);
        let occasion = Occasion { as_of: settings.as_of, kind: settings.kind };
        let ladder = Ladder::of(rulebook, &schemes);
        let (mut rows, mut all) = (Vec::new(), lines_of_text(file));
        let (mut firms, mut judge) = (Vec::with_capacity(STEP), Judge::new(&question));
        let reading = zjtx_spreadsheet::read(Cursor::new(file), rulebook.terms(), occasion, &mut |event| {
            match event {
                Event::Sheet { rows } => all += rows.and_then(|rows| rows.try_into().ok()).unwrap_or(0),
                Event::Firm(row) => firms.push(row.firm(rulebook.terms())),
            }
            if firms.len() == STEP {
                rows.extend(Row::all(std::mem::take(&mut firms), (rulebook.terms(), &ladder), &mut judge));
                tell(rows.len(), all);
            }
            ControlFlow::Continue(())
        })?;
        rows.extend(Row::all(firms, (rulebook.terms(), &ladder), &mut judge));
        let chosen = (0..rows.len()).collect();
        let schemes = schemes.into_iter().map(str::to_owned).collect();
        let (office, moved) = (settings.office.clone(), Vec::new());
        Ok(Self { rulebook, schemes, office, question, occasion, ladder, reading, rows, chosen, moved })
    }

    /// Chooses the rows that a filter lets through; returns how many there are.
    pub(crate) fn choose(&mut self, filter: &Filter) -> usize {
        let through = |(index, row): &(usize, &Row<'_>)| {
            let moved = self.moved.get(*index).map(AsRef::as_ref).unwrap_or_default();
            filter::lets_through(filter, row) && filter::lets_moves_through(filter, moved)
        };
        let through = self.rows.iter().enumerate().filter(through);
        self.chosen = through.map(|(index, _)| index).collect();
        self.chosen.len()
    }

    /// A firm's answers as a dossier file.
    pub(crate) fn dossier(&self, index: usize) -> Option<String> {
        let dossier: Dossier = self.rows.get(index)?.kept.as_ref()?.dossier(self.rulebook.terms());
        Some(dossier.to_json(self.rulebook.terms()))
    }

    /// The result of all rows, mistakes in a language.
    pub(crate) fn result(
        &self,
        as_csv: bool,
        lang: Lang,
        mut tell: impl FnMut(usize, usize),
    ) -> Result<Vec<u8>, SheetError> {
        let (mut out, question) = (Vec::new(), self.question.clone().in_language(lang));
        let mut results: Box<dyn Results + '_> = if as_csv {
            Box::new(CsvResult::new(&mut out, &question)?)
        } else {
            Box::new(ResultWorkbook::new(&mut out, &question)?.of_office(self.office.as_deref()))
        };
        for (done, row) in self.rows.iter().enumerate() {
            results.add(&row.firm)?;
            if done % STEP == 0 {
                tell(done, self.rows.len());
            }
        }
        results.finish(&self.reading)?;
        Ok(out)
    }
}

impl<'r> Row<'r> {
    /// Keeps and judges firms, in their order.
    pub(crate) fn all(
        firms: Vec<Firm>,
        (terms, ladder): (&Terms, &Ladder),
        judge: &mut Judge<'_, 'r>,
    ) -> Vec<Self> {
        let kept = |firm: &Firm| (Self::kept(firm, terms), ladder.next(&firm.dossier));
        let kept: Vec<_> = firms.iter().map(kept).collect();
        let judged = JudgedFirm::all(firms, judge).into_iter().zip(kept);
        let row = |(firm, ((district, kept), next)): (JudgedFirm<'r>, _)| {
            let kept = Some(kept).filter(|_| firm.mistakes.is_empty());
            Self { firm, district, next, kept }
        };
        judged.map(row).collect()
    }

    fn kept(firm: &Firm, terms: &Terms) -> (u32, Kept) {
        let code = terms
            .of_kind(FactKind::District)
            .and_then(|fact| firm.dossier.get(fact).and_then(Value::as_code));
        (code.and_then(|code| code.parse().ok()).unwrap_or(0), Kept::of(&firm.dossier, terms))
    }
}

/// How many rows text may have; a workbook says it itself.
fn lines_of_text(file: &[u8]) -> usize {
    if file.starts_with(b"PK") { 0 } else { file.iter().filter(|byte| **byte == b'\n').count() }
}
