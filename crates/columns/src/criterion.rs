//! Criteria on columns.

use super::{
    block::{Block, Scratch},
    columns::Columns,
    open::{Asked, Found},
    test::Test,
    truths::{Bits, Truths, shared},
};
use zjtx_evaluator::{ApplicationKind, Body, Criterion, Terms};

/// A criterion and its position in [`zjtx_evaluator::Pack::criteria`].
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CriterionPlan {
    position: usize,
    body: Judge,
}

#[derive(Clone, Debug, PartialEq)]
enum Judge {
    Test(Box<Test>),
    AllOf(Vec<CriterionPlan>),
    AnyOf(Vec<CriterionPlan>),
    /// Not for this occasion: met, with everything beneath it.
    NotExamined,
}

impl CriterionPlan {
    /// `next` is the position of the criterion, and goes on to the next.
    pub(super) fn compile(
        criterion: &Criterion,
        next: &mut usize,
        columns: &mut Columns,
        terms: &Terms,
    ) -> Option<Self> {
        let position = *next;
        *next = next.checked_add(1)?;
        if !criterion.applies(columns.kind(), columns.as_of()) {
            *next = next.checked_add(beneath(criterion))?;
            return Some(Self { position, body: Judge::NotExamined });
        }
        let mut each = |criteria: &[Criterion]| -> Option<Vec<Self>> {
            criteria.iter().map(|criterion| Self::compile(criterion, next, columns, terms)).collect()
        };
        let body = match &criterion.body {
            Body::AllOf(criteria) => Judge::AllOf(each(criteria)?),
            Body::AnyOf(criteria) => Judge::AnyOf(each(criteria)?),
            Body::Test { test, renewal } => {
                let stand_in = renewal.as_ref().filter(|_| columns.kind() == ApplicationKind::Renewal);
                Judge::Test(Box::new(Test::compile(stand_in.unwrap_or(test), 0, columns, terms)?))
            }
        };
        Some(Self { position, body })
    }

    /// The truth of every lane; notes for each criterion where it is unmet.
    pub(super) fn judge(
        &self,
        block: &Block<'_>,
        score: &Truths,
        scratch: &mut Scratch,
        unmet: &mut [Bits],
    ) -> Truths {
        let truths = match &self.body {
            Judge::Test(test) => test.judge(block, score, scratch),
            Judge::AllOf(criteria) => {
                each(criteria, Truths::MET, Truths::and, (block, score, scratch, unmet))
            }
            Judge::AnyOf(criteria) => {
                each(criteria, Truths::UNMET, Truths::or, (block, score, scratch, unmet))
            }
            Judge::NotExamined => Truths::MET,
        };
        if let Some(unmet) = unmet.get_mut(self.position) {
            *unmet = truths.unmet();
        }
        truths
    }

    /// Notes what is absent beneath it in the lanes where it is undetermined, of those asked for.
    pub(super) fn open(&self, lanes: &Bits, asked: &mut Asked<'_>, found: &mut Found) {
        match &self.body {
            Judge::Test(test) => test.open(lanes, asked, found),
            Judge::AllOf(criteria) | Judge::AnyOf(criteria) => {
                let truths = self.judge(asked.block, &asked.score, asked.scratch, &mut []);
                let open = shared(lanes, &truths.undetermined());
                criteria.iter().for_each(|criterion| criterion.open(&open, asked, found));
            }
            Judge::NotExamined => {}
        }
    }

    /// Whether the score sheet counts beneath it.
    pub(super) fn reads_score(&self) -> bool {
        match &self.body {
            Judge::Test(test) => test.reads_score(),
            Judge::AllOf(criteria) | Judge::AnyOf(criteria) => criteria.iter().any(Self::reads_score),
            Judge::NotExamined => false,
        }
    }

    const fn is_examined(&self) -> bool {
        !matches!(self.body, Judge::NotExamined)
    }
}

/// Those that are not examined do not count; of none the whole is met.
fn each(
    criteria: &[CriterionPlan],
    nothing: Truths,
    combine: impl Fn(&Truths, &Truths) -> Truths,
    (block, score, scratch, unmet): (&Block<'_>, &Truths, &mut Scratch, &mut [Bits]),
) -> Truths {
    if !criteria.iter().any(CriterionPlan::is_examined) {
        return Truths::MET;
    }
    let examined = criteria.iter().filter(|criterion| criterion.is_examined());
    examined
        .fold(nothing, |truths, criterion| combine(&truths, &criterion.judge(block, score, scratch, unmet)))
}

/// How many criteria stand beneath one.
fn beneath(criterion: &Criterion) -> usize {
    criterion.children().iter().fold(0, |count, child| count.saturating_add(1).saturating_add(beneath(child)))
}
