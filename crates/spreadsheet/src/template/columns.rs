//! The columns of the template: what the packs in force read, years side by side.

use std::collections::{BTreeMap, BTreeSet};
use zjtx_evaluator::{
    ApplicationKind, Date, Dossier, FactKind, FactPeriod, FactRef, Lang, Pack, Rulebook, Term, Terms,
    evaluate, number::Unit,
};

/// A column of the template.
pub(super) struct Column {
    /// What it holds.
    pub(super) content: ColumnContent,
    /// Its heading.
    pub(super) heading: String,
    /// Names of the packs that read it.
    pub(super) packs: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnContent {
    /// An answer.
    Fact(FactRef),
    /// First application or renewal.
    Kind,
}

/// Kinds of the facts that decide which rules hold; they stand first, behind the firm's name.
const FIRST: [FactKind; 3] = [FactKind::City, FactKind::District, FactKind::Industry];

/// Every fact and year that a pack in force on the day reads, and what names the firm.
pub(super) fn columns(rulebook: &Rulebook, as_of: Date) -> Vec<Column> {
    let terms = rulebook.terms();
    let mut read: BTreeMap<FactRef, BTreeSet<&str>> = BTreeMap::new();
    for (pack, kind) in packs_in_force(rulebook, as_of) {
        for fact in facts_read(pack, as_of, kind) {
            read.entry(fact).or_default().insert(pack.title().get(Lang::Zh));
        }
    }
    let first = terms.named_by().into_iter().chain(FIRST.iter().filter_map(|kind| terms.of_kind(*kind)));
    let first: Vec<FactRef> = first.map(|fact| FactRef { fact, year: None }).collect();
    let mut others: Vec<FactRef> = read.keys().filter(|fact| !first.contains(fact)).copied().collect();
    others.sort_by_key(|found| (found.fact, std::cmp::Reverse(found.year)));
    let column = |found: FactRef| Column {
        content: ColumnContent::Fact(found),
        heading: heading(found, terms),
        packs: read.get(&found).into_iter().flatten().map(|title| (*title).to_owned()).collect(),
    };
    let kind = Column { content: ColumnContent::Kind, heading: "申请类型".to_owned(), packs: Vec::new() };
    first.into_iter().map(column).chain([kind]).chain(others.into_iter().map(column)).collect()
}

fn packs_in_force(rulebook: &Rulebook, as_of: Date) -> Vec<(&Pack, ApplicationKind)> {
    let kinds = [ApplicationKind::First, ApplicationKind::Renewal];
    let in_force = |pack: &Pack, kind| {
        let selected = rulebook.select(pack.scheme(), pack.region(), as_of, kind);
        selected.is_some_and(|selected| selected.id() == pack.id())
    };
    let packs = rulebook.packs().iter().flat_map(|pack| kinds.map(|kind| (pack, kind)));
    packs.filter(|(pack, kind)| in_force(pack, *kind)).collect()
}

/// Judging a firm of which nothing is known reads everything but the figures of its size group.
fn facts_read(pack: &Pack, as_of: Date, kind: ApplicationKind) -> Vec<FactRef> {
    let unknown = Dossier::new(pack.terms(), as_of, kind);
    let mut facts = evaluate(pack, &unknown).facts_read();
    let groups = pack.size_table().into_iter().flat_map(|table| table.groups());
    facts.extend(groups.flat_map(|group| &group.indicators).map(|(fact, _)| {
        let period = pack.terms().term(*fact).and_then(Term::period);
        FactRef { fact: *fact, year: unknown.period_year(period, 0) }
    }));
    facts
}

/// `研发费用（万元） 2025年`
fn heading(found: FactRef, terms: &Terms) -> String {
    let Some(term) = terms.term(found.fact) else { return String::new() };
    let name = term.term().get(Lang::Zh);
    let unit = unit(term).map(|unit| format!("（{unit}）")).unwrap_or_default();
    let year = match (found.year, term.period()) {
        (Some(year), Some(FactPeriod::YearEnd)) => format!(" {year}年末"),
        (Some(year), _) => format!(" {year}年"),
        (None, _) => String::new(),
    };
    format!("{name}{unit}{year}")
}

/// The unit of a column's numbers, where it is not plain from the name.
pub(super) fn unit(term: &Term) -> Option<&'static str> {
    match term.unit()? {
        Unit::Money => Some("万元"),
        Unit::Percent => Some("%"),
        Unit::Years => Some("年"),
        Unit::Points => Some("分"),
        Unit::Count | Unit::Rank | Unit::Days => None,
    }
}

/// Names that can be chosen from; empty where the answer is written.
pub(super) fn options(content: ColumnContent, terms: &Terms) -> Vec<String> {
    let ColumnContent::Fact(found) = content else {
        return vec!["新申请".to_owned(), "复核".to_owned()];
    };
    let Some(term) = terms.term(found.fact) else { return Vec::new() };
    let cities = &terms.areas().cities;
    let zh = |name: &zjtx_evaluator::Text| name.get(Lang::Zh).to_owned();
    match term.kind() {
        FactKind::Bool => vec!["是".to_owned(), "否".to_owned(), "不清楚".to_owned()],
        FactKind::Choice | FactKind::Set => term.choices().map(|(_, name)| zh(name)).collect(),
        FactKind::City => cities.iter().map(|city| zh(&city.name)).collect(),
        FactKind::District => {
            cities.iter().flat_map(|city| &city.districts).map(|place| zh(&place.name)).collect()
        }
        _ => Vec::new(),
    }
}

/// An answer as the example row shows it.
pub(super) fn example(content: ColumnContent, terms: &Terms) -> String {
    let ColumnContent::Fact(found) = content else { return "新申请".to_owned() };
    let Some(term) = terms.term(found.fact) else { return String::new() };
    match term.kind() {
        FactKind::Text => format!("{}（本行不参与判断）", super::EXAMPLE),
        FactKind::Industry => "3911".to_owned(),
        FactKind::Money => "8600.5".to_owned(),
        FactKind::Percent => "12.5%".to_owned(),
        FactKind::Count => "60".to_owned(),
        FactKind::Years => "5".to_owned(),
        FactKind::Points => "1".to_owned(),
        FactKind::Rank => "无".to_owned(),
        FactKind::Date => "2015-03-16".to_owned(),
        FactKind::Set => "1；2".to_owned(),
        _ => options(content, terms).into_iter().next().unwrap_or_default(),
    }
}
