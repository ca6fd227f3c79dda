//! Sections 3 and 10: packs that extend others, and which pack is selected.

use crate::fixture::{dossier, rulebook};
use serde_json::{Value, json};
use zjtx_reference::Reference;

fn gate(id: &str, fact: &str) -> Value {
    json!({ "id": id, "test": { "holds": fact } })
}

#[test]
fn a_pack_replaces_criteria_where_ids_agree() {
    let base = json!({ "id": "base", "revision": "1", "gates": [gate("A", "yes_a"), gate("B", "yes_b")] });
    let pack = json!({ "id": "pack", "extends": "base", "gates": [gate("C", "yes_c"), gate("A", "yes_c")] });
    let reference = Reference::new(rulebook(&[base, pack]));
    let facts = json!({ "yes_a": false, "yes_b": false, "yes_c": true });
    let found = reference.evaluate("pack", &dossier(&facts)).expect("well-formed");
    let line = |id, truth| json!({ "id": id, "truth": truth, "waived": false });
    assert_eq!(found["criteria"], json!([line("A", "met"), line("B", "unmet"), line("C", "met")]));
    assert_eq!((&found["pack"], &found["revision"]), (&json!("pack"), &json!("1")));
}

fn listed(id: &str, region: &str, rows: &Value) -> Value {
    json!({ "id": id, "scheme": "tiger", "region": region, "in_force": rows })
}

#[test]
fn the_narrowest_region_in_force_on_the_date_is_selected() {
    let old = json!([{ "from": "2022-08-01", "to": "2026-03-31", "kinds": ["first", "renewal"] }]);
    let open = json!([{ "from": "2026-04-01", "kinds": ["first"] }]);
    let packs = [
        listed("nation-old", "000000", &old),
        listed("nation", "000000", &open),
        listed("guangdong", "440000", &old),
    ];
    let reference = Reference::new(rulebook(&packs));
    let rows = [
        ("440106", "2026-03-31", "first", Some("guangdong")),
        ("110000", "2026-03-31", "first", Some("nation-old")),
        ("440106", "2026-04-01", "first", Some("nation")),
        ("440106", "2026-04-01", "renewal", None),
        ("440106", "2022-07-31", "first", None),
    ];
    for (region, as_of, kind, expected) in rows {
        let selected = reference.select("tiger", region, as_of, kind).expect("well-formed");
        assert_eq!(selected.as_deref(), expected, "{region} {as_of} {kind}");
    }
    assert_eq!(reference.select("lion", "440106", "2026-03-31", "first"), Ok(None));
}

#[test]
fn a_pack_may_raise_the_pass_mark_it_inherits() {
    let points = json!({ "true": "10分", "false": "0分" });
    let rule = json!({ "choice": { "fact": "yes_a", "points": points } });
    let indicators = [json!({ "id": "1", "full": "10分", "rule": rule })];
    let groups = [json!({ "id": "g", "full": "10分", "indicators": indicators })];
    let sheet = json!({ "full": "10分", "pass_mark": "6分", "groups": groups });
    let base = json!({ "id": "base", "score_sheet": sheet });
    let pack = json!({ "id": "pack", "extends": "base", "pass_mark": "7分" });
    let reference = Reference::new(rulebook(&[base, pack]));
    for (id, mark) in [("base", "6"), ("pack", "7")] {
        let found = reference.evaluate(id, &dossier(&json!({}))).expect("well-formed");
        assert_eq!(found["score"]["pass_mark"], mark);
    }
}
