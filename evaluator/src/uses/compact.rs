//! The compact form of a checked rulebook, for programs that are delivered with their rules.
//!
//! Only a [`Rulebook`] can write it, so whatever it holds has passed the check; reading it back costs
//! neither the documents' parser nor the checker. It is no format for exchange: it changes whenever a
//! type does, and a program reads what its own build wrote. Bytes that were tampered with make a
//! rulebook that judges wrongly, as a tampered program would, but never one that panics.

use crate::{
    base::compact::{Compact, Reader},
    language::{
        packs::Pack,
        rulebook::{Omitted, Rulebook, Source},
        terms::Terms,
    },
};
use std::sync::Arc;

impl Rulebook {
    /// Writes the rulebook with those of its packs that `keep` holds for; of the others it keeps
    /// when they are in force ([`Rulebook::omitted`]), and no documents that only they rest on.
    pub fn to_compact(&self, keep: impl Fn(&Pack) -> bool) -> Vec<u8> {
        let (kept, left): (Vec<&Pack>, Vec<&Pack>) = self.packs.iter().partition(|pack| keep(pack));
        let needs =
            |packs: &[&Pack], source: &Source| packs.iter().any(|pack| pack.sources.contains(&source.id));
        let unneeded = |source: &&Source| needs(&left, source) && !needs(&kept, source);
        let sources: Vec<Source> = self.sources.iter().filter(|source| !unneeded(source)).cloned().collect();
        let omitted = left.into_iter().map(Omitted::of).chain(self.omitted.iter().cloned());
        let mut out = Vec::new();
        self.catalog.write(&mut out);
        self.terms.write(&mut out);
        sources.write(&mut out);
        omitted.collect::<Vec<_>>().write(&mut out);
        kept.len().write(&mut out);
        kept.iter().for_each(|pack| pack.write(&mut out));
        self.rounds.write(&mut out);
        out
    }

    /// Reads what [`Rulebook::to_compact`] of the same build wrote; `None` for other bytes.
    pub fn from_compact(bytes: &[u8]) -> Option<Self> {
        let from = &mut Reader::new(bytes);
        let (catalog, terms) = (Compact::read(from), Compact::read(from));
        let (sources, omitted) = (Compact::read(from), Compact::read(from));
        let packs = (0..usize::read(from)).map(|_| Pack::read(&terms, from)).collect();
        let rounds = Compact::read(from);
        from.is_done().then_some(Self { catalog, terms, sources, packs, omitted, rounds })
    }
}

impl Omitted {
    fn of(pack: &Pack) -> Self {
        Self { id: pack.id.clone(), scheme: pack.scheme.clone(), in_force: pack.in_force.clone() }
    }
}

impl Pack {
    fn write(&self, out: &mut Vec<u8>) {
        let strings = [&self.id, &self.revision, &self.scheme, &self.region];
        strings.iter().for_each(|text| text.write(out));
        self.title.write(out);
        self.in_force.write(out);
        self.sources.write(out);
        self.note.write(out);
        self.chapters.write(out);
        self.sheet.write(out);
        self.size_table.write(out);
    }

    fn read(terms: &Arc<Terms>, from: &mut Reader<'_>) -> Self {
        let [id, revision, scheme, region] = Compact::read(from);
        Self {
            terms: Arc::clone(terms),
            id,
            revision,
            scheme,
            region,
            title: Compact::read(from),
            in_force: Compact::read(from),
            sources: Compact::read(from),
            note: Compact::read(from),
            chapters: Compact::read(from),
            sheet: Compact::read(from),
            size_table: Compact::read(from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Date, base::application_kind::ApplicationKind};

    fn rulebook() -> Rulebook {
        Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check")
    }

    #[test]
    fn what_was_written_is_read() {
        let written = rulebook();
        let read = Rulebook::from_compact(&written.to_compact(|_| true)).expect("its own bytes");
        assert_eq!(format!("{read:?}"), format!("{written:?}"));
    }

    #[test]
    fn only_the_packs_asked_for_are_written() {
        let bytes = rulebook().to_compact(|pack| pack.id() == "cn-little-giant-2026");
        let read = Rulebook::from_compact(&bytes).expect("its own bytes");
        let ids: Vec<&str> = read.packs().iter().map(Pack::id).collect();
        assert_eq!(ids, ["cn-little-giant-2026"]);
        let sources: Vec<&str> = read.sources().map(|source| source.id.as_str()).collect();
        assert!(sources.contains(&"cn-2026-2") && !sources.contains(&"cn-2021-79"), "{sources:?}");
        let day = |text| Date::parse(text).expect("a day");
        let knows = |scheme, as_of| read.knows(scheme, day(as_of), ApplicationKind::First);
        assert!(knows("little_giant", "2026-05-01"));
        assert!(!knows("little_giant", "2022-05-01"), "a former pack was in force");
        assert!(!knows("innovative_sme", "2026-05-01"), "another scheme has its own");
    }

    #[test]
    fn rounds_are_carried_along() {
        let written = rulebook();
        let read = Rulebook::from_compact(&written.to_compact(|_| true)).expect("its own bytes");
        assert!(!written.rounds().is_empty());
        assert_eq!(read.rounds(), written.rounds());
    }

    #[test]
    fn other_bytes_are_refused() {
        let bytes = rulebook().to_compact(|_| true);
        let (cut, _) = bytes.split_at(bytes.len().saturating_sub(1));
        let longer = [bytes.as_slice(), &[0]].concat();
        assert!(Rulebook::from_compact(cut).is_none());
        assert!(Rulebook::from_compact(&longer).is_none());
        assert!(Rulebook::from_compact(b"").is_none());
    }
}
