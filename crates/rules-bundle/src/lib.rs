//! The `rules/` folder as one document, embedded at build time.
//!
//! It holds the text and nothing else: it does not check the rules (`zjtx-evaluator` does) and
//! knows nothing of their meaning. A new rule is a new file under `rules/`; no code names it. With the feature
//! `bundle` it makes the same document of other files.

#[cfg(feature = "bundle")]
mod bundle;

#[cfg(feature = "bundle")]
pub use bundle::bundle;

/// All rule files in one JSON document, in the shape of `zjtx_evaluator::RulebookDoc`.
pub const BUNDLE: &str = include_str!(concat!(env!("OUT_DIR"), "/bundle.json"));

/// `rules/catalog.json` alone, for whoever needs the names of packs and levels and no rule.
pub const CATALOG: &str = include_str!(concat!(env!("OUT_DIR"), "/catalog.json"));

/// Id of the fact that names the firm, as `rules/terms.json` says.
pub const NAMED_BY: &str = include_str!(concat!(env!("OUT_DIR"), "/named_by.txt"));
