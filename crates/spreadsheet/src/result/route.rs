//! The nearest route of a firm in a cell. Closed years are facts: what is told of them is a gap, and what can
//! be done counts from the year named.

use super::table::fact_name;
use zjtx_evaluator::{
    FactRef, Lang, Term, Terms, Value,
    advise::{Effort, Planned, Route},
    bit,
};

/// `研发费用 2025 年：填报 80万元，要求 100万元，差 20万元（下一申报年度，2027 年起）`, and so on for each change.
pub(crate) fn words(route: &Route, terms: &Terms) -> String {
    let changes: Vec<String> = route.changes.iter().map(|planned| change(planned, terms)).collect();
    changes.join("；")
}

fn change(planned: &Planned, terms: &Terms) -> String {
    let change = &planned.change;
    let from = change.from.as_ref().map_or("未填".to_owned(), |from| value(change.place, from, terms));
    let to = value(change.place, &change.to, terms);
    let by = change.by().map(|by| format!("，差 {}", figure(change.place, &by, terms))).unwrap_or_default();
    format!("{}：填报 {from}，要求 {to}{by}（{}）", fact_name(change.place, terms), when(planned))
}

fn when(planned: &Planned) -> String {
    let words = match planned.effort {
        Effort::ThisWindow => return "本年度可补材料".to_owned(),
        Effort::NextWindow => "下一申报年度",
        Effort::LongTerm => "长期",
        Effort::Unchangeable => "不可变",
    };
    planned.window.map_or_else(|| words.to_owned(), |year| format!("{words}，{year} 年起"))
}

fn figure(place: FactRef, number: &str, terms: &Terms) -> String {
    terms.term(place.fact).map_or_else(|| number.to_owned(), |term| term.figure(number, Lang::Zh))
}

fn value(place: FactRef, value: &Value, terms: &Terms) -> String {
    let Some(term) = terms.term(place.fact) else { return String::new() };
    match value {
        Value::Bool(true) => "是".to_owned(),
        Value::Bool(false) => "否".to_owned(),
        Value::Choice(own) => named(term, |index| index == *own),
        Value::Set(0) | Value::Rank(None) => "无".to_owned(),
        Value::Set(set) => named(term, |index| set & bit(index) != 0),
        Value::Rank(Some(rank)) => format!("第 {rank} 名"),
        other => figure(place, &other.plain().unwrap_or_default(), terms),
    }
}

fn named(term: &Term, is_meant: impl Fn(u8) -> bool) -> String {
    let names = (0_u8..).zip(term.choices()).filter(|(index, _)| is_meant(*index));
    names.map(|(_, (_, name))| name.get(Lang::Zh)).collect::<Vec<_>>().join("、")
}
