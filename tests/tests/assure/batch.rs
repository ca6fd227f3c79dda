//! Batch and single evaluation on many dossiers of each of some packs, a thread a pack.

use crate::support;

pub fn run(count: u64, seed: u64, packs: Vec<&str>) {
    std::thread::scope(|scope| {
        for (seed, pack) in (seed..).zip(packs) {
            scope.spawn(move || support::batch::compare(pack, seed, count as usize));
        }
    });
    println!(
        "{count} rows of each pack are judged alike one by one, in a batch and on both days of a comparison"
    );
}
