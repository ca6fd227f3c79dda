//! The smallest set that is enough, found exactly.

/// Some answers, each a bit.
type Set = u64;

/// Size of the smallest set of `amount` answers that is enough, where a set stays enough whatever is added to it.
///
/// A set is enough when it hits every *blocker*: answers that are not enough to be without. So the smallest set that hits the
/// blockers found so far is tried; if it is not enough, it is part of a set to which nothing can be added without being
/// enough, and what that set lacks is one more blocker. The first that is enough is a smallest one.
pub fn smallest(amount: usize, is_enough: impl Fn(&[usize]) -> bool) -> usize {
    assert!(amount < 64, "{amount} answers do not fit a set");
    let mut blockers = Vec::new();
    loop {
        let least = hitting(&blockers);
        if is_enough(&places(least, amount)) {
            return size(least);
        }
        let mut lacking = least;
        for place in 0..amount {
            if !is_enough(&places(lacking | 1 << place, amount)) {
                lacking |= 1 << place;
            }
        }
        blockers.push(!lacking & ((1 << amount) - 1));
    }
}

fn places(set: Set, amount: usize) -> Vec<usize> {
    (0..amount).filter(|place| set & 1 << place != 0).collect()
}

fn size(set: Set) -> usize {
    usize::try_from(set.count_ones()).expect("at most 64")
}

/// A smallest set that has an answer of each blocker.
fn hitting(blockers: &[Set]) -> Set {
    let mut best = blockers.iter().fold(0, |all, blocker| all | blocker);
    improve(blockers, 0, &mut best);
    best
}

/// Replaces the best set by a smaller one that has all of `chosen`, if there is one.
fn improve(blockers: &[Set], chosen: Set, best: &mut Set) {
    let left: Vec<Set> = blockers.iter().copied().filter(|blocker| blocker & chosen == 0).collect();
    if size(chosen) + apart(&left) >= size(*best) {
        return;
    }
    let Some(blocker) = left.iter().min_by_key(|blocker| blocker.count_ones()) else {
        *best = chosen;
        return;
    };
    for place in places(*blocker, 64) {
        improve(&left, chosen | 1 << place, best);
    }
}

/// How many blockers have nothing in common with each other: as many answers are needed at least.
fn apart(blockers: &[Set]) -> usize {
    let mut sorted = blockers.to_vec();
    sorted.sort_unstable_by_key(|blocker| blocker.count_ones());
    let mut seen = 0;
    let mut count = 0;
    for blocker in sorted {
        if blocker & seen == 0 {
            seen |= blocker;
            count += 1;
        }
    }
    count
}
