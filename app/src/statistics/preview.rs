//! The bytes that would be sent, as they would be sent.

use crate::{
    effects::{network, storage},
    statistics::{
        count::{self, Count, Judged},
        endpoint,
        token::{self, Held},
    },
    words::Lang,
};
use zjtx_wire::{BlindToken, Code, Codes, District, Level, Period, Report, ReportId, WorkRules};

/// A count that is not made yet this week.
#[derive(Clone, PartialEq)]
pub struct Open {
    pub count: Count,
    /// Its random number, or that of its token.
    pub id: ReportId,
    /// The token that is spent with it.
    pub token: Option<BlindToken>,
}

impl Open {
    /// The count with the token that the device holds, or with a random number.
    fn new(count: Count, period: Period) -> Option<Self> {
        let token = token::held(&count.pack.level, period).ready();
        let id = token.map_or_else(|| endpoint::id(&count, period), |token| Some(token.report_id()))?;
        Some(Self { count, id, token })
    }

    /// The same without a token that does not work.
    pub fn without_token(&self, period: Period) -> Option<Self> {
        token::forget(&self.count.pack.level, period);
        Some(Self { count: self.count.clone(), id: endpoint::id(&self.count, period)?, token: None })
    }

    /// The report.
    pub fn report(&self, district: District, period: Period) -> Report {
        self.count.report(self.id, district, period)
    }

    /// The bytes that are sent.
    pub fn sent(&self, report: &Report) -> String {
        self.token.as_ref().map_or_else(|| report.to_json(), |token| report.to_json_with(token))
    }
}

/// Reports that wait for a word.
#[derive(Clone, PartialEq)]
pub struct Preview {
    pub period: Period,
    pub work: Option<WorkRules>,
    /// What the endpoint counts, and how it is called.
    pub codes: Codes,
    pub district: District,
    /// What is not counted yet this week.
    pub open: Vec<Open>,
    /// Whether the endpoint takes tokens: a report without one is then counted apart.
    pub takes_tokens: bool,
    /// Seconds until the tokens that the device holds may be spent; none where nothing is waited for.
    pub wait: Option<i64>,
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
        let wait = open.iter().filter_map(|count| wait(&count.pack.level, period)).max();
        let open = open.into_iter().map(|count| Open::new(count, period)).collect::<Option<_>>()?;
        let district = count::area(places, &config.codes);
        let (work, codes, takes_tokens) = (config.work, config.codes, config.tokens.is_some());
        Some(Self { period, work, codes, district, open, takes_tokens, wait, done })
    }

    /// What the endpoint calls a level.
    pub fn level_name(&self, level: &Level, lang: Lang) -> String {
        let entry = self.codes.levels.iter().find(|entry| entry.code == level.code());
        entry.map_or(level.code(), |entry| name(entry, lang)).to_owned()
    }
}

/// Seconds until the token of a level may be spent.
fn wait(level: &Level, period: Period) -> Option<i64> {
    if let Held::After(seconds) = token::held(level, period) { Some(seconds) } else { None }
}

/// An entry of the endpoint's lists in the reader's language.
pub fn name(entry: &Code, lang: Lang) -> &str {
    lang.pick(entry.name.as_str(), entry.name_en.as_str())
}
