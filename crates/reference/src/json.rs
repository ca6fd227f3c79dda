//! Reading plain JSON with sentences for what is missing.

use serde_json::Value;

/// A field that must be there.
pub(crate) fn field<'a>(object: &'a Value, name: &str) -> Result<&'a Value, String> {
    object.get(name).ok_or_else(|| format!("规则数据缺少字段「{name}」：{object}"))
}

/// A field that must be a string.
pub(crate) fn text<'a>(object: &'a Value, name: &str) -> Result<&'a str, String> {
    field(object, name)?.as_str().ok_or_else(|| format!("字段「{name}」应为文字：{object}"))
}

/// A field that must be a whole JSON number.
fn whole(object: &Value, name: &str) -> Result<i64, String> {
    field(object, name)?.as_i64().ok_or_else(|| format!("字段「{name}」应为整数：{object}"))
}

/// A field that must be a whole JSON number of at least one.
pub(crate) fn positive(object: &Value, name: &str) -> Result<i64, String> {
    match whole(object, name)? {
        number if number > 0 => Ok(number),
        _ => Err(format!("字段「{name}」应为正整数：{object}")),
    }
}

/// The members of a list; an absent list has none.
pub(crate) fn items<'a>(object: &'a Value, name: &str) -> &'a [Value] {
    object.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Whether a list of strings has the word; an absent list has none.
pub(crate) fn lists(object: &Value, name: &str, word: &str) -> bool {
    items(object, name).iter().any(|item| item.as_str() == Some(word))
}

/// The kind and the body of an object with one key, such as a test node.
pub(crate) fn single(node: &Value) -> Result<(&str, &Value), String> {
    match node.as_object().map(|object| object.iter()) {
        Some(mut entries) if entries.len() == 1 => entries
            .next()
            .map(|(kind, body)| (kind.as_str(), body))
            .ok_or_else(|| format!("节点为空：{node}")),
        _ => Err(format!("节点应恰有一个键：{node}")),
    }
}
