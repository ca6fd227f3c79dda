//! What the second phase of an evaluation reads: the answers, and what size table and score sheet came to.

use crate::language::{answers::Answers, scores::SheetResult, size::SizeResult};

/// Everything a test node may read.
#[derive(Clone, Copy)]
pub(crate) struct Run<'r, 'p> {
    pub(crate) answers: Answers<'r>,
    pub(crate) size: &'r SizeResult,
    pub(crate) sheet: Option<&'r SheetResult<'p>>,
}

impl<'r, 'p> Run<'r, 'p> {
    /// The second phase over answers that the first phase has read.
    pub(crate) const fn new(
        answers: Answers<'r>,
        size: &'r SizeResult,
        sheet: Option<&'r SheetResult<'p>>,
    ) -> Self {
        Self { answers, size, sheet }
    }

    /// The same run seen from further back.
    pub(crate) const fn years_back(self, years: u8) -> Self {
        Self { answers: self.answers.years_back(years), ..self }
    }
}
