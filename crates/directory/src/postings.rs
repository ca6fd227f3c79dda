//! Which firms have which two characters beside each other in a name: a search looks at few firms then, also where
//! every single character of what is typed occurs everywhere.

use crate::search::letters;

/// Stands behind the last character of a name.
const END: char = '\0';
/// Bits of a character, and of a firm's position in its piece.
const CHAR: u32 = 21;
const FIRM: u32 = 16;

/// Firms by pairs of characters.
#[derive(Debug, Default)]
pub(crate) struct Postings {
    /// Pairs, ascending.
    pairs: Vec<u64>,
    /// Where the part of each pair ends in `firms`.
    ends: Vec<u32>,
    /// Positions of firms, ascending within each part.
    firms: Vec<u16>,
}

impl Postings {
    /// Of the names of a piece, and the former ones with their firms.
    pub(crate) fn of(names: &[Box<str>], former: &[(u16, Box<str>)]) -> Self {
        let own = names.iter().enumerate().map(|(firm, name)| (firm as u16, name));
        let all = own.chain(former.iter().map(|(firm, name)| (*firm, name)));
        let mut keys: Vec<u64> = all.flat_map(|(firm, name)| keys(firm, name)).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut postings = Self { firms: keys.iter().map(|key| *key as u16).collect(), ..Self::default() };
        for (at, key) in (1..).zip(keys) {
            if postings.pairs.last() == Some(&(key >> FIRM)) {
                postings.ends.pop();
            } else {
                postings.pairs.push(key >> FIRM);
            }
            postings.ends.push(at);
        }
        postings
    }

    /// Firms that have a character: once for every other one behind it, in no order.
    pub(crate) fn firms_with(&self, c: char) -> &[u16] {
        let (from, to) = (pair(c, END), pair(c, char::MAX));
        let first = self.pairs.partition_point(|known| *known < from);
        let last = self.pairs.partition_point(|known| *known <= to);
        self.part(first, last)
    }

    /// Firms that have two characters beside each other, ascending.
    pub(crate) fn firms_with_pair(&self, one: char, next: char) -> &[u16] {
        let found = self.pairs.binary_search(&pair(one, next));
        found.map_or(&[], |at| self.part(at, at + 1))
    }

    /// The firms of the pairs from one position to before another.
    fn part(&self, first: usize, last: usize) -> &[u16] {
        let end = |at: Option<usize>| at.and_then(|at| self.ends.get(at)).map_or(0, |end| *end as usize);
        self.firms.get(end(first.checked_sub(1))..end(last.checked_sub(1))).unwrap_or_default()
    }
}

/// A name's pairs, each with its firm behind.
fn keys(firm: u16, name: &str) -> impl Iterator<Item = u64> {
    let following = letters(name).skip(1).chain([END]);
    letters(name).zip(following).map(move |(one, next)| pair(one, next) << FIRM | u64::from(firm))
}

fn pair(one: char, next: char) -> u64 {
    u64::from(u32::from(one)) << CHAR | u64::from(u32::from(next))
}
