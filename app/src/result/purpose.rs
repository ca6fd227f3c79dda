//! What conditions are shown for, and where each stands on the page.

/// What conditions are shown for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To tell how a firm stands.
    Result,
    /// To be read as rules.
    Rules,
}

/// Id of the place of a condition or indicator in the document of its pack.
pub fn anchor(rule: &str) -> String {
    format!("rule-{rule}")
}
