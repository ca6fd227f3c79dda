//! Section 7: quantities.

use crate::criteria::Case;
use crate::date::{days_between, years_between};
use crate::json::{field, items, positive, single, text};
use crate::numbers;
use num_rational::BigRational;
use serde_json::Value;
use std::cmp::Ordering;

/// What a quantity comes to.
#[derive(Debug)]
pub(crate) enum Amount {
    Unknown,
    Exact(BigRational),
    /// The n-th root of a fraction, less one; never drawn.
    Compound {
        ratio: BigRational,
        years: i64,
    },
}

impl Amount {
    /// Where a known amount lies as seen from a number.
    pub(crate) fn order(&self, number: &BigRational) -> Option<Ordering> {
        match self {
            Self::Unknown => None,
            Self::Exact(exact) => Some(exact.cmp(number)),
            Self::Compound { ratio, years } => Some(compound_order(ratio, *years, number)),
        }
    }

    fn exact(self) -> Result<Option<BigRational>, String> {
        match self {
            Self::Unknown => Ok(None),
            Self::Exact(exact) => Ok(Some(exact)),
            Self::Compound { .. } => Err("复合增长率只能与百分数比较".to_owned()),
        }
    }
}

impl From<Option<BigRational>> for Amount {
    fn from(known: Option<BigRational>) -> Self {
        known.map_or(Self::Unknown, Self::Exact)
    }
}

fn compound_order(ratio: &BigRational, years: i64, number: &BigRational) -> Ordering {
    let grown = number + numbers::whole(1);
    if *ratio < numbers::whole(0) {
        Ordering::Less
    } else if grown < numbers::whole(0) {
        Ordering::Greater
    } else {
        let power = (0..years).fold(numbers::whole(1), |power, _| power * &grown);
        ratio.cmp(&power)
    }
}

impl Case<'_> {
    /// The quantity, read `back` periods before the current ones.
    pub(crate) fn quantity(&self, quantity: &Value, back: i64) -> Result<Amount, String> {
        if let Some(fact) = quantity.get("fact") {
            let further = quantity.get("years_ago").and_then(Value::as_i64);
            let id = fact.as_str().unwrap_or_default();
            return Ok(self.dossier.number(id, back + further.unwrap_or(0))?.into());
        }
        match single(quantity)? {
            ("sum", _) => self.sum(items(quantity, "sum").iter().map(|part| (part, back))),
            ("difference", body) => {
                let of = self.exact(field(body, "of")?, back)?;
                let less = self.exact(field(body, "less")?, back)?;
                Ok(of.zip(less).map(|(of, less)| of - less).into())
            }
            ("days_since", fact) => self.since(fact, days_between),
            ("years_since", fact) => self.since(fact, years_between),
            ("per_year", body) => self.per_year(body, back),
            ("sum_years", body) => self.sum_years(body, back),
            ("mean_years", body) => {
                let years = self.periods(body, back)?.map(numbers::whole);
                let sum = self.sum_years(body, back)?.exact()?;
                Ok(sum.zip(years).map(|(sum, years)| sum / years).into())
            }
            ("step_growth", body) => self.step_growth(body, back),
            ("ratio", body) => self.ratio(body, back),
            ("growth", body) => self.growth(body, back),
            ("count_of", body) => self.count_of(body, back),
            (other, _) => Err(format!("语言里没有数量「{other}」")),
        }
    }

    /// A quantity that must be an exact fraction, or unknown.
    pub(crate) fn exact(&self, quantity: &Value, back: i64) -> Result<Option<BigRational>, String> {
        self.quantity(quantity, back)?.exact()
    }

    fn sum<'q>(&self, parts: impl Iterator<Item = (&'q Value, i64)>) -> Result<Amount, String> {
        let mut sum = Some(numbers::whole(0));
        for (part, back) in parts {
            let exact = self.exact(part, back)?;
            sum = sum.zip(exact).map(|(sum, exact)| sum + exact);
        }
        Ok(sum.into())
    }

    fn sum_years(&self, body: &Value, back: i64) -> Result<Amount, String> {
        let of = field(body, "of")?;
        match self.periods(body, back)? {
            None | Some(0) => Ok(Amount::Unknown),
            Some(periods) => self.sum((0..periods).map(|years| (of, back + years))),
        }
    }

    /// How many of its periods count; nothing when that is unknown.
    pub(crate) fn periods(&self, body: &Value, back: i64) -> Result<Option<i64>, String> {
        let last = positive(body, "last")?;
        match body.get("since").and_then(Value::as_str) {
            None => Ok(Some(last)),
            Some(since) => self.dossier.fiscal_years(since, last, back),
        }
    }

    fn since(&self, fact: &Value, between: fn(&str, &str) -> i64) -> Result<Amount, String> {
        let day = self.dossier.day(fact.as_str().unwrap_or_default())?;
        Ok(day.map(|day| numbers::whole(between(day, self.dossier.as_of))).into())
    }

    fn per_year(&self, body: &Value, back: i64) -> Result<Amount, String> {
        let of = self.exact(field(body, "of")?, back)?;
        let years = self.since(field(body, "since")?, years_between)?.exact()?;
        let years = years.map(|years| years.min(numbers::whole(positive(body, "last").unwrap_or(1))));
        let years = years.filter(|years| *years >= numbers::whole(1));
        Ok(of.zip(years).map(|(of, years)| of / years).into())
    }

    fn step_growth(&self, body: &Value, back: i64) -> Result<Amount, String> {
        let (of, zero) = (field(body, "of")?, numbers::whole(0));
        let periods = match self.periods(body, back)? {
            None | Some(0) => return Ok(Amount::Unknown),
            Some(1) => return Ok(Amount::Exact(zero)),
            Some(periods) => periods,
        };
        let values = (0..periods).map(|year| self.exact(of, back + year)).collect::<Result<Vec<_>, _>>()?;
        if periods == 3 && values.get(1).is_some_and(|middle| *middle == Some(zero.clone())) {
            return Ok(Amount::Exact(zero));
        }
        let Some(values) = values.into_iter().collect::<Option<Vec<_>>>() else {
            return Ok(Amount::Unknown);
        };
        Ok(match values.as_slice() {
            [_, base, ..] if *base <= zero => Amount::Unknown,
            [now, base] => Amount::Exact(now / base - numbers::whole(1)),
            [_, _, first] if *first < zero => Amount::Unknown,
            [now, base, first] if *first == zero => Amount::Exact(now / base - numbers::whole(1)),
            [now, base, first] => {
                Amount::Exact((base / first + now / base) / numbers::whole(2) - numbers::whole(1))
            }
            _ => Amount::Unknown,
        })
    }

    fn ratio(&self, body: &Value, back: i64) -> Result<Amount, String> {
        let of = self.exact(field(body, "of")?, back)?;
        let to = self.exact(field(body, "to")?, back)?;
        let to = to.filter(|to| *to > numbers::whole(0));
        Ok(of.zip(to).map(|(of, to)| of / to).into())
    }

    fn growth(&self, body: &Value, back: i64) -> Result<Amount, String> {
        let (fact, years) = (text(body, "of")?, positive(body, "years")?);
        match text(body, "how")? {
            "compound" => {
                let now = self.dossier.number(fact, back)?;
                let base = self.base(fact, back + years)?;
                let ratio = now.zip(base).map(|(now, base)| now / base);
                Ok(match ratio {
                    None => Amount::Unknown,
                    Some(ratio) if years == 1 => Amount::Exact(ratio - numbers::whole(1)),
                    Some(ratio) => Amount::Compound { ratio, years },
                })
            }
            "mean_of_ratios" => {
                let mut sum = Some(numbers::whole(0));
                for year in back..back + years {
                    let now = self.dossier.number(fact, year)?;
                    let pair = now.zip(self.base(fact, year + 1)?);
                    sum = sum.zip(pair).map(|(sum, (now, base))| sum + now / base);
                }
                let mean = sum.map(|sum| sum / numbers::whole(years) - numbers::whole(1));
                Ok(mean.into())
            }
            other => Err(format!("语言里没有增长率「{other}」")),
        }
    }

    fn base(&self, fact: &str, back: i64) -> Result<Option<BigRational>, String> {
        let base = self.dossier.number(fact, back)?;
        Ok(base.filter(|base| *base > numbers::whole(0)))
    }

    fn count_of(&self, body: &Value, back: i64) -> Result<Amount, String> {
        let chosen = self.dossier.answer(text(body, "fact")?, back)?;
        let Some(chosen) = chosen.and_then(Value::as_array) else {
            return Ok(Amount::Unknown);
        };
        let counted =
            items(body, "values").iter().filter(|value| chosen.contains(value)).map(|_| numbers::whole(1));
        Ok(Amount::Exact(counted.fold(numbers::whole(0), |sum, one| sum + one)))
    }
}
