//! Documents that the rules rest on 「政策依据」, and the check of `sources/*.json`.

use crate::{
    base::{citation::Confidence, compact::compact, date::Date, span::Span, text::Text},
    language::diagnostics::{Code, Diagnostic, Findings},
    written::SourceDoc,
};
use std::collections::BTreeMap;

/// A policy document 「政策依据」.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Id, as in [`crate::Cite::source`].
    pub id: String,
    /// Official title, verbatim.
    pub title: String,
    /// Document number 「文号」.
    pub number: String,
    /// Who issued it, verbatim.
    pub issuer: String,
    /// When it was published, where known.
    pub published: Option<Date>,
    /// When it is in force.
    pub in_force: Span,
    /// Official address, where known.
    pub link: Option<String>,
    /// Day on which our reading of it was last checked.
    pub checked_on: Date,
    /// How sure that reading is.
    pub confidence: Confidence,
    /// What is uncertain.
    pub note: Option<Text>,
}

compact!(struct Source { id, title, number, issuer, published, in_force, link, checked_on, confidence, note });

impl From<SourceDoc> for Source {
    fn from(doc: SourceDoc) -> Self {
        let SourceDoc {
            id,
            title,
            number,
            issuer,
            published,
            in_force,
            link,
            checked_on,
            confidence,
            note,
            ..
        } = doc;
        Self { id, title, number, issuer, published, in_force, link, checked_on, confidence, note }
    }
}

/// The documents by id, and what is wrong with them.
pub(super) fn check_sources(docs: Vec<SourceDoc>) -> (BTreeMap<String, SourceDoc>, Vec<Diagnostic>) {
    let mut sources = BTreeMap::new();
    let mut found = Vec::new();
    for doc in docs {
        let mut findings = Findings::new(format!("sources/{}.json", doc.id));
        findings.schema(doc.schema);
        if doc.in_force.to.is_some_and(|to| to < doc.in_force.from) {
            findings.report(Code::Validity, "/in_force", "文件的失效日早于生效日");
        }
        if sources.contains_key(&doc.id) {
            findings.report(Code::DuplicateId, "/id", format!("文件“{}”写了两次", doc.id));
        }
        found.extend(findings.finish());
        sources.insert(doc.id.clone(), doc);
    }
    (sources, found)
}
