//! `zjtx advise`: dossiers in, gaps, routes and slack out.

use crate::{
    advice_text,
    dossiers::{self, Format, Options},
};
use anyhow::Result;
use zjtx_evaluator::advice::advise;

/// Advises on every file; `false` when one of them could not be read.
pub fn run(options: &Options) -> Result<bool> {
    dossiers::each(options, |pack, dossier, _| {
        let advice = advise(pack, dossier);
        Ok(match options.format {
            Format::Json => serde_json::to_string(&advice.outcome())?,
            Format::Text => advice_text::report(&advice, dossier.as_of(), options.lang.into()),
        })
    })
}
