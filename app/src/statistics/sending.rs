//! Sends reports: each until it is counted, refused, or tried often enough, always as the same bytes.

use crate::{
    effects::{network, storage},
    statistics::{
        count::{Fate, WORK_MISSING},
        endpoint::{COUNTED, UNANSWERED, address, running},
        preview::Preview,
    },
};
use zjtx_wire::{Level, Report, WORK_HEADER};

/// Sends every report of a preview that is not yet settled.
pub async fn send(endpoint: &str, preview: &Preview) -> Vec<(Level, Fate)> {
    let mut fates = Vec::new();
    for (count, report) in preview.reports() {
        let counted = count.key(COUNTED, preview.period);
        let fate = if storage::is_marked(&counted) {
            Fate::Counted
        } else {
            settle(endpoint, preview, &report).await
        };
        if matches!(fate, Fate::Counted | Fate::Closed) {
            storage::mark(&counted);
        }
        if !matches!(fate, Fate::Later(_)) {
            storage::keep_in_tab(&count.key(UNANSWERED, preview.period), None);
        }
        fates.push((count.pack.level(), fate));
    }
    fates
}

async fn settle(endpoint: &str, preview: &Preview, report: &Report) -> Fate {
    let (to, body) = (address(endpoint, "reports"), report.to_json());
    let (mut work, mut tried) = (preview.work.clone(), 0);
    loop {
        let headers: Vec<_> =
            work.as_ref().map(|rules| (WORK_HEADER, rules.find(&report.id))).into_iter().collect();
        let answer = network::post(&to, &body, &headers).await;
        tried += 1;
        if answer.as_ref().is_some_and(|answer| answer.status == WORK_MISSING) {
            // The rules of the work have changed since the page asked.
            work = running(endpoint).await.and_then(|config| config.work);
        }
        let fate = Fate::of(answer.as_ref().map(|answer| (answer.status, answer.retry_after, &*answer.text)));
        match fate.next_try(tried, network::chance()) {
            Some(milliseconds) => network::wait(milliseconds).await,
            None => return fate,
        }
    }
}
