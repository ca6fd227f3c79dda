//! Sections 7 and 8: which facts are read, and how many periods back.

use crate::criteria::Case;
use crate::json::{field, positive, single, text};
use serde_json::Value;

/// A fact and how many periods back it is read.
pub(crate) type Reading<'q> = (&'q str, i64);

impl Case<'_> {
    /// The facts a quantity reads.
    pub(crate) fn quantity_reads<'q>(
        &self,
        quantity: &'q Value,
        back: i64,
    ) -> Result<Vec<Reading<'q>>, String> {
        if quantity.get("fact").is_some() {
            let further = quantity.get("years_ago").and_then(Value::as_i64);
            return Ok(vec![(text(quantity, "fact")?, back + further.unwrap_or(0))]);
        }
        match single(quantity)? {
            ("sum", parts) => self.together(parts.as_array().into_iter().flatten(), back),
            ("difference", body) => {
                self.together([field(body, "of")?, field(body, "less")?].into_iter(), back)
            }
            ("days_since" | "years_since", fact) => Ok(vec![(fact.as_str().unwrap_or_default(), 0)]),
            ("per_year", body) => {
                let of = self.quantity_reads(field(body, "of")?, back)?;
                Ok([of, vec![(text(body, "since")?, 0)]].concat())
            }
            ("sum_years" | "mean_years" | "step_growth", body) => self.reads_over_years(body, back),
            ("ratio", body) => self.together([field(body, "of")?, field(body, "to")?].into_iter(), back),
            ("growth", body) => {
                let (fact, years) = (text(body, "of")?, positive(body, "years")?);
                let between = text(body, "how")? == "mean_of_ratios";
                let read = (0..=years).filter(|year| between || *year == 0 || *year == years);
                Ok(read.map(|year| (fact, back + year)).collect())
            }
            (_, body) => Ok(vec![(text(body, "fact")?, back)]),
        }
    }

    /// The periods that count, all of them while that is unknown, and the date that decides it.
    fn reads_over_years<'q>(&self, body: &'q Value, back: i64) -> Result<Vec<Reading<'q>>, String> {
        let of = field(body, "of")?;
        let periods = self.periods(body, back)?.map_or_else(|| positive(body, "last"), Ok)?;
        let years = (0..periods).map(|years| self.quantity_reads(of, back + years));
        let mut read = years.collect::<Result<Vec<_>, _>>()?.concat();
        read.extend(body.get("since").and_then(Value::as_str).map(|since| (since, 0)));
        Ok(read)
    }

    fn together<'q>(
        &self,
        quantities: impl Iterator<Item = &'q Value>,
        back: i64,
    ) -> Result<Vec<Reading<'q>>, String> {
        let read = quantities.map(|quantity| self.quantity_reads(quantity, back));
        Ok(read.collect::<Result<Vec<_>, _>>()?.concat())
    }

    /// The facts a selector of `threshold_by` reads.
    pub(crate) fn selector_reads<'q>(&self, body: &'q Value, back: i64) -> Result<Vec<Reading<'q>>, String> {
        match single(field(body, "selector")?)? {
            ("quantity", quantity) => self.quantity_reads(quantity, back),
            (_, fact) => Ok(vec![(fact.as_str().unwrap_or_default(), back)]),
        }
    }

    /// The facts a rule of a score sheet reads.
    pub(crate) fn rule_reads<'q>(&self, rule: &'q Value, back: i64) -> Result<Vec<Reading<'q>>, String> {
        match single(rule)? {
            ("band" | "per_item", body) => self.quantity_reads(field(body, "quantity")?, back),
            ("best_of", rules) => {
                let rules = rules.as_array().into_iter().flatten();
                let read = rules.map(|rule| self.rule_reads(rule, back));
                Ok(read.collect::<Result<Vec<_>, _>>()?.concat())
            }
            (_, body) => Ok(vec![(text(body, "fact")?, back)]),
        }
    }
}
