//! Sends reports: each until it is counted, refused, or tried often enough, always as the same bytes.

use crate::{
    effects::{network, storage},
    statistics::{
        count::{self, Fate},
        endpoint::{COUNTED, UNANSWERED, address},
        preview::{Open, Preview},
        token,
    },
};
use zjtx_wire::{Level, WORK_HEADER, WorkRules};

/// What came of one report.
#[derive(Clone, PartialEq)]
pub struct Told {
    /// The level of its pack.
    pub level: Level,
    /// What the endpoint's answer means.
    pub fate: Fate,
}

/// Sends every report of a preview that is not yet settled.
///
/// `tell` hears how it goes on: after how many milliseconds something is tried again, and why it waits.
pub async fn send(endpoint: &str, preview: &Preview, tell: impl Fn(Option<Wait>)) -> Vec<Told> {
    let mut fates = Vec::new();
    for open in &preview.open {
        let count = &open.count;
        let counted = count.key(COUNTED, preview.period);
        let fate = if storage::is_marked(&counted) {
            Fate::Counted
        } else {
            settle(endpoint, preview, open.clone(), &tell).await
        };
        if matches!(fate, Fate::Counted | Fate::Closed) {
            storage::mark(&counted);
            token::forget(&count.pack.level, preview.period);
        }
        if !matches!(fate, Fate::Later(_) | Fate::Early) {
            storage::keep_in_tab(&count.key(UNANSWERED, preview.period), None);
        }
        fates.push(Told { level: count.pack.level, fate });
    }
    fates
}

/// Type of the answer to a token that does not work.
const TOKEN_INVALID: &str = "token-invalid";

/// Status of the answer to a proof of work that is missing or of an old salt.
const OLD_PROOF: u16 = 428;

/// Whether an answer refuses the token, so that the report was not counted and may go without.
fn is_of_token(answer: &network::Answer) -> bool {
    answer.status == 422 && answer.text.contains(TOKEN_INVALID)
}

/// What the endpoint asks for now as a proof of work.
async fn rules_of_work(endpoint: &str) -> Option<WorkRules> {
    let answer = network::get(&address(endpoint, "config")).await?;
    count::config(&answer.text)?.work
}

/// A wait before the next try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// Its length in milliseconds.
    pub milliseconds: i32,
    /// Whether many send from the same network; else the endpoint is away or busy.
    pub is_crowded: bool,
}

async fn settle(endpoint: &str, preview: &Preview, mut open: Open, tell: &impl Fn(Option<Wait>)) -> Fate {
    let mut work = preview.work.clone();
    let to = address(endpoint, "reports");
    let mut tried = 0;
    loop {
        let report = open.report(preview.district, preview.period);
        let sent = open.sent(&report);
        let proof = work.as_ref().map(|rules| (WORK_HEADER, rules.find(&report.id)));
        let headers: Vec<_> = proof.into_iter().collect();
        let answer = network::post(&to, &sent, &headers).await;
        tried += 1;
        if answer.as_ref().is_some_and(|answer| answer.status == OLD_PROOF) {
            work = rules_of_work(endpoint).await;
        }
        if open.token.is_some() && answer.as_ref().is_some_and(is_of_token) {
            let Some(without) = open.without_token(preview.period) else { return Fate::Refused };
            open = without;
            continue;
        }
        let is_crowded = answer.as_ref().is_some_and(|answer| answer.status == 429);
        let body = answer.as_ref().map_or("", |answer| answer.text.as_str());
        let fate =
            Fate::of(answer.as_ref().map(|answer| (answer.status, answer.retry_after))).with_type(body);
        let Some(milliseconds) = fate.next_try(tried, network::chance()) else { return fate };
        tell(Some(Wait { milliseconds, is_crowded }));
        network::wait(milliseconds).await;
        tell(None);
    }
}
