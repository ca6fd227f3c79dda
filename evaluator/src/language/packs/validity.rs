//! Validity between packs: two that overlap, and days that none covers.

use crate::{
    base::{application_kind::ApplicationKind, date::Date, region::contains_region},
    language::diagnostics::{Code, Diagnostic, file_of},
    written::{InForceDoc, PackDoc},
};
use std::collections::BTreeSet;

pub(super) fn check(packs: &[&PackDoc]) -> Vec<Diagnostic> {
    let rivals = packs.iter().enumerate().flat_map(|(index, pack)| overlaps(pack, packs, index));
    let mut found: Vec<Diagnostic> = rivals.collect();
    let places: BTreeSet<(&str, &str)> =
        packs.iter().map(|pack| (pack.scheme.as_str(), pack.region.as_str())).collect();
    for (scheme, region) in places {
        for kind in ApplicationKind::ALL {
            let gaps = Calendar::of(packs, scheme, region, kind).gaps();
            let new: Vec<_> = gaps.into_iter().filter(|gap| !found.contains(gap)).collect();
            found.extend(new);
        }
    }
    found
}

/// Later packs of the same scheme and region that are in force on a day of this one.
fn overlaps(pack: &PackDoc, packs: &[&PackDoc], index: usize) -> Vec<Diagnostic> {
    let rivals = packs.iter().skip(index.saturating_add(1));
    let rivals = rivals.filter(|other| other.scheme == pack.scheme && other.region == pack.region);
    let rows = rivals.flat_map(|other| other.in_force.iter().enumerate().map(move |row| (other, row)));
    rows.filter(|(_, (_, row))| pack.in_force.iter().any(|own| overlap(own, row)))
        .map(|(other, (index, _))| {
            let sentence = format!("与规则包“{}”的有效期重叠（同一事项、地区和申请类型）", pack.id);
            at_row(Code::Validity, other, index, sentence)
        })
        .collect()
}

/// A finding at a row of a pack's validity.
fn at_row(code: Code, pack: &PackDoc, index: usize, sentence: String) -> Diagnostic {
    Diagnostic::new(code, file_of(&pack.id), format!("/in_force/{index}"), sentence)
}

fn overlap(a: &InForceDoc, b: &InForceDoc) -> bool {
    a.kinds.iter().any(|kind| b.kinds.contains(kind)) && a.span().overlaps(&b.span())
}

/// The rows of a scheme for one kind of application that hold in a region.
struct Calendar<'p> {
    /// Rows of packs made for the region itself, with where they are written, by first day.
    own: Vec<(&'p PackDoc, usize, &'p InForceDoc)>,
    /// Rows of packs of any region that contains it.
    all: Vec<&'p InForceDoc>,
}

impl<'p> Calendar<'p> {
    fn of(packs: &[&'p PackDoc], scheme: &str, region: &str, kind: ApplicationKind) -> Self {
        let packs = packs.iter().copied().filter(|pack| pack.scheme == scheme);
        let holding: Vec<_> = packs
            .filter(|pack| contains_region(&pack.region, region))
            .flat_map(|pack| pack.in_force.iter().enumerate().map(move |(index, row)| (pack, index, row)))
            .filter(|(_, _, row)| row.kinds.contains(&kind))
            .collect();
        let all = holding.iter().map(|(_, _, row)| *row).collect();
        let mut own = holding;
        own.retain(|(pack, _, _)| pack.region == region);
        own.sort_by_key(|(_, _, row)| row.from);
        Self { own, all }
    }

    /// Days that no pack covers between two of the region's own.
    fn gaps(&self) -> Vec<Diagnostic> {
        let (Some((_, _, first)), Some((_, _, last))) = (self.own.first(), self.own.last()) else {
            return Vec::new();
        };
        let starts: BTreeSet<Date> = self.all.iter().map(|row| row.from).collect();
        let between = starts.into_iter().filter(|start| first.from < *start && *start <= last.from);
        between.filter_map(|start| self.gap_before(start)).collect()
    }

    /// The days before a row begins, if no pack covers them.
    fn gap_before(&self, start: Date) -> Option<Diagnostic> {
        let eve = start.previous()?;
        if self.all.iter().any(|row| row.span().contains(eve)) {
            return None;
        }
        let ended = self.all.iter().filter_map(|row| row.to).filter(|to| *to < start).max()?;
        let (pack, index, _) = self.own.iter().find(|(_, _, row)| start <= row.from)?;
        let sentence = format!("{ended} 之后至 {start} 之前没有规则包生效（同一事项、地区和申请类型）");
        Some(at_row(Code::ValidityGap, pack, *index, sentence))
    }
}
