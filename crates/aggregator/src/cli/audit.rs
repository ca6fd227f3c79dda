//! `audit`: what was done, by whom, on which day.

use anyhow::Result;
use jiff::civil::Date;
use zjtx_aggregator::settings::Settings;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// 只显示这一天及以后
    #[arg(long)]
    since: Option<Date>,
}

/// Prints the audit record, oldest first.
pub(crate) fn run(settings: &Settings, options: &Options) -> Result<()> {
    let entries = super::store(settings)?.audits()?;
    for entry in entries.iter().filter(|entry| options.since.is_none_or(|since| entry.day >= since)) {
        println!("{}\t{}\t{}\t{}", entry.day, entry.actor, entry.action, entry.detail);
    }
    Ok(())
}
