//! Walking a pack with a JSON pointer at hand.

use serde_json::Value;

/// Fields whose strings are words for people, not part of the rule.
const WORDS: [&str; 6] = ["title", "name", "label", "note", "cite", "phrase"];

/// A value inside a pack and the JSON pointer that leads to it.
pub type Place<'v> = (String, &'v Value);

/// Every value of the rule itself, parents first; words for people are left out.
#[must_use]
pub fn places(root: &Value) -> Vec<Place<'_>> {
    let mut found = Vec::new();
    gather(String::new(), root, &mut found);
    found
}

fn gather<'v>(pointer: String, value: &'v Value, found: &mut Vec<Place<'v>>) {
    found.push((pointer.clone(), value));
    match value {
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                gather(format!("{pointer}/{at}"), item, found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields.iter().filter(|(name, _)| !WORDS.contains(&name.as_str())) {
                gather(format!("{pointer}/{}", escaped(name)), field, found);
            }
        }
        _ => {}
    }
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// The last name of a pointer.
#[must_use]
pub fn last_name(pointer: &str) -> &str {
    pointer.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::places;
    use serde_json::json;

    #[test]
    fn every_pointer_leads_to_its_value_and_words_are_left_out() {
        let root = json!({ "gates": [{ "title": { "zh": "3%" }, "a/b": ["3%"] }] });
        let found = places(&root);
        let pointers: Vec<_> = found.iter().map(|(pointer, _)| pointer.as_str()).collect();
        assert_eq!(pointers, ["", "/gates", "/gates/0", "/gates/0/a~1b", "/gates/0/a~1b/0"]);
        for (pointer, value) in found {
            assert_eq!(root.pointer(&pointer), Some(value));
        }
    }
}
