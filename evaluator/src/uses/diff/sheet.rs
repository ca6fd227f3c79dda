//! Differences of score sheets, group by group and indicator by indicator.

use super::{
    About, Aspect, Change, Difference, Name, Pair,
    sides::{Sides, aspect},
};
use crate::language::{
    nodes::Words,
    packs::Pack,
    scores::{Group, Indicator},
};

pub(super) fn changes(sides: &Sides<'_>) -> Vec<Change> {
    let ((old, old_words), (new, new_words)) = (&sides.old, &sides.new);
    let mut changes = compare(&parts(old, old_words), &parts(new, new_words));
    changes.retain(|change| !change.differences.is_empty());
    changes
}

/// A group or indicator in words.
struct Part {
    name: Name,
    about: fn(Pair) -> About,
    full: String,
    floor: String,
    rows: Vec<String>,
}

fn parts(pack: &Pack, words: &Words<'_>) -> Vec<Part> {
    let groups = pack.sheet().into_iter().flat_map(|sheet| &sheet.groups);
    let with_indicators = |group: &Group| {
        let indicators = group.indicators.iter().map(|indicator| of_indicator(indicator, words));
        std::iter::once(of_group(group, words)).chain(indicators).collect::<Vec<_>>()
    };
    groups.flat_map(with_indicators).collect()
}

fn of_group(group: &Group, words: &Words<'_>) -> Part {
    let name = Name { id: group.id.clone(), title: group.title.get(words.lang).to_owned() };
    let floor = group.floor.map_or_else(String::new, |floor| words.points(&floor.to_string()));
    Part { name, about: About::Group, full: words.points(&group.full.to_string()), floor, rows: Vec::new() }
}

fn of_indicator(indicator: &Indicator, words: &Words<'_>) -> Part {
    let name = Name { id: indicator.id.clone(), title: indicator.title.get(words.lang).to_owned() };
    let rows = indicator.rule.describe(indicator.full, words);
    let colon = words.pick("：", ": ");
    let rows = rows.iter().map(|row| format!("{} {}{colon}{}", row.subject, row.found, row.points)).collect();
    let full = words.points(&indicator.full.to_string());
    Part { name, about: About::Indicator, full, floor: String::new(), rows }
}

fn compare(old: &[Part], new: &[Part]) -> Vec<Change> {
    let among = |parts: &'_ [Part], part: &Part| parts.iter().position(|other| other.name.id == part.name.id);
    let mut changes: Vec<Change> = new
        .iter()
        .map(|now| match among(old, now).and_then(|at| old.get(at)) {
            Some(before) => changed(before, now),
            None => alone(now, Pair::Added, Difference::Now),
        })
        .collect();
    let gone = old.iter().filter(|before| among(new, before).is_none());
    changes.extend(gone.map(|before| alone(before, Pair::Removed, Difference::Before)));
    changes
}

fn changed(old: &Part, new: &Part) -> Change {
    let rows = |from: &Part, other: &Part| -> Vec<String> {
        from.rows.iter().filter(|row| !other.rows.contains(row)).cloned().collect()
    };
    let aspects = [
        aspect(Aspect::Title, &old.name.title, &new.name.title),
        aspect(Aspect::Full, &old.full, &new.full),
        aspect(Aspect::PassMark, &old.floor, &new.floor),
    ];
    let mut differences: Vec<Difference> = aspects.into_iter().flatten().collect();
    differences.extend(rows(old, new).into_iter().map(Difference::Before));
    differences.extend(rows(new, old).into_iter().map(Difference::Now));
    Change { about: (new.about)(Pair::Both(old.name.clone(), new.name.clone())), differences }
}

fn alone(part: &Part, pair: fn(Name) -> Pair, difference: fn(String) -> Difference) -> Change {
    let rows = part.rows.iter().cloned();
    let differences = std::iter::once(part.full.clone()).chain(rows).map(difference).collect();
    Change { about: (part.about)(pair(part.name.clone())), differences }
}
