//! Rules as the files of a site: what its build makes of them, and `zjtx site build --rules` makes anew of others.

mod criteria;
pub mod embed;
mod opening;

use serde_json::Value;
use zjtx_evaluator::{Diagnostic, Rulebook};

/// The documents themselves, by their path in the site: trials of other figures are written from them.
pub const DOCUMENTS: &str = "rules.json";

/// The files.
pub struct SiteRules {
    /// What the form begins with, in compact form. The checker and the documents' parser would cost the first load more
    /// than the rules themselves.
    pub opening: Vec<u8>,
    /// All rules in compact form.
    pub whole: Vec<u8>,
    /// Files whose names stay, by their paths in the site.
    pub plain: Vec<(&'static str, String)>,
    /// What the script of an embedded page is told.
    pub catalog: String,
    /// The rules themselves.
    pub rulebook: Rulebook,
}

impl SiteRules {
    /// The files for rules in one document, as `zjtx_rules::bundle` makes it.
    ///
    /// # Errors
    /// What the checker refuses.
    pub fn of(bundle: &Value) -> Result<Self, Vec<Diagnostic>> {
        let documents = bundle.to_string();
        let rulebook = Rulebook::load(&documents)?;
        let mut plain = Vec::from(criteria::pages(&rulebook));
        plain.push((DOCUMENTS, documents));
        Ok(Self {
            opening: opening::compact(bundle, &rulebook)?,
            whole: rulebook.to_compact(|_| true),
            plain,
            catalog: embed::catalog(&rulebook),
            rulebook,
        })
    }
}
