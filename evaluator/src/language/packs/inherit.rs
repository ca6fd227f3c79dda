//! Inheritance: what a pack takes from the packs it extends (docs/language.md §3), and where each part
//! was written, so that a diagnostic leads into that file.

use crate::{
    base::text::Text,
    language::{
        checker::Checker,
        diagnostics::{Code, file_of},
    },
    written::{CriterionDoc, PackDoc, ScoreSheetDoc, SizeTableRefDoc},
};
use std::collections::BTreeMap;

/// A part of a pack and where it was written.
pub(super) struct Part<'d, T> {
    /// Id of the pack that wrote it.
    pub(super) pack: &'d str,
    /// Its place in that pack's file.
    place: Vec<String>,
    /// Part of a pack as it is written.
    pub(super) doc: &'d T,
}

impl<'d, T> Part<'d, T> {
    fn new(pack: &'d PackDoc, place: Vec<String>, doc: &'d T) -> Self {
        Self { pack: &pack.id, place, doc }
    }

    /// Looks at the part in the file that wrote it.
    pub(super) fn check<'c, R>(&self, c: &mut Checker<'c>, f: impl FnOnce(&mut Checker<'c>) -> R) -> R {
        c.elsewhere(file_of(self.pack), self.place.clone(), f)
    }
}

/// A pack and the packs it inherits from, one after the other.
pub(super) struct Lineage<'d> {
    /// The pack itself.
    pub(super) own: &'d PackDoc,
    bases: Vec<&'d PackDoc>,
}

impl<'d> Lineage<'d> {
    /// Follows `extends` to its end.
    pub(super) fn of(
        own: &'d PackDoc,
        docs: &'d BTreeMap<String, PackDoc>,
        c: &mut Checker<'_>,
    ) -> Option<Self> {
        let mut lineage = Self { own, bases: Vec::new() };
        let mut heir = own;
        while let Some(id) = &heir.extends {
            let extends = Part::new(heir, vec!["extends".to_owned()], id);
            let Some(base) = docs.get(id) else {
                let sentence = format!("没有规则包“{id}”");
                return extends.check(c, |c| c.fail(Code::UnknownReference, &sentence));
            };
            if lineage.chain().any(|earlier| earlier.id == *id) {
                return extends.check(c, |c| c.fail(Code::Cycle, "规则包互相继承，成了环"));
            }
            lineage.bases.push(base);
            heir = base;
        }
        Some(lineage)
    }

    /// The pack with everything that it inherits written into it, which checks as the pack itself does.
    pub(super) fn whole(&self, docs: &BTreeMap<String, PackDoc>) -> PackDoc {
        let chapter =
            |field| self.chapter("", field).into_iter().map(|part| part.doc.clone()).collect::<Vec<_>>();
        let mut sheet = self.score_sheet().map(|part| part.doc.clone());
        if let (Some(sheet), Some(mark)) = (&mut sheet, self.pass_mark()) {
            sheet.pass_mark.clone_from(mark.doc);
        }
        PackDoc {
            extends: None,
            sources: self.sources().to_vec(),
            size_table: self.size_table().map(|part| table_itself(part.doc, docs)),
            prerequisites: chapter(|doc| &doc.prerequisites),
            vetoes: chapter(|doc| &doc.vetoes),
            gates: chapter(|doc| &doc.gates),
            routes: self.routes().map(|part| part.doc.clone()),
            declarations: chapter(|doc| &doc.declarations),
            score_sheet: sheet,
            pass_mark: None,
            note: self.note().cloned(),
            ..self.own.clone()
        }
    }

    /// From the pack itself to the last base.
    fn chain(&self) -> impl DoubleEndedIterator<Item = &'d PackDoc> {
        std::iter::once(self.own).chain(self.bases.iter().copied())
    }

    /// A part as the nearest pack wrote it.
    fn nearest<T>(&self, name: &str, field: impl Fn(&'d PackDoc) -> Option<&'d T>) -> Option<Part<'d, T>> {
        self.chain().find_map(|doc| Some(Part::new(doc, vec![name.to_owned()], field(doc)?)))
    }

    /// A chapter: the base's criteria with those of the same id replaced, then the new ones.
    pub(super) fn chapter(
        &self,
        name: &str,
        field: fn(&PackDoc) -> &Vec<CriterionDoc>,
    ) -> Vec<Part<'d, CriterionDoc>> {
        let mut parts: Vec<Part<'d, CriterionDoc>> = Vec::new();
        for doc in self.chain().rev() {
            for (index, criterion) in field(doc).iter().enumerate() {
                let part = Part::new(doc, vec![name.to_owned(), index.to_string()], criterion);
                let same = |known: &&mut Part<'_, CriterionDoc>| {
                    known.doc.id == criterion.id && known.pack != doc.id
                };
                match parts.iter_mut().find(same) {
                    Some(inherited) => *inherited = part,
                    None => parts.push(part),
                }
            }
        }
        parts
    }

    pub(super) fn routes(&self) -> Option<Part<'d, CriterionDoc>> {
        self.nearest("routes", |doc| doc.routes.as_ref())
    }

    pub(super) fn score_sheet(&self) -> Option<Part<'d, ScoreSheetDoc>> {
        self.nearest("score_sheet", |doc| doc.score_sheet.as_ref())
    }

    /// The pass mark that takes the place of the sheet's own.
    pub(super) fn pass_mark(&self) -> Option<Part<'d, String>> {
        let sheet = self.chain().position(|doc| doc.score_sheet.is_some());
        let heirs = self.chain().take(sheet.map_or(usize::MAX, |sheet| sheet.saturating_add(1)));
        let mut marks = heirs
            .filter_map(|doc| Some(Part::new(doc, vec!["pass_mark".to_owned()], doc.pass_mark.as_ref()?)));
        marks.next()
    }

    pub(super) fn size_table(&self) -> Option<Part<'d, SizeTableRefDoc>> {
        self.nearest("size_table", |doc| doc.size_table.as_ref())
    }

    pub(super) fn sources(&self) -> &'d [String] {
        self.chain().map(|doc| doc.sources.as_slice()).find(|sources| !sources.is_empty()).unwrap_or(&[])
    }

    pub(super) fn note(&self) -> Option<&'d Text> {
        self.chain().find_map(|doc| doc.note.as_ref())
    }
}

/// The table that a pack refers to in another one.
fn table_itself(table: &SizeTableRefDoc, docs: &BTreeMap<String, PackDoc>) -> SizeTableRefDoc {
    let elsewhere = match table {
        SizeTableRefDoc::Pack(id) => docs.get(id).and_then(|pack| pack.size_table.clone()),
        SizeTableRefDoc::Table(_) => None,
    };
    elsewhere.unwrap_or_else(|| table.clone())
}
