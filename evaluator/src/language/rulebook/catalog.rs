//! The catalogue: schemes and regions, and the check of `catalog.json`.

use crate::{
    base::{compact::compact, text::Text},
    language::diagnostics::{Code, Diagnostic, Findings},
    written::{CatalogDoc, PackDoc, RegionDoc, SchemeDoc},
};

/// Schemes and regions that packs are made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    /// Schemes 「认定事项」 in the order of the ladder.
    pub schemes: Vec<Scheme>,
    /// Regions that a pack may be made for.
    pub regions: Vec<Region>,
}

compact!(struct Catalog { schemes, regions });

/// A scheme 「认定事项」, such as little giants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Id, as in [`crate::Pack::scheme`].
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Step of the ladder, from 1; 0 for what is not a step.
    pub level: u8,
}

compact!(struct Scheme { id, title, level });

/// A region with rules of its own, or the nation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// GB/T 2260 code; `000000` is the nation.
    pub code: String,
    /// Name for people, in both languages.
    pub name: Text,
}

compact!(struct Region { code, name });

impl From<CatalogDoc> for Catalog {
    fn from(doc: CatalogDoc) -> Self {
        let scheme = |SchemeDoc { id, title, level }| Scheme { id, title, level };
        let region = |RegionDoc { code, name }| Region { code, name };
        Self {
            schemes: doc.schemes.into_iter().map(scheme).collect(),
            regions: doc.regions.into_iter().map(region).collect(),
        }
    }
}

/// What is wrong with the catalogue: every pack file is named once, and every name has a file.
pub(super) fn check_catalog(doc: &CatalogDoc, packs: &[PackDoc]) -> Vec<Diagnostic> {
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
