//! Advice is enough, not more than enough, and never moves what is fixed: on random dossiers of every pack.

mod support;

use support::{
    RULEBOOK,
    advice::{Tried, prove_many},
};

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
        assert!(tried.gaps > 0 && tried.slack > 0, "{} {tried:?}", pack.id());
        assert!(!has_verdict || (tried.routes >= 60 && tried.joint >= 30), "{} {tried:?}", pack.id());
    }
    let all = tried.into_iter().fold(Tried::default(), Tried::plus);
    assert!(all.dossiers >= DOSSIERS && all.sets >= 1_000 && all.waiting >= 50, "{all:?}");
}
