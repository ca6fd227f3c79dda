//! Texts that were good once.

use rand::{RngExt, SeedableRng, rngs::Xoshiro256PlusPlus};

/// One in this number of texts is far too large or far too deep.
const MONSTERS: u32 = 64;

/// Breaks texts, a different way each time.
pub struct Breaker {
    texts: Vec<String>,
    rng: Xoshiro256PlusPlus,
}

impl Breaker {
    /// The same texts and seed give the same broken ones.
    pub fn new(texts: Vec<String>, seed: u64) -> Self {
        Self { texts, rng: Xoshiro256PlusPlus::seed_from_u64(seed) }
    }

    /// A broken text.
    pub fn next(&mut self) -> String {
        let text = self.any().to_owned();
        if self.rng.random_range(0..MONSTERS) == 0 { self.monster(&text) } else { self.broken(&text) }
    }

    fn any(&mut self) -> &str {
        &self.texts[self.rng.random_range(0..self.texts.len())]
    }

    /// The text with ten megabytes or ten thousand levels in place of one of its characters.
    fn monster(&mut self, text: &str) -> String {
        const UNITS: [(&str, usize); 6] = [
            ("[", 10_000),
            ("{\"not\":", 10_000),
            ("{\"all\":[", 10_000),
            ("9", 10 << 20),
            ("[],", 3 << 20),
            ("\"a\":0,", 2 << 20),
        ];
        let (unit, times) = UNITS[self.rng.random_range(0..UNITS.len())];
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        let (before, after) = text.split_at(places[self.rng.random_range(0..places.len())]);
        let rest = after.chars().next().map_or(0, char::len_utf8);
        format!("{before}{}{}", unit.repeat(times), &after[rest..])
    }

    /// The text with a few places cut, repeated, or replaced by a piece of another or by something odd.
    fn broken(&mut self, text: &str) -> String {
        const ODD: [&str; 14] = [
            "null",
            "\"\"",
            "-1",
            "1e400",
            "0.0000001",
            "[[[[",
            "{\"a\":",
            "\"９９９亿\"",
            "\u{0}",
            "\"2025\"",
            "9999999999999999999999999999999",
            "\"-0\"",
            "true",
            "\"none\"",
        ];
        let mut characters: Vec<char> = text.chars().collect();
        for _ in 0..self.rng.random_range(1..=4) {
            let from = self.rng.random_range(0..=characters.len());
            let to = (from + self.rng.random_range(0..12)).min(characters.len());
            let piece: Vec<char> = match self.rng.random_range(0..4) {
                0 => Vec::new(),
                1 => ODD[self.rng.random_range(0..ODD.len())].chars().collect(),
                2 => characters[from..to].repeat(2),
                _ => self.piece(),
            };
            characters.splice(from..to, piece);
        }
        characters.into_iter().collect()
    }

    /// Twenty characters of one of the texts.
    fn piece(&mut self) -> Vec<char> {
        let other: Vec<char> = self.any().chars().collect();
        let at = self.rng.random_range(0..other.len());
        other[at..(at + 20).min(other.len())].to_vec()
    }
}
