//! Section 3: a pack with what it takes from the pack it extends.

use crate::json::{items, text};
use serde_json::Value;

const CHAPTERS: [&str; 4] = ["prerequisites", "vetoes", "gates", "declarations"];

/// The pack of that id, complete: it extends nothing any more.
pub(crate) fn resolved(rulebook: &Value, id: &str) -> Result<Value, String> {
    let pack = items(rulebook, "packs")
        .iter()
        .find(|pack| pack["id"] == id)
        .ok_or_else(|| format!("没有名为「{id}」的规则包"))?;
    match pack.get("extends").and_then(Value::as_str) {
        None => Ok(pack.clone()),
        Some(base) => Ok(extended(resolved(rulebook, base)?, pack)),
    }
}

/// The size table a pack refers to or holds, if any.
pub(crate) fn size_table(rulebook: &Value, pack: &Value) -> Result<Option<Value>, String> {
    match pack.get("size_table") {
        None => Ok(None),
        Some(Value::String(id)) => size_table(rulebook, &resolved(rulebook, id)?),
        Some(table) => Ok(Some(table.clone())),
    }
}

fn extended(mut base: Value, pack: &Value) -> Value {
    let own_fields = pack.as_object().into_iter().flatten();
    for (name, own) in own_fields.filter(|(name, _)| *name != "extends") {
        base[name] = if CHAPTERS.contains(&name.as_str()) {
            Value::from(replaced(items(&base, name), items(pack, name)))
        } else {
            own.clone()
        };
    }
    if let Some(mark) = pack.get("pass_mark").filter(|_| base["score_sheet"].is_object()) {
        base["score_sheet"]["pass_mark"] = mark.clone();
    }
    base
}

fn replaced(base: &[Value], own: &[Value]) -> Vec<Value> {
    let same = |one: &Value, other: &Value| text(one, "id") == text(other, "id");
    let kept = base.iter().map(|old| own.iter().find(|new| same(new, old)).unwrap_or(old).clone());
    let new = own.iter().filter(|new| !base.iter().any(|old| same(old, new)));
    kept.chain(new.cloned()).collect()
}
