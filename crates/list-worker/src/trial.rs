//! A list with the figures of a standard moved 「门槛试算」.

use crate::{
    compare::reached_by,
    list::{List, STEP},
};
use std::collections::BTreeMap;
use zjtx_evaluator::{Documents, FactKind, Lang, Pack, Text};
use zjtx_spreadsheet::{
    ComparedFirm, ComparisonWorkbook, Head, Judge, Matrix, Question, SheetError, Side, Table,
};
use zjtx_trial::{Area, Counts, Curve, Draft, Firms, Judged, Move, notes, words};
use zjtx_wire::lists::{self, Reached, Tried};

/// The firms that were judged by one pack.
pub(crate) struct Trial<'r> {
    pack: &'r Pack,
    level: usize,
    draft: Draft,
    firms: Firms<'r>,
    /// Their positions in the list.
    rows: Vec<usize>,
    /// Their verdicts in force.
    now: Judged,
}

impl<'r> Trial<'r> {
    /// Takes up the firms of a pack; none where there are none.
    pub(crate) fn new(list: &List<'r>, documents: &Documents, id: &str) -> Result<Option<Self>, Text> {
        let draft = Draft::of(documents, id);
        let (Some(pack), Some(draft)) = (list.rulebook.pack(id), draft) else { return Ok(None) };
        let level = list.schemes.iter().position(|scheme| scheme == pack.scheme()).unwrap_or_default();
        let (mut firms, mut rows) = (Firms::new(pack), Vec::new());
        for (index, row) in list.rows.iter().enumerate() {
            let verdict = row.firm.levels.get(level).and_then(|level| level.verdict.as_ref());
            let Some(kept) = row.kept.as_ref().filter(|_| verdict.is_some_and(|it| it.pack.id() == id))
            else {
                continue;
            };
            let dossier = kept.dossier(list.rulebook.terms());
            let terms = list.rulebook.terms();
            let city = || terms.of_kind(FactKind::City).and_then(|fact| dossier.get(fact)?.as_code());
            let area =
                if row.district > 0 { Some(row.district) } else { city().and_then(|code| code.parse().ok()) };
            firms.push(&dossier, area.unwrap_or(0)).map_err(|reason| words::unserved(&reason))?;
            rows.push(index);
        }
        let now = firms.judge(pack).map_err(|reason| words::unserved(&reason))?;
        Ok((!rows.is_empty()).then_some(Self { pack, level, draft, firms, rows, now }))
    }

    /// What can be moved.
    pub(crate) fn standard(&self) -> lists::Trial<Text> {
        let figure = |figure: &zjtx_trial::Figure| lists::Figure {
            text: figure.text.clone(),
            words: figure.words.clone(),
            values: figure.values(),
        };
        let figures = self.draft.figures().iter().map(figure).collect();
        lists::Trial { pack: self.pack.id().to_owned(), level: self.level, figures }
    }

    /// Judges with figures moved; what the firms come to is noted in the list, for the filter of its rows.
    pub(crate) fn judge(
        &self,
        list: &mut List<'r>,
        documents: &Documents,
        moves: &[lists::Move],
    ) -> Result<Tried, Text> {
        let pack = self.moved(documents, moves)?;
        let then = self.firms.judge(&pack).map_err(|reason| words::unserved(&reason))?;
        list.moved.resize(list.rows.len(), Box::default());
        let mut counts: BTreeMap<(Reached, Reached), u64> = BTreeMap::new();
        for ((row, before), after) in self.rows.iter().zip(&self.now.truths).zip(&then.truths) {
            let moved = (reached_by(*before), reached_by(*after));
            *counts.entry(moved).or_default() += 1;
            note(&mut list.moved, *row, self.level, list.schemes.len(), moved);
        }
        let areas = [&self.now, &then].map(|judged| judged.by_area(self.firms.areas()));
        Ok(Tried {
            moves: counts.into_iter().map(|((before, after), firms)| (before, after, firms)).collect(),
            areas: by_area(areas),
        })
    }

    /// Judges at several values of a figure.
    pub(crate) fn curve(
        &self,
        documents: &Documents,
        figure: usize,
        values: Vec<String>,
        moves: &[lists::Move],
    ) -> Result<Vec<Option<lists::Counts>>, Text> {
        let curve = self.curve_of(documents, (figure, values), &own(moves))?;
        Ok(curve.points.into_iter().map(|(_, found)| found.ok().map(three)).collect())
    }

    fn curve_of(
        &self,
        documents: &Documents,
        values: (usize, Vec<String>),
        moves: &[Move],
    ) -> Result<Curve, Text> {
        let curve = Curve::of((&self.draft, documents), values, moves, &self.firms);
        curve.map_err(|reason| words::unserved(&reason))
    }

    /// The curves of the figures that move, over their whole range, as a sheet.
    pub(crate) fn curves(
        &self,
        documents: &Documents,
        moves: &[lists::Move],
        lang: Lang,
    ) -> Result<Table, Text> {
        let (moves, mut rows) = (own(moves), Vec::new());
        for moved in &moves {
            let values = self.draft.figures().get(moved.figure).map(zjtx_trial::Figure::values);
            let values = (moved.figure, values.unwrap_or_default());
            rows.extend(self.curve_of(documents, values, &moves)?.rows(lang));
            rows.push(Vec::new());
        }
        Ok(Table { name: lang.pick("曲线", "Curves").to_owned(), rows })
    }

    /// The firms with both verdicts, and the curves, as a workbook.
    pub(crate) fn result(
        &self,
        list: &List<'r>,
        (moved, curves): (&Pack, Table),
        (moves, lang): (&[lists::Move], Lang),
        mut tell: impl FnMut(usize, usize),
    ) -> Result<Vec<u8>, SheetError> {
        let question = |pack| Question::of_pack(list.rulebook, pack).in_language(lang);
        let (now, then): (Question<'_>, Question<'_>) = (question(self.pack), question(moved));
        let sides = [lang.pick("现行标准", "in force"), lang.pick("试算", "trial")].map(str::to_owned);
        let notes = notes(&self.draft, &own(moves))
            .into_iter()
            .map(|note| note.get(lang).to_owned())
            .chain(list.office.clone());
        let (mut out, mut matrix) = (Vec::new(), Matrix::new(1));
        let mut workbook = ComparisonWorkbook::new(&mut out, &now, Head { sides, notes: notes.collect() })?;
        let mut sides = [Side::new(Judge::new(&now)), Side::new(Judge::new(&then))];
        for (done, rows) in (0..).step_by(STEP).zip(self.rows.chunks(STEP)) {
            let firms = rows.iter().filter_map(|row| Some(list.firm(list.rows.get(*row)?))).collect();
            for firm in ComparedFirm::all(firms, &mut sides, list.rulebook.terms()) {
                matrix.add(&firm);
                workbook.add(&firm)?;
            }
            tell(done, self.rows.len());
        }
        workbook.finish(&matrix, &list.reading, &[curves])?;
        Ok(out)
    }

    /// The pack with figures moved, or why the rules would not pass the check.
    pub(crate) fn moved(&self, documents: &Documents, moves: &[lists::Move]) -> Result<Pack, Text> {
        self.draft.pack(documents, &own(moves)).map_err(|refusal| refusal.text())
    }
}

/// Notes what a row came to at a level.
fn note(
    all: &mut [Box<[(Reached, Reached)]>],
    row: usize,
    level: usize,
    levels: usize,
    moved: (Reached, Reached),
) {
    let Some(place) = all.get_mut(row) else { return };
    if place.is_empty() {
        *place = vec![(Reached::Without, Reached::Without); levels].into();
    }
    if let Some(place) = place.get_mut(level) {
        *place = moved;
    }
}

fn own(moves: &[lists::Move]) -> Vec<Move> {
    moves.iter().map(|it| Move { figure: it.figure, text: it.text.clone() }).collect()
}

fn by_area([now, then]: [BTreeMap<Area, Counts>; 2]) -> Vec<(u32, lists::Counts, lists::Counts)> {
    let area = |(area, before): (Area, Counts)| {
        (area, three(before), three(then.get(&area).copied().unwrap_or_default()))
    };
    now.into_iter().map(area).collect()
}

const fn three(Counts { met, unmet, undetermined }: Counts) -> lists::Counts {
    [met, unmet, undetermined]
}
