//! Sentences of findings: Chinese for the authors of rules, and English beside it where somebody who only moves a
//! figure may read it.

/// What is wrong.
pub(crate) struct Sentence {
    pub(super) zh: String,
    pub(super) en: Option<String>,
}

impl<Z: Into<String>, E: Into<String>> From<(Z, E)> for Sentence {
    fn from((zh, en): (Z, E)) -> Self {
        Self { zh: zh.into(), en: Some(en.into()) }
    }
}

impl From<String> for Sentence {
    fn from(zh: String) -> Self {
        Self { zh, en: None }
    }
}

impl From<&String> for Sentence {
    fn from(zh: &String) -> Self {
        Self::from(zh.clone())
    }
}

impl From<&str> for Sentence {
    fn from(zh: &str) -> Self {
        Self::from(zh.to_owned())
    }
}
