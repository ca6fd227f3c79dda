//! Criteria on columns.

use super::{
    block::{Block, Bytes, LANES, MET, UNMET, fold},
    columns::Columns,
    test::{Found, Test},
};
use crate::{
    doc::ApplicationKind,
    pack::{Body, Criterion},
    terms::Terms,
};

/// A criterion and its bit among the unmet ones.
#[derive(Clone, Debug)]
pub(super) struct CriterionPlan {
    bit: u64,
    body: Judge,
}

#[derive(Clone, Debug)]
enum Judge {
    Test(Test),
    AllOf(Vec<CriterionPlan>),
    AnyOf(Vec<CriterionPlan>),
    /// Not for this kind of application: met, with everything beneath it.
    NotExamined,
}

/// Which criteria of a row are not met.
pub(super) type Unmet = [u64; LANES];

impl CriterionPlan {
    /// `position` is that of the criterion in [`crate::Pack::criteria`], and goes on to the next.
    pub(super) fn compile(
        criterion: &Criterion,
        position: &mut u32,
        columns: &mut Columns,
        terms: &Terms,
    ) -> Option<Self> {
        let bit = 1_u64.checked_shl(*position)?;
        *position = position.checked_add(1)?;
        if !criterion.applies(columns.kind()) {
            *position = position.checked_add(u32::try_from(beneath(criterion)).ok()?)?;
            return Some(Self { bit, body: Judge::NotExamined });
        }
        let mut each = |criteria: &[Criterion]| -> Option<Vec<Self>> {
            criteria.iter().map(|criterion| Self::compile(criterion, position, columns, terms)).collect()
        };
        let body = match &criterion.body {
            Body::AllOf(criteria) => Judge::AllOf(each(criteria)?),
            Body::AnyOf(criteria) => Judge::AnyOf(each(criteria)?),
            Body::Test { test, renewal } => {
                let stand_in = renewal.as_ref().filter(|_| columns.kind() == ApplicationKind::Renewal);
                Judge::Test(Test::compile(stand_in.unwrap_or(test), 0, columns, terms)?)
            }
        };
        Some(Self { bit, body })
    }

    /// The truth of every lane; notes where it is unmet.
    pub(super) fn judge(&self, block: &Block<'_>, found: &Found<'_>, unmet: &mut Unmet) -> Bytes {
        let truths = match &self.body {
            Judge::Test(test) => test.judge(block, found),
            Judge::AllOf(criteria) => combined(criteria, MET, u8::min, block, found, unmet),
            Judge::AnyOf(criteria) => combined(criteria, UNMET, u8::max, block, found, unmet),
            Judge::NotExamined => [MET; LANES],
        };
        for (unmet, truth) in unmet.iter_mut().zip(&truths) {
            *unmet |= if *truth == UNMET { self.bit } else { 0 };
        }
        truths
    }

    const fn is_examined(&self) -> bool {
        !matches!(self.body, Judge::NotExamined)
    }
}

/// Those that are not examined do not count; of none the whole is met.
fn combined(
    criteria: &[CriterionPlan],
    nothing: u8,
    combine: impl Fn(u8, u8) -> u8 + Copy,
    block: &Block<'_>,
    found: &Found<'_>,
    unmet: &mut Unmet,
) -> Bytes {
    let mut truths = [nothing; LANES];
    if !criteria.iter().any(CriterionPlan::is_examined) {
        return [MET; LANES];
    }
    for criterion in criteria.iter().filter(|criterion| criterion.is_examined()) {
        fold(&mut truths, &criterion.judge(block, found, unmet), combine);
    }
    truths
}

/// How many criteria stand beneath one.
fn beneath(criterion: &Criterion) -> usize {
    criterion.children().iter().fold(0, |count, child| count.saturating_add(1).saturating_add(beneath(child)))
}
