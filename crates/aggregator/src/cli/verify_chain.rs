//! `verify-chain`: whether any release was changed.

use anyhow::Result;
use zjtx_aggregator::release::chain;
use zjtx_aggregator::settings::Settings;

/// Checks every release against its hash and the one before it.
pub(crate) fn run(settings: &Settings) -> Result<()> {
    let increments = settings.database().open()?.increments(None)?;
    chain::verify(&increments)?;
    println!("{} 条发布记录，校验链完整", increments.len());
    Ok(())
}
