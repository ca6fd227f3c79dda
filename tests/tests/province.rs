//! A province with a scheme, a pack and a round of its own is added from `tests/province/` alone: no code names a region, a
//! pack or a scheme. The command with its lists and documents is tried in `crates/cli/tests/province.rs`, the form in
//! `app/src/form/province.rs`, report and officers' sheet by `cargo xtask assure --only province`.

mod support;

use conformance::province::{FIRM, PACK, SCHEME, added};
use support::RULES;
use zjtx_columns::Plan;
use zjtx_evaluator::{ApplicationKind, Date, Dossier, Lang, Pack, Rulebook, RulebookDoc, Truth, evaluate};
use zjtx_reference::Reference;

fn rulebook() -> Rulebook {
    let doc: RulebookDoc = serde_json::from_value(added(RULES.clone())).expect("the files of a rulebook");
    let (rulebook, found) = Rulebook::check(doc);
    assert!(found.is_empty(), "{found:?}");
    rulebook
}

fn firm(rulebook: &Rulebook) -> Dossier {
    Dossier::parse(FIRM, rulebook.terms()).expect("a dossier")
}

/// The pack that is chosen for the firm.
fn pack(rulebook: &Rulebook) -> &Pack {
    let firm = firm(rulebook);
    let region = rulebook.region_of(&firm);
    rulebook.select(SCHEME, &region, firm.as_of(), firm.kind()).expect("a pack")
}

#[test]
fn a_firm_is_placed_by_its_registration_and_judged_by_the_provinces_pack() {
    let rulebook = rulebook();
    let firm = firm(&rulebook);
    assert_eq!(rulebook.region_of(&firm), "330000", "the answer to registered_by places the firm");
    assert_eq!(rulebook.home_of("330100").map(|home| home.name.get(Lang::Zh)), Some("浙江省"));
    assert_eq!(pack(&rulebook).id(), PACK);
    assert_eq!(evaluate(pack(&rulebook), &firm).verdict(), Truth::Met);
    let day = Date::parse("2030-05-01").expect("a day");
    assert!(rulebook.select(SCHEME, "440000", day, ApplicationKind::First).is_none());
    assert!(rulebook.rounds().iter().any(|round| round.id == PACK));
}

#[test]
fn the_second_evaluator_and_a_batch_judge_the_same() {
    let rulebook = rulebook();
    let firm = firm(&rulebook);
    let dossier = serde_json::from_str(FIRM).expect("JSON");
    let told = Reference::new(added(RULES.clone())).evaluate(PACK, &dossier).expect("an outcome");
    assert_eq!(told["verdict"], "met");
    let plan = Plan::new(pack(&rulebook), firm.as_of(), firm.kind()).expect("a plan");
    let mut rows = plan.rows();
    rows.push(&firm);
    assert_eq!(plan.judge(&rows).truth(0), Some(Truth::Met));
}
