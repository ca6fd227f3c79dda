//! Which absent answers could still change a verdict: those that are read beneath what is undetermined, up to
//! the verdict. The order is that of [`zjtx_evaluator::Assessment::missing`]: facts that stand in most members of
//! the chapters first, then those on which most points hang, then by the vocabulary, the newest year first.

use super::{
    block::{Block, Scratch},
    columns::{Columns, Place},
    sheet::{Scores, SheetPlan, apart},
    truths::{Bits, NONE, Truths, has, is_none, joined, shared},
};
use std::cmp::Reverse;
use zjtx_evaluator::{FactIx, FactRef};

/// What a walk needs of a block of rows.
pub(super) struct Asked<'a> {
    pub(super) block: &'a Block<'a>,
    pub(super) columns: &'a Columns,
    /// Whether the score sheet is reached.
    pub(super) score: Truths,
    pub(super) scratch: &'a mut Scratch,
}

/// Absent answers found beneath one member of the chapters.
#[derive(Default)]
pub(super) struct Found {
    absent: Vec<(Place, Bits)>,
    /// Where an undetermined score counts.
    scored: Bits,
}

impl Found {
    /// Notes a column in the lanes where it is absent.
    pub(super) fn place(&mut self, place: Place, lanes: &Bits, asked: &Asked<'_>) {
        let absent = shared(lanes, &asked.block.absent(place));
        self.lanes(place, absent);
    }

    /// Notes a column in these lanes.
    pub(super) fn lanes(&mut self, place: Place, lanes: Bits) {
        if is_none(&lanes) {
            return;
        }
        match self.absent.iter_mut().find(|(known, _)| *known == place) {
            Some((_, known)) => *known = joined(known, &lanes),
            None => self.absent.push((place, lanes)),
        }
    }

    /// The lanes in which anything is absent.
    pub(super) fn any(&self) -> Bits {
        self.absent.iter().fold(NONE, |any, (_, lanes)| joined(&any, lanes))
    }

    /// An undetermined score counts in these lanes.
    pub(super) fn score(&mut self, lanes: &Bits) {
        self.scored = joined(&self.scored, lanes);
    }

    /// Takes from another only where a score counts.
    pub(super) fn only_score_of(&mut self, other: &Self) {
        self.score(&other.scored);
    }
}

/// An indicator whose points are open in some lanes.
struct Indicator {
    points: Scores,
    absent: Vec<(Place, Bits)>,
}

/// The absent answers that count in a block.
pub(super) struct Open<'p> {
    columns: &'p Columns,
    /// By member of the chapters.
    members: Vec<Found>,
    indicators: Vec<Indicator>,
    scored: Bits,
}

/// A fact with what it is ranked by.
struct Rank {
    fact: FactIx,
    /// The member of the chapters that counted it last.
    member: usize,
    members: usize,
    points: i64,
}

impl<'p> Open<'p> {
    /// Of what was found beneath the members; open indicators count where any of them reads the score.
    pub(super) fn of(members: Vec<Found>, sheet: Option<&SheetPlan>, asked: &mut Asked<'p>) -> Self {
        let scored = members.iter().fold(NONE, |scored, found| joined(&scored, &found.scored));
        let mut open = Self { columns: asked.columns, members, indicators: Vec::new(), scored };
        if let Some(sheet) = sheet.filter(|_| !is_none(&scored)) {
            sheet.each_open(&scored, asked, &mut |points, found| {
                open.indicators.push(Indicator { points: *points, absent: found.absent });
            });
        }
        open.count_score();
        open
    }

    /// Members that read the score read what the open indicators lack.
    fn count_score(&mut self) {
        for member in &mut self.members {
            let scored = member.scored;
            for (place, lanes) in self.indicators.iter().flat_map(|indicator| &indicator.absent) {
                member.lanes(*place, shared(lanes, &scored));
            }
        }
    }

    /// The absent answers that count in a lane, the most decisive first.
    pub(super) fn missing(&self, lane: usize) -> Vec<FactRef> {
        let mut ranks: Vec<Rank> = Vec::new();
        let mut missing: Vec<FactRef> = Vec::new();
        for (member, found) in self.members.iter().enumerate() {
            for place in here(&found.absent, lane) {
                let Some(found) = self.columns.fact(place) else { continue };
                count(&mut ranks, found.fact, member);
                if !missing.contains(&found) {
                    missing.push(found);
                }
            }
        }
        if has(&self.scored, lane) {
            self.indicators.iter().for_each(|indicator| self.weigh(indicator, lane, &mut ranks));
        }
        missing.sort_by_cached_key(|found| {
            let rank = ranks.iter().find(|rank| rank.fact == found.fact);
            let (members, points) = rank.map_or((0, 0), |rank| (rank.members, rank.points));
            (Reverse(members), Reverse(points), found.fact, Reverse(found.year))
        });
        missing
    }

    /// Adds the width of an indicator to every fact that it lacks, once.
    fn weigh(&self, indicator: &Indicator, lane: usize, ranks: &mut [Rank]) {
        let width = indicator.points.get(lane).map_or(0, |points| apart(*points).width());
        let mut facts: Vec<FactIx> = here(&indicator.absent, lane)
            .filter_map(|place| self.columns.fact(place))
            .map(|found| found.fact)
            .collect();
        facts.sort_unstable();
        facts.dedup();
        for rank in ranks.iter_mut().filter(|rank| facts.contains(&rank.fact)) {
            rank.points = rank.points.saturating_add(width);
        }
    }
}

/// The places that are absent in a lane.
fn here(absent: &[(Place, Bits)], lane: usize) -> impl Iterator<Item = Place> {
    absent.iter().filter(move |(_, lanes)| has(lanes, lane)).map(|(place, _)| *place)
}

/// Counts a fact for a member, once.
fn count(ranks: &mut Vec<Rank>, fact: FactIx, member: usize) {
    match ranks.iter_mut().find(|rank| rank.fact == fact) {
        Some(rank) if rank.member == member => {}
        Some(rank) => (rank.member, rank.members) = (member, rank.members.saturating_add(1)),
        None => ranks.push(Rank { fact, member, members: 1, points: 0 }),
    }
}
