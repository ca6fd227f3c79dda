//! `zjtx evaluate`: dossiers in, verdicts out.

use crate::{
    dossiers::{self, Format, Options},
    doubts, text,
};
use anyhow::Result;
use zjtx_evaluator::evaluate;

/// Evaluates every file; `false` when one of them could not be read.
pub fn run(options: &Options) -> Result<bool> {
    dossiers::each(options, |pack, dossier, rulebook| {
        let assessment = evaluate(pack, dossier);
        Ok(match options.format {
            Format::Json => doubts::with(&assessment.outcome(), pack, dossier, options.lang.into())?,
            Format::Text => {
                let report = text::report(&assessment, rulebook, options.lang.into());
                format!("{report}{}", doubts::lines(pack, dossier, options.lang.into()))
            }
        })
    })
}
