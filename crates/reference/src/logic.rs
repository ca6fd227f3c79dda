//! Section 2: three-valued truth.

/// 「判断」 met, unmet or not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Truth {
    Met,
    Unmet,
    Undetermined,
}

use Truth::{Met, Undetermined, Unmet};

impl Truth {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Met => "met",
            Unmet => "unmet",
            Undetermined => "undetermined",
        }
    }

    pub(crate) fn negated(self) -> Self {
        match self {
            Met => Unmet,
            Unmet => Met,
            Undetermined => Undetermined,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Met } else { Unmet }
    }
}

/// What is known and judged, or undetermined.
pub(crate) fn known(judged: Option<bool>) -> Truth {
    judged.map_or(Undetermined, Truth::from)
}

/// Conjunction; all of nothing is met.
pub(crate) fn all(truths: &[Truth]) -> Truth {
    if truths.contains(&Unmet) {
        Unmet
    } else if truths.contains(&Undetermined) {
        Undetermined
    } else {
        Met
    }
}

/// Disjunction; any of nothing is unmet.
pub(crate) fn any(truths: &[Truth]) -> Truth {
    if truths.contains(&Met) {
        Met
    } else if truths.contains(&Undetermined) {
        Undetermined
    } else {
        Unmet
    }
}

/// At least `n` of them.
pub(crate) fn at_least(n: i64, truths: &[Truth]) -> Truth {
    let count = |wanted| truths.iter().filter(|truth| **truth == wanted).map(|_| 1_i64).sum::<i64>();
    let met = count(Met);
    if met >= n {
        Met
    } else if met + count(Undetermined) >= n {
        Undetermined
    } else {
        Unmet
    }
}

/// What all of them agree on; undetermined when they do not, or when there are none.
pub(crate) fn agreement(truths: &[Truth]) -> Truth {
    match truths.first() {
        Some(first) if truths.iter().all(|truth| truth == first) => *first,
        _ => Undetermined,
    }
}
