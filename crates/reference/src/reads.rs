//! Sections 7 and 8: which facts are read, and how many periods back.

use crate::json::{field, positive, single, text};
use serde_json::Value;

/// A fact and how many periods back it is read.
pub(crate) type Reading<'q> = (&'q str, i64);

/// The facts a quantity reads.
pub(crate) fn quantity_reads(quantity: &Value, back: i64) -> Result<Vec<Reading<'_>>, String> {
    if quantity.get("fact").is_some() {
        let further = quantity.get("years_ago").and_then(Value::as_i64);
        return Ok(vec![(text(quantity, "fact")?, back + further.unwrap_or(0))]);
    }
    match single(quantity)? {
        ("sum", parts) => together(parts.as_array().into_iter().flatten(), back),
        ("sum_years" | "mean_years", body) => {
            let of = field(body, "of")?;
            let years = (0..positive(body, "last")?).map(|years| quantity_reads(of, back + years));
            Ok(years.collect::<Result<Vec<_>, _>>()?.concat())
        }
        ("ratio", body) => together([field(body, "of")?, field(body, "to")?].into_iter(), back),
        ("growth", body) => {
            let (fact, years) = (text(body, "of")?, positive(body, "years")?);
            let between = text(body, "how")? == "mean_of_ratios";
            let read = (0..=years).filter(|year| between || *year == 0 || *year == years);
            Ok(read.map(|year| (fact, back + year)).collect())
        }
        (_, body) => Ok(vec![(text(body, "fact")?, back)]),
    }
}

fn together<'q>(quantities: impl Iterator<Item = &'q Value>, back: i64) -> Result<Vec<Reading<'q>>, String> {
    let read = quantities.map(|quantity| quantity_reads(quantity, back));
    Ok(read.collect::<Result<Vec<_>, _>>()?.concat())
}

/// The facts a selector of `threshold_by` reads.
pub(crate) fn selector_reads(body: &Value, back: i64) -> Result<Vec<Reading<'_>>, String> {
    match single(field(body, "selector")?)? {
        ("quantity", quantity) => quantity_reads(quantity, back),
        (_, fact) => Ok(vec![(fact.as_str().unwrap_or_default(), back)]),
    }
}

/// The facts a rule of a score sheet reads.
pub(crate) fn rule_reads(rule: &Value, back: i64) -> Result<Vec<Reading<'_>>, String> {
    match single(rule)? {
        ("band" | "per_item", body) => quantity_reads(field(body, "quantity")?, back),
        ("best_of", rules) => {
            let rules = rules.as_array().into_iter().flatten();
            let read = rules.map(|rule| rule_reads(rule, back));
            Ok(read.collect::<Result<Vec<_>, _>>()?.concat())
        }
        (_, body) => Ok(vec![(text(body, "fact")?, back)]),
    }
}
