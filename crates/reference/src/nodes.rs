//! Section 6: test nodes.

use crate::criteria::Case;
use crate::json::{field, items, lists, positive, single, text};
use crate::logic::{self, Truth};
use crate::numbers::literal;
use serde_json::Value;

impl Case<'_> {
    /// The truth of a node, read `back` periods before the current ones.
    pub(crate) fn truth(&self, node: &Value, back: i64) -> Result<Truth, String> {
        let (kind, body) = single(node)?;
        match kind {
            "compare" => self.compare(body, back),
            "holds" | "title" => {
                let fact = body.as_str().unwrap_or_default();
                Ok(logic::known(self.dossier.yes(fact, back)?))
            }
            "one_of" => self.one_of(body, back),
            "includes_any" => self.includes_any(body, back),
            "rank_within" => self.rank_within(body, back),
            "size_class" => self.size_class_among(body, back),
            "review" => Ok(match self.dossier.yes(text(body, "confirmed_by")?, back)? {
                Some(true) => Truth::Met,
                _ => Truth::Undetermined,
            }),
            "score" => self.score_truth(back),
            _ => self.combination(kind, body, back),
        }
    }

    fn combination(&self, kind: &str, body: &Value, back: i64) -> Result<Truth, String> {
        let parts = self.parts(kind, body, back)?;
        let truths =
            parts.into_iter().map(|(part, back)| self.truth(part, back)).collect::<Result<Vec<_>, _>>()?;
        Ok(match kind {
            "not" => logic::all(&truths).negated(),
            "any" | "waived_if" | "any_year" => logic::any(&truths),
            "at_least_n" => logic::at_least(positive(body, "n")?, &truths),
            "threshold_by" => logic::agreement(&truths),
            "ambiguous" if truths.len() < items(body, "readings").len() => {
                logic::agreement(&[truths, vec![Truth::Met]].concat())
            }
            "ambiguous" => logic::agreement(&truths),
            _ => logic::all(&truths),
        })
    }

    /// The nodes a combination is made of, each with the periods it is read back; a reading under which
    /// nothing is required has none.
    pub(crate) fn parts<'n>(
        &self,
        kind: &str,
        body: &'n Value,
        back: i64,
    ) -> Result<Vec<(&'n Value, i64)>, String> {
        let now = |nodes: Vec<&'n Value>| nodes.into_iter().map(|node| (node, back)).collect();
        Ok(match kind {
            "all" | "any" => now(body.as_array().into_iter().flatten().collect()),
            "not" => vec![(body, back)],
            "at_least_n" => now(items(body, "of").iter().collect()),
            "waived_if" => now(vec![field(body, "test")?, field(body, "waiver")?]),
            "ambiguous" => now(tests(items(body, "readings").iter())),
            "threshold_by" => now(tests(self.candidate_rows(body, back)?.into_iter())),
            "every_year" | "any_year" => {
                let test = field(body, "test")?;
                let last = positive(body, "last")?;
                (0..last).map(|years| (test, back + years)).collect()
            }
            other => return Err(format!("语言里没有节点「{other}」")),
        })
    }

    /// Whether the node is a waiver 「豁免」 that stands in for a test that is not met.
    pub(crate) fn waived(&self, node: &Value) -> Result<bool, String> {
        let Some(body) = node.get("waived_if") else {
            return Ok(false);
        };
        let test = self.truth(field(body, "test")?, 0)?;
        let waiver = self.truth(field(body, "waiver")?, 0)?;
        Ok(test != Truth::Met && waiver == Truth::Met)
    }

    fn compare(&self, body: &Value, back: i64) -> Result<Truth, String> {
        let amount = self.quantity(field(body, "quantity")?, back)?;
        let operator = ["at_least", "more_than", "at_most", "less_than"]
            .into_iter()
            .find(|operator| body.get(operator).is_some())
            .ok_or_else(|| format!("比较没有运算：{body}"))?;
        let order = amount.order(&literal(text(body, operator)?)?);
        Ok(logic::known(order.map(|order| match operator {
            "at_least" => order.is_ge(),
            "more_than" => order.is_gt(),
            "at_most" => order.is_le(),
            _ => order.is_lt(),
        })))
    }

    fn one_of(&self, body: &Value, back: i64) -> Result<Truth, String> {
        let chosen = self.dossier.answer(text(body, "fact")?, back)?;
        let listed = chosen.and_then(Value::as_str).map(|one| lists(body, "values", one));
        Ok(logic::known(listed))
    }

    fn includes_any(&self, body: &Value, back: i64) -> Result<Truth, String> {
        let chosen = self.dossier.answer(text(body, "fact")?, back)?;
        let listed = chosen
            .and_then(Value::as_array)
            .map(|set| set.iter().filter_map(Value::as_str).any(|one| lists(body, "values", one)));
        Ok(logic::known(listed))
    }

    fn rank_within(&self, body: &Value, back: i64) -> Result<Truth, String> {
        let fact = text(body, "fact")?;
        let best = literal(text(body, "best")?)?;
        let rank = self.dossier.number(fact, back)?;
        let answered = self.dossier.answer(fact, back)?;
        Ok(logic::known(answered.map(|_| rank.is_some_and(|rank| rank <= best))))
    }
}

fn tests<'n>(holders: impl Iterator<Item = &'n Value>) -> Vec<&'n Value> {
    holders.filter_map(|holder| holder.get("test")).collect()
}
