//! How many answers settle every level, printed by `cargo xtask perf`: in the order of the guide, in the order of the form,
//! and in hindsight. The firms are drawn as `tests/guide/firms.json` tells. An error where the guide asks too much.
//!
//! `answers FIRMS SEED`. The same seed draws the same firms.

mod count;
mod firms;
mod smallest;
#[path = "../support/mod.rs"]
mod support;

use count::{Counts, Ladder};
use firms::Firms;
use std::env;

/// How many answers the guided order may need at the median, in hundredths of those in the order of the form.
const MOST_OF_FORM: usize = 60;

/// The same, in hundredths of the smallest set that settles every level in hindsight.
const MOST_OF_SMALLEST: usize = 130;

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse().ok());
    let (Some(amount), Some(seed)) = (number(0), number(1)) else { panic!("answers FIRMS SEED") };
    let mut firms = Firms::new(seed);
    let ladder = Ladder::new(firms.levels());
    let kinds = firms.kinds();
    let mut counts: Vec<(usize, Counts)> = Vec::new();
    for at in 0..amount {
        let kind = usize::try_from(at).unwrap_or_default() % kinds.len();
        counts.push((kind, ladder.count(&firms.draw(kind))));
    }
    println!("answers until every level is settled; {amount} firms, seed {seed}: median (nine in ten)");
    println!("{:>12} {:>12} {:>12}  firms", "guided", "form", "smallest");
    for (kind, name) in kinds.iter().enumerate() {
        let own = counts.iter().filter(|(of, _)| *of == kind).map(|(_, counts)| counts);
        tell(&own.collect::<Vec<_>>(), name);
    }
    let [guided, form, smallest] = tell(&counts.iter().map(|(_, counts)| counts).collect::<Vec<_>>(), "all");
    assert!(guided * 100 <= form * MOST_OF_FORM, "more than {MOST_OF_FORM} % of the form's");
    assert!(guided * 100 <= smallest * MOST_OF_SMALLEST, "more than {MOST_OF_SMALLEST} % of the smallest");
}

/// One line of the table, with how the guided order compares; gives the medians.
fn tell(counts: &[&Counts], name: &str) -> [usize; 3] {
    let column = |of: fn(&Counts) -> usize| {
        let mut sorted: Vec<usize> = counts.iter().map(|counts| of(counts)).collect();
        sorted.sort_unstable();
        let at = |tenths: usize| sorted.get(sorted.len() * tenths / 10).copied().unwrap_or_default();
        (at(5), at(9))
    };
    let (guided, form, smallest) =
        (column(|counts| counts.guided), column(|counts| counts.form), column(|counts| counts.smallest));
    let shown = |(median, most): (usize, usize)| format!("{median} ({most})");
    let hundredths = |of: usize| (guided.0 * 100 + of / 2).checked_div(of).unwrap_or_default();
    println!(
        "{:>12} {:>12} {:>12}  {} {name}; guided is {} % of the form's, {} % of the smallest",
        shown(guided),
        shown(form),
        shown(smallest),
        counts.len(),
        hundredths(form.0),
        hundredths(smallest.0)
    );
    [guided.0, form.0, smallest.0]
}
