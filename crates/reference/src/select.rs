//! Section 10: the pack for a scheme, a region, a date and an application kind.

use crate::date::within;
use crate::json::{items, lists, text};
use crate::pack::resolved;
use serde_json::Value;

/// Of the packs that fit, the one of the narrowest region.
pub(crate) fn select(
    rulebook: &Value,
    scheme: &str,
    region: &str,
    as_of: &str,
    kind: &str,
) -> Result<Option<String>, String> {
    let mut fitting = Vec::new();
    for listed in items(rulebook, "packs") {
        let pack = resolved(rulebook, text(listed, "id")?)?;
        let covered = significant(pack["region"].as_str().unwrap_or_default());
        if pack["scheme"] == scheme && region.starts_with(covered) && in_force(&pack, as_of, kind) {
            fitting.push((covered.len(), text(&pack, "id")?.to_owned()));
        }
    }
    let narrowest = fitting.into_iter().max_by_key(|(pairs, _)| *pairs);
    Ok(narrowest.map(|(_, id)| id))
}

/// A region code without its trailing pairs of zeros.
fn significant(region: &str) -> &str {
    match region.strip_suffix("00") {
        Some(wider) => significant(wider),
        None => region,
    }
}

fn in_force(pack: &Value, as_of: &str, kind: &str) -> bool {
    items(pack, "in_force").iter().any(|row| within(row, as_of) && lists(row, "kinds", kind))
}
