//! What a list holds in memory while it is read, counted by the allocator: under 200 bytes for each row, and nothing twice.

use allocation_counter::measure;
use std::{io::Cursor, ops::ControlFlow};
use zjtx_evaluator::{ApplicationKind, Date, Rulebook};
use zjtx_spreadsheet::{Event, Occasion};

/// The most that reading may hold for a row, names of firms aside: the readers hand rows on one by one.
const MOST_A_ROW: i64 = 200;

/// A list as CSV with this many firms, half of whose rows have a mistake.
fn list(rows: u32) -> String {
    let mut text = "企业名称,营业收入2025,研发费用2025,资产总额2025,从业人员2025,所属行业\n".to_owned();
    for row in 0..rows {
        let staff = if row % 2 == 0 { "60" } else { "约60" };
        text.push_str(&format!("甲{row:05},{},268.5,9000,{staff},通用设备制造业\n", 5000 + row));
    }
    text
}

/// Most bytes that are held while a list is read, and all allocations made.
fn reading(rulebook: &Rulebook, rows: u32) -> (i64, u64) {
    let text = list(rows);
    let occasion =
        Occasion { as_of: Date::parse("2026-05-01").expect("a day"), kind: ApplicationKind::First };
    let mut firms = 0;
    let counted = measure(|| {
        let read =
            zjtx_spreadsheet::read(Cursor::new(text.as_bytes()), rulebook.terms(), occasion, &mut |event| {
                firms += u32::from(matches!(event, Event::Firm(_)));
                ControlFlow::Continue(())
            });
        assert!(read.is_ok(), "the list is read");
    });
    assert_eq!(firms, rows);
    (counted.bytes_max as i64, counted.count_total)
}

#[test]
fn reading_a_list_is_linear_and_holds_little_of_each_row() {
    const ROWS: u32 = 4_000;
    let rulebook = Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check");
    let (bytes, allocations) = reading(&rulebook, ROWS);
    let (twice_bytes, twice_allocations) = reading(&rulebook, 2 * ROWS);
    let a_row = (twice_bytes - bytes) / i64::from(ROWS);
    println!("a row more holds {a_row} bytes while it is read");
    assert!(a_row <= MOST_A_ROW, "{a_row} bytes a row");
    assert!(
        twice_allocations <= 2 * allocations + u64::from(ROWS),
        "{allocations}, then {twice_allocations} allocations"
    );
}
