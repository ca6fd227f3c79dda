//! The floors of the evaluator and the rooms of the app: what their `use` lines may and may not say.

use conformance::imports::{Imports, Module};
use std::{collections::BTreeSet, path::Path};

/// The floors of `evaluator/src`, from the ground up.
const FLOORS: [&str; 4] = ["base", "written", "language", "uses"];

/// Rooms whose files may import each other in a circle, for each holds one thing that contains itself: a node
/// contains nodes, a quantity quantities, and a rule of a score sheet rules.
const CIRCLES: [&[&str]; 3] = [&["language", "nodes"], &["language", "quantities"], &["language", "scores"]];

fn evaluator() -> Imports {
    Imports::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../evaluator/src"))
}

/// The number of a module's floor; `None` for the façade.
fn floor(module: &Module) -> Option<usize> {
    FLOORS.iter().position(|floor| module.first().is_some_and(|first| first == floor))
}

#[test]
fn every_module_stands_on_a_floor() {
    let edges = evaluator().edges();
    assert!(edges.len() > 100, "only {} files were read", edges.len());
    let stray: Vec<_> = edges.keys().filter(|module| !module.is_empty() && floor(module).is_none()).collect();
    assert!(stray.is_empty(), "{stray:?}");
}

#[test]
fn imports_go_down_only() {
    let edges = evaluator().edges();
    let floors = edges.iter().filter(|(from, _)| !from.is_empty());
    let pairs = floors.flat_map(|(from, to)| to.iter().map(move |to| (from, to)));
    let between: Vec<_> = pairs.filter(|(from, to)| floor(from) != floor(to)).collect();
    assert!(between.len() > 100, "only {} imports between floors were seen", between.len());
    let is_upward = |(from, to): &(&Module, &Module)| to.is_empty() || floor(from) < floor(to);
    let upward = between.into_iter().filter(is_upward);
    let upward: Vec<_> =
        upward.map(|(from, to)| format!("{} imports {}", from.join("::"), to.join("::"))).collect();
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

#[test]
fn only_named_rooms_hold_circles() {
    let is_named = |module: &Module| {
        CIRCLES.iter().any(|room| module.iter().map(String::as_str).take(2).eq(room.iter().copied()))
    };
    let circles = evaluator().circles();
    assert_eq!(
        circles.len(),
        CIRCLES.len(),
        "a room is named and holds no circle, or holds one unnamed: {circles:?}"
    );
    for circle in circles {
        assert!(circle.iter().all(is_named), "{circle:?}");
    }
}

/// Rooms of the app that are there from the start, and rooms that only a later part of it needs.
const FIRST: [&str; 5] = ["form", "fields", "shell", "start", "store"];
const LATER: [&str; 11] = [
    "advice",
    "hosting",
    "lists",
    "preparation",
    "rounds",
    "rules",
    "statistics",
    "about",
    "privacy",
    "guided",
    "accessibility",
];

fn app() -> Imports {
    Imports::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src"))
}

fn is_in(rooms: &[&str], module: &Module) -> bool {
    module.first().is_some_and(|room| rooms.contains(&room.as_str()))
}

#[test]
fn no_files_of_the_app_import_each_other_in_a_circle() {
    let app = app();
    let imports: usize = app.edges().values().map(BTreeSet::len).sum();
    assert!(imports > 400, "only {imports} imports were seen");
    let circles = app.circles();
    assert!(circles.is_empty(), "{circles:?}");
}

#[test]
fn what_is_loaded_first_names_no_later_room() {
    let edges = app().edges();
    let first: Vec<_> = edges.iter().filter(|(from, _)| is_in(&FIRST, from)).collect();
    assert!(first.len() > 20, "only {} files were seen", first.len());
    for (from, to) in first {
        let later: Vec<_> = to.iter().filter(|to| is_in(&LATER, to)).collect();
        assert!(later.is_empty(), "{from:?} imports {later:?}");
    }
}
