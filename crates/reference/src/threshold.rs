//! Section 6, `threshold_by` 「分级门槛」: which rows are candidates.

use crate::criteria::Case;
use crate::json::{field, items, lists, single};
use crate::numbers::literal;
use crate::quantities::Amount;
use serde_json::Value;
use std::cmp::Ordering;

impl Case<'_> {
    /// The selected row, all rows when the selector is unknown, none when no row has what it selects.
    pub(crate) fn candidate_rows<'n>(&self, body: &'n Value, back: i64) -> Result<Vec<&'n Value>, String> {
        let rows = items(body, "rows");
        let selected = match single(field(body, "selector")?)? {
            ("quantity", quantity) => return self.tiers(quantity, rows, back),
            ("zone_of", fact) => {
                let city = self.dossier.answer(fact.as_str().unwrap_or_default(), back)?;
                city.map(|city| self.zone(city))
            }
            ("choice", fact) => {
                let id = fact.as_str().unwrap_or_default();
                self.dossier.answer(id, back)?.map(|chosen| chosen.as_str())
            }
            (other, _) => return Err(format!("语言里没有选择项「{other}」")),
        };
        Ok(match selected {
            None => rows.iter().collect(),
            Some(word) => {
                rows.iter().filter(|row| word.is_some_and(|word| lists(row, "when", word))).take(1).collect()
            }
        })
    }

    fn tiers<'n>(&self, quantity: &Value, rows: &'n [Value], back: i64) -> Result<Vec<&'n Value>, String> {
        let amount = self.quantity(quantity, back)?;
        if matches!(amount, Amount::Unknown) {
            return Ok(rows.iter().collect());
        }
        for row in rows {
            let below = match row.get("from").and_then(Value::as_str) {
                None => false,
                Some(from) => amount.order(&literal(from)?) == Some(Ordering::Less),
            };
            if !below {
                return Ok(vec![row]);
            }
        }
        Ok(Vec::new())
    }

    /// The zone of a city; nothing for a city that the table of areas does not have.
    fn zone(&self, city: &Value) -> Option<&str> {
        items(&self.rulebook["areas"], "cities")
            .iter()
            .find(|listed| listed["code"] == *city)
            .and_then(|listed| listed["zone"].as_str())
    }
}
