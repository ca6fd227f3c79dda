//! Period keys, each made from the one before.

use std::fmt::Write;

use zeroize::Zeroizing;
use zjtx_wire::Period;

use super::{LENGTH, mac};
use crate::calendar;

/// Periods that a key is looked for ahead: more than ten years would be a mistake.
const FARTHEST: usize = 600;

/// The state from which the keys of a period and of all later ones are made.
pub(super) struct Ratchet {
    period: Period,
    state: Zeroizing<[u8; LENGTH]>,
}

impl Ratchet {
    pub(super) fn new(period: Period, state: [u8; LENGTH]) -> Self {
        Self { period, state: Zeroizing::new(state) }
    }

    pub(super) fn period(&self) -> Period {
        self.period
    }

    /// The key of a period; `None` for one that the ratchet has passed.
    pub(super) fn key(&self, period: Period) -> Option<Zeroizing<[u8; LENGTH]>> {
        let state = self.state_at(period)?;
        Some(Zeroizing::new(mac(&state, &[b"key"])))
    }

    /// Moves on to the period after `period`, from where there is no way back.
    pub(super) fn advance_past(&mut self, period: Period) {
        let Some(next) = calendar::next(period) else { return };
        if let Some(state) = self.state_at(next) {
            (self.period, self.state) = (next, state);
        }
    }

    fn state_at(&self, wanted: Period) -> Option<Zeroizing<[u8; LENGTH]>> {
        let (mut period, mut state) = (self.period, self.state.clone());
        for _ in 0..FARTHEST {
            if period >= wanted {
                break;
            }
            state = Zeroizing::new(mac(&state, &[b"next"]));
            period = calendar::next(period)?;
        }
        (period == wanted).then_some(state)
    }

    pub(super) fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("{} {}", self.period, *hexadecimal(&self.state)))
    }

    pub(super) fn from_text(text: &str) -> Option<Self> {
        let (period, state) = text.split_once(' ')?;
        Some(Self::new(period.parse().ok()?, key_from(state)?))
    }
}

pub(super) fn hexadecimal(key: &[u8; LENGTH]) -> Zeroizing<String> {
    key.iter().fold(Zeroizing::new(String::with_capacity(2 * LENGTH)), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(super) fn key_from(text: &str) -> Option<[u8; LENGTH]> {
    if text.len() != 2 * LENGTH || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mut key = [0; LENGTH];
    for (place, byte) in key.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(key)
}
