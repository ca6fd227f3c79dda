//! A quantity as a straight line in one of its figures, and where it crosses a threshold.
//!
//! All other figures are as the dossier has them. Bounds are those of [`crate::base::number::Fraction`]: products
//! stay within `i128`, so that the saturating operations never saturate.

use crate::{
    base::number::{GrowthHow, Literal, Unit},
    language::{
        dossier::Dossier,
        missing::FactRef,
        quantities::{GrowthQuantity, OverYears, Quantity, StepGrowth, YearsHow},
        terms::{FactIx, Terms},
    },
};

/// What a quantity is compared with, as a fraction; percent is a plain ratio.
#[derive(Clone, Copy, Debug)]
pub(super) struct Threshold {
    pub(super) num: i128,
    /// Denominator; positive.
    pub(super) den: i128,
}

impl Threshold {
    pub(super) const ZERO: Self = Self { num: 0, den: 1 };

    pub(super) fn of(literal: Literal) -> Self {
        Self { num: i128::from(literal.num()), den: i128::from(literal.den()) }
    }
}

/// (slope · x + constant) ÷ den, den positive.
#[derive(Clone, Copy)]
struct Line {
    slope: i128,
    constant: i128,
    den: i128,
}

/// A dossier in which one figure is left open.
#[derive(Clone, Copy)]
pub(super) struct Open<'o> {
    pub(super) terms: &'o Terms,
    pub(super) dossier: &'o Dossier,
    pub(super) place: FactRef,
}

impl Open<'_> {
    /// Whether a fact, `years_ago` periods back, is the open one.
    pub(super) fn is_open(&self, fact: FactIx, years_ago: u8) -> bool {
        self.place == place_of(self.terms, self.dossier, fact, years_ago)
    }

    /// A figure: the open one has slope 1. `None` where the dossier has none.
    fn figure(&self, fact: FactIx, years_ago: u8) -> Option<Line> {
        if self.is_open(fact, years_ago) {
            return Some(Line { slope: 1, constant: 0, den: 1 });
        }
        let constant = i128::from(self.dossier.number(self.terms, fact, years_ago)?);
        Some(Line { slope: 0, constant, den: 1 })
    }

    /// A quantity other than ratios and growth.
    fn line(&self, quantity: &Quantity, years_ago: u8) -> Option<Line> {
        match quantity {
            Quantity::Fact(fact) => self.figure(fact.fact, years_ago.saturating_add(fact.years_ago)),
            Quantity::Sum(sum) => total(sum.parts.iter().map(|part| self.line(part, years_ago))),
            Quantity::Difference(difference) => {
                let less = self.line(&difference.less, years_ago)?;
                Some(self.line(&difference.of, years_ago)?.minus(less))
            }
            Quantity::PerYear(mean) => {
                let years = self.dossier.years_since(mean.since).filter(|years| *years > 0)?;
                Some(self.line(&mean.of, years_ago)?.over(years.min(mean.last)))
            }
            Quantity::OverYears(years) => self.over_years(years, years_ago),
            Quantity::Since(_)
            | Quantity::Ratio(_)
            | Quantity::Growth(_)
            | Quantity::StepGrowth(_)
            | Quantity::CountOf(_) => None,
        }
    }

    fn over_years(&self, years: &OverYears, years_ago: u8) -> Option<Line> {
        let periods = self.periods(years.since, years.last, years_ago)?;
        let sum = total((0..periods).map(|i| self.line(&years.of, years_ago.saturating_add(i))))?;
        Some(match years.how {
            YearsHow::Sum => sum,
            YearsHow::Mean => sum.over(periods),
        })
    }

    /// How many of the last periods count; `None` where none does or that is unknown.
    fn periods(&self, since: Option<FactIx>, last: u8, years_ago: u8) -> Option<u8> {
        let Some(since) = since else { return Some(last) };
        let years = self.dossier.fiscal_years_since(since, years_ago)?;
        Some(years.min(last)).filter(|years| *years > 0)
    }

    /// Calls `f` with the figures at which the quantity crosses the threshold or becomes known.
    pub(super) fn crossings(
        &self,
        quantity: &Quantity,
        years_ago: u8,
        threshold: Threshold,
        f: &mut dyn FnMut(Crossing),
    ) {
        match quantity {
            Quantity::Ratio(ratio) => {
                let (Some(of), Some(to)) = (self.line(&ratio.of, years_ago), self.line(&ratio.to, years_ago))
                else {
                    return;
                };
                to.against(Threshold::ZERO).pass_to(f);
                of.ratio_against(to, threshold).pass_to(f);
            }
            Quantity::Growth(growth) => self.growth(growth, years_ago, threshold, f),
            Quantity::StepGrowth(growth) => {
                self.step_growth(growth, years_ago, threshold, f);
            }
            plain => {
                let percent = if plain.unit() == Unit::Percent { PERCENT } else { 1 };
                if let Some(line) = self.line(plain, years_ago) {
                    Line { den: line.den.saturating_mul(percent), ..line }.against(threshold).pass_to(f);
                }
            }
        }
    }

    fn growth(
        &self,
        growth: &GrowthQuantity,
        years_ago: u8,
        threshold: Threshold,
        f: &mut dyn FnMut(Crossing),
    ) {
        let at = |back: u8| self.figure(growth.fact, years_ago.saturating_add(back));
        let (Some(now), Some(base)) = (at(0), at(growth.years)) else { return };
        base.against(Threshold::ZERO).pass_to(f);
        match (growth.how, growth.years) {
            (GrowthHow::MeanOfRatios, 2) => {
                let Some(middle) = at(1) else { return };
                middle.against(Threshold::ZERO).pass_to(f);
                mean(now, middle, base, threshold, f);
            }
            (_, years) => {
                let (years, q) = (u32::from(years), threshold.den);
                let grown = q.saturating_add(threshold.num).saturating_pow(years);
                now.scaled(q.saturating_pow(years)).minus(base.scaled(grown)).zero().pass_to(f);
            }
        }
    }
}

impl Open<'_> {
    /// Where a mean of yearly steps crosses the threshold, or one of its values crosses zero.
    fn step_growth(
        &self,
        growth: &StepGrowth,
        years_ago: u8,
        threshold: Threshold,
        f: &mut dyn FnMut(Crossing),
    ) -> Option<()> {
        let at = |back: u8| self.line(&growth.of, years_ago.saturating_add(back));
        let periods = self.periods(growth.since, growth.last, years_ago)?;
        let values = (0..periods).map(at).collect::<Option<Vec<Line>>>()?;
        values.iter().for_each(|value| value.against(Threshold::ZERO).pass_to(f));
        if let [now, base, ..] = *values.as_slice() {
            let grown = threshold.den.saturating_add(threshold.num);
            now.scaled(threshold.den).minus(base.scaled(grown)).zero().pass_to(f);
        }
        if let [now, middle, first] = *values.as_slice() {
            mean_of_lines([now, middle, first], threshold, f);
        }
        Some(())
    }
}

/// [`mean`] of lines of which one moves by the figure itself or against it.
fn mean_of_lines(values: [Line; 3], threshold: Threshold, f: &mut dyn FnMut(Crossing)) {
    let Some(moving) = values.iter().find(|line| line.slope != 0).copied() else { return };
    // The figure of the line: the line itself stands for it, and is brought back afterwards.
    let own = |line: Line| if line.slope == 0 { line } else { Line { slope: 1, constant: 0, den: 1 } };
    let [now, middle, first] = values.map(own);
    mean(now, middle, first, threshold, &mut |crossing| {
        let num = crossing.num.saturating_sub(moving.constant.saturating_mul(crossing.den));
        let den = moving.slope.saturating_mul(crossing.den);
        f(Crossing { num: num.saturating_mul(den.signum()), den: den.saturating_abs() });
    });
}

/// Percent facts are ratios over this.
const PERCENT: i128 = 100_000_000;

/// The place of a fact, `years_ago` periods back.
pub(super) fn place_of(terms: &Terms, dossier: &Dossier, fact: FactIx, years_ago: u8) -> FactRef {
    let period = terms.term(fact).and_then(|term| term.period());
    FactRef { fact, year: dossier.period_year(period, years_ago) }
}

fn total(mut parts: impl Iterator<Item = Option<Line>>) -> Option<Line> {
    parts.try_fold(Line { slope: 0, constant: 0, den: 1 }, |sum, part| Some(sum.plus(part?)))
}

impl Line {
    /// Divided by a small positive number.
    fn over(self, parts: u8) -> Self {
        Self { den: self.den.saturating_mul(i128::from(parts.max(1))), ..self }
    }

    const fn scaled(self, factor: i128) -> Self {
        let Self { slope, constant, den } = self;
        Self { slope: slope.saturating_mul(factor), constant: constant.saturating_mul(factor), den }
    }

    /// Sum; parts of one sum have one denominator but for means, which are brought to a common one.
    const fn plus(self, other: Self) -> Self {
        let (own, others) = if self.den == other.den { (1, 1) } else { (other.den, self.den) };
        Self {
            slope: self.slope.saturating_mul(own).saturating_add(other.slope.saturating_mul(others)),
            constant: self.constant.saturating_mul(own).saturating_add(other.constant.saturating_mul(others)),
            den: self.den.saturating_mul(own),
        }
    }

    const fn minus(self, other: Self) -> Self {
        self.plus(other.scaled(-1))
    }

    /// Where it is nothing.
    fn zero(self) -> Option<Crossing> {
        let (num, den) = (self.constant.saturating_neg(), self.slope);
        match den {
            0 => None,
            den if den < 0 => Some(Crossing { num: num.saturating_neg(), den: den.saturating_neg() }),
            den => Some(Crossing { num, den }),
        }
    }

    /// Where it is the threshold: den · (slope · x + constant) = num · den'.
    fn against(self, threshold: Threshold) -> Option<Crossing> {
        let scaled = self.scaled(threshold.den);
        let constant = scaled.constant.saturating_sub(threshold.num.saturating_mul(self.den));
        Self { constant, ..scaled }.zero()
    }

    /// Where its ratio to another line is the threshold.
    fn ratio_against(self, to: Self, threshold: Threshold) -> Option<Crossing> {
        let of = self.scaled(to.den).scaled(threshold.den);
        let to = to.scaled(self.den).scaled(threshold.num);
        Self { den: 1, ..of }.minus(Self { den: 1, ..to }).zero()
    }
}

/// Where a line has a value: num ÷ den, den positive.
#[derive(Clone, Copy)]
pub(super) struct Crossing {
    num: i128,
    den: i128,
}

impl Crossing {
    /// The steps at and around it, in millionths.
    pub(super) fn around(self, step: i64) -> [i128; 3] {
        let step = i128::from(step.max(1));
        let below = self.num.div_euclid(self.den.saturating_mul(step).max(1));
        [below.saturating_sub(1), below, below.saturating_add(1)].map(|steps| steps.saturating_mul(step))
    }
}

trait PassTo {
    fn pass_to(self, f: &mut dyn FnMut(Crossing));
}

impl PassTo for Option<Crossing> {
    fn pass_to(self, f: &mut dyn FnMut(Crossing)) {
        self.into_iter().for_each(f);
    }
}

/// now/middle + middle/base against 2·(1 + p/q), with one of the three open.
fn mean(now: Line, middle: Line, base: Line, threshold: Threshold, f: &mut dyn FnMut(Crossing)) {
    let (p, q) = (threshold.num, threshold.den);
    let twice = p.saturating_add(q).saturating_mul(2);
    if middle.slope == 0 {
        // q·now·base + q·middle² − 2(p+q)·middle·base is straight in the other two.
        let m = middle.constant;
        let product = if now.slope == 0 { base.scaled(now.constant) } else { now.scaled(base.constant) };
        let square = Line { slope: 0, constant: m.saturating_mul(m), den: 1 };
        product.plus(square).scaled(q).minus(base.scaled(m).scaled(twice)).zero().pass_to(f);
    } else if now.slope == 0 && base.slope == 0 {
        Parabola { now: now.constant, base: base.constant, twice, q }.zeros(f);
    }
}

/// q·x² − twice·base·x + q·now·base, in the middle figure x of a growth.
#[derive(Clone, Copy)]
struct Parabola {
    now: i128,
    base: i128,
    twice: i128,
    q: i128,
}

/// Facts are at most this many millionths.
const MOST: i128 = 1_000_000_000_000_000;

impl Parabola {
    fn is_negative(self, x: i128) -> bool {
        let outer =
            x.saturating_mul(x).saturating_add(self.now.saturating_mul(self.base)).saturating_mul(self.q);
        outer < self.twice.saturating_mul(self.base).saturating_mul(x)
    }

    /// It falls to its vertex and rises from there: on each side it changes sign at most once.
    fn zeros(self, f: &mut dyn FnMut(Crossing)) {
        let vertex = self.twice.saturating_mul(self.base).div_euclid(self.q.saturating_mul(2).max(1));
        let vertex = vertex.clamp(0, MOST);
        f(Crossing { num: vertex, den: 1 });
        for (from, to) in [(0, vertex), (vertex.saturating_add(1), MOST)] {
            if let Some(num) = self.turn(from, to) {
                f(Crossing { num, den: 1 });
            }
        }
    }

    /// The last whole number before the sign changes between two, by halving: at most 50 steps.
    fn turn(self, mut from: i128, mut to: i128) -> Option<i128> {
        let before = self.is_negative(from);
        if before == self.is_negative(to) {
            return None;
        }
        while to.saturating_sub(from) > 1 {
            let middle = from.saturating_add(to).div_euclid(2);
            if self.is_negative(middle) == before { from = middle } else { to = middle }
        }
        Some(from)
    }
}
