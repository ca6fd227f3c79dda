//! Section 8: score sheets 「评分表」.

use crate::criteria::Case;
use crate::interval::Interval;
use crate::json::{field, items, single, text};
use crate::logic::{self, Truth};
use crate::numbers::{canonical, literal, points_span, whole};
use num_rational::BigRational;
use serde_json::{Value, json};
use std::cmp::Ordering;

impl Case<'_> {
    /// Total at the pass mark and every group at its floor.
    pub(crate) fn score_truth(&self, back: i64) -> Result<Truth, String> {
        let sheet = field(&self.pack, "score_sheet")?;
        let mut truths = vec![self.total(sheet, back)?.reaches(&points(sheet, "pass_mark")?)];
        for group in items(sheet, "groups") {
            if group.get("floor").is_some() {
                truths.push(self.group(group, back)?.reaches(&points(group, "floor")?));
            }
        }
        Ok(logic::all(&truths))
    }

    fn total(&self, sheet: &Value, back: i64) -> Result<Interval, String> {
        let groups = items(sheet, "groups").iter();
        let intervals = groups.map(|group| self.group(group, back));
        Ok(Interval::sum(intervals.collect::<Result<Vec<_>, _>>()?.into_iter()))
    }

    fn group(&self, group: &Value, back: i64) -> Result<Interval, String> {
        let indicators = items(group, "indicators").iter();
        let intervals = indicators.map(|indicator| self.indicator(indicator, back));
        let sum = Interval::sum(intervals.collect::<Result<Vec<_>, _>>()?.into_iter());
        Ok(sum.at_most(&points(group, "full")?))
    }

    /// The points an indicator 「指标」 can have.
    pub(crate) fn indicator(&self, indicator: &Value, back: i64) -> Result<Interval, String> {
        let interval = self.band_of(indicator, back)?;
        Ok(self.expected(indicator, &interval)?.map_or(interval, Interval::point))
    }

    /// The points an indicator can have by its rule alone.
    fn band_of(&self, indicator: &Value, back: i64) -> Result<Interval, String> {
        self.rule(field(indicator, "rule")?, &points(indicator, "full")?, back)
    }

    /// What an adviser expects, where it can be used.
    fn expected(&self, indicator: &Value, band: &Interval) -> Result<Option<BigRational>, String> {
        let given = self.expectation(indicator)?;
        let whole_points = self.pack["score_sheet"]["whole_points"] == true;
        let usable = |points: &BigRational| {
            band.min <= *points && *points <= band.max && (!whole_points || points.is_integer())
        };
        Ok(given.filter(usable))
    }

    fn expectation(&self, indicator: &Value) -> Result<Option<BigRational>, String> {
        match indicator.get("expected").and_then(Value::as_str) {
            Some(fact) if self.expecting => self.dossier.number(fact, 0),
            _ => Ok(None),
        }
    }

    /// Ids of the indicators whose expectation is used, and of those whose is refused.
    pub(crate) fn expectations(&self) -> Result<(Vec<Value>, Vec<Value>), String> {
        let (mut used, mut refused) = (Vec::new(), Vec::new());
        for group in items(&self.pack["score_sheet"], "groups") {
            for indicator in items(group, "indicators") {
                if self.expectation(indicator)?.is_some() {
                    let band = self.band_of(indicator, 0)?;
                    let kept = self.expected(indicator, &band)?.is_some();
                    if kept { &mut used } else { &mut refused }.push(indicator["id"].clone());
                }
            }
        }
        Ok((used, refused))
    }

    fn rule(&self, rule: &Value, full: &BigRational, back: i64) -> Result<Interval, String> {
        match single(rule)? {
            ("band", body) => self.band(body, back),
            ("choice", body) => self.chosen_points(body, back),
            ("per_item", body) => self.per_item(body, back),
            ("direct_points", body) => {
                let given = self.dossier.number(text(body, "fact")?, back)?;
                let unknown = Interval { min: whole(0), max: full.clone() };
                Ok(given.map_or(unknown, |given| Interval::point(given).at_most(full)))
            }
            ("best_of", rules) => {
                let rules = rules.as_array().into_iter().flatten();
                let intervals =
                    rules.map(|rule| self.rule(rule, full, back)).collect::<Result<Vec<_>, _>>()?;
                let (least, most) = intervals.into_iter().map(|all| (all.min, all.max)).unzip();
                let min = Interval::spanning(least)?.max;
                Ok(Interval { min, max: Interval::spanning(most)?.max })
            }
            (other, _) => Err(format!("语言里没有评分规则「{other}」")),
        }
    }

    fn band(&self, body: &Value, back: i64) -> Result<Interval, String> {
        let amount = self.quantity(field(body, "quantity")?, back)?;
        let mut possible = Vec::new();
        for row in items(body, "rows") {
            let (least, most) = points_span(text(row, "points")?)?;
            possible.extend([least.clone(), most.clone()]);
            let holds = if row.get("at_least").is_some() {
                amount.order(&points(row, "at_least")?).map(Ordering::is_ge)
            } else if row.get("more_than").is_some() {
                amount.order(&points(row, "more_than")?).map(Ordering::is_gt)
            } else if row.get("at_most").is_some() {
                amount.order(&points(row, "at_most")?).map(Ordering::is_le)
            } else {
                amount.order(&whole(0)).map(|_| true)
            };
            if holds == Some(true) {
                return Ok(Interval { min: least, max: most });
            }
        }
        Interval::spanning(possible)
    }

    fn chosen_points(&self, body: &Value, back: i64) -> Result<Interval, String> {
        let table = field(body, "points")?;
        let answer = match self.dossier.answer(text(body, "fact")?, back)? {
            Some(Value::Bool(yes)) => Some(yes.to_string()),
            other => other.and_then(Value::as_str).map(str::to_owned),
        };
        match answer {
            Some(answer) => {
                let (min, max) = points_span(text(table, &answer)?)?;
                Ok(Interval { min, max })
            }
            None => {
                let ids = table.as_object().into_iter().flat_map(|table| table.keys());
                let all = ids.map(|id| points_span(text(table, id)?)).collect::<Result<Vec<_>, String>>()?;
                Interval::spanning(all.into_iter().flat_map(|(least, most)| [least, most]).collect())
            }
        }
    }

    fn per_item(&self, body: &Value, back: i64) -> Result<Interval, String> {
        let cap = points(body, "cap")?;
        let each = points(body, "each")?;
        if each <= whole(0) {
            return Err(format!("每项的数量应大于零：{body}"));
        }
        match self.exact(field(body, "quantity")?, back)? {
            None => Ok(Interval { min: whole(0), max: cap }),
            Some(amount) => {
                let items = (amount / each).floor();
                let earned = (items * points(body, "points")?).max(whole(0));
                Ok(Interval::point(earned).at_most(&cap))
            }
        }
    }

    pub(crate) fn score_written(&self) -> Result<Value, String> {
        let Some(sheet) = self.pack.get("score_sheet") else {
            return Ok(Value::Null);
        };
        let total = self.total(sheet, 0)?;
        let (mut groups, mut indicators) = (Vec::new(), Vec::new());
        for group in items(sheet, "groups") {
            let mut line = written(group, &self.group(group, 0)?);
            line["title"] = group["title"]["zh"].clone();
            groups.push(line);
            for indicator in items(group, "indicators") {
                let mut line = written(indicator, &self.indicator(indicator, 0)?);
                line["full"] = canonical(&points(indicator, "full")?).into();
                indicators.push(line);
            }
        }
        Ok(json!({
            "min": canonical(&total.min),
            "max": canonical(&total.max),
            "pass_mark": canonical(&points(sheet, "pass_mark")?),
            "groups": groups,
            "indicators": indicators,
        }))
    }
}

fn points(holder: &Value, name: &str) -> Result<BigRational, String> {
    literal(text(holder, name)?)
}

fn written(part: &Value, interval: &Interval) -> Value {
    json!({
        "id": part["id"],
        "min": canonical(&interval.min),
        "max": canonical(&interval.max),
    })
}
