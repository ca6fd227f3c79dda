//! Finding firms by any piece of their name or code.

use crate::{
    name::{is_passed_over, normal},
    piece::{Piece, between},
};

/// What is looked for: a piece of a name or of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    name: Vec<char>,
    code: String,
}

impl Query {
    /// Reads what somebody typed; `None` where there is nothing to look for.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = normal(typed);
        let name: Vec<char> = typed.chars().filter(|c| !is_passed_over(*c)).map(lower).collect();
        let code = typed.to_ascii_uppercase();
        (!name.is_empty()).then_some(Self { name, code })
    }

    /// Whether it can be a piece of a code: three of its characters at least.
    fn is_code(&self) -> bool {
        (3..=18).contains(&self.code.len()) && self.code.bytes().all(|byte| byte.is_ascii_alphanumeric())
    }
}

impl Piece {
    /// Positions of the firms that a query finds, ascending, `most` of them at the most.
    pub fn search(&self, query: &Query, most: usize) -> Vec<usize> {
        let mut found = self.by_name(&query.name, most);
        if query.is_code() {
            found.extend(self.by_code(query.code.as_bytes(), most));
            found.sort_unstable();
            found.dedup();
            found.truncate(most);
        }
        found
    }

    /// Looks through the firms that have the rarest two characters of the query beside each other.
    fn by_name(&self, query: &[char], most: usize) -> Vec<usize> {
        if let [only] = query {
            return self.by_character(*only, most);
        }
        let pairs = query.windows(2).map(|pair| self.postings.firms_with_pair(pair[0], pair[1]));
        let candidates = pairs.min_by_key(|firms| firms.len()).unwrap_or_default();
        let candidates = candidates.iter().map(|firm| usize::from(*firm));
        candidates.filter(|firm| query.len() == 2 || self.has_name(*firm, query)).take(most).collect()
    }

    /// Marks the firms, which is sooner than sorting them: a common character is in most names.
    fn by_character(&self, c: char, most: usize) -> Vec<usize> {
        let mut has = vec![false; self.len()];
        self.postings.firms_with(c).iter().for_each(|firm| has[usize::from(*firm)] = true);
        (0..has.len()).filter(|firm| has[*firm]).take(most).collect()
    }

    fn has_name(&self, firm: usize, query: &[char]) -> bool {
        let former = self.former.binary_search_by_key(&firm, |(firm, _)| usize::from(*firm)).ok();
        contains(&self.names[firm], query) || former.is_some_and(|at| contains(&self.former[at].1, query))
    }

    /// Looks through all codes, from the end of the query: a mismatch skips as far as it can.
    fn by_code(&self, query: &[u8], most: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let codes = self.codes.as_bytes();
        let skips = skips(query);
        let last = query.len() - 1;
        let mut at = last;
        while let Some(byte) = codes.get(at) {
            if codes[at - last..=at] == *query {
                let firm = self.code_ends.partition_point(|end| *end as usize <= at);
                let (from, _) = between(&self.code_ends, firm);
                if from <= at - last && found.last() != Some(&firm) {
                    found.push(firm);
                    if found.len() == most {
                        break;
                    }
                }
                at += 1;
            } else {
                at += skips[usize::from(*byte & 0x7F)];
            }
        }
        found
    }
}

/// How far the search may go on after each last byte.
fn skips(query: &[u8]) -> [usize; 128] {
    let mut skips = [query.len(); 128];
    for (index, byte) in query[..query.len() - 1].iter().enumerate() {
        skips[usize::from(*byte & 0x7F)] = query.len() - 1 - index;
    }
    skips
}

/// Whether a name has a run of characters, those that are passed over left out.
fn contains(name: &str, query: &[char]) -> bool {
    let Some((first, rest)) = query.split_first() else { return false };
    let mut from = letters(name);
    while let Some(c) = from.next() {
        if c == *first {
            let mut here = from.clone();
            if rest.iter().all(|wanted| here.next() == Some(*wanted)) {
                return true;
            }
        }
    }
    false
}

/// The characters of a name that a search looks at.
pub(crate) fn letters(name: &str) -> impl Iterator<Item = char> + Clone {
    name.chars().filter(|c| !is_passed_over(*c)).map(lower)
}

const fn lower(c: char) -> char {
    c.to_ascii_lowercase()
}
