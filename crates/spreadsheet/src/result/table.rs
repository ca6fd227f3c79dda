//! The table of results as text: the same columns in a workbook and in CSV.

use super::JudgedFirm;
use crate::judge::{Level, Question, Verdict};
use zjtx_evaluator::{FactRef, Lang, Terms, Truth};

/// Which columns there are.
#[derive(Clone, Copy)]
pub(super) struct Table {
    levels: usize,
    routes: bool,
    lang: Lang,
}

/// Columns of a level; the last one only where routes are asked for.
const PARTS: [&str; 6] =
    ["结论", "得分", "暂不满足项数", "暂不满足的条件", "还会影响结论的待填项", "最近的路径与差距"];

impl Table {
    pub(super) fn of(question: &Question<'_>) -> Self {
        Self { levels: question.titles().len(), routes: question.has_routes(), lang: question.lang() }
    }

    fn parts(self) -> usize {
        if self.routes { PARTS.len() } else { PARTS.len() - 1 }
    }

    /// Names of the columns.
    pub(super) fn headings(self, question: &Question<'_>) -> Vec<String> {
        let mut headings = vec!["位置".to_owned(), "企业全称".to_owned()];
        for title in question.titles() {
            headings.extend(PARTS.iter().take(self.parts()).map(|part| format!("{title}：{part}")));
        }
        headings.push("需改正".to_owned());
        headings
    }

    /// The cells of a firm.
    pub(super) fn cells(self, firm: &JudgedFirm<'_>) -> Vec<String> {
        let mut cells = vec![firm.place.to_string(), firm.name.clone()];
        for index in 0..self.levels {
            let level = firm.levels.get(index).map_or_else(Default::default, level_cells);
            cells.extend(level.into_iter().take(self.parts()));
        }
        cells.push(mistakes(firm, self.lang).join(self.lang.pick("；", "; ")));
        cells
    }
}

fn level_cells(level: &Level<'_>) -> [String; PARTS.len()] {
    let Some(verdict) = &level.verdict else {
        return ["没有适用的规则", "", "", "", "", ""].map(str::to_owned);
    };
    let unmet = verdict.unmet.iter().map(|criterion| format!("{} {}", criterion.id, criterion.title.zh));
    let count = verdict.unmet.len();
    [
        verdict_word(verdict.truth).to_owned(),
        verdict.score.map(|score| score.display()).unwrap_or_default(),
        if count > 0 { count.to_string() } else { String::new() },
        unmet.collect::<Vec<_>>().join("；"),
        missing_names(verdict).join("、"),
        verdict.nearest_words().unwrap_or_default(),
    ]
}

fn missing_names(verdict: &Verdict<'_>) -> Vec<String> {
    verdict.missing.iter().map(|missing| fact_name(*missing, verdict.pack.terms())).collect()
}

/// `研发费用 2025 年`
pub(super) fn fact_name(found: FactRef, terms: &Terms) -> String {
    let name = terms.term(found.fact).map_or("", |term| term.term().get(Lang::Zh));
    found.year.map_or_else(|| name.to_owned(), |year| format!("{name} {year} 年"))
}

/// The verdict in the words of the self-test.
pub(super) const fn verdict_word(truth: Truth) -> &'static str {
    match truth {
        Truth::Met => "符合条件",
        Truth::Unmet => "暂不符合条件",
        Truth::Undetermined => "尚不能判断",
    }
}

/// The mistakes in the firm's row as sentences.
pub(super) fn mistakes(firm: &JudgedFirm<'_>, lang: Lang) -> Vec<String> {
    firm.mistakes.iter().map(|mistake| mistake.text().get(lang).to_owned()).collect()
}
