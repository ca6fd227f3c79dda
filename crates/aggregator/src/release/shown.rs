//! How much of a table its counts allow.

use zjtx_wire::Table;

use super::rules::Rules;

/// A verdict with more than this share of an exact table would speak for every firm in it.
const HOMOGENEOUS_PERCENT: i64 = 95;

/// How much is shown, coarsest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Nothing but that there are too few.
    TooFew,
    /// The total.
    TotalOnly,
    /// One verdict and the rest.
    MetOrOther,
    /// Every verdict.
    ByVerdict,
}

/// The finest detail in which every shown count is large enough.
pub fn detail(counts: [i64; 4], rules: &Rules) -> Detail {
    let [met, others @ ..] = counts;
    let other: i64 = others.iter().sum();
    let is_large = |count: i64| count >= rules.minimum_cell.into();
    if met + other < rules.minimum_total.into() {
        Detail::TooFew
    } else if rules.epsilon.is_none() && is_homogeneous(counts) {
        Detail::TotalOnly
    } else if counts.into_iter().all(is_large) {
        Detail::ByVerdict
    } else if is_large(met) && is_large(other) {
        Detail::MetOrOther
    } else {
        Detail::TotalOnly
    }
}

fn is_homogeneous(counts: [i64; 4]) -> bool {
    let total: i64 = counts.iter().sum();
    counts.iter().any(|count| count * 100 > total * HOMOGENEOUS_PERCENT)
}

/// The table in that detail.
pub fn table(counts: [i64; 4], detail: Detail) -> Table {
    let [met, unmet, undetermined, vetoed] = counts;
    let total = counts.iter().sum();
    match detail {
        Detail::TooFew => Table::TooFew,
        Detail::TotalOnly => Table::TotalOnly { total },
        Detail::MetOrOther => Table::MetOrOther { total, met, other: total - met },
        Detail::ByVerdict => Table::ByVerdict { total, met, unmet, undetermined, vetoed },
    }
}

#[cfg(test)]
mod tests {
    use super::{Detail, Rules, detail};

    #[test]
    fn rare_verdicts_are_taken_together() {
        let rules = Rules::default();
        for (counts, expected) in [
            ([5, 5, 5, 5], Detail::ByVerdict),
            ([5, 5, 5, 4], Detail::MetOrOther),
            ([6, 4, 1, -1], Detail::TotalOnly),
            ([4, 20, 9, 9], Detail::TotalOnly),
            ([30, 3, 2, -1], Detail::TotalOnly),
            ([5, 3, 1, 0], Detail::TooFew),
        ] {
            assert_eq!(detail(counts, &rules), expected, "{counts:?}");
        }
    }

    #[test]
    fn an_exact_table_never_speaks_for_every_firm() {
        let exact = Rules { epsilon: None, ..Rules::default() };
        for (counts, expected) in [([200, 5, 5, 5], Detail::ByVerdict), ([400, 5, 5, 5], Detail::TotalOnly)] {
            assert_eq!(detail(counts, &exact), expected, "{counts:?}");
            assert_eq!(detail(counts, &Rules::default()), Detail::ByVerdict, "{counts:?}");
        }
    }
}
