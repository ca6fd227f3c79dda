//! `zjtx advise`: dossiers in, gaps, routes and slack out.

use crate::{
    advice_text,
    dossiers::{self, Format, Options},
    doubts,
};
use anyhow::Result;
use zjtx_evaluator::advice::advise;

/// Advises on every file; `false` when one of them could not be read.
pub fn run(options: &Options) -> Result<bool> {
    dossiers::each(options, |pack, dossier, rulebook| {
        let advice = advise(rulebook, pack, dossier);
        Ok(match options.format {
            Format::Json => doubts::with(&advice.outcome(), pack, dossier, options.lang.into())?,
            Format::Text => {
                let report = advice_text::report(&advice, dossier.as_of(), options.lang.into());
                format!("{report}{}", doubts::lines(pack, dossier, options.lang.into()))
            }
        })
    })
}
