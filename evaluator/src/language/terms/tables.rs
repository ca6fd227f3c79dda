//! Checks of `tables/*.json`.

use crate::{
    language::diagnostics::{Code, Diagnostic, Findings},
    written::{AreasDoc, IndustriesDoc},
};

pub(crate) fn check_tables(areas: &AreasDoc, industries: &IndustriesDoc) -> Vec<Diagnostic> {
    let mut found = check_areas(areas);
    found.extend(check_industries(industries));
    found
}

fn check_areas(doc: &AreasDoc) -> Vec<Diagnostic> {
    let mut findings = Findings::new("tables/areas.json");
    findings.schema(doc.schema);
    findings.unique(doc.zones.iter().map(|zone| zone.id.as_str()), |index| format!("/zones/{index}/id"));
    findings
        .unique(doc.cities.iter().map(|city| city.code.as_str()), |index| format!("/cities/{index}/code"));
    for (index, city) in doc.cities.iter().enumerate() {
        if !doc.zones.iter().any(|zone| zone.id == city.zone) {
            let sentence = format!("没有“{}”这个区域", city.zone);
            findings.report(Code::UnknownReference, format!("/cities/{index}/zone"), sentence);
        }
    }
    findings.finish()
}

fn check_industries(doc: &IndustriesDoc) -> Vec<Diagnostic> {
    let mut findings = Findings::new("tables/industries.json");
    findings.schema(doc.schema);
    findings.unique(doc.sections.iter().map(|s| s.code.as_str()), |index| format!("/sections/{index}/code"));
    findings
        .unique(doc.divisions.iter().map(|d| d.code.as_str()), |index| format!("/divisions/{index}/code"));
    findings.finish()
}
