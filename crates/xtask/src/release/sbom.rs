//! `zjtx-VERSION.cdx.json`: what is in the release, in the form of CycloneDX.

use anyhow::Result;
use serde_json::{Value, json};

use super::VERSION;
use super::components::Component;

/// Version of the form.
const SPECIFICATION: &str = "1.6";

/// The document; without a time and a serial number, so that the same sources make the same.
pub(super) fn document(components: &[Component]) -> Result<String> {
    let parts: Vec<Value> = components.iter().map(part).collect();
    let document = json!({
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": { "component": { "type": "application", "name": "zjtx", "version": VERSION } },
        "components": parts,
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn part(component: &Component) -> Value {
    let Component { name, version, licence, purl, .. } = component;
    json!({
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "licenses": [{ "expression": licence.replace('/', " OR ") }],
    })
}
