//! The bytes that would be sent, as they would be sent.

use crate::{
    effects::{network, storage},
    statistics::{
        count::{self, Count, Judged},
        endpoint,
    },
    words::Lang,
};
use zjtx_wire::{Code, Codes, District, Level, Period, Report, ReportId, WorkRules};

/// Reports that wait for a word.
#[derive(Clone, PartialEq)]
pub struct Preview {
    pub period: Period,
    pub work: Option<WorkRules>,
    /// What the endpoint counts, and how it is called.
    pub codes: Codes,
    pub district: District,
    /// What is not counted yet this week, each with its random number.
    pub open: Vec<(Count, ReportId)>,
    /// What is counted already.
    pub done: Vec<Count>,
}

impl Preview {
    /// Asks the endpoint for the running week and prepares the reports; `None` when that fails.
    pub async fn ask(endpoint: &str, judged: &[Judged], places: &[String]) -> Option<Self> {
        let answer = network::get(&endpoint::address(endpoint, "config")).await?;
        let config = count::config(&answer.text).filter(|_| answer.status == 200)?;
        let period = config.period;
        let is_done = |count: &Count| storage::is_marked(&count.key(endpoint::COUNTED, period));
        let counts = count::counts(judged, &config.codes);
        let (done, open): (Vec<Count>, Vec<Count>) = counts.into_iter().partition(is_done);
        let numbered = |count: Count| endpoint::id(&count, period).map(|id| (count, id));
        let open = open.into_iter().map(numbered).collect::<Option<_>>()?;
        let district = count::area(places, &config.codes);
        Some(Self { period, work: config.work, codes: config.codes, district, open, done })
    }

    /// The reports.
    pub fn reports(&self) -> impl Iterator<Item = (&Count, Report)> {
        let (district, period) = (self.district, self.period);
        self.open.iter().map(move |(count, id)| (count, count.report(*id, district, period)))
    }

    /// What the endpoint calls a level.
    pub fn level_name(&self, level: &Level, lang: Lang) -> String {
        let entry = self.codes.levels.iter().find(|entry| entry.code == level.code());
        entry.map_or(level.code(), |entry| name(entry, lang)).to_owned()
    }
}

/// An entry of the endpoint's lists in the reader's language.
pub fn name(entry: &Code, lang: Lang) -> &str {
    lang.pick(entry.name.as_str(), entry.name_en.as_str())
}
