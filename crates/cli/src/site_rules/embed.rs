//! What the script of an embedded page is told of the rules: which packs there are, and when each is in force.

use serde::de::IgnoredAny;
use serde_json::{Deserializer, Value, json};
use zjtx_evaluator::{ApplicationKind, Date, Pack, Rulebook};

/// How the catalogue begins, by which it is found in the script.
const BEGINNING: &str = "{\"app\":\"";

/// Characters that may end or change the text of a script in which the catalogue stands.
const UNSAFE: [char; 4] = ['\'', '`', '\\', '$'];

/// The app's version, and its packs with the days on which they are in force for first applications.
pub fn catalog(rulebook: &Rulebook) -> String {
    let packs: Vec<Value> = rulebook.packs().iter().filter_map(entry).collect();
    json!({ "app": env!("CARGO_PKG_VERSION"), "packs": packs }).to_string()
}

/// The script with another catalogue; `None` where it has none, or the other cannot stand in a script.
pub fn replaced(script: &str, catalog: &str) -> Option<String> {
    let start = script.find(BEGINNING).filter(|_| !catalog.contains(UNSAFE))?;
    let (before, rest) = script.split_at(start);
    let mut former = Deserializer::from_str(rest).into_iter::<IgnoredAny>();
    former.next()?.ok()?;
    Some([before, catalog, rest.get(former.byte_offset()..)?].concat())
}

fn entry(pack: &Pack) -> Option<Value> {
    let rows = || pack.in_force().iter().filter(|row| row.kinds.contains(&ApplicationKind::First));
    let from = rows().map(|row| row.from).min()?;
    let open = rows().any(|row| row.to.is_none());
    let to = rows().filter_map(|row| row.to).max().filter(|_| !open);
    Some(json!({
        "id": pack.id(),
        "scheme": pack.scheme(),
        "region": pack.region(),
        "from": from.to_string(),
        "to": to.as_ref().map(Date::to_string),
    }))
}

#[cfg(test)]
mod tests {
    use super::{catalog, replaced};
    use zjtx_evaluator::Rulebook;

    #[test]
    fn another_catalogue_takes_the_place_of_the_former_and_nothing_else_changes() {
        let rulebook = Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check");
        let catalog = catalog(&rulebook);
        let script = "const c=JSON.parse('{\"app\":\"0\",\"packs\":[{\"id\":\"x\"}]}');say(c);";
        let renewed = replaced(script, &catalog).expect("a catalogue");
        assert_eq!(renewed, format!("const c=JSON.parse('{catalog}');say(c);"));
        assert_eq!(replaced(&renewed, "{\"app\":\"0\",\"packs\":[{\"id\":\"x\"}]}").as_deref(), Some(script));
    }

    #[test]
    fn a_script_without_a_catalogue_and_a_catalogue_that_ends_the_text_are_refused() {
        assert_eq!(replaced("say(1);", "{}"), None);
        assert_eq!(replaced("say('{\"app\":\"0\"');", "{}"), None, "half a catalogue");
        assert_eq!(replaced("say('{\"app\":\"0\"}');", "{\"app\":\"'\"}"), None);
    }
}
