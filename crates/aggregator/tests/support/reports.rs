//! Reports of every kind.

use zjtx_aggregator::store::{Arrival, Cell, StoredId};
use zjtx_wire::{District, PackCode, Period, Report, ReportId, Verdict};

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
    let (pack, district, verdict) = (PackCode::Cn26P, District::Tianhe, Verdict::Met);
    Report { id: id(number), pack, district, verdict, period: period() }
}

/// One report for each combination of codes, each with its own id.
pub fn one_for_each_cell() -> Vec<Report> {
    let mut reports = Vec::new();
    for pack in PackCode::ALL {
        for district in District::ALL {
            for verdict in Verdict::ALL {
                let id = id(reports.len() as u128);
                reports.push(Report { id, pack, district, verdict, period: period() });
            }
        }
    }
    reports
}

/// The same for a store, whose ids are hashes of any bytes.
pub fn arrival(report: Report) -> Arrival {
    let Report { id, pack, district, verdict, period } = report;
    let id = StoredId::from_bytes(*id.as_bytes());
    Arrival { id, cell: Cell { period, pack, district, verdict }, held: None }
}
