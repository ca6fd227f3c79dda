//! The engine and the reference on many dossiers, a thread a core.

use crate::support::{RULES, golden, outcome_of, pack_json};
use conformance::random::Dossiers;
use std::{
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Instant,
};
use zjtx_reference::Reference;

/// Dossiers of one seed.
const CHUNK: u64 = 10_000;
/// Chunks after which it is told how far the check has come.
const TOLD: u64 = 25;

/// Judges at least `count` dossiers of some packs in turn, from that seed on; an interrupted run is taken up with the seed told
/// last.
pub fn run(count: u64, seed: u64, packs: &[&str]) {
    let threads = thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let (chunks, next) = (count.div_ceil(CHUNK), AtomicU64::new(0));
    let started = Instant::now();
    thread::scope(|scope| {
        for _ in 0..threads.min(chunks) {
            scope.spawn(|| work(&next, chunks, threads, seed, packs));
        }
    });
    let (count, seconds) = (chunks * CHUNK, started.elapsed().as_secs_f64());
    println!(
        "{count} dossiers are judged alike by engine and reference: {:.0} a second on {threads} cores, {seconds:.0} s; \
         the next seed is {}",
        count as f64 / seconds,
        seed + chunks
    );
}

fn work(next: &AtomicU64, chunks: u64, threads: u64, seed: u64, packs: &[&str]) {
    let reference = Reference::new(RULES.clone());
    loop {
        let chunk = next.fetch_add(1, Ordering::Relaxed);
        if chunk >= chunks {
            return;
        }
        compare(&reference, seed + chunk, packs);
        if chunk % TOLD == TOLD - 1 {
            // The other threads may still be at the chunks just before this one.
            let sure = (chunk + 1).saturating_sub(threads);
            println!("{} of {chunks} chunks; go on with --seed {}", chunk + 1, seed + sure);
        }
    }
}

fn compare(reference: &Reference, seed: u64, packs: &[&str]) {
    let mut sources: Vec<_> = packs.iter().map(|pack| Dossiers::new(&RULES, pack_json(pack), seed)).collect();
    let cases = golden();
    for index in 0..CHUNK as usize {
        let at = index % packs.len();
        let dossier = match cases.get(index % (2 * cases.len())) {
            Some(case) => sources[at].varied(case.dossier()),
            None => sources[at].random(),
        };
        let expected = reference.evaluate(packs[at], &dossier).expect("a good dossier");
        let found = outcome_of(packs[at], &dossier);
        for field in ["verdict", "score", "criteria", "declarations", "missing", "size_class"] {
            assert_eq!(found[field], expected[field], "seed {seed}, {} {field}\n{dossier}", packs[at]);
        }
    }
}
