//! Reads the columns that both stores write alike.

use std::str::FromStr;

use jiff::civil::Date;
use zjtx_wire::{District, PackCode, Period, Verdict};

use super::{Cell, Held, HeldReason, Lane, Scope, StoreError};

/// A period, day or other value with a text form.
pub(super) fn parsed<T: FromStr>(text: &str, column: &'static str) -> Result<T, StoreError> {
    text.parse().map_err(|_| StoreError::Corrupt(column))
}

/// A day that may be missing.
pub(super) fn day(text: Option<&str>, column: &'static str) -> Result<Option<Date>, StoreError> {
    text.map(|text| parsed(text, column)).transpose()
}

/// A district.
pub(super) fn district(code: &str) -> Result<District, StoreError> {
    District::from_code(code).ok_or(StoreError::Corrupt("district"))
}

/// A pack.
pub(super) fn pack(code: &str) -> Result<PackCode, StoreError> {
    PackCode::from_code(code).ok_or(StoreError::Corrupt("pack"))
}

/// A cell from its four columns, in a lane.
pub(super) fn cell(columns: [&str; 4], lane: Lane) -> Result<Cell, StoreError> {
    let [period, pack_code, district_code, verdict] = columns;
    Ok(Cell {
        lane,
        period: parsed::<Period>(period, "period")?,
        pack: pack(pack_code)?,
        district: district(district_code)?,
        verdict: Verdict::from_code(verdict).ok_or(StoreError::Corrupt("verdict"))?,
    })
}

/// The columns `held_day` and `reason`: empty and the lane's code for what the next release takes.
pub(super) fn place(held: Option<Held>, lane: Lane) -> (String, &'static str) {
    held.map_or((String::new(), lane.code()), |held| (held.day.to_string(), held.reason.code()))
}

/// A lane from its code.
pub(super) fn lane(code: &str) -> Result<Lane, StoreError> {
    Lane::from_code(code).ok_or(StoreError::Corrupt("lane"))
}

/// A held lane from its two columns.
pub(super) fn held(day: &str, reason: &str) -> Result<Held, StoreError> {
    let reason = HeldReason::from_code(reason).ok_or(StoreError::Corrupt("reason"))?;
    Ok(Held { day: parsed(day, "held_day")?, reason })
}

/// A scope from the text that [`Scope`] displays.
pub(super) fn scope(text: &str) -> Result<Scope, StoreError> {
    match text.strip_prefix("read:district:") {
        Some(code) => Ok(Scope::District(district(code)?)),
        None if text == "read:city" => Ok(Scope::City),
        None if text == "issue:tokens" => Ok(Scope::Portal),
        None => Err(StoreError::Corrupt("scope")),
    }
}

/// Thirty-two bytes.
pub(super) fn hash(bytes: &[u8], column: &'static str) -> Result<[u8; 32], StoreError> {
    bytes.try_into().map_err(|_| StoreError::Corrupt(column))
}
