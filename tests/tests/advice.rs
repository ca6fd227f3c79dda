//! Advice is enough, not more than enough, and never moves what is fixed: on random dossiers of every pack.

mod support;

use conformance::random::Dossiers;
use std::collections::BTreeSet;
use support::{RULEBOOK, RULES, advice::prove_many, pack_json, tried::Tried};
use zjtx_evaluator::{Dossier, Guide, Truth, advice::hoped_verdict, evaluate};

/// Dossiers in all.
const DOSSIERS: usize = 20_000;

#[test]
fn advice_is_enough_and_never_too_much() {
    let packs = RULEBOOK.packs();
    let each = DOSSIERS.div_ceil(packs.len());
    let tried: Vec<Tried> = std::thread::scope(|scope| {
        let seeds = (5_000_u64..).zip(packs);
        let threads: Vec<_> =
            seeds.map(|(seed, pack)| scope.spawn(move || prove_many(pack, seed, each))).collect();
        threads.into_iter().map(|thread| thread.join().expect("proved")).collect()
    });
    for (pack, tried) in packs.iter().zip(&tried) {
        let has_verdict = pack.id() != "cn-size-2011";
        assert!((tried.gaps > 0 || !has_verdict) && tried.slack > 0, "{} {tried:?}", pack.id());
        assert!(!has_verdict || (tried.routes >= 60 && tried.joint >= 30), "{} {tried:?}", pack.id());
    }
    let all = tried.into_iter().fold(Tried::default(), Tried::plus);
    assert!(all.dossiers >= DOSSIERS && all.sets >= 1_000 && all.waiting >= 50, "{all:?}");
}

/// What would be met if absent answers came out well is what some answers could still make so: the guide's ways, found
/// apart from it, agree.
#[test]
fn what_is_hoped_for_is_what_answers_could_still_settle() {
    let mut open = 0;
    for pack in RULEBOOK.packs() {
        // Points that an adviser expects are answers to the guide, and no hope.
        let groups = pack.sheet().into_iter().flat_map(|sheet| &sheet.groups);
        if groups.flat_map(|group| &group.indicators).any(|indicator| indicator.expected.is_some()) {
            continue;
        }
        let mut source = Dossiers::new(&RULES, pack_json(pack.id()), 71);
        for _ in 0..150 {
            let dossier = source.random();
            let read = Dossier::parse(&dossier.to_string(), RULEBOOK.terms()).expect("a dossier");
            let assessments = [evaluate(pack, &read)];
            if assessments[0].verdict() != Truth::Undetermined {
                continue;
            }
            let fewest = Guide::of(&assessments, &BTreeSet::new()).fewest(0).expect("an open level");
            if let Some(fewest) = fewest.met {
                open += 1;
                assert_eq!(hoped_verdict(&assessments[0]), Truth::Met, "{} {fewest} {dossier}", pack.id());
            }
        }
    }
    assert!(open > 60, "{open}");
}
