//! Test nodes on columns.

use super::{
    block::{Block, Bytes, Scratch},
    columns::{Columns, Place},
    index::{Index, looked_up},
    open::{Asked, Found},
    size,
    steps::Steps,
    truths::{Bits, NONE, Truths, is_none, joined, lanes_of, lanes_where, shared, without},
};
use zjtx_evaluator::{
    FactIx, Terms, Truth, bit,
    nodes::{Ambiguous, AnyYear, EveryYear, Holds, Node, Selector, ThresholdBy, TierRow, Title},
    number::Operator,
};

/// A node, its years and columns resolved.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Test {
    /// All of several.
    All(Vec<Test>),
    /// Any of several.
    Any(Vec<Test>),
    /// The opposite.
    Not(Box<Test>),
    /// At least this number of the tests.
    AtLeast(u8, Vec<Test>),
    /// Several readings must agree.
    Agreed(Vec<Test>),
    /// A yes-no fact: its codes are truths.
    Holds(usize),
    /// The only edge of a quantity.
    Edge(Steps),
    /// A review's confirmation, and the truth of each answer to it.
    Review(usize, Box<[u8; 256]>),
    /// The truth of each answer or position.
    Table(Index, Box<[u8; 256]>),
    /// The score sheet.
    Score,
    /// Nothing is required.
    Nothing,
    /// Tests of which an answer or position picks one, by its byte.
    Tiers(Index, Box<[u8; 256]>, Vec<Test>),
}

/// The tier of a byte that is not known.
const UNKNOWN: u8 = u8::MAX;
/// The tier of a byte that no tier is for.
const NO_TIER: u8 = UNKNOWN - 1;

impl Test {
    pub(super) fn compile(node: &Node, years_ago: u8, columns: &mut Columns, terms: &Terms) -> Option<Self> {
        let mut each = |nodes: &[Node]| -> Option<Vec<Self>> {
            nodes.iter().map(|node| Self::compile(node, years_ago, columns, terms)).collect()
        };
        Some(match node {
            Node::All(node) => Self::All(each(&node.0)?),
            Node::Any(node) => Self::Any(each(&node.0)?),
            Node::Not(node) => Self::Not(Box::new(Self::compile(&node.0, years_ago, columns, terms)?)),
            Node::AtLeastN(node) => Self::AtLeast(u8::try_from(node.n).ok()?, each(&node.of)?),
            Node::WaivedIf(node) => Self::Any(vec![
                Self::compile(&node.test, years_ago, columns, terms)?,
                Self::compile(&node.waiver, years_ago, columns, terms)?,
            ]),
            Node::Compare(node) => Self::edge(Steps::compile(
                &node.quantity,
                node.operator,
                [(node.literal, 1)],
                (years_ago, columns, terms),
            )?),
            Node::Holds(Holds(fact)) | Node::Title(Title(fact)) => Self::Holds(columns.code(*fact)?),
            Node::OneOf(node) => {
                let among = |answer| Truth::settled(bit(answer) & node.among != 0);
                Self::table(Index::Code(columns.code(node.fact)?), among)
            }
            Node::IncludesAny(node) => Self::includes_any(node.fact, node.among, columns)?,
            Node::RankWithin(node) => Self::edge(Steps::of_place(node.fact, node.best, columns, terms)?),
            Node::SizeClass(among) => {
                Self::table(Index::Code(columns.size()?), |classes| size::among(*among, classes))
            }
            Node::Review(node) => Self::review(columns.code(node.0)?),
            Node::Ambiguous(node) => Self::readings(node, years_ago, columns, terms)?,
            Node::EveryYear(EveryYear(years)) => {
                Self::All(Self::years(&years.test, years.last, years_ago, columns, terms)?)
            }
            Node::AnyYear(AnyYear(years)) => {
                Self::Any(Self::years(&years.test, years.last, years_ago, columns, terms)?)
            }
            Node::ThresholdBy(node) => Self::tiers(node, years_ago, columns, terms)?,
            Node::Score(_) => Self::Score,
        })
    }

    /// The truth of each answer or position that is known.
    fn table(index: Index, truth: impl Fn(u8) -> Truth) -> Self {
        let truths = index.table(|position| Truths::byte(truth(position)), Truths::byte(Truth::Undetermined));
        Self::Table(index, truths)
    }

    /// Only 是 settles a review.
    fn review(column: usize) -> Self {
        let truth = |yes| Truths::byte(if yes == 1 { Truth::Met } else { Truth::Undetermined });
        let truths = Index::Code(column).table(truth, Truths::byte(Truth::Undetermined));
        Self::Review(column, truths)
    }

    /// Whether the only edge is satisfied.
    fn edge(steps: Steps) -> Self {
        match Index::of_steps(steps) {
            Index::Steps(steps) if steps.is_narrow() => Self::Edge(steps),
            index => Self::table(index, |failed| Truth::settled(failed == 0)),
        }
    }

    fn includes_any(fact: FactIx, among: u64, columns: &mut Columns) -> Option<Self> {
        let parts = columns.set(fact, among)?.into_iter();
        let part = |(column, among)| {
            Self::table(Index::Code(column), |answers| Truth::settled(answers & among != 0))
        };
        Some(Self::Any(parts.map(part).collect()))
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
        let tests = node.rows.iter().map(|row| Self::compile(&row.test, years_ago, columns, terms));
        let tests = tests.collect::<Option<Vec<_>>>()?;
        let (index, tiers) = match &node.selector {
            Selector::ZoneOf(fact) | Selector::Choice(fact) => {
                let index = Index::Code(columns.code(*fact)?);
                let row = |answer| node.rows.iter().position(|row| row.when & bit(answer) != 0);
                let tier = |answer| row(answer).and_then(|row| u8::try_from(row).ok()).unwrap_or(NO_TIER);
                let tiers = index.table(tier, UNKNOWN);
                (index, tiers)
            }
            Selector::Quantity(quantity) => {
                let edges = node.rows.iter().filter_map(|row: &TierRow| Some((row.from?, 1)));
                let at = (years_ago, columns, terms);
                let index = Index::of_steps(Steps::compile(quantity, Operator::AtLeast, edges, at)?);
                let tiers = index.table(|position| position, UNKNOWN);
                (index, tiers)
            }
        };
        (tests.len() < usize::from(NO_TIER)).then_some(Self::Tiers(index, tiers, tests))
    }

    /// The truth of every lane; `score` is that of the score sheet.
    pub(super) fn judge(&self, block: &Block<'_>, score: &Truths, scratch: &mut Scratch) -> Truths {
        let mut judge = |test: &Self| test.judge(block, score, scratch);
        match self {
            Self::All(tests) => tests.iter().fold(Truths::MET, |all, test| all.and(&judge(test))),
            Self::Any(tests) => tests.iter().fold(Truths::UNMET, |any, test| any.or(&judge(test))),
            Self::Not(test) => judge(test).not(),
            Self::AtLeast(n, tests) => at_least(usize::from(*n), tests.iter().map(judge)),
            Self::Agreed(tests) => agreed(tests.iter().map(judge)),
            Self::Holds(column) => Truths::of_bytes(block.codes(*column)),
            Self::Edge(steps) => steps.reaches(block, scratch),
            Self::Table(index, truths) => Truths::of_bytes(&looked_up(truths, index.bytes(block, scratch))),
            Self::Review(column, truths) => Truths::of_bytes(&looked_up(truths, block.codes(*column))),
            Self::Score => *score,
            Self::Nothing => Truths::MET,
            Self::Tiers(index, tiers, tests) => {
                let picked = looked_up(tiers, index.bytes(block, scratch));
                tiered(
                    &picked,
                    &tests.iter().map(|test| test.judge(block, score, scratch)).collect::<Vec<_>>(),
                )
            }
        }
    }
}

impl Test {
    /// Notes what is absent beneath it in the lanes where it is undetermined, of those asked for.
    pub(super) fn open(&self, lanes: &Bits, asked: &mut Asked<'_>, found: &mut Found) {
        let open = shared(lanes, &self.truths(asked).undetermined());
        if is_none(&open) {
            return;
        }
        match self {
            Self::All(tests) | Self::Any(tests) | Self::AtLeast(_, tests) => {
                tests.iter().for_each(|test| test.open(&open, asked, found));
            }
            Self::Not(test) => test.open(&open, asked, found),
            Self::Agreed(tests) => open_readings(tests, &open, asked, found),
            Self::Holds(column) => found.place(Place::Code(*column), &open, asked),
            // Answered 否 it is still open: only a confirmation settles it.
            Self::Review(column, _) => found.lanes(Place::Code(*column), open),
            Self::Edge(steps) => steps.each_place(&mut |place| found.place(place, &open, asked)),
            Self::Table(Index::Code(column), _) if asked.columns.is_size(*column) => {
                open_size(&open, asked, found);
            }
            Self::Table(index, _) => index.each_place(&mut |place| found.place(place, &open, asked)),
            Self::Score => found.score(&open),
            Self::Nothing => {}
            Self::Tiers(index, tiers, tests) => {
                index.each_place(&mut |place| found.place(place, &open, asked));
                let picked = looked_up(tiers, index.bytes(asked.block, asked.scratch));
                let unknown = lanes_of(&picked, UNKNOWN);
                for (tier, test) in (0..).zip(tests) {
                    let candidates = joined(&lanes_of(&picked, tier), &unknown);
                    test.open(&shared(&open, &candidates), asked, found);
                }
            }
        }
    }

    /// Whether the score sheet counts beneath it.
    pub(super) fn reads_score(&self) -> bool {
        match self {
            Self::Score => true,
            Self::All(tests)
            | Self::Any(tests)
            | Self::AtLeast(_, tests)
            | Self::Agreed(tests)
            | Self::Tiers(_, _, tests) => tests.iter().any(Self::reads_score),
            Self::Not(test) => test.reads_score(),
            Self::Holds(_) | Self::Edge(_) | Self::Review(..) | Self::Table(..) | Self::Nothing => false,
        }
    }

    fn truths(&self, asked: &mut Asked<'_>) -> Truths {
        self.judge(asked.block, &asked.score, asked.scratch)
    }
}

/// Readings that already disagree are not brought together by any answer.
fn open_readings(tests: &[Test], open: &Bits, asked: &mut Asked<'_>, found: &mut Found) {
    let truths: Vec<Truths> = tests.iter().map(|test| test.truths(asked)).collect();
    let some =
        |lanes: fn(&Truths) -> Bits| truths.iter().map(lanes).fold(NONE, |any, one| joined(&any, &one));
    let disagree = shared(&some(|truths| *truths.met()), &some(Truths::unmet));
    let mut unheard = Found::default();
    for test in tests {
        test.open(&without(open, &disagree), asked, found);
        test.open(&shared(open, &disagree), asked, &mut unheard);
    }
    found.only_score_of(&unheard);
}

/// What leaves the size class open, one bit a fact.
fn open_size(open: &Bits, asked: &Asked<'_>, found: &mut Found) {
    let Some(column) = asked.columns.size_open() else { return };
    let codes = asked.block.codes(column);
    for (fact, _) in (0_u8..).zip(&asked.columns.size_facts) {
        let lanes = lanes_where(codes, |code| code.wrapping_shr(u32::from(fact)) & 1 == 1);
        found.lanes(Place::Size(fact), shared(open, &lanes));
    }
}

/// The truth of the tier that was picked, or what all agree on where none could be.
fn tiered(picked: &Bytes, judged: &[Truths]) -> Truths {
    let mut truths = Truths::UNDETERMINED;
    for (tier, judged) in (0..).zip(judged) {
        truths = truths.replaced(&lanes_of(picked, tier), judged);
    }
    truths.replaced(&lanes_of(picked, UNKNOWN), &agreed(judged.iter().copied()))
}

/// How often something was met so far is told by how many of these are.
fn at_least(n: usize, truths: impl Iterator<Item = Truths>) -> Truths {
    let mut reached = vec![Truths::UNMET; n];
    for truth in truths {
        let mut before = Truths::MET;
        for reached in &mut reached {
            let one_more = reached.or(&before.and(&truth));
            before = std::mem::replace(reached, one_more);
        }
    }
    reached.last().copied().unwrap_or(Truths::MET)
}

fn agreed(truths: impl Iterator<Item = Truths>) -> Truths {
    truths.reduce(|one, other| one.agreed(&other)).unwrap_or(Truths::UNDETERMINED)
}
