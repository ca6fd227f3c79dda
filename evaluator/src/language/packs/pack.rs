//! The pack itself.

use super::{Chapters, Criterion, InForce};
use crate::{
    base::text::{Lang, Text},
    language::{nodes::Words, scores::ScoreSheet, size::SizeTable, terms::Terms},
};
use std::sync::Arc;

/// A rule pack that passed every check.
#[derive(Clone, Debug)]
pub struct Pack {
    pub(crate) terms: Arc<Terms>,
    pub(crate) id: String,
    pub(crate) revision: String,
    pub(crate) title: Text,
    pub(crate) scheme: String,
    pub(crate) region: String,
    pub(crate) in_force: Vec<InForce>,
    pub(crate) sources: Vec<String>,
    pub(crate) note: Option<Text>,
    pub(crate) chapters: Chapters,
    pub(crate) sheet: Option<ScoreSheet>,
    pub(crate) size_table: Option<SizeTable>,
}

impl<'w> Words<'w> {
    /// Words for the rules of a pack.
    pub fn of(pack: &'w Pack, lang: Lang) -> Self {
        Self::new(&pack.terms, pack.sheet.as_ref(), lang)
    }
}

impl Pack {
    /// Identifier, such as `cn-little-giant-2026`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Revision; changes with every change of meaning.
    pub fn revision(&self) -> &str {
        &self.revision
    }

    /// Name of the pack for people.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// Identifier of the scheme 「认定事项」.
    pub fn scheme(&self) -> &str {
        &self.scheme
    }

    /// GB/T 2260 code of its region.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// When and for whom it is in force.
    pub fn in_force(&self) -> &[InForce] {
        &self.in_force
    }

    /// Ids of the documents it rests on.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// What a reader should know of the whole pack.
    pub const fn note(&self) -> Option<&Text> {
        self.note.as_ref()
    }

    /// Its criteria by chapter.
    pub const fn chapters(&self) -> &Chapters {
        &self.chapters
    }

    /// Every counted criterion, parents before children.
    pub fn criteria(&self) -> Vec<&Criterion> {
        let Chapters { prerequisites, vetoes, gates, routes, .. } = &self.chapters;
        let mut all = Vec::new();
        let counted = prerequisites.iter().chain(vetoes).chain(gates).chain(routes);
        counted.for_each(|criterion| criterion.collect(&mut all));
        all
    }

    /// Its score sheet.
    pub const fn sheet(&self) -> Option<&ScoreSheet> {
        self.sheet.as_ref()
    }

    /// Its size table.
    pub const fn size_table(&self) -> Option<&SizeTable> {
        self.size_table.as_ref()
    }

    /// The vocabulary it was checked with.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }
}
