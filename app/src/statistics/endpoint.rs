//! Addresses of the endpoint, and what the browser keeps of a report to it.

use crate::{
    effects::{network, storage},
    statistics::count::Count,
};
use zjtx_wire::{Period, ReportId};

/// Marks, on this device, what was counted in a week.
pub const COUNTED: &str = "counted";

/// Keeps, in this tab, the random number of a report that may not have arrived.
pub const UNANSWERED: &str = "report";

/// The address of a route of the endpoint.
pub fn address(endpoint: &str, route: &str) -> String {
    format!("{}/v1/{route}", endpoint.trim_end_matches('/'))
}

/// The random number of a count's report: a new one, or that of a report that was sent before.
pub fn id(count: &Count, period: Period) -> Option<ReportId> {
    let key = count.key(UNANSWERED, period);
    if let Some(id) = storage::kept_in_tab(&key).and_then(|text| ReportId::from_text(&text)) {
        return Some(id);
    }
    let id = ReportId::from_bytes(network::random_bytes()?);
    storage::keep_in_tab(&key, Some(&id.to_text()));
    Some(id)
}
