//! `release`: the weekly job by hand; the running server does it by itself.

use anyhow::Result;
use jiff::Timestamp;
use zjtx_aggregator::release::job;
use zjtx_aggregator::settings::Settings;

/// Closes the periods that are over.
pub(crate) fn run(settings: &Settings) -> Result<()> {
    let mut store = settings.database().open()?;
    let rules = settings.rules()?;
    match job::run_due(&mut *store, Timestamp::now(), &rules, &mut super::random()?)? {
        Some(period) => println!("已结清至 {period}"),
        None => println!("没有到期的统计周期"),
    }
    Ok(())
}
