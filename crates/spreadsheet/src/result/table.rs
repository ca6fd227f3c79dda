//! The table of results as text: the same columns in a workbook and in CSV.

use super::JudgedFirm;
use crate::judge::{Level, Question, Verdict};
use zjtx_evaluator::{FactRef, Lang, Terms, Truth};

/// Names of the columns.
pub(super) fn headings(question: &Question<'_>) -> Vec<String> {
    let mut headings = vec!["位置".to_owned(), "企业全称".to_owned()];
    for title in question.titles() {
        headings.extend(
            ["结论", "得分", "暂不满足的条件", "还会影响结论的待填项"].map(|part| format!("{title}：{part}")),
        );
    }
    headings.push("需改正".to_owned());
    headings
}

/// The cells of a firm.
pub(super) fn cells(firm: &JudgedFirm<'_>, levels: usize) -> Vec<String> {
    let mut cells = vec![firm.firm.place.to_string(), firm.firm.name.clone()];
    for index in 0..levels {
        cells.extend(firm.levels.get(index).map_or(EMPTY.map(str::to_owned), level_cells));
    }
    cells.push(mistakes(firm).join("；"));
    cells
}

/// Cells of a level that was not judged.
const EMPTY: [&str; 4] = [""; 4];

fn level_cells(level: &Level<'_>) -> [String; 4] {
    let Some(verdict) = &level.verdict else {
        return ["没有适用的规则", "", "", ""].map(str::to_owned);
    };
    let unmet: Vec<String> = verdict
        .unmet
        .iter()
        .map(|criterion| format!("{} {}", criterion.id, criterion.title.get(Lang::Zh)))
        .collect();
    let score = verdict.score.map(|score| score.display()).unwrap_or_default();
    [verdict_word(verdict.truth).to_owned(), score, unmet.join("；"), missing_names(verdict).join("、")]
}

fn missing_names(verdict: &Verdict<'_>) -> Vec<String> {
    verdict.missing.iter().map(|missing| fact_name(*missing, verdict.pack.terms())).collect()
}

/// `研发费用 2025 年`
fn fact_name(found: FactRef, terms: &Terms) -> String {
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
pub(super) fn mistakes(firm: &JudgedFirm<'_>) -> Vec<String> {
    firm.firm.dossier.as_ref().err().into_iter().flatten().map(ToString::to_string).collect()
}
