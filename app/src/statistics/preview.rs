//! The bytes that would be sent, as they would be sent.

use crate::{
    effects::storage,
    statistics::{count::Count, endpoint},
};
use zjtx_wire::{District, Period, Report, ReportId, WorkRules};

/// Reports that wait for a word.
#[derive(Clone, PartialEq)]
pub struct Preview {
    pub period: Period,
    pub work: Option<WorkRules>,
    pub district: District,
    /// What is not counted yet this week, each with its random number.
    pub open: Vec<(Count, ReportId)>,
    /// What is counted already.
    pub done: Vec<Count>,
}

impl Preview {
    /// Asks the endpoint for the running week and prepares the reports; `None` when that fails.
    pub async fn ask(endpoint: &str, counts: &[Count], district: District) -> Option<Self> {
        let config = endpoint::running(endpoint).await?;
        let period = config.period;
        let is_done = |count: &Count| storage::is_marked(&count.key(endpoint::COUNTED, period));
        let (done, open): (Vec<Count>, Vec<Count>) = counts.iter().partition(|count| is_done(count));
        let open = open.into_iter().map(|count| Some((count, endpoint::id(count, period)?)));
        Some(Self { period, work: config.work, district, open: open.collect::<Option<_>>()?, done })
    }

    /// The reports.
    pub fn reports(&self) -> impl Iterator<Item = (Count, Report)> {
        let (district, period) = (self.district, self.period);
        self.open.iter().map(move |(count, id)| (*count, count.report(*id, district, period)))
    }
}
