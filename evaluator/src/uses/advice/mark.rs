//! Marks: every place of a rule where a truth or points can turn, found by walking the rule.

use super::line::{Open, Threshold, place_of};
use crate::{
    base::{
        fact_kind::FactKind,
        number::MILLION,
        value::{Value, bit},
    },
    language::{
        dossier::Dossier,
        missing::FactRef,
        nodes::{Input, Node},
        packs::{Body, Criterion, Pack},
        quantities::Quantity,
        scores::{Rule, ScoreSheet},
        terms::{FactIx, Terms},
    },
};

/// Something that turns where a figure or an answer crosses it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark<'p> {
    /// A quantity against a threshold.
    Quantity(&'p Quantity, Threshold, u8),
    /// A figure against millionths, as size tables compare.
    Figure(FactIx, i64),
    /// A place against the last that is good enough.
    Rank(FactIx, u32),
    /// An answer: each may differ from the next.
    Answer(FactIx),
    /// Some answers of a set.
    Set(FactIx, u64),
    /// A figure that is points itself, with their highest number.
    Points(FactIx, i64),
}

/// The marks of all a pack counts.
pub(super) fn of_pack(pack: &Pack) -> Vec<Mark<'_>> {
    let chapters = pack.chapters();
    let counted = chapters.prerequisites.iter().chain(&chapters.vetoes).chain(&chapters.gates);
    let mut marks = Vec::new();
    counted.chain(&chapters.routes).for_each(|criterion| of_criterion(pack, criterion, &mut marks));
    marks
}

/// The marks of a criterion and those beneath it.
pub(super) fn of_criterion<'p>(pack: &'p Pack, criterion: &'p Criterion, marks: &mut Vec<Mark<'p>>) {
    if let Body::Test { test, renewal } = &criterion.body {
        std::iter::once(test).chain(renewal).for_each(|node| of_node(pack, node, 0, marks));
    }
    criterion.children().iter().for_each(|child| of_criterion(pack, child, marks));
}

/// The marks of a node seen from a number of periods back.
pub(super) fn of_node<'p>(pack: &'p Pack, node: &'p Node, years_ago: u8, marks: &mut Vec<Mark<'p>>) {
    let parts = node.parts();
    parts.inputs.into_iter().for_each(|input| of_input(pack, input, years_ago, marks));
    for child in parts.children {
        (0..child.periods).for_each(|i| of_node(pack, child.node, years_ago.saturating_add(i), marks));
    }
}

fn of_input<'p>(pack: &'p Pack, input: Input<'p>, years_ago: u8, marks: &mut Vec<Mark<'p>>) {
    match input {
        Input::Quantity(quantity, thresholds) => {
            let at = |literal| Mark::Quantity(quantity, Threshold::of(literal), years_ago);
            marks.extend(thresholds.into_iter().map(|threshold| at(threshold.literal)));
            of_sets(quantity, marks);
        }
        Input::Answer(fact) | Input::Confirmation(fact) => marks.push(Mark::Answer(fact)),
        Input::Among(fact, among) => marks.push(Mark::Set(fact, among)),
        Input::Rank(fact, best, _) => marks.push(Mark::Rank(fact, best)),
        Input::SizeClass => of_size_table(pack, marks),
        Input::Score => pack.sheet().into_iter().for_each(|sheet| of_sheet(sheet, marks)),
        // No firm moves to another city for a title.
        Input::City(_) => {}
    }
}

/// The sets that a quantity counts.
fn of_sets<'p>(quantity: &'p Quantity, marks: &mut Vec<Mark<'p>>) {
    match quantity {
        Quantity::CountOf(count) => marks.push(Mark::Set(count.fact, count.among)),
        Quantity::Sum(sum) => sum.parts.iter().for_each(|part| of_sets(part, marks)),
        Quantity::OverYears(years) => of_sets(&years.of, marks),
        Quantity::PerYear(mean) => of_sets(&mean.of, marks),
        Quantity::StepGrowth(growth) => of_sets(&growth.of, marks),
        Quantity::Difference(difference) => {
            of_sets(&difference.of, marks);
            of_sets(&difference.less, marks);
        }
        Quantity::Ratio(ratio) => {
            of_sets(&ratio.of, marks);
            of_sets(&ratio.to, marks);
        }
        Quantity::Fact(_) | Quantity::Since(_) | Quantity::Growth(_) => {}
    }
}

fn of_size_table<'p>(pack: &'p Pack, marks: &mut Vec<Mark<'p>>) {
    let groups = pack.size_table().into_iter().flat_map(|table| table.groups());
    let rows = groups.flat_map(|group| &group.indicators);
    marks.extend(rows.flat_map(|(fact, floors)| floors.map(|floor| Mark::Figure(*fact, floor.micros()))));
}

/// The marks of a score sheet.
pub(super) fn of_sheet<'p>(sheet: &'p ScoreSheet, marks: &mut Vec<Mark<'p>>) {
    for indicator in sheet.groups.iter().flat_map(|group| &group.indicators) {
        of_rule(&indicator.rule, indicator.full.micros(), marks);
    }
}

fn of_rule<'p>(rule: &'p Rule, full: i64, marks: &mut Vec<Mark<'p>>) {
    match rule {
        Rule::Band(band) => {
            let edges = band.rows.iter().filter_map(|row| row.edge);
            marks.extend(edges.map(|edge| Mark::Quantity(&band.quantity, Threshold::of(edge), 0)));
            of_sets(&band.quantity, marks);
        }
        Rule::PerItem(item) => {
            let steps = item.cap.micros().checked_div(item.points.micros()).unwrap_or(0).saturating_add(1);
            let each = Threshold::of(item.each);
            let times = |n| Threshold { num: each.num.saturating_mul(i128::from(n)), ..each };
            marks.extend((1..=steps.min(MOST_STEPS)).map(|n| Mark::Quantity(&item.quantity, times(n), 0)));
            of_sets(&item.quantity, marks);
        }
        Rule::Choice(choice) => marks.push(Mark::Answer(choice.fact)),
        Rule::DirectPoints(fact) => marks.push(Mark::Points(*fact, full)),
        Rule::BestOf(rules) => rules.iter().for_each(|rule| of_rule(rule, full, marks)),
    }
}

/// Points are at most 100 分 and every step gives some; finer steps than these are not looked at.
const MOST_STEPS: i64 = 200;

impl Mark<'_> {
    /// Calls `f` with every place that it reads.
    pub(super) fn each_place(&self, terms: &Terms, dossier: &Dossier, f: &mut dyn FnMut(FactRef)) {
        let mut at = |fact, years_ago| f(place_of(terms, dossier, fact, years_ago));
        match self {
            Self::Quantity(quantity, _, years_ago) => quantity.each_fact(*years_ago, &mut at),
            Self::Figure(fact, _)
            | Self::Rank(fact, _)
            | Self::Answer(fact)
            | Self::Set(fact, _)
            | Self::Points(fact, _) => at(*fact, 0),
        }
    }

    /// Calls `f` with the values of the open place at which it may turn.
    pub(super) fn each_value(&self, open: &Open<'_>, f: &mut dyn FnMut(Value)) {
        let Some(term) = open.terms.term(open.place.fact) else { return };
        let step = super::lever::step(term);
        let mut figure = |micros: i128| {
            if let Ok(micros) = i64::try_from(micros) {
                f(Value::Number(micros));
            }
        };
        match self {
            Self::Quantity(quantity, threshold, years_ago) => {
                open.crossings(quantity, *years_ago, *threshold, &mut |crossing| {
                    crossing.around(step).into_iter().for_each(&mut figure);
                });
            }
            Self::Figure(fact, floor) if open.is_open(*fact, 0) => {
                [floor.saturating_sub(step), *floor].map(i128::from).into_iter().for_each(figure);
            }
            Self::Points(fact, full) if open.is_open(*fact, 0) => {
                let whole = full.checked_div(MILLION).unwrap_or(0).min(MOST_STEPS);
                (0..=whole).for_each(|n| figure(i128::from(n.saturating_mul(MILLION))));
                figure(i128::from(*full));
            }
            Self::Rank(fact, best) if *fact == open.place.fact => {
                f(Value::Rank(Some(*best)));
                f(Value::Rank(best.checked_add(1)));
            }
            Self::Answer(fact) if *fact == open.place.fact => {
                let choices = u8::try_from(term.choices().len()).unwrap_or(u8::MAX);
                match term.kind() {
                    FactKind::Bool => [false, true].map(Value::Bool).into_iter().for_each(f),
                    _ => (0..choices).map(Value::Choice).for_each(f),
                }
            }
            Self::Set(fact, among) if *fact == open.place.fact => each_set(open, *fact, *among, f),
            _ => {}
        }
    }
}

/// The set as it is with one, two, three … of the answers added or taken away.
fn each_set(open: &Open<'_>, fact: FactIx, among: u64, f: &mut dyn FnMut(Value)) {
    let own = if let Some(Value::Set(own)) = open.dossier.get(fact) { *own } else { 0 };
    let (mut more, mut less) = (own, own);
    for answer in (0..64).map(bit).filter(|answer| among & answer != 0) {
        if own & answer == 0 {
            more |= answer;
            f(Value::Set(more));
        } else {
            less &= !answer;
            f(Value::Set(less));
        }
    }
}
