//! Checks of `sources/*.json`.

use super::{Code, Diagnostic};
use crate::doc::SourceDoc;
use std::collections::BTreeMap;

pub(crate) fn check_sources(docs: Vec<SourceDoc>) -> (BTreeMap<String, SourceDoc>, Vec<Diagnostic>) {
    let mut sources = BTreeMap::new();
    let mut found = Vec::new();
    for doc in docs {
        let file = format!("sources/{}.json", doc.id);
        let mut report = |code, pointer: &str, sentence: String| {
            found.push(Diagnostic { code, file: file.clone(), pointer: pointer.to_owned(), sentence });
        };
        if doc.in_force.to.is_some_and(|to| to < doc.in_force.from) {
            report(Code::Validity, "/in_force", "文件的失效日早于生效日".to_owned());
        }
        if sources.contains_key(&doc.id) {
            report(Code::DuplicateId, "/id", format!("文件“{}”写了两次", doc.id));
        }
        sources.insert(doc.id.clone(), doc);
    }
    (sources, found)
}
