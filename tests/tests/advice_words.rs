//! What is said of advice: closed years are facts, and no word suggests to state them otherwise.

mod support;

use support::{golden, pack_of};
use zjtx_evaluator::{
    AdviceWords, Dossier, Lang,
    advice::{Advice, Planned, Route, advise},
};

const SUGGESTIVE: [&str; 14] = [
    "修改", "调整", "更正", "改报", "重报", "补报", "调减", "调增", "虚", "通过", "restate", "adjust",
    "amend", "approve",
];

/// Calls `f` with the advice on every golden case by every pack that it speaks of; returns how many.
fn each_advice(mut f: impl FnMut(&Advice<'_>, &Dossier)) -> usize {
    let mut told = 0;
    for case in golden() {
        for (pack, _) in case.expectations() {
            let pack = pack_of(pack);
            let dossier = Dossier::parse(&case.dossier().to_string(), pack.terms()).expect("a dossier");
            f(&advise(pack, &dossier), &dossier);
            told += 1;
        }
    }
    told
}

fn routes<'a>(advice: &'a Advice<'_>) -> impl Iterator<Item = &'a Route> {
    advice.gaps.iter().flat_map(|gap| &gap.routes).chain(&advice.routes)
}

fn changes<'a>(advice: &'a Advice<'_>) -> impl Iterator<Item = &'a Planned> {
    routes(advice).flat_map(|route| &route.changes)
}

#[test]
fn no_word_suggests_to_state_figures_otherwise() {
    let told = each_advice(|advice, _| {
        for lang in [Lang::Zh, Lang::En] {
            let words = AdviceWords::of(advice.pack, lang);
            let changes = changes(advice).map(|planned| words.change(planned).sentence(lang));
            let effects = routes(advice).flat_map(|route| &route.side_effects);
            let effects = effects.map(|effect| words.side_effect(effect));
            let slack = advice.slack.iter().map(|slack| words.slack(slack));
            for sentence in changes.chain(effects).chain(slack) {
                let found = SUGGESTIVE.iter().find(|word| sentence.to_lowercase().contains(**word));
                assert_eq!(found, None, "{sentence}");
            }
        }
    });
    assert!(told > 100, "{told}");
}

#[test]
fn what_is_said_of_a_closed_year_names_the_later_year_in_which_it_counts() {
    let mut closed = 0;
    each_advice(|advice, dossier| {
        let this = dossier.as_of().year();
        let words = AdviceWords::of(advice.pack, Lang::Zh);
        for planned in
            changes(advice).filter(|planned| planned.change.place.year.is_some_and(|year| year < this))
        {
            let window = planned.window.expect("a year can be told");
            let sentence = words.change(planned).sentence(Lang::Zh);
            assert!(window > this && sentence.ends_with(&format!("，{window} 年起")), "{sentence}");
            closed += 1;
        }
    });
    assert!(closed > 100, "{closed}");
}
