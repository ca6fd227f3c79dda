//! Packs with one mistake each.

use crate::literal::Literal;
use crate::tree::{last_name, places};
use serde_json::Value;

/// What was done to a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mutation {
    /// A literal one smallest step up or down; both as written.
    Literal(String, String),
    /// An operator changed for another.
    Operator(&'static str, &'static str),
    /// A member of a list of conditions left out.
    Dropped,
    /// What a condition says of the occasions on which it is examined left out.
    Always(&'static str),
}

/// A pack with one mistake.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// The JSON pointer, in the original, to what was changed.
    pub pointer: String,
    /// What was done there.
    pub mutation: Mutation,
    /// The pack with the mistake.
    pub pack: Value,
}

/// Every operator with its neighbour, which differs at the number itself, and its opposite.
const OPERATORS: [(&str, &str, &str); 4] = [
    ("at_least", "more_than", "less_than"),
    ("more_than", "at_least", "at_most"),
    ("at_most", "less_than", "more_than"),
    ("less_than", "at_most", "at_least"),
];

/// Lists of conditions that must hold together or of which some must.
const LISTS: [&str; 8] = ["all", "any", "all_of", "any_of", "readings", "prerequisites", "vetoes", "gates"];

/// What a condition says of the kinds of application and the days on which it is examined.
const OCCASIONS: [&str; 3] = ["applies_to", "in_force", "renewal"];

/// All mutants of a pack: literals, then operators, then left-out conditions, then occasions.
#[must_use]
pub fn mutants(pack: &Value) -> Vec<Mutant> {
    [literals(pack), operators(pack), left_out(pack), occasions(pack)].concat()
}

/// Every literal one smallest step up, and one down.
#[must_use]
pub fn literals(pack: &Value) -> Vec<Mutant> {
    let mut found = Vec::new();
    for (pointer, value) in places(pack) {
        let Some(literal) = value.as_str().and_then(Literal::read) else {
            continue;
        };
        for steps in [1, -1] {
            let changed = literal.stepped(steps).written();
            let mutation = Mutation::Literal(literal.written(), changed.clone());
            found.push(edited(pack, &pointer, mutation, |place| *place = Value::from(changed)));
        }
    }
    found
}

/// Every operator of a comparison changed for its neighbour, and for its opposite.
#[must_use]
pub fn operators(pack: &Value) -> Vec<Mutant> {
    let mut found = Vec::new();
    for (pointer, value) in places(pack) {
        if last_name(&pointer) != "compare" {
            continue;
        }
        for (operator, neighbour, opposite) in OPERATORS {
            if value.get(operator).is_none() {
                continue;
            }
            for other in [neighbour, opposite] {
                let mutation = Mutation::Operator(operator, other);
                let mutant = edited(pack, &pointer, mutation, |place| {
                    place[other] = place[operator].take();
                    place.as_object_mut().map(|fields| fields.remove(operator));
                });
                found.push(mutant);
            }
        }
    }
    found
}

/// Every member of a list of conditions left out; a list of one is left alone, because an empty list is
/// refused.
#[must_use]
pub fn left_out(pack: &Value) -> Vec<Mutant> {
    let mut found = Vec::new();
    for (pointer, value) in places(pack) {
        let Some(members) = value.as_array().filter(|_| LISTS.contains(&last_name(&pointer))) else {
            continue;
        };
        for at in (0..members.len()).filter(|_| members.len() > 1) {
            let mut mutant = edited(pack, &pointer, Mutation::Dropped, |place| {
                place.as_array_mut().map(|members| members.remove(at));
            });
            mutant.pointer = format!("{pointer}/{at}");
            found.push(mutant);
        }
    }
    found
}

/// Every condition examined on more occasions than it says, or as on others.
#[must_use]
pub fn occasions(pack: &Value) -> Vec<Mutant> {
    let mut found = Vec::new();
    for (pointer, condition) in places(pack).into_iter().filter(|(pointer, _)| !pointer.is_empty()) {
        for occasion in OCCASIONS.into_iter().filter(|occasion| condition.get(occasion).is_some()) {
            found.push(edited(pack, &pointer, Mutation::Always(occasion), |place| {
                place.as_object_mut().map(|fields| fields.remove(occasion));
            }));
        }
    }
    found
}

fn edited(pack: &Value, pointer: &str, mutation: Mutation, edit: impl FnOnce(&mut Value)) -> Mutant {
    let mut pack = pack.clone();
    if let Some(place) = pack.pointer_mut(pointer) {
        edit(place);
    }
    Mutant { pointer: pointer.to_owned(), mutation, pack }
}

#[cfg(test)]
mod tests;
