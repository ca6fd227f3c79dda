//! Where the bounds beyond which a figure is asked about come from: the size standard, as the rules hold it.

mod support;

use serde_json::Value;
use support::{RULES, pack_json};

/// The greatest floor of 大型 for an indicator, over all trades of the size standard 「工信部联企业〔2011〕300号」.
fn greatest_floor(indicator: &str) -> Option<String> {
    let size = pack_json("cn-size-2011");
    let groups = size["size_table"]["groups"].as_array().expect("groups");
    let floors = groups.iter().filter_map(|group| {
        let at = group["indicators"].as_array()?.iter().position(|name| name == indicator)?;
        group["floors"]["large"][at].as_str()
    });
    floors.max_by_key(|floor| digits(floor)).map(str::to_owned)
}

fn digits(literal: &str) -> u64 {
    literal.trim_end_matches(|end: char| !end.is_ascii_digit()).parse().expect("a number")
}

fn bound(fact: &str) -> Option<String> {
    let terms = RULES["terms"]["facts"].as_array().expect("facts");
    let term = terms.iter().find(|term| term["id"] == fact)?;
    term["doubt_above"].as_str().map(str::to_owned)
}

/// Whatever its trade, a small or medium firm has less revenue, or fewer people, than 大型 begins with.
#[test]
fn revenue_and_staff_are_asked_about_where_no_trade_knows_a_medium_firm() {
    for (fact, indicator) in [
        ("operating_revenue", "operating_revenue"),
        ("core_business_revenue", "operating_revenue"),
        ("leading_product_revenue", "operating_revenue"),
        ("headcount", "headcount"),
        ("employee_total", "headcount"),
        ("rd_staff", "headcount"),
    ] {
        assert_eq!(bound(fact), greatest_floor(indicator), "{fact}");
    }
}

/// What the standard does not bound in most trades has no smaller bound than what it does.
#[test]
fn no_bound_is_beneath_the_standard() {
    let revenue = greatest_floor("operating_revenue").map(|floor| digits(&floor));
    let assets = greatest_floor("total_assets").map(|floor| digits(&floor));
    let facts = RULES["terms"]["facts"].as_array().expect("facts");
    let bounded: Vec<&Value> =
        facts.iter().filter(|term| term["kind"] == "money" && !term["doubt_above"].is_null()).collect();
    assert!(bounded.len() > 5);
    for term in bounded {
        let own = Some(digits(term["doubt_above"].as_str().expect("a literal")));
        assert!(own >= revenue && own >= assets, "{}", term["id"]);
    }
}
