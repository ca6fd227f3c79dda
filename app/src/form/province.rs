//! A province that is added from `tests/province/` alone has its scheme, its question and its verdict in the form.

use crate::{
    draft::Draft, form::questions::sections, preparation::list::to_come, rulebook::Rules, scope::Scope,
    standing::assess, testing::day,
};
use conformance::province::{FIRM, PACK, SCHEME, added};
use std::rc::Rc;
use zjtx_evaluator::{Dossier, RoundPurpose, Rulebook, Truth};

fn rules() -> Rules {
    let bundle = serde_json::from_str(zjtx_rules::BUNDLE).expect("the bundle is JSON");
    let doc = serde_json::from_value(added(bundle)).expect("the files of a rulebook");
    let (rulebook, found) = Rulebook::check(doc);
    assert!(found.is_empty(), "{found:?}");
    Rules::new(rulebook, Rc::default())
}

/// The form of the province's firm on its day, with its scheme chosen.
fn draft(rules: &Rules) -> Draft {
    let firm = Dossier::parse(FIRM, rules.terms()).expect("a dossier");
    let mut scope = Scope::on(firm.as_of(), rules);
    (scope.region, scope.schemes) = (rules.region_of(&firm), vec![SCHEME.to_owned()]);
    Draft::new(scope)
}

#[test]
fn its_scheme_can_be_chosen_and_its_fact_is_asked_for() {
    let rules = rules();
    let draft = draft(&rules);
    let packs: Vec<&str> = draft.scope.packs(&rules).iter().map(|pack| pack.id()).collect();
    assert_eq!((packs.as_slice(), draft.scope.home(&rules)), (&[PACK][..], "330000"));
    let dossier = draft.dossier(rules.terms());
    let assessments = assess(&draft.scope, &rules, &dossier);
    let sections = sections(&draft, &assessments, rules.terms());
    let mut questions = sections.iter().flat_map(|section| &section.questions);
    assert!(questions.any(|question| rules.terms().id(question.fact) == "registered_in_zhejiang"));
}

#[test]
fn its_answers_are_judged_and_its_round_is_told() {
    let rules = rules();
    let mut draft = draft(&rules);
    for (key, text) in [("registered_in_zhejiang", "true"), ("operating_revenue@2029", "3000")] {
        draft.answer(key, text);
    }
    let dossier = draft.dossier(rules.terms());
    let verdicts: Vec<Truth> =
        assess(&draft.scope, &rules, &dossier).iter().map(|assessment| assessment.verdict()).collect();
    assert_eq!(verdicts, [Truth::Met]);
    let rounds = to_come(rules.rounds(), day("2030-05-01"), RoundPurpose::First, "330106", |it| it == SCHEME);
    assert_eq!(rounds.iter().map(|round| round.id.as_str()).collect::<Vec<_>>(), [PACK]);
}
