//! Advice for golden firms of whom one thing is changed, read as a person would read it.

mod support;

use serde_json::{Value, json};
use support::{advice_of, golden};

/// The dossier of a golden case with other facts.
fn firm(case: &str, facts: &Value) -> Value {
    let cases = golden();
    let case = cases.iter().find(|golden| golden.id() == case).expect("a golden case");
    let mut dossier = case.dossier().clone();
    for (fact, value) in facts.as_object().expect("facts") {
        match value.as_object() {
            Some(years) => years.iter().for_each(|(year, own)| dossier["facts"][fact][year] = own.clone()),
            None => dossier["facts"][fact] = value.clone(),
        }
    }
    dossier
}

fn gap<'a>(advice: &'a Value, id: &str) -> &'a Value {
    let gaps = advice["gaps"].as_array().expect("gaps");
    gaps.iter().find(|gap| gap["criterion"] == id).unwrap_or_else(|| panic!("no gap {id} in {advice:#}"))
}

/// `fact year: from → to (effort window)` of each change of a route.
fn changes(route: &Value) -> Vec<String> {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let changes = route["changes"].as_array().expect("changes").iter();
    let line = |change: &Value| {
        let [fact, year, from, to, effort, window] =
            ["fact", "year", "from", "to", "effort", "window"].map(|key| word(&change[key]));
        format!("{fact} {year}: {from} → {to} ({effort} {window})")
    };
    changes.map(line).collect()
}

fn routes(advice: &Value) -> Vec<Vec<String>> {
    advice["routes"].as_array().expect("routes").iter().map(changes).collect()
}

#[test]
fn a_gap_is_told_for_the_closed_year_and_its_remedy_for_the_next_window() {
    let advice = advice_of(
        "cn-specialized-sme-2022",
        &firm("Z22-01", &json!({ "rd_expense": { "2022": "149.999999" } })),
    );
    let short = gap(&advice, "Z-C2");
    assert_eq!(changes(&short["routes"][0]), ["rd_expense 2022: 149.999999 → 150 (next_window 2024)"]);
    assert_eq!(short["routes"][0]["changes"][0]["by"], "0.000001");
    assert_eq!((&short["needed"], &short["effort"]), (&json!(true), &json!("next_window")));
}

#[test]
fn more_revenue_that_breaks_a_share_says_so_and_the_route_takes_both() {
    let facts = json!({ "operating_revenue": { "2025": "1400" }, "core_business_revenue": { "2025": "1120" },
                        "leading_product_revenue": { "2025": "1000" } });
    let advice = advice_of("cn-specialized-sme-2026", &firm("C03", &facts));
    let revenue = &gap(&advice, "S3")["routes"]
        .as_array()
        .expect("routes")
        .iter()
        .find(|route| route["changes"][0]["fact"] == "operating_revenue");
    let revenue = revenue.expect("revenue is a lever of S3");
    assert_eq!(changes(revenue), ["operating_revenue 2025: 1400 → 1500 (next_window 2027)"]);
    let breaks = json!({ "kind": "criterion", "id": "S4", "from": "met", "to": "unmet" });
    assert!(revenue["side_effects"].as_array().expect("effects").contains(&breaks), "{revenue:#}");
    let both = [
        "operating_revenue 2025: 1400 → 1500 (next_window 2027)",
        "core_business_revenue 2025: 1120 → 1200 (next_window 2027)",
    ];
    assert!(routes(&advice).contains(&both.map(str::to_owned).to_vec()), "{:#}", advice["routes"]);
}

#[test]
fn a_firm_that_grows_into_another_tier_is_told() {
    let facts = json!({ "operating_revenue": { "2022": "4999.99" }, "rd_expense": { "2022": "310", "2021": "600" },
                        "core_business_revenue": { "2022": "4900" } });
    let advice = advice_of("cn-little-giant-2022", &firm("L22-01", &facts));
    let routes = gap(&advice, "L-X1a")["routes"].as_array().expect("routes");
    let grown = routes
        .iter()
        .find(|route| changes(route) == ["operating_revenue 2022: 4999.99 → 5000 (next_window 2024)"]);
    let effects = grown.expect("5000 begins the next tier")["side_effects"].as_array().expect("effects");
    assert!(effects.iter().any(|effect| effect["kind"] == "tier"), "{effects:?}");
}

#[test]
fn where_only_years_lack_waiting_is_enough() {
    let advice = advice_of("cn-specialized-sme-2022", &firm("Z22-01", &json!({ "years_in_segment": "0.5" })));
    assert_eq!(advice["waiting"], json!({ "as_of": "2025-07-01", "in_force": true }));
    assert_eq!(
        changes(&gap(&advice, "Z-C1")["routes"][0]),
        ["years_in_segment null: 0.5 → 2 (long_term 2025)"]
    );
}

#[test]
fn a_route_is_safe_under_every_reading() {
    let advice =
        advice_of("gd-specialized-sme-2021", &firm("GD21-01", &json!({ "total_profit": { "2019": "-3" } })));
    assert_eq!(
        (&advice["verdict"], &gap(&advice, "GD21-B4b")["truth"]),
        (&json!("undetermined"), &json!("undetermined"))
    );
    assert_eq!(routes(&advice), [["total_profit 2019: -3 → 0.000001 (long_term 2023)"]]);
}

#[test]
fn what_is_absent_is_found_out_and_moved_by_no_route() {
    let advice = advice_of(
        "cn-specialized-sme-2022",
        &firm("Z22-01", &json!({ "years_in_segment": null, "legal_person": null })),
    );
    let unknown = |fact: &str| json!({ "fact": fact, "year": null });
    let find_out = advice["find_out"].as_array().expect("facts");
    assert!(find_out.contains(&unknown("legal_person")) && find_out.contains(&unknown("years_in_segment")));
    assert_eq!(advice["routes"], json!([]));
    assert_eq!(
        changes(&gap(&advice, "Z-C1")["routes"][0]),
        ["years_in_segment null: null → 2 (long_term 2025)"]
    );
    assert_eq!(gap(&advice, "G1")["routes"], json!([]));
}

#[test]
fn what_nobody_can_change_has_no_route() {
    let advice = advice_of("cn-specialized-sme-2022", &firm("Z22-01", &json!({ "legal_person": false })));
    let short = gap(&advice, "G1");
    assert_eq!(
        (&short["effort"], &short["routes"], &short["find_out"]),
        (&json!("unchangeable"), &json!([]), &json!([]))
    );
    assert_eq!((&advice["routes"], &advice["waiting"]), (&json!([]), &Value::Null));
}

#[test]
fn slack_ends_one_step_before_the_threshold_is_crossed() {
    let advice = advice_of("cn-specialized-sme-2022", &firm("Z22-01", &json!({})));
    assert_eq!((&advice["verdict"], &advice["routes"]), (&json!("met"), &json!([])));
    let slack = advice["slack"].as_array().expect("slack");
    let row = |to: &str, by: &str, fact: &str, rising: bool| {
        let from = if fact == "rd_expense" { "300" } else { "5000" };
        json!({ "criterion": "Z-C2", "fact": fact, "year": 2022, "from": from, "to": to, "by": by, "rising": rising })
    };
    assert!(slack.contains(&row("150", "150", "rd_expense", false)), "{slack:?}");
    assert!(slack.contains(&row("10000", "5000", "operating_revenue", true)), "{slack:?}");
}

#[test]
fn a_score_is_reached_by_the_cheapest_set_of_jumps() {
    let facts = json!({ "digital_level": "level_1", "rd_institution_level": "none", "ip_grade": "none", "quality_items": [] });
    let advice = advice_of("cn-specialized-sme-2022", &firm("Z22-01", &facts));
    assert_eq!(advice["verdict"], "unmet");
    let sets = gap(&advice, "Z-score")["routes"].as_array().expect("sets").iter().map(changes);
    let cheapest = sets.into_iter().find(|set| set.len() > 1).expect("no single change is enough");
    // 45 of 60 points: 8 from the grade and 7 from the local feature, no more than that.
    let both = [
        "ip_grade null: none → class1_self_developed (next_window 2024)",
        "local_feature_points null: 8 → 15 (next_window 2024)",
    ];
    assert_eq!(cheapest, both);
}
