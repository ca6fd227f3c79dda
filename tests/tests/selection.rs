//! The pack follows from scheme, region, day and kind of application, never from being the latest.

mod support;

use support::RULEBOOK;
use zjtx_evaluator::{ApplicationKind, Date, Pack};

fn selected(scheme: &str, region: &str, day: &str, kind: ApplicationKind) -> Option<&'static str> {
    let day = Date::parse(day).expect("a date");
    RULEBOOK.select(scheme, region, day, kind).map(Pack::id)
}

#[test]
fn the_contract_s_table_of_packs() {
    use ApplicationKind::{First, Renewal};
    let guangzhou = "440106";
    let rows = [
        ("little_giant", guangzhou, "2021-04-18", First, None),
        ("little_giant", guangzhou, "2021-04-19", First, Some("cn-little-giant-2021")),
        ("little_giant", guangzhou, "2022-05-31", First, Some("cn-little-giant-2021")),
        ("little_giant", guangzhou, "2022-06-01", First, Some("cn-little-giant-2022")),
        ("little_giant", guangzhou, "2026-03-31", Renewal, Some("cn-little-giant-2022")),
        ("little_giant", guangzhou, "2026-04-01", First, Some("cn-little-giant-2026")),
        ("little_giant", guangzhou, "2026-05-01", Renewal, Some("cn-little-giant-2022")),
        ("little_giant", guangzhou, "2027-01-01", Renewal, Some("cn-little-giant-2026")),
        ("specialized_sme", guangzhou, "2021-05-01", First, Some("gd-specialized-sme-2021")),
        ("specialized_sme", "110000", "2021-05-01", First, None),
        ("specialized_sme", guangzhou, "2022-08-01", First, Some("cn-specialized-sme-2022")),
        ("specialized_sme", guangzhou, "2024-07-16", Renewal, Some("cn-specialized-sme-2022")),
        ("specialized_sme", guangzhou, "2024-07-17", First, Some("gd-specialized-sme-2024")),
        ("specialized_sme", "330100", "2024-07-17", First, Some("cn-specialized-sme-2022")),
        ("specialized_sme", guangzhou, "2026-03-31", First, Some("gd-specialized-sme-2024")),
        ("specialized_sme", guangzhou, "2026-04-01", First, Some("cn-specialized-sme-2026")),
        ("innovative_sme", guangzhou, "2022-07-31", First, None),
        ("innovative_sme", guangzhou, "2022-08-01", First, Some("cn-innovative-sme-2022")),
        ("innovative_sme", guangzhou, "2026-11-22", Renewal, Some("cn-innovative-sme-2022")),
    ];
    for (scheme, region, day, kind, pack) in rows {
        assert_eq!(selected(scheme, region, day, kind), pack, "{scheme} {region} {day} {kind:?}");
    }
}
