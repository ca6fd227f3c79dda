//! The table of results as text: the same columns in a workbook and in CSV.

use super::{JudgedFirm, words};
use crate::{
    judge::{Level, Question},
    read::CellError,
};
use std::borrow::Cow;
use zjtx_evaluator::{AdviceWords, Lang};

/// Which columns there are.
#[derive(Clone, Copy)]
pub(super) struct Table {
    levels: usize,
    routes: bool,
    lang: Lang,
}

/// A column.
#[derive(Clone, Copy)]
pub(super) enum Column {
    Place,
    Name,
    Verdict,
    Score,
    UnmetCount,
    Unmet,
    Missing,
    Nearest,
    Mistakes,
    Notes,
}

/// Columns of a level; the last one only where routes are asked for.
const PARTS: [Column; 6] =
    [Column::Verdict, Column::Score, Column::UnmetCount, Column::Unmet, Column::Missing, Column::Nearest];

impl Column {
    const fn heading(self, lang: Lang) -> &'static str {
        match self {
            Self::Place => lang.pick("位置", "Place"),
            Self::Name => lang.pick("企业全称", "Firm"),
            Self::Verdict => lang.pick("结论", "verdict"),
            Self::Score => lang.pick("得分", "score"),
            Self::UnmetCount => lang.pick("暂不满足项数", "conditions not met yet"),
            Self::Unmet => lang.pick("暂不满足的条件", "which are not met yet"),
            Self::Missing => {
                lang.pick("还会影响结论的待填项", "missing answers that could change the verdict")
            }
            Self::Nearest => lang.pick("最近的路径与差距", "nearest route and its gap"),
            Self::Mistakes => lang.pick("需改正", "To be corrected"),
            Self::Notes => lang.pick("提示", "Notes"),
        }
    }

    /// Its width in characters.
    pub(super) const fn width(self) -> f64 {
        match self {
            Self::Unmet | Self::Missing | Self::Nearest | Self::Mistakes | Self::Notes => 40.0,
            Self::Name => 30.0,
            Self::Place | Self::Verdict | Self::Score | Self::UnmetCount => 14.0,
        }
    }
}

impl Table {
    pub(super) fn of(question: &Question<'_>) -> Self {
        Self { levels: question.titles().len(), routes: question.has_routes(), lang: question.lang() }
    }

    fn parts(self) -> usize {
        if self.routes { PARTS.len() } else { PARTS.len() - 1 }
    }

    /// The columns with their names.
    pub(super) fn headings(self, question: &Question<'_>) -> Vec<(Column, String)> {
        let lang = self.lang;
        let own = |column: Column| (column, column.heading(lang).to_owned());
        let mut headings = vec![own(Column::Place), own(Column::Name)];
        for title in question.titles() {
            let between = lang.pick("：", ": ");
            let part = |part: &Column| (*part, format!("{title}{between}{}", part.heading(lang)));
            headings.extend(PARTS.iter().take(self.parts()).map(part));
        }
        headings.extend([own(Column::Mistakes), own(Column::Notes)]);
        headings
    }

    /// The cells of a firm.
    pub(super) fn cells<'f>(self, firm: &'f JudgedFirm<'_>) -> Vec<Cow<'f, str>> {
        let mut cells = Vec::with_capacity(4 + self.levels * self.parts());
        cells.extend([firm.place.to_string().into(), firm.name.as_str().into()]);
        for index in 0..self.levels {
            let level = firm.levels.get(index);
            let level = level.map_or_else(Default::default, |level| level_cells(level, self.lang));
            cells.extend(level.into_iter().take(self.parts()));
        }
        let told = |sentences: Vec<String>| sentences.join(words::semicolon(self.lang)).into();
        cells.extend([told(sentences(&firm.mistakes, self.lang)), told(notes(firm, self.lang))]);
        cells
    }
}

fn level_cells(level: &Level<'_>, lang: Lang) -> [Cow<'static, str>; PARTS.len()] {
    let Some(verdict) = &level.verdict else {
        return [words::no_rules(lang), "", "", "", "", ""].map(Cow::Borrowed);
    };
    let unmet = verdict.unmet.iter().map(|unmet| format!("{} {}", unmet.id, unmet.title.get(lang)));
    let count = verdict.unmet.len();
    [
        words::verdict(verdict.truth, lang).into(),
        verdict.score.map(|score| score.display()).unwrap_or_default().into(),
        if count > 0 { count.to_string() } else { String::new() }.into(),
        unmet.collect::<Vec<_>>().join(words::semicolon(lang)).into(),
        AdviceWords::of(verdict.pack, lang).places(&verdict.missing).into(),
        verdict.nearest_words(lang).unwrap_or_default().into(),
    ]
}

/// What is told of cells, as sentences.
pub(super) fn sentences(errors: &[CellError], lang: Lang) -> Vec<String> {
    errors.iter().map(|error| error.text().get(lang).to_owned()).collect()
}

/// What else is told of a firm's row: cells that count as not given, and figures to be looked at again.
pub(super) fn notes(firm: &JudgedFirm<'_>, lang: Lang) -> Vec<String> {
    let doubts = firm.doubts.iter().map(|doubt| doubt.get(lang).to_owned());
    sentences(&firm.notes, lang).into_iter().chain(doubts).collect()
}
