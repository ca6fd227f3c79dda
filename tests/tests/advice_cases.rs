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

/// `application year: fact year from → to (effort)` of each change of a route.
fn changes(route: &Value) -> Vec<String> {
    let word = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let changes = route["changes"].as_array().expect("changes").iter();
    let line = |change: &Value| {
        let [fact, year, from, to, effort] =
            ["fact", "year", "from", "to", "effort"].map(|key| word(&change[key]));
        format!("{}: {fact} {year} {from} → {to} ({effort})", route["application_year"])
    };
    changes.map(line).collect()
}

fn routes(advice: &Value) -> Vec<Vec<String>> {
    advice["routes"].as_array().expect("routes").iter().map(changes).collect()
}

#[test]
fn a_closed_year_stays_and_its_gap_is_planned_for_the_next_application() {
    let advice = advice_of(
        "cn-specialized-sme-2022",
        &firm("Z22-01", &json!({ "rd_expense": { "2022": "149.999999" } })),
    );
    let short = gap(&advice, "Z-C2");
    assert_eq!(changes(&short["routes"][0]), ["2024: rd_expense 2023 149.999999 → 150 (next_window)"]);
    assert_eq!(short["routes"][0]["changes"][0]["held"], json!([{ "year": 2022, "value": "149.999999" }]));
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
    assert_eq!(changes(revenue), ["2027: operating_revenue 2026 1400 → 1500 (next_window)"]);
    let breaks = json!({ "kind": "criterion", "id": "S4", "from": "met", "to": "unmet" });
    assert!(revenue["side_effects"].as_array().expect("effects").contains(&breaks), "{revenue:#}");
    let both = [
        "2027: operating_revenue 2026 1400 → 1500 (next_window)",
        "2027: core_business_revenue 2026 1120 → 1200 (next_window)",
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
        .find(|route| changes(route) == ["2024: operating_revenue 2023 4999.99 → 5000 (next_window)"]);
    let effects = grown.expect("5000 begins the next tier")["side_effects"].as_array().expect("effects");
    assert!(effects.iter().any(|effect| effect["kind"] == "tier"), "{effects:?}");
}

#[test]
fn where_only_years_lack_waiting_is_enough() {
    // Points enough without any for growth, of which there is none if the coming years are like the last.
    let facts = json!({ "years_in_segment": "0.5", "ip_grade": "class1_high_value", "digital_level": "level_4",
                        "local_feature_points": "15", "rd_institution_level": "national" });
    let advice = advice_of("cn-specialized-sme-2022", &firm("Z22-01", &facts));
    assert_eq!(advice["waiting"], json!({ "as_of": "2025-07-01", "in_force": true, "assumed": [] }));
    let short = gap(&advice, "Z-C1");
    assert_eq!((&short["waiting"], &short["routes"]), (&json!(2025), &json!([])));
}

#[test]
fn a_plan_is_safe_under_every_reading() {
    // A loss before the last year is none of the readings' that count two years when the firm applies a year later.
    let dossier = firm("GD21-01", &json!({ "total_profit": { "2019": "-3" } }));
    let advice = advice_of("gd-specialized-sme-2021", &dossier);
    let short = gap(&advice, "GD21-B4b");
    assert_eq!((&advice["verdict"], &short["truth"]), (&json!("undetermined"), &json!("undetermined")));
    assert_eq!((&advice["routes"], &short["waiting"]), (&json!([]), &json!(2022)));
    // One in the last year counts for one more.
    let dossier = firm("GD21-01", &json!({ "total_profit": { "2020": "-3" } }));
    let short = gap(&advice_of("gd-specialized-sme-2021", &dossier), "GD21-B4b").clone();
    let route = changes(&short["routes"][0]);
    assert!(route[0].starts_with("2023: total_profit 2021 -3 → 0.000001"), "{short:#}");
}

#[test]
fn what_is_absent_is_no_gap_and_routes_go_on_under_its_assumption() {
    let absent = json!({ "years_in_segment": null, "legal_person": null });
    let advice = advice_of("cn-specialized-sme-2022", &firm("Z22-01", &absent));
    let unknown = |fact: &str| json!({ "fact": fact, "year": null });
    let find_out = advice["find_out"].as_array().expect("facts");
    assert!(find_out.contains(&unknown("legal_person")) && find_out.contains(&unknown("years_in_segment")));
    let gaps = advice["gaps"].as_array().expect("gaps");
    assert!(gaps.iter().all(|gap| gap["needed"] == false), "{gaps:?}");
    assert_eq!((&advice["routes"], &advice["waiting"]), (&json!([]), &Value::Null));
    let open: Vec<&Value> =
        advice["unanswered"].as_array().expect("criteria").iter().map(|open| &open["criterion"]).collect();
    assert_eq!(open, ["G1", "Z-C1"]);

    let short = json!({ "years_in_segment": null, "legal_person": null, "rd_expense": { "2022": "140" } });
    let advice = advice_of("cn-specialized-sme-2022", &firm("Z22-01", &short));
    // Not 150, which 3 % would be: what growth of revenue no longer gives in points a larger share has to.
    assert_eq!(routes(&advice)[0], ["2024: rd_expense 2023 140 → 200 (next_window)"]);
    let assumed = advice["routes"][0]["assumed"].as_array().expect("facts");
    assert!(assumed.contains(&unknown("legal_person")) && assumed.contains(&unknown("years_in_segment")));
}

/// The firm of the review: 1,200 万元 of R&D in two years are wanted, and 2025 is closed with 268.
#[test]
fn what_lacks_over_two_years_is_asked_of_the_open_one() {
    let text = include_str!("../guide/sample-firm.dossier.json");
    let advice = advice_of("cn-little-giant-2026", &serde_json::from_str(text).expect("a dossier"));
    let short = &gap(&advice, "L7")["routes"][0];
    assert_eq!(changes(short), ["2027: rd_expense 2026 268 → 932 (next_window)"]);
    assert_eq!(short["changes"][0]["held"], json!([{ "year": 2025, "value": "268" }]));
    for route in advice["routes"].as_array().expect("routes") {
        assert!(
            changes(route).contains(&"2027: rd_expense 2026 268 → 932 (next_window)".to_owned()),
            "{route:#}"
        );
    }
    assert!(!advice["routes"].as_array().expect("routes").is_empty());
}

/// A firm that applies next year is judged by the rules that follow.
#[test]
fn a_route_is_judged_by_the_rules_of_its_year() {
    let mut dossier = firm("Z22-01", &json!({}));
    dossier["as_of"] = "2025-07-01".into();
    let advice = advice_of("cn-specialized-sme-2022", &dossier);
    let packs: Vec<&Value> =
        advice["routes"].as_array().expect("routes").iter().map(|route| &route["pack"]).collect();
    assert!(packs.iter().all(|pack| *pack == "cn-specialized-sme-2026"), "{packs:?}");
}

#[test]
fn what_nobody_can_change_has_no_route() {
    let advice = advice_of("cn-specialized-sme-2022", &firm("Z22-01", &json!({ "legal_person": false })));
    let short = gap(&advice, "G1");
    assert_eq!((&short["effort"], &short["routes"]), (&json!("unchangeable"), &json!([])));
    assert_eq!((&advice["routes"], &advice["waiting"]), (&json!([]), &Value::Null));
}

#[test]
fn slack_has_a_line_a_condition_on_the_safe_side_and_the_tightest_first() {
    let facts = json!({ "operating_revenue": { "2022": "5000.5" } });
    let advice = advice_of("cn-specialized-sme-2022", &firm("Z22-01", &facts));
    assert_eq!((&advice["verdict"], &advice["routes"]), (&json!("met"), &json!([])));
    let slack = advice["slack"].as_array().expect("slack");
    // 3 % of 5000.5 are 150.015 万元: 151 is the first whole one that is enough.
    let research = json!({ "criterion": "Z-C2", "fact": "rd_expense", "year": 2022, "from": "300", "to": "151",
                           "by": "149", "rising": false });
    let lines: Vec<&Value> = slack.iter().filter(|slack| slack["criterion"] == "Z-C2").collect();
    assert_eq!(lines, [&research]);
}

#[test]
fn a_score_is_reached_by_the_cheapest_set_of_jumps() {
    let facts = json!({ "digital_level": "level_1", "rd_institution_level": "none", "ip_grade": "none", "quality_items": [] });
    let advice = advice_of("cn-specialized-sme-2022", &firm("Z22-01", &facts));
    assert_eq!(advice["verdict"], "unmet");
    let sets = gap(&advice, "Z-score")["routes"].as_array().expect("sets").iter().map(changes);
    let cheapest = sets.into_iter().find(|set| set.len() > 1).expect("no single change is enough");
    // In 2024 revenue and profit are taken to be those of 2022, so that growth gives no points.
    let both = [
        "2024: ip_grade null none → class1_high_value (next_window)",
        "2024: rd_institution_level null none → national (next_window)",
    ];
    assert_eq!(cheapest, both);
}
