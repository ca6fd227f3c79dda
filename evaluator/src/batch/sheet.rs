//! Score sheets on columns: intervals lane by lane.

use super::{
    block::{ABSENT, Block, Bytes, LANES, MET, Numbers, UNDETERMINED, fold},
    columns::Columns,
    linear::Linear,
    steps::{Steps, UNKNOWN},
};
use crate::{
    node::Operator,
    number::Literal,
    quantity::Quantity,
    score::{Band, Edge, PerItem, Points, Rule, ScoreSheet},
    terms::Terms,
};

/// A score sheet.
#[derive(Clone, Debug)]
pub(super) struct SheetPlan {
    pass_mark: Literal,
    groups: Vec<GroupPlan>,
}

#[derive(Clone, Debug)]
struct GroupPlan {
    full: i64,
    floor: Option<Literal>,
    rules: Vec<RulePlan>,
}

#[derive(Clone, Debug)]
enum RulePlan {
    /// Points of each position among edges; the last where nothing is known.
    Steps(Steps, Vec<Points>),
    /// Points of each answer by its code; the first where it is absent.
    Code(usize, Vec<Points>),
    /// The number is the points.
    Direct { points: Linear, full: i64 },
    /// The best of several.
    Best(Vec<RulePlan>),
}

/// Least and most points a lane.
#[derive(Clone)]
pub(super) struct Scores {
    pub(super) min: Numbers,
    pub(super) max: Numbers,
}

/// What the sheet came to.
pub(super) struct Scored {
    pub(super) total: Scores,
    /// Whether total and floors are reached.
    pub(super) truths: Bytes,
}

impl SheetPlan {
    pub(super) fn compile(sheet: &ScoreSheet, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let mut groups = Vec::new();
        for group in &sheet.groups {
            let rules = group
                .indicators
                .iter()
                .map(|indicator| RulePlan::compile(&indicator.rule, indicator.full.micros(), columns, terms));
            let rules = rules.collect::<Option<Vec<_>>>()?;
            groups.push(GroupPlan { full: group.full.micros(), floor: group.floor, rules });
        }
        Some(Self { pass_mark: sheet.pass_mark, groups })
    }

    pub(super) fn judge(&self, block: &Block<'_>) -> Scored {
        let mut total = Scores::nothing();
        let mut truths = [MET; LANES];
        for group in &self.groups {
            let points = group.points(block);
            if let Some(floor) = group.floor {
                fold(&mut truths, &points.reaches(floor), u8::min);
            }
            total.add(&points);
        }
        fold(&mut truths, &total.reaches(self.pass_mark), u8::min);
        Scored { total, truths }
    }
}

impl GroupPlan {
    /// The sum of its rules, at most its full.
    fn points(&self, block: &Block<'_>) -> Scores {
        let mut sum = Scores::nothing();
        self.rules.iter().for_each(|rule| sum.add(&rule.points(block)));
        sum.min.iter_mut().chain(&mut sum.max).for_each(|points| *points = self.full.min(*points));
        sum
    }
}

impl RulePlan {
    fn compile(rule: &Rule, full: i64, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        match rule {
            Rule::Band(band) => Self::band(band, columns, terms),
            Rule::PerItem(per_item) => Self::per_item(per_item, columns, terms),
            Rule::Choice(choice) => {
                let answers = choice.answers.iter().map(|points| Points::exactly(points.micros()));
                let points = std::iter::once(choice.range()).chain(answers).collect();
                Some(Self::Code(columns.code(choice.fact)?, points))
            }
            Rule::DirectPoints(fact) => {
                let points = Linear::of_columns(columns.number(*fact, 0, terms)?, None)?;
                Some(Self::Direct { points, full })
            }
            Rule::BestOf(rules) => {
                let rules = rules.iter().map(|rule| Self::compile(rule, full, columns, terms));
                rules.collect::<Option<_>>().map(Self::Best)
            }
        }
    }

    fn band(band: &Band, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let operator = match band.edge {
            Edge::AtLeast => Operator::AtLeast,
            Edge::AtMost => Operator::AtMost,
        };
        let edges = band.rows.iter().filter_map(|row| Some((row.edge?, 1)));
        let steps = Steps::compile(&band.quantity, operator, edges, (0, columns, terms))?;
        let rows = band.rows.iter().map(|row| Points::exactly(row.points.micros()));
        Some(Self::Steps(steps, rows.chain([band.range()]).collect()))
    }

    /// So many points each are bands of one, two, three … of them, up to the cap.
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
        Some(Self::Steps(steps, points.chain([Points { min: 0, max: cap }]).collect()))
    }

    fn points(&self, block: &Block<'_>) -> Scores {
        match self {
            Self::Steps(steps, points) => {
                let unknown = u8::try_from(points.len().saturating_sub(1)).unwrap_or_default();
                let positions = steps.positions(block);
                looked_up(
                    points,
                    positions.map(|position| if position == UNKNOWN { unknown } else { position }),
                )
            }
            Self::Code(column, points) => {
                let mut codes = [0; LANES];
                codes.iter_mut().zip(block.codes(*column)).for_each(|(lane, code)| *lane = *code);
                looked_up(points, codes)
            }
            Self::Direct { points, full } => direct(&points.sums(block), *full),
            Self::Best(rules) => {
                let mut best = Scores::nothing();
                for rule in rules {
                    let points = rule.points(block);
                    fold(&mut best.min, &points.min, i64::max);
                    fold(&mut best.max, &points.max, i64::max);
                }
                best
            }
        }
    }
}

impl Scores {
    const fn nothing() -> Self {
        Self { min: [0; LANES], max: [0; LANES] }
    }

    /// Points of a sheet stay far below 63 bits.
    fn add(&mut self, other: &Self) {
        fold(&mut self.min, &other.min, i64::wrapping_add);
        fold(&mut self.max, &other.max, i64::wrapping_add);
    }

    fn reaches(&self, mark: Literal) -> Bytes {
        let mark = mark.micros();
        let mut truths = [UNDETERMINED; LANES];
        for (truth, (min, max)) in truths.iter_mut().zip(self.min.iter().zip(&self.max)) {
            *truth = u8::from(*min >= mark).wrapping_add(u8::from(*max >= mark));
        }
        truths
    }
}

/// The points at a position of each lane.
fn looked_up(points: &[Points], positions: Bytes) -> Scores {
    let mut scores = Scores::nothing();
    let lanes = scores.min.iter_mut().zip(&mut scores.max).zip(positions);
    for ((min, max), position) in lanes {
        let found = points.get(usize::from(position)).copied().unwrap_or_default();
        (*min, *max) = (found.min, found.max);
    }
    scores
}

fn direct(numbers: &Numbers, full: i64) -> Scores {
    let mut scores = Scores::nothing();
    let lanes = scores.min.iter_mut().zip(&mut scores.max).zip(numbers);
    for ((min, max), number) in lanes {
        let known = full.min(*number);
        (*min, *max) = if *number == ABSENT { (0, full) } else { (known, known) };
    }
    scores
}
