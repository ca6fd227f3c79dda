//! What is said of advice: it speaks in calendar years, closed ones are facts, and no word suggests to state them otherwise.

mod support;

use support::{RULEBOOK, golden, pack_of};
use zjtx_evaluator::{
    AdviceWords, Dossier, Lang, Value,
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
            f(&advise(&RULEBOOK, pack, &dossier), &dossier);
            told += 1;
        }
    }
    told
}

fn routes<'a>(advice: &'a Advice<'_>) -> impl Iterator<Item = &'a Route> {
    advice.gaps.iter().flat_map(|gap| &gap.routes).chain(&advice.routes)
}

#[test]
fn no_word_suggests_to_state_figures_otherwise() {
    let told = each_advice(|advice, _| {
        for lang in [Lang::Zh, Lang::En] {
            let words = AdviceWords::of(advice.pack, lang);
            let changes = routes(advice).map(|route| words.route(route));
            let effects = routes(advice).flat_map(|route| &route.side_effects);
            let effects = effects.map(|effect| words.side_effect(effect));
            let slack = advice.slack.iter().map(|slack| words.slack(slack));
            let waiting = advice.waiting.iter().map(|waiting| words.waiting(waiting));
            for sentence in changes.chain(effects).chain(slack).chain(waiting) {
                let found = SUGGESTIVE.iter().find(|word| sentence.to_lowercase().contains(**word));
                assert_eq!(found, None, "{sentence}");
            }
        }
    });
    assert!(told > 100, "{told}");
}

#[test]
fn a_plan_names_its_application_the_year_of_the_figure_and_what_closed_years_hold() {
    let mut held = 0;
    each_advice(|advice, dossier| {
        let this = dossier.as_of().year();
        for lang in [Lang::Zh, Lang::En] {
            let words = AdviceWords::of(advice.pack, lang);
            for route in routes(advice) {
                let (application, sentence) = (route.application_year, words.route(route));
                let head = match lang {
                    Lang::Zh => format!("{application} 年申报："),
                    Lang::En => format!("Application of {application}: "),
                };
                assert!(application >= this && sentence.starts_with(&head), "{sentence}");
                for Planned { change, held: beside, .. } in &route.changes {
                    let Some(year) = change.place.year else { continue };
                    assert!(year >= this && sentence.contains(&year.to_string()), "{sentence}");
                    for (year, micros) in beside {
                        assert_eq!(dossier.get_year(change.place.fact, *year), Some(*micros));
                        let figure = words.value(change.place, &Value::Number(*micros));
                        let said = sentence.contains(&year.to_string()) && sentence.contains(&figure);
                        assert!(said, "{year} {figure}: {sentence}");
                        held += 1;
                    }
                }
            }
        }
    });
    assert!(held > 100, "{held}");
}

#[test]
fn the_firm_of_the_review_reads_its_plan_in_both_languages() {
    let text = include_str!("../guide/sample-firm.dossier.json");
    let dossier = Dossier::parse(text, RULEBOOK.terms()).expect("a dossier");
    let advice = advise(&RULEBOOK, pack_of("cn-little-giant-2026"), &dossier);
    let gap = advice.gaps.iter().find(|gap| gap.criterion.id == "L7").expect("R&D of two years");
    let said = |lang| AdviceWords::of(advice.pack, lang).route(&gap.routes[0]);
    assert_eq!(said(Lang::Zh), "2027 年申报：2026 年研发费用至少 932 万元（2025 年已有 268 万元）");
    assert_eq!(
        said(Lang::En),
        "Application of 2027: R&D expense of 2026: at least 932 ×10,000 CNY (2025: already 268 ×10,000 CNY)"
    );
    let first = AdviceWords::of(advice.pack, Lang::Zh).route(&advice.routes[0]);
    assert!(first.contains("假设待填的") && first.contains("专精特新发展评价得分"), "{first}");
}
