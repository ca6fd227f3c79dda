//! What conditions are shown for, and where each stands on the page.

/// What conditions are shown for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To tell how a firm stands by the form as it is filled in.
    Result,
    /// To tell how a firm stood at a past test.
    Past,
    /// To be read as rules.
    Rules,
}

impl Purpose {
    /// Whether it tells how a firm stands.
    pub fn is_result(self) -> bool {
        self != Self::Rules
    }
}

/// Id of the place of a condition or indicator in the document of its pack.
pub fn anchor(rule: &str) -> String {
    format!("rule-{rule}")
}
