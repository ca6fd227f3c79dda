//! From a cell to an answer. Spreadsheets show names where dossiers have ids; numbers and everything
//! else go to the evaluator's own reader.

use super::{content::Content, problem::CellProblem};
use std::borrow::Cow;
use zjtx_evaluator::{ApplicationKind, Coded, FactKind, Lang, Term, Terms, Value};

/// Words that say that an answer is not known.
const UNKNOWN: [&str; 9] = ["不清楚", "不详", "未知", "-", "—", "——", "/", "N/A", "n/a"];
const YES: [&str; 6] = ["√", "✓", "✔", "有", "Y", "y"];
const NO: [&str; 7] = ["×", "✗", "✕", "无", "没有", "N", "n"];
/// Between the answers of a set.
const BETWEEN: [char; 3] = ['；', ';', '\n'];

/// The answer in a cell; `None` where it says that none is known.
///
/// `unit` is that of the heading, for numbers without their own.
pub(super) fn read(
    content: &Content,
    term: &Term,
    unit: &str,
    terms: &Terms,
) -> Result<Option<Value>, CellProblem> {
    match content {
        Content::NoValue => return Err(CellProblem::NoValue),
        Content::Wrong(_) => return Err(CellProblem::WrongFormula),
        // A cell in percent format holds 0.035 and shows 3.5%.
        Content::Number(share) if term.kind() == FactKind::Percent && *share > 0.0 && *share <= 1.0 => {
            return Err(CellProblem::PercentOrShare);
        }
        _ => {}
    }
    let shown = content.shown();
    if UNKNOWN.contains(&&*shown) {
        return Ok(None);
    }
    let text = in_dossier_words(&shown, term, unit, terms);
    zjtx_evaluator::read(&text, term, terms).map(Some).map_err(CellProblem::Unreadable)
}

/// 新申请 or 复核.
pub(super) fn application_kind(text: &str) -> Option<ApplicationKind> {
    match text {
        "新申请" | "首次申请" | "首次" | "认定" | "first" => Some(ApplicationKind::First),
        "复核" | "renewal" => Some(ApplicationKind::Renewal),
        _ => None,
    }
}

/// The text as dossiers write it.
fn in_dossier_words<'a>(shown: &'a str, term: &'a Term, unit: &str, terms: &'a Terms) -> Cow<'a, str> {
    match term.kind() {
        FactKind::Bool if YES.contains(&shown) => "是".into(),
        FactKind::Bool if NO.contains(&shown) => "否".into(),
        FactKind::Choice => choice_id(shown, term).unwrap_or(shown).into(),
        FactKind::Set => set_ids(shown, term).into(),
        FactKind::City => {
            area_code(shown, terms.areas().cities.iter().map(|city| (&city.code, &city.name.zh)))
        }
        FactKind::District => {
            let districts = terms.areas().cities.iter().flat_map(|city| &city.districts);
            area_code(shown, districts.map(|Coded { code, name }| (code, &name.zh)))
        }
        FactKind::Industry => industry_code(shown).into(),
        _ if !unit.is_empty() && shown.ends_with(|c: char| c.is_numeric()) => format!("{shown}{unit}").into(),
        _ => shown.into(),
    }
}

/// Id of an answer that is written by name in either language, or by its id.
fn choice_id<'t>(shown: &str, term: &'t Term) -> Option<&'t str> {
    let is_meant = |name: &str| name == shown;
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
    let id = |word: &str| {
        let by_number =
            word.parse().ok().and_then(|number: usize| term.choices().nth(number.checked_sub(1)?));
        choice_id(word, term).or(by_number.map(|(id, _)| id)).map(str::to_owned)
    };
    let ids: Option<Vec<String>> =
        shown.split(BETWEEN).map(str::trim).filter(|word| !word.is_empty()).map(id).collect();
    ids.map_or(shown.to_owned(), |ids| ids.join(","))
}

/// The code of a place by name; 广州市天河区 is 天河区.
fn area_code<'a>(shown: &'a str, mut places: impl Iterator<Item = (&'a String, &'a String)>) -> Cow<'a, str> {
    let found = places
        .find(|(_, name)| shown.ends_with(name.as_str()) || name.trim_end_matches(['市', '区']) == shown);
    found.map_or(shown, |(code, _)| code).into()
}

/// The digits of `C3911 计算机整机制造`.
fn industry_code(shown: &str) -> String {
    let bare = shown.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let digits: String = bare.chars().take_while(char::is_ascii_digit).collect();
    if digits.is_empty() { shown.to_owned() } else { digits }
}
