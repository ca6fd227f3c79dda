//! The `rules/` folder as one document, embedded at build time.
//!
//! It holds the text and nothing else: it does not check the rules (`zjtx-evaluator` does) and
//! knows nothing of their meaning. A new rule is a new file under `rules/`; no code names it.

/// All rule files in one JSON document, in the shape of `zjtx_evaluator::RulebookDoc`.
pub const BUNDLE: &str = include_str!(concat!(env!("OUT_DIR"), "/bundle.json"));
