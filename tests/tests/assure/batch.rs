//! Batch and single evaluation on many dossiers of every pack, a thread a pack.

use crate::support::{self, batch::served};

pub fn run(count: u64, seed: u64) {
    std::thread::scope(|scope| {
        for (seed, pack) in (seed..).zip(served()) {
            scope.spawn(move || support::batch::compare(pack, seed, count as usize));
        }
    });
    println!("{count} rows of each pack are judged alike one by one and in a batch");
}
