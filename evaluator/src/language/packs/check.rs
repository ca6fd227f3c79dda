//! From pack documents to packs.

use super::{
    InForce,
    criterion::{check_chapter, check_part, check_vetoes},
    inherit::{Lineage, Part},
    usage, validity,
};
use crate::{
    language::{
        checker::{Checker, optional},
        diagnostics::{Code, Diagnostic, file_of},
        packs::{Chapters, Pack},
        scores::ScoreSheet,
        size::SizeTable,
        terms::Terms,
    },
    written::{CatalogDoc, PackDoc, SizeTableDoc, SizeTableRefDoc, SourceDoc},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Everything that packs may refer to.
#[derive(Clone, Copy)]
pub(crate) struct Shelf<'s> {
    pub(crate) terms: &'s Arc<Terms>,
    pub(crate) sources: &'s BTreeMap<String, SourceDoc>,
    pub(crate) catalog: &'s CatalogDoc,
}

/// Checks all packs; those with errors are left out and reported.
pub(crate) fn check_packs(docs: Vec<PackDoc>, shelf: Shelf<'_>) -> (Vec<Pack>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let by_id = by_id(docs, &mut found);
    let mut used = BTreeSet::new();
    let mut packs = Vec::new();
    for doc in by_id.values() {
        let mut checker = Checker::new(shelf.terms, shelf.sources, doc);
        let pack = Lineage::of(doc, &by_id, &mut checker)
            .and_then(|lineage| pack(&lineage, &by_id, shelf, &mut checker));
        let (diagnostics, facts) = checker.finish();
        packs.extend(pack.filter(|_| diagnostics.is_empty()));
        // What a pack inherits was found in its base already, at the same place.
        let new = diagnostics.into_iter().filter(|diagnostic| !found.contains(diagnostic));
        let new: Vec<Diagnostic> = new.collect();
        found.extend(new);
        used.extend(facts);
    }
    found.extend(validity::check(&by_id.values().collect::<Vec<_>>()));
    found.extend(usage::check(shelf.terms, &used));
    packs.sort_by_key(|pack| shelf.catalog.packs.iter().position(|id| *id == pack.id));
    (packs, found)
}

/// A pack of some documents with everything that it inherits; `None` where there is none of the id or what it
/// extends is missing.
pub(crate) fn whole(docs: &[PackDoc], id: &str, shelf: Shelf<'_>) -> Option<PackDoc> {
    let by_id: BTreeMap<String, PackDoc> = docs.iter().map(|doc| (doc.id.clone(), doc.clone())).collect();
    let doc = by_id.get(id)?;
    let lineage = Lineage::of(doc, &by_id, &mut Checker::new(shelf.terms, shelf.sources, doc))?;
    Some(lineage.whole(&by_id))
}

/// Checks a pack that inherits nothing.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn check_whole(doc: &PackDoc, shelf: Shelf<'_>) -> Result<Pack, Vec<Diagnostic>> {
    let (docs, mut checker) = (BTreeMap::new(), Checker::new(shelf.terms, shelf.sources, doc));
    let pack =
        Lineage::of(doc, &docs, &mut checker).and_then(|lineage| pack(&lineage, &docs, shelf, &mut checker));
    let (found, _) = checker.finish();
    pack.filter(|_| found.is_empty()).ok_or(found)
}

fn by_id(docs: Vec<PackDoc>, found: &mut Vec<Diagnostic>) -> BTreeMap<String, PackDoc> {
    let mut by_id = BTreeMap::new();
    for doc in docs {
        if by_id.contains_key(&doc.id) {
            let sentence = format!("规则包“{}”写了两次", doc.id);
            found.push(Diagnostic::new(Code::DuplicateId, file_of(&doc.id), "/id", sentence));
        }
        by_id.insert(doc.id.clone(), doc);
    }
    by_id
}

fn pack(
    lineage: &Lineage<'_>,
    docs: &BTreeMap<String, PackDoc>,
    shelf: Shelf<'_>,
    c: &mut Checker<'_>,
) -> Option<Pack> {
    let doc = lineage.own;
    if doc.schema != 1 {
        return c.at("schema", |c| c.fail(Code::Malformed, "schema 应为 1"));
    }
    check_identity(doc, shelf, c);
    check_in_force(doc, c);
    let table = lineage.size_table();
    c.set_tables(lineage.score_sheet().is_some(), table.is_some());
    let chapters = chapters(lineage, c);
    let sheet = score_sheet(lineage, c);
    let size_table = table.map(|part| size_table(&part, docs, c));
    Some(Pack {
        terms: Arc::clone(shelf.terms),
        id: doc.id.clone(),
        revision: doc.revision.clone(),
        title: doc.title.clone(),
        scheme: doc.scheme.clone(),
        region: doc.region.clone(),
        in_force: doc.in_force.iter().map(InForce::from).collect(),
        sources: lineage.sources().to_vec(),
        note: lineage.note().cloned(),
        chapters: chapters?,
        sheet: sheet?,
        size_table: optional(size_table)?,
    })
}

fn check_identity(doc: &PackDoc, shelf: Shelf<'_>, c: &mut Checker<'_>) {
    let unknown = Code::UnknownReference;
    if !shelf.catalog.schemes.iter().any(|scheme| scheme.id == doc.scheme) {
        c.at("scheme", |c| c.report(unknown, format!("目录没有事项“{}”", doc.scheme)));
    }
    if !shelf.catalog.regions.iter().any(|region| region.code == doc.region) {
        c.at("region", |c| c.report(unknown, format!("目录没有地区“{}”", doc.region)));
    }
    for (index, source) in doc.sources.iter().enumerate() {
        if !shelf.sources.contains_key(source) {
            let sentence = format!("没有文件“{source}”");
            c.at("sources", |c| c.at(&index.to_string(), |c| c.report(unknown, &sentence)));
        }
    }
}

fn check_in_force(doc: &PackDoc, c: &mut Checker<'_>) {
    c.at("in_force", |c| {
        if doc.in_force.is_empty() {
            c.report(Code::Validity, "没有写有效期，任何日期都用不到这个规则包");
        }
        for (index, row) in doc.in_force.iter().enumerate() {
            if row.to.is_some_and(|to| to < row.from) || row.kinds.is_empty() {
                let sentence = "有效期的截止日早于起始日，或没有写申请类型";
                c.at(&index.to_string(), |c| c.report(Code::Validity, sentence));
            }
        }
    });
}

fn chapters(lineage: &Lineage<'_>, c: &mut Checker<'_>) -> Option<Chapters> {
    let prerequisites = check_chapter(&lineage.chapter("prerequisites", |doc| &doc.prerequisites), c);
    let vetoes = check_vetoes(&lineage.chapter("vetoes", |doc| &doc.vetoes), c);
    let gates = check_chapter(&lineage.chapter("gates", |doc| &doc.gates), c);
    let declarations = check_chapter(&lineage.chapter("declarations", |doc| &doc.declarations), c);
    let routes = lineage.routes().map(|routes| check_part(&routes, c));
    Some(Chapters {
        prerequisites: prerequisites?,
        vetoes: vetoes?,
        gates: gates?,
        declarations: declarations?,
        routes: optional(routes)?,
    })
}

/// The sheet, with the pass mark that an heir set for it.
fn score_sheet(lineage: &Lineage<'_>, c: &mut Checker<'_>) -> Option<Option<ScoreSheet>> {
    let mark = lineage.pass_mark();
    let Some(part) = lineage.score_sheet() else {
        return match mark {
            Some(mark) => mark.check(c, |c| c.fail(Code::UnknownReference, "写了合格线，但没有评分表")),
            None => Some(None),
        };
    };
    let sheet = part.check(c, |c| ScoreSheet::check(part.doc, c))?;
    let Some(mark) = mark else { return Some(Some(sheet)) };
    mark.check(c, |c| sheet.with_pass_mark(mark.doc, c)).map(Some)
}

fn size_table(
    part: &Part<'_, SizeTableRefDoc>,
    docs: &BTreeMap<String, PackDoc>,
    c: &mut Checker<'_>,
) -> Option<SizeTable> {
    let (file, table): (&str, &SizeTableDoc) = match part.doc {
        SizeTableRefDoc::Table(table) => (part.pack, table),
        SizeTableRefDoc::Pack(id) => match docs.get(id).and_then(|pack| pack.size_table.as_ref()) {
            Some(SizeTableRefDoc::Table(table)) => (id, table),
            _ => {
                let sentence = format!("规则包“{id}”没有划型表");
                return part.check(c, |c| c.fail(Code::UnknownReference, &sentence));
            }
        },
    };
    c.elsewhere(file_of(file), vec!["size_table".to_owned()], |c| SizeTable::check(table, c))
}
