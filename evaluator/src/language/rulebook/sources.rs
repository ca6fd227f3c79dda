//! Checks of `sources/*.json`.

use crate::{
    language::diagnostics::{Code, Diagnostic, Findings},
    written::SourceDoc,
};
use std::collections::BTreeMap;

pub(crate) fn check_sources(docs: Vec<SourceDoc>) -> (BTreeMap<String, SourceDoc>, Vec<Diagnostic>) {
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
