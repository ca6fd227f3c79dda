//! Crashes and stops, a few; `assure` does many.

use std::time::Duration;

use crate::support::crash::{kill_again_and_again, stop_under_load};

#[test]
fn no_acknowledged_report_is_lost_or_counted_twice_when_killed() {
    assert!(kill_again_and_again(5) > 0);
}

#[test]
fn a_stop_under_load_loses_nothing_and_ends_in_time() {
    assert!(stop_under_load() <= Duration::from_secs(10));
}
