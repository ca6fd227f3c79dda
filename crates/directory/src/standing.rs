//! Which titles a firm holds on a day.

use crate::{
    day::Day,
    index::{Act, Source},
    piece::Entry,
};

/// How a title stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is held, until a day where that is known.
    Valid(Option<Day>),
    /// It begins on a later day.
    NotYet(Day),
    /// It ended on a day.
    Expired(Day),
    /// It was taken away on a day.
    Revoked(Day),
    /// It was announced and not recognised since.
    Announced,
}

/// Each title of a firm, by position, with how it stands on a day and the entry that says so.
pub fn standings(entries: &[Entry], sources: &[Source], day: Day) -> Vec<(u8, Standing, Entry)> {
    let mut titles: Vec<u8> = entries.iter().map(|entry| entry.title).collect();
    titles.sort_unstable();
    titles.dedup();
    let standing = |title| {
        let mut own = entries.iter().filter(|entry| entry.title == title).copied().collect::<Vec<_>>();
        own.sort_by_key(|entry| entry.from);
        of_title(&own, sources, day).map(|(standing, entry)| (title, standing, entry))
    };
    titles.into_iter().filter_map(standing).collect()
}

/// The last list that had begun by the day decides; a term that was taken away stays away until another begins.
fn of_title(entries: &[Entry], sources: &[Source], day: Day) -> Option<(Standing, Entry)> {
    let act = |entry: &Entry| sources.get(usize::from(entry.source)).map(|source| source.act);
    let mut decided = None;
    for entry in entries {
        let standing = match act(entry)? {
            Act::Announced if decided.is_none() => Standing::Announced,
            Act::Announced => continue,
            _ if entry.from > day => match decided {
                None | Some((Standing::Announced, _)) => Standing::NotYet(entry.from),
                Some(_) => continue,
            },
            Act::Revoked => Standing::Revoked(entry.from),
            Act::Recognised | Act::Renewed => match entry.until {
                Some(until) if until < day => Standing::Expired(until),
                until => Standing::Valid(until),
            },
        };
        decided = Some((standing, *entry));
    }
    decided
}
