//! Advice on many drawn dossiers of every pack, a thread a core.

use crate::support::{RULEBOOK, advice::prove_many};

pub fn run(count: u64, seed: u64) {
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
    let packs = RULEBOOK.packs();
    let each = count.div_ceil(threads * packs.len() as u64) as usize;
    std::thread::scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                for pack in packs {
                    prove_many(pack, seed + thread, each);
                }
            });
        }
    });
    println!("advice on {count} dossiers is enough and never too much");
}
