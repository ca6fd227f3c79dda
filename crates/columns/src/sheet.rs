//! Score sheets on columns: intervals lane by lane, least and most points in one number.

use super::{
    block::{Block, Bytes, FAR, LANES, Scratch},
    columns::{Columns, Place},
    index::Index,
    linear::Linear,
    open::{Asked, Found},
    steps::Steps,
    truths::{Bits, Truths, lanes_where, shared, without},
};
use multiversion::multiversion;
use zjtx_evaluator::{
    FactIx, Terms,
    number::{Literal, MILLION, Operator},
    quantities::Quantity,
    scores::{Band, BandRow, Edge, Group, Indicator, PerItem, Points, Rule, ScoreSheet},
};

/// A score sheet.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SheetPlan {
    pub(super) pass_mark: Literal,
    pub(super) groups: Vec<GroupPlan>,
}

/// Indicators that are added up, and what of their points counts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GroupPlan {
    floor: Option<Literal>,
    /// The most points that count, in both halves, where the rules may give more.
    cap: Option<u64>,
    pub(super) rules: Vec<RulePlan>,
}

/// How an indicator gives points.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum RulePlan {
    /// Points of each answer or position.
    Table(Index, Box<[u64; 256]>),
    /// The number is the points.
    Direct { points: Linear, full: i64 },
    /// The best of several.
    Best(Vec<RulePlan>),
    /// Another, narrowed to an adviser's expectation in whole points where that lies inside: its column.
    Expected(Box<RulePlan>, usize),
}

/// Least points in the lower half and most points in the upper half of every lane, in millionths.
pub(super) type Scores = [u64; LANES];

impl SheetPlan {
    /// `None` where the points leave 31 bits, or an adviser may expect fractions of points.
    pub(super) fn compile(sheet: &ScoreSheet, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let groups =
            sheet.groups.iter().map(|group| GroupPlan::compile(group, sheet.whole_points, columns, terms));
        i32::try_from(sheet.full.micros()).ok()?;
        Some(Self { pass_mark: sheet.pass_mark, groups: groups.collect::<Option<_>>()? })
    }

    /// Calls `f` with the points of each indicator that is open in some of the lanes, and what it lacks there.
    pub(super) fn each_open(&self, lanes: &Bits, asked: &mut Asked<'_>, f: &mut dyn FnMut(&Scores, Found)) {
        for rule in self.groups.iter().flat_map(|group| &group.rules) {
            let mut points = [0; LANES];
            rule.add(asked.block, asked.scratch, &mut points);
            let open = shared(lanes, &lanes_where(&points, |points| apart(*points).is_open()));
            let mut found = Found::default();
            rule.each_place(&mut |place| found.place(place, &open, asked));
            if let RulePlan::Expected(_, column) = rule {
                let settled = without(&open, &found.any());
                found.place(Place::Code(*column), &settled, asked);
            }
            f(&points, found);
        }
    }

    /// The points, and whether total and floors are reached.
    pub(super) fn judge(&self, block: &Block<'_>, scratch: &mut Scratch) -> (Scores, Truths) {
        let (mut total, mut truths) = ([0; LANES], Truths::MET);
        for group in &self.groups {
            if group.floor.is_none() && group.cap.is_none() {
                group.add(block, scratch, &mut total);
                continue;
            }
            let mut points = [0; LANES];
            group.add(block, scratch, &mut points);
            truths = truths.and(&group.count(points, &mut total));
        }
        (total, truths.and(&reaches(&total, self.pass_mark)))
    }
}

impl GroupPlan {
    fn compile(group: &Group, whole: bool, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let rule = |indicator: &Indicator| RulePlan::of(indicator, whole, columns, terms);
        let rules = group.indicators.iter().map(rule).collect::<Option<Vec<_>>>()?;
        let most = rules.iter().fold(0_i64, |most, rule| most.saturating_add(rule.most()));
        let full = group.full.micros();
        together(Points::exactly(most))?;
        let cap = if most > full { Some(together(Points::exactly(full))?) } else { None };
        Some(Self { floor: group.floor, cap, rules })
    }

    /// Adds points of its rules to the total as far as they count, and tells whether they reach its floor.
    pub(super) fn count(&self, mut points: Scores, total: &mut Scores) -> Truths {
        if let Some(cap) = self.cap {
            points.iter_mut().for_each(|points| *points = lesser(*points, cap));
        }
        fold(total, &points, u64::wrapping_add);
        self.floor.map_or(Truths::MET, |floor| reaches(&points, floor))
    }

    fn add(&self, block: &Block<'_>, scratch: &mut Scratch, total: &mut Scores) {
        self.rules.iter().for_each(|rule| rule.add(block, scratch, total));
    }
}

impl RulePlan {
    fn of(indicator: &Indicator, whole: bool, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let full = indicator.full.micros();
        let rule = Self::compile(&indicator.rule, full, columns, terms)?;
        let Some(expected) = indicator.expected else { return Some(rule) };
        let fits = whole && rule.most() <= MOST_EXPECTED;
        fits.then_some(Self::Expected(Box::new(rule), columns.expected(expected)?))
    }

    fn compile(rule: &Rule, full: i64, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        match rule {
            Rule::Band(band) => Self::band(band, columns, terms),
            Rule::PerItem(per_item) => Self::per_item(per_item, columns, terms),
            Rule::Choice(choice) => {
                let answers = choice.answers.iter().map(|span| span.points());
                Self::table(Index::Code(columns.code(choice.fact)?), answers, choice.range())
            }
            Rule::DirectPoints(fact) => Self::direct(*fact, full, columns, terms),
            Rule::BestOf(rules) => {
                let rules = rules.iter().map(|rule| Self::compile(rule, full, columns, terms));
                rules.collect::<Option<_>>().map(Self::Best)
            }
        }
    }

    /// Points of each answer or position, and of one that is not known.
    fn table(index: Index, points: impl IntoIterator<Item = Points>, unknown: Points) -> Option<Self> {
        let points = points.into_iter().map(together).collect::<Option<Vec<_>>>()?;
        let known = |position| points.get(usize::from(position)).copied().unwrap_or_default();
        let table = index.table(known, together(unknown)?);
        Some(Self::Table(index, table))
    }

    fn band(band: &Band, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let mut steps = |operator: Operator, excluded: bool| {
            let rows = band.rows.iter().filter(|row: &&BandRow| row.excluded == excluded);
            let edges: Vec<_> = rows.filter_map(|row| Some((row.edge?, 1))).collect();
            if edges.is_empty() {
                return Some(None);
            }
            Steps::compile(&band.quantity, operator, edges, (0, columns, terms)).map(Some)
        };
        let reached = match band.edge {
            Edge::AtLeast => steps(Operator::AtLeast, false)?,
            Edge::AtMost => steps(Operator::AtMost, false)?,
        };
        let index = match (reached, steps(Operator::MoreThan, true)?) {
            (Some(reached), Some(passed)) => Index::paired(reached, passed)?,
            (reached, passed) => Index::of_steps(reached.or(passed)?),
        };
        let rows = band.rows.iter().map(|row| row.points.points());
        Self::table(index, rows, band.range())
    }

    /// Points per item, as bands of one, two, three … items up to the cap.
    fn per_item(per_item: &PerItem, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        if matches!(per_item.quantity, Quantity::Growth(_)) {
            return None;
        }
        let (each, cap) = (per_item.points.micros(), per_item.cap.micros());
        let most = cap.checked_add(each)?.checked_sub(1)?.checked_div(each)?;
        let falling = || (1..=most).rev();
        let edges = falling().map(|times| (per_item.each, times));
        let steps = Steps::compile(&per_item.quantity, Operator::AtLeast, edges, (0, columns, terms))?;
        let points = falling().chain([0]).map(|times| Points::exactly(times.saturating_mul(each).min(cap)));
        Self::table(Index::of_steps(steps), points, Points { min: 0, max: cap })
    }

    fn direct(fact: FactIx, full: i64, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let points = Linear::of_column(columns.number(fact, 0, terms)?)?;
        let never_negative = terms.term(fact)?.bounds().0 >= 0;
        (never_negative && together(Points::exactly(full)).is_some()).then_some(Self::Direct { points, full })
    }

    /// Calls `f` with every column that is read.
    fn each_place(&self, f: &mut dyn FnMut(Place)) {
        match self {
            Self::Table(index, _) => index.each_place(f),
            Self::Direct { points, .. } => points.each_place(f),
            Self::Best(rules) => rules.iter().for_each(|rule| rule.each_place(f)),
            Self::Expected(rule, _) => rule.each_place(f),
        }
    }

    fn most(&self) -> i64 {
        match self {
            Self::Table(_, points) => points.iter().map(|points| apart(*points).max).max().unwrap_or(0),
            Self::Direct { full, .. } => *full,
            Self::Best(rules) => rules.iter().map(Self::most).max().unwrap_or(0),
            Self::Expected(rule, _) => rule.most(),
        }
    }

    /// Adds its points.
    pub(super) fn add(&self, block: &Block<'_>, scratch: &mut Scratch, total: &mut Scores) {
        match self {
            Self::Table(index, points) => add_found(total, points, index.bytes(block, scratch)),
            Self::Direct { points, full } => {
                let [buffer, ..] = &mut scratch.numbers;
                for (total, number) in total.iter_mut().zip(points.sums(block, buffer)) {
                    *total = total.wrapping_add(direct(*number, *full));
                }
            }
            Self::Best(rules) => fold(total, &best(rules, block, scratch), u64::wrapping_add),
            Self::Expected(rule, column) => {
                let mut points = [0; LANES];
                rule.add(block, scratch, &mut points);
                let codes = block.codes(*column);
                for (total, (points, code)) in total.iter_mut().zip(points.iter().zip(codes)) {
                    *total = total.wrapping_add(expected(*points, *code));
                }
            }
        }
    }
}

/// Adds what a table has for each byte.
#[multiversion(targets("x86_64+avx2+bmi2"))]
fn add_found(total: &mut Scores, points: &[u64; 256], bytes: &Bytes) {
    for (total, byte) in total.iter_mut().zip(bytes) {
        let found = points.get(usize::from(*byte)).copied().unwrap_or_default();
        *total = total.wrapping_add(found);
    }
}

fn best(rules: &[RulePlan], block: &Block<'_>, scratch: &mut Scratch) -> Scores {
    let mut best = [0; LANES];
    for rule in rules {
        let mut points = [0; LANES];
        rule.add(block, scratch, &mut points);
        fold(&mut best, &points, greater);
    }
    best
}

/// The greater of both halves, each of 31 bits: where one half is not less than the other, a bit that is lent to it is
/// left, and makes a mask of the half.
const fn greater(one: u64, other: u64) -> u64 {
    const LENT: u64 = 1 << 63 | 1 << 31;
    let left = (one | LENT).wrapping_sub(other) & LENT;
    let mask = left.wrapping_sub(left.wrapping_shr(31));
    other ^ (one ^ other) & mask
}

/// The lesser of both halves.
const fn lesser(one: u64, other: u64) -> u64 {
    one ^ other ^ greater(one, other)
}

/// The greatest points that an adviser's expectation has a code for.
const MOST_EXPECTED: i64 = 250 * MILLION;

/// Points, or the one point of the code of an expectation that lies inside.
fn expected(points: u64, code: u8) -> u64 {
    let Some(whole) = code.checked_sub(1) else { return points };
    let expected = u64::from(whole).wrapping_mul(MILLION.cast_unsigned());
    let Points { min, max } = apart(points);
    let fits = (min..=max).contains(&expected.cast_signed());
    if fits { expected.wrapping_shl(32) | expected } else { points }
}

fn direct(number: i64, full: i64) -> u64 {
    let most = full.min(number).cast_unsigned();
    let (least, most) = if number < -FAR { (0, full.cast_unsigned()) } else { (most, most) };
    most.wrapping_shl(32) | least
}

/// Both ends of an interval in one number; `None` beyond 31 bits.
fn together(points: Points) -> Option<u64> {
    let half = |points: i64| i32::try_from(points).and_then(u64::try_from).ok();
    Some(half(points.max)?.wrapping_shl(32) | half(points.min)?)
}

/// The interval of such a number.
pub(super) fn apart(points: u64) -> Points {
    Points { min: (points & 0xffff_ffff).cast_signed(), max: points.wrapping_shr(32).cast_signed() }
}

/// Whether points reach a mark.
pub(super) fn reaches(points: &Scores, mark: Literal) -> Truths {
    let mark = mark.micros();
    Truths::of_signs(points, points, |points, _| {
        let Points { min, max } = apart(points);
        [min.wrapping_sub(mark), max.wrapping_sub(mark)]
    })
}

#[multiversion(targets("x86_64+avx2+bmi2"))]
fn fold(into: &mut Scores, other: &Scores, combine: impl Fn(u64, u64) -> u64) {
    into.iter_mut().zip(other).for_each(|(into, other)| *into = combine(*into, *other));
}
