//! From a cell to an answer. Spreadsheets show names where dossiers have ids; numbers and everything
//! else go to the evaluator's own reader.

use super::{content::Content, problem::CellProblem};
use crate::{
    amount::{Amount, amount},
    clean::half_width,
    heading::Unit,
    names,
};
use std::borrow::Cow;
use zjtx_evaluator::{ApplicationKind, FactKind, Lang, Term, Terms, Value};

/// Whether a text says that an answer is not known: the template's word, and others of lists.
fn is_unknown(text: &str) -> bool {
    matches!(text, "不清楚" | "不详" | "未知")
}

const YES: [&str; 9] = ["√", "✓", "✔", "有", "Y", "y", "Yes", "YES", "对"];
const NO: [&str; 9] = ["×", "✗", "✕", "无", "没有", "N", "n", "No", "NO"];
/// Between the answers of a set.
const BETWEEN: [char; 3] = ['；', ';', '\n'];

/// Whether a cell says that nothing is known, in words or signs of lists.
pub(super) fn is_blank(content: &Content) -> bool {
    matches!(content, Content::Text(text) if is_blank_word(text))
}

/// Words and signs of lists for nothing. Compared one by one where they stand, which is quicker than a list of them.
fn is_blank_word(text: &str) -> bool {
    // Most cells are figures, 是 or 否.
    !text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '是' | '否'))
        && matches!(
            text,
            "-" | "--"
                | "---"
                | "—"
                | "——"
                | "―"
                | "－"
                | "/"
                | "\\"
                | "N/A"
                | "n/a"
                | "NA"
                | "n.a."
                | "NULL"
                | "null"
                | "None"
                | "NaN"
                | "#N/A"
                | "暂无"
                | "暂缺"
                | "缺"
                | "未填"
                | "未填写"
                | "未取得"
                | "尚未取得"
                | "暂未取得"
                | "待定"
                | "待查"
                | "不适用"
                | "无数据"
        )
}

/// Whether a cell says that its answer is not known.
pub(super) fn says_nothing(content: &Content, shown: &str) -> bool {
    is_blank(content) || is_unknown(shown)
}

/// The answer in a cell; `None` where it says that none is known.
///
/// `unit` is that of the heading, for numbers without their own.
pub(super) fn read(
    content: &Content,
    term: &Term,
    unit: Unit,
    terms: &Terms,
) -> Result<Option<Value>, CellProblem> {
    match content {
        Content::NoValue => return Err(CellProblem::NoValue),
        Content::Wrong(_) => return Err(CellProblem::WrongFormula),
        _ => {}
    }
    let shown = content.shown();
    if says_nothing(content, &shown) || is_none(&shown, term.kind()) {
        return Ok(None);
    }
    if shown.starts_with('#') && shown.ends_with(['!', '?']) {
        return Err(CellProblem::WrongFormula);
    }
    let text = match term.kind() {
        FactKind::Industry => industry(&shown, terms)?.into(),
        kind if is_figure(kind) => figure(&shown, kind, unit)?,
        _ => in_dossier_words(&shown, term),
    };
    zjtx_evaluator::read(&text, term, terms).map(Some).map_err(CellProblem::Unreadable)
}

/// 无 is an answer to a question of yes and no, of a rank or of a set; of a figure it says nothing.
fn is_none(shown: &str, kind: FactKind) -> bool {
    shown == "无" && (is_figure(kind) || matches!(kind, FactKind::Industry | FactKind::Text))
}

const fn is_figure(kind: FactKind) -> bool {
    matches!(kind, FactKind::Money | FactKind::Percent | FactKind::Count | FactKind::Years | FactKind::Points)
}

/// 新申请 or 复核.
pub(super) fn application_kind(text: &str) -> Option<ApplicationKind> {
    match text {
        "新申请" | "首次申请" | "首次申报" | "首次" | "新申报" | "认定" | "first" => {
            Some(ApplicationKind::First)
        }
        "复核" | "复审" | "renewal" => Some(ApplicationKind::Renewal),
        _ => None,
    }
}

/// A figure as dossiers write it, with its unit.
fn figure(shown: &str, kind: FactKind, unit: Unit) -> Result<Cow<'_, str>, CellProblem> {
    let text = match amount(shown, (kind == FactKind::Money).then_some(unit)) {
        Amount::Foreign => return Err(CellProblem::OtherCurrency),
        Amount::Text(text) => text,
    };
    // A share of at most one may be meant as percent or as the share itself, whatever its cell is like.
    if kind == FactKind::Percent && is_bare_share(&text) {
        return Err(CellProblem::PercentOrShare);
    }
    match unit {
        Unit::Word(word) if text.ends_with(|c: char| c.is_numeric()) => Ok(format!("{text}{word}").into()),
        _ => Ok(text),
    }
}

fn is_bare_share(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_plain && text.parse::<f64>().is_ok_and(|share| share > 0.0 && share <= 1.0)
}

fn industry(shown: &str, terms: &Terms) -> Result<String, CellProblem> {
    let text: String = plain(shown).collect();
    if let Some(code) = names::industry(&text, terms) {
        return Ok(code);
    }
    let is_section =
        |name: &str, code: &str| code.eq_ignore_ascii_case(&text) || name == text || name == shown;
    let mut sections = terms.industries().sections.iter();
    let whole = sections.any(|section| is_section(section.name.get(Lang::Zh), &section.code));
    Err(if whole { CellProblem::WholeSection } else { CellProblem::UnknownIndustry })
}

/// The text as dossiers write it.
fn in_dossier_words<'a>(shown: &'a str, term: &'a Term) -> Cow<'a, str> {
    match term.kind() {
        FactKind::Bool => yes_no(shown),
        FactKind::Choice => choice_id(shown, term).unwrap_or(shown).into(),
        FactKind::Set => set_ids(shown, term).into(),
        _ => shown.into(),
    }
}

fn yes_no(shown: &str) -> Cow<'_, str> {
    if matches!(shown, "是" | "否") {
        return shown.into();
    }
    let text: String = plain(shown).collect();
    if YES.contains(&text.as_str()) {
        "是".into()
    } else if NO.contains(&text.as_str()) {
        "否".into()
    } else {
        shown.into()
    }
}

/// A text's characters in half width.
fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(half_width)
}

/// Id of an answer that is written by name in either language, or by its id.
fn choice_id<'t>(shown: &str, term: &'t Term) -> Option<&'t str> {
    let is_meant = |name: &str| name == shown || plain(name).eq(plain(shown));
    let mut choices = term.choices();
    let found = choices
        .find(|(id, name)| is_meant(id) || is_meant(name.get(Lang::Zh)) || is_meant(name.get(Lang::En)));
    found.map(|(id, _)| id)
}

/// Ids of the answers of a set, written by name, by id or by their number in the list of answers.
fn set_ids(shown: &str, term: &Term) -> String {
    if NO.contains(&shown) {
        return String::new();
    }
    let shown: String = plain(shown).collect();
    let id = |word: &str| {
        let by_number =
            word.parse().ok().and_then(|number: usize| term.choices().nth(number.checked_sub(1)?));
        choice_id(word, term).or(by_number.map(|(id, _)| id)).map(str::to_owned)
    };
    let ids: Option<Vec<String>> =
        shown.split(BETWEEN).map(str::trim).filter(|word| !word.is_empty()).map(id).collect();
    ids.map_or(shown.clone(), |ids| ids.join(","))
}
