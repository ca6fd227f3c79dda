//! Reports of every kind.

use zjtx_aggregator::counted::Counted;
use zjtx_aggregator::store::{Arrival, Cell, Lane, StoredId};
use zjtx_wire::{District, Level, PackCode, Period, Report, ReportId, Verdict};

/// Areas and packs of the default site by which tests are written.
pub const TIANHE: District = District::from_bytes(*b"440106").unwrap();
pub const HAIZHU: District = District::from_bytes(*b"440105").unwrap();
pub const NANSHA: District = District::from_bytes(*b"440115").unwrap();
pub const CN26P: PackCode = PackCode::from_bytes(*b"CN26P").unwrap();
pub const CN26L: PackCode = PackCode::from_bytes(*b"CN26L").unwrap();
pub const CN21L: PackCode = PackCode::from_bytes(*b"CN21L").unwrap();

/// The level of all the tests' reports but those of every cell.
pub const PROVINCIAL: Level = Level::from_bytes(*b"2").unwrap();
pub const NATIONAL: Level = Level::from_bytes(*b"1").unwrap();

/// The areas of the default site, “not stated” first.
pub fn districts() -> Vec<District> {
    Counted::by_default().districts().to_vec()
}

/// The counted packs.
pub fn packs() -> Vec<PackCode> {
    Counted::by_default().packs().collect()
}

/// The period in which the clock by hand starts.
pub fn period() -> Period {
    "2026W47".parse().expect("a period")
}

/// The id of a number.
pub fn id(number: u128) -> ReportId {
    ReportId::from_bytes(number.to_be_bytes())
}

/// A report of one kind.
pub fn report(number: u128) -> Report {
    let (pack, level, district, verdict) = (CN26P, PROVINCIAL, TIANHE, Verdict::Met);
    Report { id: id(number), pack, level, district, verdict, period: period() }
}

/// One report for each combination of codes, each with its own id.
pub fn one_for_each_cell() -> Vec<Report> {
    let mut reports = Vec::new();
    for pack in packs() {
        let level = Counted::by_default().level_of(pack);
        for district in districts() {
            for verdict in Verdict::ALL {
                let id = id(reports.len() as u128);
                reports.push(Report { id, pack, level, district, verdict, period: period() });
            }
        }
    }
    reports
}

/// The same for a store, whose ids are hashes of any bytes.
pub fn arrival(report: Report) -> Arrival {
    let Report { id, pack, level: _, district, verdict, period } = report;
    let id = StoredId::from_bytes(*id.as_bytes());
    Arrival { id, cell: Cell { period, pack, district, verdict, lane: Lane::Open }, held: None }
}
