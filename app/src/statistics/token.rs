//! Blind tokens 「凭证」 that the page's script (`static/embed/tokens/`) keeps on this device.

use crate::effects::storage;
use zjtx_wire::{BlindToken, Level, Period};

/// What the device holds for a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing: the report goes without a token, and is counted apart.
    Nothing,
    /// A token that may be spent.
    Ready(BlindToken),
    /// A token that was fetched so lately that the time would tell by which login; it may be spent after this many
    /// seconds.
    After(i64),
}

impl Held {
    /// Reads a token and the moment in milliseconds from which it may be spent.
    fn read(text: &str, now: i64) -> Option<Self> {
        let (token, ready) = text.split_once(' ')?;
        let (token, ready) = (BlindToken::from_text(token)?, ready.parse::<i64>().ok()?);
        Some(if ready <= now { Self::Ready(token) } else { Self::After((ready - now + 999) / 1_000) })
    }

    /// The token, where it may be spent.
    pub fn ready(self) -> Option<BlindToken> {
        if let Self::Ready(token) = self { Some(token) } else { None }
    }
}

fn key(level: &Level, period: Period) -> String {
    format!("zjtx.token.{period}.{level}")
}

/// What the device holds for a level in a week.
pub fn held(level: &Level, period: Period) -> Held {
    let text = storage::text(&key(level, period));
    text.and_then(|text| Held::read(&text, storage::moment() as i64)).unwrap_or(Held::Nothing)
}

/// Forgets a token that was spent or does not work.
pub fn forget(level: &Level, period: Period) {
    storage::forget(&key(level, period));
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::Held;
    use zjtx_wire::BlindToken;

    #[test]
    fn a_token_is_spent_from_its_moment_on() {
        let token = BlindToken::new(&[1; 32], &[2; 32]);
        let text = format!("{} 5000", token.to_text());
        assert_eq!(Held::read(&text, 5_000), Some(Held::Ready(token)));
        assert_eq!(Held::read(&text, 3_500), Some(Held::After(2)));
        assert_eq!(Held::read(&text, 3_500).and_then(Held::ready), None);
        for other in ["", "5000", &text[1..], &text.replace(' ', "")] {
            assert_eq!(Held::read(other, 0), None, "{other}");
        }
    }
}
