//! How a quantity depends on one number of a dossier.

use crate::literal::read_decimal;
use crate::rulebook::{items, period_key, term, whole, word, year};
use num_rational::BigRational;
use serde_json::Value;

/// One number of a dossier: a fact, some periods before its current one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The fact's id.
    pub fact: String,
    /// How many periods back.
    pub back: i64,
}

/// slope · x + constant.
#[derive(Clone, Debug)]
struct Line {
    slope: BigRational,
    constant: BigRational,
}

impl Line {
    fn flat(constant: BigRational) -> Self {
        Self { slope: fraction(0), constant }
    }

    fn plus(self, other: &Self, times: &BigRational) -> Self {
        Self { slope: self.slope + &other.slope * times, constant: self.constant + &other.constant * times }
    }
}

/// A whole number as a fraction.
#[must_use]
pub fn fraction(number: i64) -> BigRational {
    BigRational::from_integer(number.into())
}

/// The numbers a quantity reads.
#[must_use]
pub fn slots(quantity: &Value, back: i64) -> Vec<Slot> {
    let slot = |fact: &str, back| Slot { fact: fact.to_owned(), back };
    if let Some(fact) = quantity.get("fact").and_then(Value::as_str) {
        let further = whole(quantity, "years_ago").unwrap_or(0);
        return vec![slot(fact, back + further)];
    }
    if let Some(growth) = quantity.get("growth") {
        let years = 0..=whole(growth, "years").unwrap_or(0);
        return years.map(|year| slot(word(growth, "of"), back + year)).collect();
    }
    let mut found = Vec::new();
    for (part, back) in parts(quantity, back) {
        for slot in slots(part, back) {
            if !found.contains(&slot) {
                found.push(slot);
            }
        }
    }
    found
}

/// The quantities a quantity is made of, each with the periods it is read back.
fn parts(quantity: &Value, back: i64) -> Vec<(&Value, i64)> {
    if let Some(ratio) = quantity.get("ratio") {
        return vec![(&ratio["of"], back), (&ratio["to"], back)];
    }
    if let Some(difference) = quantity.get("difference") {
        return vec![(&difference["of"], back), (&difference["less"], back)];
    }
    if let Some(body) = over_years(quantity) {
        let last = whole(body, "last").unwrap_or(0);
        return (0..last).map(|years| (&body["of"], back + years)).collect();
    }
    items(quantity, "sum").iter().map(|part| (part, back)).collect()
}

/// What a quantity over several periods says of them.
fn over_years(quantity: &Value) -> Option<&Value> {
    ["sum_years", "mean_years", "step_growth"].into_iter().find_map(|kind| quantity.get(kind))
}

/// A dossier before a rulebook, with one number left open.
#[derive(Clone, Copy, Debug)]
pub struct Open<'a> {
    /// The rulebook with the terms.
    pub rulebook: &'a Value,
    /// The dossier the other numbers are taken from.
    pub dossier: &'a Value,
    /// The number left open.
    pub slot: &'a Slot,
}

/// Where a quantity meets a literal.
#[derive(Clone, Debug)]
pub struct Crossing {
    /// The open number at which it does; percent as the fraction it means.
    pub at: BigRational,
    /// Whether the quantity grows with the number.
    pub rising: bool,
}

impl Open<'_> {
    /// Where the quantity, read `back` periods before the current ones, meets the mark; nothing when another
    /// number is unknown, the quantity does not move in a line, or a denominator or base is not positive.
    #[must_use]
    pub fn crossing(&self, quantity: &Value, back: i64, mark: &BigRational) -> Option<Crossing> {
        let gap = self.gap(quantity, back, mark)?;
        if gap.slope == fraction(0) {
            return None;
        }
        let rising = gap.slope > fraction(0);
        Some(Crossing { at: -gap.constant / gap.slope, rising })
    }

    /// A line that is positive where the quantity is above the mark and zero where it meets it.
    fn gap(&self, quantity: &Value, back: i64, mark: &BigRational) -> Option<Line> {
        if let Some(ratio) = quantity.get("ratio") {
            let of = self.line(&ratio["of"], back)?;
            return Some(of.plus(&self.line(&ratio["to"], back)?, &-mark));
        }
        let line = match quantity.get("growth") {
            Some(growth) if growth["how"] == "compound" => {
                return self.compound_gap(growth, back, mark);
            }
            Some(growth) => self.mean_of_ratios(growth, back)?,
            None => self.line(quantity, back)?,
        };
        Some(line.plus(&Line::flat(mark.clone()), &fraction(-1)))
    }

    fn compound_gap(&self, growth: &Value, back: i64, mark: &BigRational) -> Option<Line> {
        let years = whole(growth, "years")?;
        let factor = mark + fraction(1);
        let power = (0..years).fold(fraction(1), |power, _| power * &factor);
        let base = self.base(word(growth, "of"), back + years)?;
        let now = self.number(word(growth, "of"), back)?;
        Some(now.plus(&Line::flat(base), &-power))
    }

    fn mean_of_ratios(&self, growth: &Value, back: i64) -> Option<Line> {
        let years = whole(growth, "years")?;
        let mut mean = Line::flat(fraction(-1));
        for year in back..back + years {
            let base = self.base(word(growth, "of"), year + 1)?;
            let now = self.number(word(growth, "of"), year)?;
            mean = mean.plus(&now, &(fraction(1) / (base * fraction(years))));
        }
        Some(mean)
    }

    fn line(&self, quantity: &Value, back: i64) -> Option<Line> {
        if let Some(fact) = quantity.get("fact").and_then(Value::as_str) {
            return self.number(fact, back + whole(quantity, "years_ago").unwrap_or(0));
        }
        if ["ratio", "growth", "step_growth"].into_iter().any(|kind| quantity.get(kind).is_some()) {
            return None;
        }
        if let Some(difference) = quantity.get("difference") {
            let of = self.line(&difference["of"], back)?;
            return Some(of.plus(&self.line(&difference["less"], back)?, &fraction(-1)));
        }
        let parts = parts(quantity, back);
        let share = match quantity.get("mean_years") {
            Some(body) => fraction(1) / fraction(whole(body, "last")?),
            None => fraction(1),
        };
        let mut sum = Line::flat(fraction(0));
        for (part, back) in &parts {
            sum = sum.plus(&self.line(part, *back)?, &share);
        }
        (!parts.is_empty()).then_some(sum)
    }

    fn base(&self, fact: &str, back: i64) -> Option<BigRational> {
        let base = self.number(fact, back)?;
        let usable = base.slope == fraction(0) && base.constant > fraction(0);
        usable.then_some(base.constant)
    }

    fn number(&self, fact: &str, back: i64) -> Option<Line> {
        let term = term(self.rulebook, fact)?;
        let key = period_key(term, year(self.dossier), back);
        if fact == self.slot.fact && (key.is_none() || back == self.slot.back) {
            return Some(Line { slope: fraction(1), constant: fraction(0) });
        }
        let given = &self.dossier["facts"][fact];
        let answer = match &key {
            Some(key) => given.get(key)?,
            None => given,
        };
        let millionths = read_decimal(answer.as_str()?)?;
        let number = BigRational::from_integer(millionths.into()) / scale(term);
        Some(Line::flat(number))
    }
}

/// How many millionths, as a dossier writes them, make one: percent are written as hundredths.
#[must_use]
pub fn scale(term: &Value) -> BigRational {
    let one = fraction(1_000_000);
    if term["kind"] == "percent" { one * fraction(100) } else { one }
}
