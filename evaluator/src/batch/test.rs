//! Test nodes on columns.

use super::{
    block::{self, Block, Bytes, LANES, MET, UNDETERMINED, UNMET, agreed, fold},
    columns::Columns,
    rows::NO_SET,
    size::among_table,
    steps::{Steps, UNKNOWN},
};
use crate::{
    node::{Ambiguous, Node, Operator, Selector, ThresholdBy, TierRow},
    terms::Terms,
    value::bit,
};

/// A node, its years and columns resolved.
#[derive(Clone, Debug)]
pub(super) enum Test {
    /// All of several.
    All(Vec<Test>),
    /// Any of several.
    Any(Vec<Test>),
    /// The opposite.
    Not(Box<Test>),
    /// At least so many.
    AtLeast(u8, Vec<Test>),
    /// Several readings must agree.
    Agreed(Vec<Test>),
    /// One edge.
    Compare(Steps),
    /// The truth of each answer, by its code.
    Code { column: usize, truths: Box<[u8; 256]> },
    /// A set that has one of these.
    IncludesAny { column: usize, among: u64 },
    /// The truth of each set of possible size classes.
    Size([u8; 16]),
    /// The score sheet.
    Score,
    /// Nothing is required.
    Nothing,
    /// A tier table.
    Tiers(Picker, Vec<Test>),
}

/// What picks a tier.
#[derive(Clone, Debug)]
pub(super) enum Picker {
    /// A quantity among lower edges.
    Steps(Steps),
    /// The row of each answer, by its code.
    Code { column: usize, rows: Box<[u8; 256]> },
}

/// The position of a row that no tier has.
const NO_ROW: u8 = UNKNOWN - 1;

/// What was found before the criteria are judged.
pub(super) struct Found<'f> {
    pub(super) sizes: Option<&'f Bytes>,
    pub(super) score: Option<&'f Bytes>,
}

impl Test {
    pub(super) fn compile(node: &Node, years_ago: u8, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let mut each = |nodes: &[Node]| -> Option<Vec<Self>> {
            nodes.iter().map(|node| Self::compile(node, years_ago, columns, terms)).collect()
        };
        Some(match node {
            Node::All(nodes) => Self::All(each(nodes)?),
            Node::Any(nodes) => Self::Any(each(nodes)?),
            Node::Not(node) => Self::Not(Box::new(Self::compile(node, years_ago, columns, terms)?)),
            Node::AtLeastN(node) => Self::AtLeast(u8::try_from(node.n).ok()?, each(&node.of)?),
            Node::WaivedIf(node) => Self::Any(vec![
                Self::compile(&node.test, years_ago, columns, terms)?,
                Self::compile(&node.waiver, years_ago, columns, terms)?,
            ]),
            Node::Compare(node) => Self::Compare(Steps::compile(
                &node.quantity,
                node.operator,
                [(node.literal, 1)],
                (years_ago, columns, terms),
            )?),
            Node::Holds(fact) | Node::Title(fact) => Self::code(columns.code(*fact)?, |yes| yes == 1),
            Node::OneOf(node) => {
                let among = node.among;
                Self::code(columns.code(node.fact)?, |index| bit(index) & among != 0)
            }
            Node::IncludesAny(node) => {
                Self::IncludesAny { column: columns.set(node.fact, terms)?, among: node.among }
            }
            Node::RankWithin(node) => Self::Compare(Steps::of_place(node.fact, node.best, columns, terms)?),
            Node::SizeClass(among) => Self::Size(among_table(*among)),
            Node::Review(fact) => Self::confirmed(columns.code(*fact)?),
            Node::Ambiguous(node) => Self::readings(node, years_ago, columns, terms)?,
            Node::EveryYear(years) => {
                Self::All(Self::years(&years.test, years.last, years_ago, columns, terms)?)
            }
            Node::AnyYear(years) => {
                Self::Any(Self::years(&years.test, years.last, years_ago, columns, terms)?)
            }
            Node::ThresholdBy(node) => Self::tiers(node, years_ago, columns, terms)?,
            Node::Score => Self::Score,
        })
    }

    /// A settled truth for each known answer.
    fn code(column: usize, satisfies: impl Fn(u8) -> bool) -> Self {
        let truth = |code: u8| match code.checked_sub(1) {
            Some(answer) if satisfies(answer) => MET,
            Some(_) => UNMET,
            None => UNDETERMINED,
        };
        Self::Code { column, truths: table(truth) }
    }

    /// Only 是 settles a review.
    fn confirmed(column: usize) -> Self {
        Self::Code { column, truths: table(|code| if code == 2 { MET } else { UNDETERMINED }) }
    }

    fn readings(node: &Ambiguous, years_ago: u8, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let mut reading = |test: &Option<Node>| match test {
            Some(test) => Self::compile(test, years_ago, columns, terms),
            None => Some(Self::Nothing),
        };
        let readings: Option<Vec<_>> = node.readings.iter().map(|each| reading(&each.test)).collect();
        readings.map(Self::Agreed)
    }

    fn years(
        test: &Node,
        last: u8,
        years_ago: u8,
        columns: &mut Columns,
        terms: &Terms,
    ) -> Option<Vec<Self>> {
        (0..last).map(|i| Self::compile(test, years_ago.checked_add(i)?, columns, terms)).collect()
    }

    fn tiers(node: &ThresholdBy, years_ago: u8, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let row_of = |position: u8| {
            let found = node.rows.iter().position(|row| row.when & bit(position) != 0);
            found.and_then(|row| u8::try_from(row).ok()).unwrap_or(NO_ROW)
        };
        let by_code = |code: u8| code.checked_sub(1).map_or(UNKNOWN, row_of);
        let picker = match &node.selector {
            Selector::ZoneOf(fact) | Selector::Choice(fact) => {
                Picker::Code { column: columns.code(*fact)?, rows: table(by_code) }
            }
            Selector::Quantity(quantity) => {
                let edges = node.rows.iter().filter_map(|row: &TierRow| Some((row.from?, 1)));
                Picker::Steps(Steps::compile(
                    quantity,
                    Operator::AtLeast,
                    edges,
                    (years_ago, columns, terms),
                )?)
            }
        };
        let tests = node.rows.iter().map(|row| Self::compile(&row.test, years_ago, columns, terms));
        Some(Self::Tiers(picker, tests.collect::<Option<_>>()?))
    }

    /// The truth of every lane.
    pub(super) fn judge(&self, block: &Block<'_>, found: &Found<'_>) -> Bytes {
        match self {
            Self::All(tests) => folded(tests, MET, u8::min, block, found),
            Self::Any(tests) => folded(tests, UNMET, u8::max, block, found),
            Self::Not(test) => test.judge(block, found).map(|truth| MET.wrapping_sub(truth)),
            Self::AtLeast(n, tests) => at_least(*n, tests, block, found),
            Self::Agreed(tests) => all_agreed(tests, block, found),
            Self::Compare(steps) => steps.positions(block).map(|position| match position {
                0 => MET,
                UNKNOWN => UNDETERMINED,
                _ => UNMET,
            }),
            Self::Code { column, truths } => looked_up(truths, block.codes(*column)),
            Self::IncludesAny { column, among } => includes_any(block.sets(*column), *among),
            Self::Size(truths) => found.sizes.map_or([UNDETERMINED; LANES], |sizes| {
                sizes.map(|classes| truths.get(usize::from(classes)).copied().unwrap_or(UNDETERMINED))
            }),
            Self::Score => found.score.copied().unwrap_or([UNDETERMINED; LANES]),
            Self::Nothing => [MET; LANES],
            Self::Tiers(picker, tests) => tiers(picker, tests, block, found),
        }
    }
}

fn folded(
    tests: &[Test],
    nothing: u8,
    combine: impl Fn(u8, u8) -> u8 + Copy,
    block: &Block<'_>,
    found: &Found<'_>,
) -> Bytes {
    let mut truths = [nothing; LANES];
    for test in tests {
        fold(&mut truths, &test.judge(block, found), combine);
    }
    truths
}

fn at_least(n: u8, tests: &[Test], block: &Block<'_>, found: &Found<'_>) -> Bytes {
    let (mut met, mut possible) = ([0_u8; LANES], [0_u8; LANES]);
    for test in tests {
        let truths = test.judge(block, found);
        fold(&mut met, &truths, |count, truth| count.wrapping_add(u8::from(truth == MET)));
        fold(&mut possible, &truths, |count, truth| count.wrapping_add(u8::from(truth != UNMET)));
    }
    fold(&mut met, &possible, |met, possible| u8::from(met >= n).wrapping_add(u8::from(possible >= n)));
    met
}

fn all_agreed(tests: &[Test], block: &Block<'_>, found: &Found<'_>) -> Bytes {
    let each = tests.iter().map(|test| test.judge(block, found));
    let agreed = each.reduce(|mut one, other| {
        fold(&mut one, &other, agreed);
        one
    });
    agreed.unwrap_or([UNDETERMINED; LANES])
}

fn tiers(picker: &Picker, tests: &[Test], block: &Block<'_>, found: &Found<'_>) -> Bytes {
    let picked = match picker {
        Picker::Steps(steps) => steps.positions(block),
        Picker::Code { column, rows } => looked_up(rows, block.codes(*column)),
    };
    let mut unknown: Option<Bytes> = None;
    let mut truths = [UNDETERMINED; LANES];
    for (index, test) in (0_u8..).zip(tests) {
        let judged = test.judge(block, found);
        for ((truth, judged), picked) in truths.iter_mut().zip(&judged).zip(&picked) {
            *truth = if *picked == index { *judged } else { *truth };
        }
        match &mut unknown {
            Some(unknown) => fold(unknown, &judged, agreed),
            None => unknown = Some(judged),
        }
    }
    let unknown = unknown.unwrap_or([UNDETERMINED; LANES]);
    for ((truth, unknown), picked) in truths.iter_mut().zip(&unknown).zip(&picked) {
        *truth = if *picked == UNKNOWN { *unknown } else { *truth };
    }
    truths
}

fn includes_any(sets: &[u64], among: u64) -> Bytes {
    let mut truths = [UNDETERMINED; LANES];
    for (truth, set) in truths.iter_mut().zip(sets) {
        let settled = if set & among == 0 { UNMET } else { MET };
        *truth = if *set == NO_SET { UNDETERMINED } else { settled };
    }
    truths
}

/// What each of the 256 codes comes to.
fn table(value: impl Fn(u8) -> u8) -> Box<[u8; 256]> {
    let mut table = Box::new([0; 256]);
    for (entry, code) in table.iter_mut().zip(0_u8..=u8::MAX) {
        *entry = value(code);
    }
    table
}

fn looked_up(table: &[u8; 256], codes: &[u8]) -> Bytes {
    let mut values = [block::UNMET; LANES];
    for (value, code) in values.iter_mut().zip(codes) {
        *value = table.get(usize::from(*code)).copied().unwrap_or_default();
    }
    values
}
