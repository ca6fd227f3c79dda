//! Differences of criteria.

use super::{
    About, Aspect, Change, Difference, Name, Pair,
    sides::{Sides, aspect},
};
use crate::language::{
    nodes::Words,
    packs::{Body, Chapters, Criterion, Pack},
    terms::FactIx,
    words::{Clause, Condition},
};
use std::collections::BTreeSet;

/// A criterion and the chapter that it stands in.
#[derive(Clone, Copy)]
struct Placed<'p> {
    chapter: usize,
    criterion: &'p Criterion,
}

/// Changes in the order of the new pack, then what was removed.
pub(super) fn changes(sides: &Sides<'_>) -> Vec<Change> {
    let ((old, old_words), (new, new_words)) = (&sides.old, &sides.new);
    let (old, new) = (all(old), all(new));
    let partners: Vec<_> = new.iter().map(|now| partner(now, &old, &new)).collect();
    let mut changes = Vec::new();
    for (now, partner) in new.iter().zip(&partners) {
        changes.extend(match partner {
            Some(before) => changed(before, old_words, now.criterion, new_words),
            None => Some(alone(Pair::Added, Difference::Now, now.criterion, new_words)),
        });
    }
    let found = |before: &&Placed<'_>| partners.iter().flatten().any(|known| known.id == before.criterion.id);
    let gone = old.iter().filter(|before| !found(before));
    changes.extend(gone.map(|before| alone(Pair::Removed, Difference::Before, before.criterion, old_words)));
    changes
}

fn all(pack: &Pack) -> Vec<Placed<'_>> {
    let Chapters { prerequisites, vetoes, gates, routes, declarations } = pack.chapters();
    let chapters: [Vec<&Criterion>; 5] = [
        prerequisites.iter().collect(),
        vetoes.iter().collect(),
        gates.iter().collect(),
        routes.iter().collect(),
        declarations.iter().collect(),
    ];
    let mut placed = Vec::new();
    for (chapter, criteria) in chapters.into_iter().enumerate() {
        let mut within = Vec::new();
        criteria.into_iter().for_each(|criterion| criterion.collect(&mut within));
        placed.extend(within.into_iter().map(|criterion| Placed { chapter, criterion }));
    }
    placed
}

/// The old criterion of the same id, else the only one left of the chapter that reads the same facts.
fn partner<'o>(now: &Placed<'_>, old: &[Placed<'o>], new: &[Placed<'_>]) -> Option<&'o Criterion> {
    let has_id = |list: &[Placed<'_>], id: &str| list.iter().any(|other| other.criterion.id == id);
    if let Some(before) = old.iter().find(|before| before.criterion.id == now.criterion.id) {
        return Some(before.criterion);
    }
    let alike = |other: &Placed<'_>| {
        let facts = facts(other.criterion);
        other.chapter == now.chapter && !facts.is_empty() && facts == self::facts(now.criterion)
    };
    let rivals = new.iter().filter(|other| alike(other) && !has_id(old, &other.criterion.id)).count();
    let mut left = old.iter().filter(|other| alike(other) && !has_id(new, &other.criterion.id));
    let before = left.next()?;
    (rivals == 1 && left.next().is_none()).then_some(before.criterion)
}

/// The facts that a criterion's own test names.
fn facts(criterion: &Criterion) -> BTreeSet<FactIx> {
    let mut facts = BTreeSet::new();
    if let Body::Test { test, .. } = &criterion.body {
        test.each_fact(&mut |fact| {
            facts.insert(fact);
        });
    }
    facts
}

fn name(criterion: &Criterion, words: &Words<'_>) -> Name {
    Name { id: criterion.id.clone(), title: criterion.title.get(words.lang).to_owned() }
}

fn alone(
    pair: fn(Name) -> Pair,
    difference: fn(String) -> Difference,
    criterion: &Criterion,
    words: &Words<'_>,
) -> Change {
    let clauses = clauses(criterion, words).into_iter().map(|clause| clause.sentence(words.lang));
    Change {
        about: About::Criterion(pair(name(criterion, words))),
        differences: clauses.map(difference).collect(),
    }
}

fn changed(old: &Criterion, old_words: &Words<'_>, new: &Criterion, new_words: &Words<'_>) -> Option<Change> {
    let differ = |of: Aspect, text: fn(&Criterion, &Words<'_>) -> String| {
        aspect(of, text(old, old_words), text(new, new_words))
    };
    let mut differences = required(requirements(old, old_words), requirements(new, new_words), new_words);
    if differences.is_empty() {
        differences.extend(differ(Aspect::Structure, structure));
    }
    differences.extend(differ(Aspect::Kinds, |criterion, words| words.kinds(&criterion.applies_to)));
    differences.extend(differ(Aspect::Validity, |criterion, words| {
        criterion.in_force.map_or_else(String::new, |span| words.days(span))
    }));
    differences.extend(differ(Aspect::Title, |criterion, words| criterion.title.get(words.lang).to_owned()));
    differences.extend(differ(Aspect::Citation, |criterion, _| {
        format!("{} {}", criterion.cite.source, criterion.cite.clause)
    }));
    differences.extend(differ(Aspect::Wording, |criterion, _| criterion.cite.text.clone()));
    differences.extend(differ(Aspect::Confidence, |criterion, words| {
        words.confidence(criterion.confidence).to_owned()
    }));
    differences.extend(differ(Aspect::Note, |criterion, words| {
        criterion.note.as_ref().map_or_else(String::new, |note| note.get(words.lang).to_owned())
    }));
    let about = About::Criterion(Pair::Both(name(old, old_words), name(new, new_words)));
    (!differences.is_empty()).then_some(Change { about, differences })
}

/// A condition with the headings above it.
#[derive(Clone, PartialEq, Eq)]
struct Required {
    above: Vec<String>,
    condition: Condition,
}

impl Required {
    fn text(&self, words: &Words<'_>) -> String {
        let Condition { subject, requirement } = &self.condition;
        let above: String =
            self.above.iter().map(|heading| format!("{heading}{}", words.pick("：", ": "))).collect();
        format!("{above}{subject} {requirement}")
    }
}

fn requirements(criterion: &Criterion, words: &Words<'_>) -> Vec<Required> {
    let clauses = clauses(criterion, words);
    let conditions = clauses.iter().flat_map(Clause::conditions);
    conditions
        .map(|(above, condition)| Required {
            above: above.into_iter().map(str::to_owned).collect(),
            condition: condition.clone(),
        })
        .collect()
}

/// What a criterion's own tests require; the renewal's under its heading.
fn clauses(criterion: &Criterion, words: &Words<'_>) -> Vec<Clause> {
    let Body::Test { test, renewal } = &criterion.body else { return Vec::new() };
    let renewal = renewal.as_ref().map(|node| Clause::Group {
        heading: words.pick("复核", "Renewal").to_owned(),
        clauses: vec![node.describe(words)],
    });
    test.describe_each(words).into_iter().chain(renewal).collect()
}

fn structure(criterion: &Criterion, words: &Words<'_>) -> String {
    match &criterion.body {
        Body::AllOf(_) => words.pick("以下全部", "All of the following").to_owned(),
        Body::AnyOf(_) => words.pick("满足以下任一项", "Any of the following").to_owned(),
        Body::Test { .. } => {
            let clauses = clauses(criterion, words);
            clauses.iter().map(|clause| clause.sentence(words.lang)).collect()
        }
    }
}

/// Conditions that differ: the same subject required otherwise, then what only one side has.
fn required(old: Vec<Required>, new: Vec<Required>, words: &Words<'_>) -> Vec<Difference> {
    let mut before: Vec<Required> = old.iter().filter(|line| !new.contains(line)).cloned().collect();
    let now = new.into_iter().filter(|line| !old.contains(line));
    let mut differences = Vec::new();
    for line in now {
        let same = |earlier: &Required| {
            earlier.above == line.above && earlier.condition.subject == line.condition.subject
        };
        differences.push(match before.iter().position(same) {
            Some(position) => Difference::Requirement {
                old: before.remove(position).condition.requirement,
                subject: line.condition.subject,
                new: line.condition.requirement,
            },
            None => Difference::Now(line.text(words)),
        });
    }
    differences.extend(before.iter().map(|line| Difference::Before(line.text(words))));
    differences
}
