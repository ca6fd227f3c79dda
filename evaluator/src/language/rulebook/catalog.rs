//! Checks of `catalog.json`: every pack file is named once, and every name has a file.

use crate::{
    language::diagnostics::{Code, Diagnostic, Findings},
    written::{CatalogDoc, PackDoc},
};

pub(crate) fn check_catalog(doc: &CatalogDoc, packs: &[PackDoc]) -> Vec<Diagnostic> {
    let mut findings = Findings::new("catalog.json");
    findings.schema(doc.schema);
    findings.unique(doc.schemes.iter().map(|s| s.id.as_str()), |index| format!("/schemes/{index}/id"));
    findings.unique(doc.regions.iter().map(|r| r.code.as_str()), |index| format!("/regions/{index}/code"));
    findings.unique(doc.packs.iter().map(String::as_str), |index| format!("/packs/{index}"));
    for (index, id) in doc.packs.iter().enumerate() {
        if !packs.iter().any(|pack| pack.id == *id) {
            let sentence = format!("目录列出了规则包“{id}”，但没有这个文件");
            findings.report(Code::UnknownReference, format!("/packs/{index}"), sentence);
        }
    }
    for pack in packs.iter().filter(|pack| !doc.packs.contains(&pack.id)) {
        let sentence = format!("目录没有列出规则包“{}”", pack.id);
        findings.report(Code::UnknownReference, "/packs", sentence);
    }
    findings.finish()
}
