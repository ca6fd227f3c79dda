//! `config check`: the effective configuration.

use anyhow::Result;
use zjtx_aggregator::settings::Settings;

/// Prints the values; a wrong one has been refused before.
pub(crate) fn run(settings: &Settings) -> Result<()> {
    println!("{}", serde_json::to_string_pretty(&settings.masked())?);
    Ok(())
}
