//! A list under two standards 「两版对照」.

use crate::list::{List, Row, STEP};
use std::cmp::Reverse;
use zjtx_evaluator::{ApplicationKind, Date, Dossier, Lang, Truth};
use zjtx_spreadsheet::{
    ComparedFirm, ComparisonWorkbook, Firm, Head, Judge, JudgedFirm, Level, LevelMatrix, Matrix, STATES,
    SheetError, Side, State,
};
use zjtx_wire::lists::{Comparison, Reached};

/// The other side.
type Against = zjtx_wire::lists::Against<Date, ApplicationKind>;

impl List<'_> {
    /// Judges every row by its own day and by another: how many went from which verdict to which, and the workbook.
    pub(crate) fn compare(
        &mut self,
        Against { as_of, kind }: Against,
        lang: Lang,
        mut tell: impl FnMut(usize, usize),
    ) -> Result<(Vec<Comparison>, Vec<u8>), SheetError> {
        let (question, terms) =
            (self.question.clone().in_language(lang).with_routes(false), self.rulebook.terms());
        let own = lang.pick("各企业自己的申报日", "each firm's own day").to_owned();
        let head = Head {
            sides: [own, format!("{as_of} {}", kind.name(lang))],
            notes: self.office.iter().cloned().collect(),
        };
        let side = || Side::new(Judge::new(&question));
        let mut sides = [side(), side().on(Some(as_of), Some(kind))];
        let (mut out, mut matrix, mut moved) = (Vec::new(), Matrix::new(self.schemes.len()), Vec::new());
        let mut workbook = ComparisonWorkbook::new(&mut out, &question, head)?;
        for (done, rows) in (0..).step_by(STEP).zip(self.rows.chunks(STEP)) {
            let firms = rows.iter().map(|row| self.firm(row)).collect();
            for firm in ComparedFirm::all(firms, &mut sides, terms) {
                matrix.add(&firm);
                moved.push(firm.levels.iter().map(transition).collect());
                workbook.add(&firm)?;
            }
            tell(done, self.rows.len());
        }
        workbook.finish(&matrix, &self.reading, &[])?;
        self.moved = moved;
        let levels = self.schemes.iter().zip(&matrix.levels).map(|(scheme, level)| comparison(scheme, level));
        Ok((levels.collect(), out))
    }

    /// A row as it was read.
    pub(crate) fn firm(&self, row: &Row<'_>) -> Firm {
        let (JudgedFirm { place, name, mistakes, notes, .. }, terms) = (&row.firm, self.rulebook.terms());
        let blank = || Dossier::new(terms, self.occasion.as_of, self.occasion.kind);
        Firm {
            place: place.clone(),
            name: name.clone(),
            dossier: row.kept.as_ref().map_or_else(blank, |kept| kept.dossier(terms)),
            mistakes: mistakes.iter().chain(notes).cloned().collect(),
        }
    }
}

fn comparison(scheme: &str, level: &LevelMatrix) -> Comparison {
    let cells = STATES.into_iter().flat_map(|before| STATES.map(|after| [before, after]));
    let moves = cells.filter(|cell| level.firms(*cell) > 0);
    let moves = moves.map(|[before, after]| (reached(before), reached(after), level.firms([before, after])));
    let areas = level
        .by_area
        .iter()
        .map(|((area, [before, after]), firms)| (area.clone(), reached(*before), reached(*after), *firms));
    let conditions = level.causes.iter().map(|(([before, after], pack, id), (_, firms))| {
        (pack.clone(), id.clone(), reached(*before), reached(*after), *firms)
    });
    let mut conditions: Vec<_> = conditions.collect();
    conditions.sort_by_key(|(.., firms)| Reverse(*firms));
    Comparison { scheme: scheme.to_owned(), moves: moves.collect(), areas: areas.collect(), conditions }
}

fn transition([before, after]: &[Level<'_>; 2]) -> (Reached, Reached) {
    (reached(State::of(before)), reached(State::of(after)))
}

/// What a verdict is called in messages.
pub(crate) const fn reached_by(truth: Truth) -> Reached {
    match truth {
        Truth::Met => Reached::Met,
        Truth::Unmet => Reached::Unmet,
        Truth::Undetermined => Reached::Undetermined,
    }
}

const fn reached(state: State) -> Reached {
    match state {
        State::Met => Reached::Met,
        State::Unmet => Reached::Unmet,
        State::Undetermined => Reached::Undetermined,
        State::NoRules => Reached::Without,
    }
}
