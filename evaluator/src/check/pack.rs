//! From pack documents to packs: inheritance, references, criteria.

use super::{Checker, Code, Diagnostic, validity};
use crate::{
    doc::{
        ApplicationKind, CatalogDoc, CiteDoc, Confidence, CriterionDoc, PackDoc, ScoreSheetDoc, SizeTableDoc,
        SizeTableRefDoc, SourceDoc,
    },
    node::Node,
    pack::{Body, Chapters, Criterion, Pack},
    score::ScoreSheet,
    size::SizeTable,
    terms::{FactIx, Terms},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Everything that packs may refer to.
pub(crate) struct Shelf<'s> {
    pub(crate) terms: &'s Arc<Terms>,
    pub(crate) sources: &'s BTreeMap<String, SourceDoc>,
    pub(crate) catalog: &'s CatalogDoc,
}

/// Checks all packs; those with errors are left out and reported.
pub(crate) fn check_packs(docs: Vec<PackDoc>, shelf: &Shelf<'_>) -> (Vec<Pack>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut by_id = BTreeMap::new();
    for doc in docs {
        let at = |pointer: &str, code, sentence: String| Diagnostic {
            code,
            file: file_of(&doc.id),
            pointer: pointer.to_owned(),
            sentence,
        };
        if by_id.contains_key(&doc.id) {
            found.push(at("/id", Code::DuplicateId, format!("规则包“{}”写了两次", doc.id)));
        }
        by_id.insert(doc.id.clone(), doc);
    }
    let mut used = BTreeSet::new();
    let mut packs = Vec::new();
    for id in by_id.keys() {
        let mut checker = Checker::new(shelf.terms, file_of(id));
        let pack = resolve(id, &by_id, &mut checker).and_then(|doc| pack(&doc, &by_id, shelf, &mut checker));
        let (diagnostics, facts) = checker.finish();
        packs.extend(pack.filter(|_| diagnostics.is_empty()));
        found.extend(diagnostics);
        used.extend(facts);
    }
    found.extend(validity::check(&packs));
    found.extend(unused(shelf.terms, &used));
    (in_catalog_order(packs, shelf.catalog, &mut found), found)
}

fn file_of(id: &str) -> String {
    format!("packs/{id}.json")
}

fn unused(terms: &Terms, used: &BTreeSet<FactIx>) -> Vec<Diagnostic> {
    use crate::doc::FactKind::{City, District, Text};
    let idle = terms
        .facts()
        .filter(|(fact, term)| !used.contains(fact) && !matches!(term.kind(), Text | City | District));
    idle.map(|(fact, term)| Diagnostic {
        code: Code::FactUnused,
        file: "terms.json".to_owned(),
        pointer: format!("/facts/{}", fact.position()),
        sentence: format!("没有规则包用到“{}”", term.id()),
    })
    .collect()
}

fn in_catalog_order(packs: Vec<Pack>, catalog: &CatalogDoc, found: &mut Vec<Diagnostic>) -> Vec<Pack> {
    let position = |pack: &Pack| catalog.packs.iter().position(|id| *id == pack.id);
    for pack in packs.iter().filter(|pack| position(pack).is_none()) {
        found.push(Diagnostic {
            code: Code::UnknownReference,
            file: "catalog.json".to_owned(),
            pointer: "/packs".to_owned(),
            sentence: format!("目录没有列出规则包“{}”", pack.id),
        });
    }
    let mut packs = packs;
    packs.sort_by_key(position);
    packs
}

/// The document with everything it inherits.
fn resolve(id: &str, docs: &BTreeMap<String, PackDoc>, c: &mut Checker<'_>) -> Option<PackDoc> {
    let mut chain: Vec<&PackDoc> = Vec::new();
    let mut next = Some(id);
    while let Some(id) = next {
        let Some(doc) = docs.get(id) else {
            return c.at("extends", |c| c.fail(Code::UnknownReference, &format!("没有规则包“{id}”")));
        };
        if chain.iter().any(|earlier| earlier.id == id) {
            return c.at("extends", |c| c.fail(Code::Cycle, "规则包互相继承，成了环"));
        }
        next = doc.extends.as_deref();
        chain.push(doc);
    }
    chain.into_iter().rev().cloned().reduce(inherit)
}

/// `own` with what it leaves out taken from `base`.
fn inherit(base: PackDoc, own: PackDoc) -> PackDoc {
    let mut sheet = own.score_sheet.or(base.score_sheet);
    if let (Some(sheet), Some(mark)) = (&mut sheet, &own.pass_mark) {
        sheet.pass_mark.clone_from(mark);
    }
    PackDoc {
        sources: if own.sources.is_empty() { base.sources } else { own.sources },
        size_table: own.size_table.or(base.size_table),
        prerequisites: merged(base.prerequisites, own.prerequisites),
        vetoes: merged(base.vetoes, own.vetoes),
        gates: merged(base.gates, own.gates),
        routes: own.routes.or(base.routes),
        declarations: merged(base.declarations, own.declarations),
        score_sheet: sheet,
        note: own.note.or(base.note),
        ..own
    }
}

/// The base's criteria with those of the same id replaced, then the new ones.
fn merged(base: Vec<CriterionDoc>, own: Vec<CriterionDoc>) -> Vec<CriterionDoc> {
    let mut merged = base;
    for criterion in own {
        match merged.iter_mut().find(|inherited| inherited.id == criterion.id) {
            Some(place) => *place = criterion,
            None => merged.push(criterion),
        }
    }
    merged
}

fn pack<'s>(
    doc: &PackDoc,
    docs: &BTreeMap<String, PackDoc>,
    shelf: &Shelf<'s>,
    c: &mut Checker<'s>,
) -> Option<Pack> {
    if doc.schema != 1 {
        return c.at("schema", |c| c.fail(Code::Malformed, "schema 应为 1"));
    }
    check_identity(doc, shelf, c);
    let table = size_table(doc, docs, c);
    c.set_tables(doc.score_sheet.is_some(), table.is_some());
    let context = CriterionContext { sources: shelf.sources, doc };
    let chapters = context.chapters(doc, c);
    let sheet = doc.score_sheet.as_ref().map(|sheet| sheet_of(sheet, c));
    let size_table = table.map(|table| c.at("size_table", |c| SizeTable::check(table, c)));
    check_questions(shelf.terms, doc, c);
    Some(Pack {
        terms: Arc::clone(shelf.terms),
        id: doc.id.clone(),
        revision: doc.revision.clone(),
        title: doc.title.clone(),
        scheme: doc.scheme.clone(),
        region: doc.region.clone(),
        in_force: doc.in_force.clone(),
        sources: doc.sources.clone(),
        note: doc.note.clone(),
        chapters: chapters?,
        sheet: optional(sheet)?,
        size_table: optional(size_table)?,
    })
}

/// Nothing stays nothing; something that failed fails.
fn optional<T>(checked: Option<Option<T>>) -> Option<Option<T>> {
    checked.map_or(Some(None), |checked| checked.map(Some))
}

fn sheet_of(doc: &ScoreSheetDoc, c: &mut Checker<'_>) -> Option<ScoreSheet> {
    c.at("score_sheet", |c| ScoreSheet::check(doc, c))
}

fn check_identity(doc: &PackDoc, shelf: &Shelf<'_>, c: &mut Checker<'_>) {
    if !shelf.catalog.schemes.iter().any(|scheme| scheme.id == doc.scheme) {
        c.at("scheme", |c| c.report(Code::UnknownReference, &format!("目录没有事项“{}”", doc.scheme)));
    }
    if !shelf.catalog.regions.iter().any(|region| region.code == doc.region) {
        c.at("region", |c| c.report(Code::UnknownReference, &format!("目录没有地区“{}”", doc.region)));
    }
    for (index, source) in doc.sources.iter().enumerate() {
        if !shelf.sources.contains_key(source) {
            let sentence = format!("没有文件“{source}”");
            c.at("sources", |c| c.at(&index.to_string(), |c| c.report(Code::UnknownReference, &sentence)));
        }
    }
    if doc.in_force.iter().any(|row| row.to.is_some_and(|to| to < row.from) || row.kinds.is_empty()) {
        c.at("in_force", |c| c.report(Code::Validity, "有效期的截止日早于起始日，或没有写申请类型"));
    }
}

fn size_table<'d>(
    doc: &'d PackDoc,
    docs: &'d BTreeMap<String, PackDoc>,
    c: &mut Checker<'_>,
) -> Option<&'d SizeTableDoc> {
    match doc.size_table.as_ref()? {
        SizeTableRefDoc::Table(table) => Some(table),
        SizeTableRefDoc::Pack(id) => match docs.get(id).and_then(|pack| pack.size_table.as_ref()) {
            Some(SizeTableRefDoc::Table(table)) => Some(table),
            _ => c.at("size_table", |c| c.fail(Code::UnknownReference, &format!("规则包“{id}”没有划型表"))),
        },
    }
}

/// Facts that a person must be asked need a question.
fn check_questions(terms: &Terms, doc: &PackDoc, c: &mut Checker<'_>) {
    for fact in c.used_facts() {
        if let Some(term) = terms.term(fact).filter(|term| !term.has_question()) {
            c.report(Code::NoQuestion, &format!("“{}”用到数据项“{}”，但它没有题目", doc.id, term.id()));
        }
    }
}

/// A veto's test says what triggers it; the criterion is that it was not (docs/language.md §5).
fn not_triggered(veto: &Criterion, c: &mut Checker<'_>) -> Option<Criterion> {
    let Body::Test { test, renewal } = &veto.body else {
        return c.fail(Code::Malformed, "否决性条件只能写 test");
    };
    let not = |node: &Node| Node::Not(Box::new(node.clone()));
    let body = Body::Test { test: not(test), renewal: renewal.as_ref().map(not) };
    Some(Criterion { body, ..veto.clone() })
}

/// What a criterion inherits and may cite.
struct CriterionContext<'s, 'd> {
    sources: &'s BTreeMap<String, SourceDoc>,
    doc: &'d PackDoc,
}

/// Citation and confidence of a parent.
#[derive(Clone, Copy)]
struct Parent<'d> {
    cite: Option<&'d CiteDoc>,
    confidence: Option<Confidence>,
}

impl<'s> CriterionContext<'s, '_> {
    fn chapters(&self, doc: &PackDoc, c: &mut Checker<'s>) -> Option<Chapters> {
        let mut chapter = |name: &str, docs: &[CriterionDoc]| c.at(name, |c| self.chapter(docs, c));
        let prerequisites = chapter("prerequisites", &doc.prerequisites);
        let vetoes = chapter("vetoes", &doc.vetoes);
        let vetoes = vetoes.and_then(|vetoes| c.at("vetoes", |c| c.each(&vetoes, not_triggered)));
        let mut chapter = |name: &str, docs: &[CriterionDoc]| c.at(name, |c| self.chapter(docs, c));
        let gates = chapter("gates", &doc.gates);
        let declarations = chapter("declarations", &doc.declarations);
        let top = Parent { cite: None, confidence: None };
        let routes = doc.routes.as_ref().map(|routes| c.at("routes", |c| self.criterion(routes, top, c)));
        Some(Chapters {
            prerequisites: prerequisites?,
            vetoes: vetoes?,
            gates: gates?,
            declarations: declarations?,
            routes: optional(routes)?,
        })
    }

    fn chapter(&self, docs: &[CriterionDoc], c: &mut Checker<'s>) -> Option<Vec<Criterion>> {
        let top = Parent { cite: None, confidence: None };
        for (index, doc) in docs.iter().enumerate() {
            let same = |other: &CriterionDoc| {
                other.test.is_some() && other.test == doc.test && other.applies_to == doc.applies_to
            };
            if docs.iter().take(index).any(same) {
                c.at(&index.to_string(), |c| {
                    c.report(Code::DuplicateCriterion, "本章已有一条完全相同的条件")
                });
            }
        }
        c.each(docs, |doc, c| self.criterion(doc, top, c))
    }

    fn criterion(&self, doc: &CriterionDoc, parent: Parent<'_>, c: &mut Checker<'s>) -> Option<Criterion> {
        c.unique(&doc.id);
        let cite = doc.cite.as_ref().or(parent.cite);
        let confidence = doc.confidence.or(parent.confidence);
        let source = cite.and_then(|cite| self.cited(cite, c));
        let own = Parent { cite, confidence };
        let boundary = source.map(|source| &source.boundary);
        let body = c.citing(boundary, |c| self.body(doc, own, c));
        let (Some(cite), Some(confidence)) = (cite, confidence) else {
            return c.fail(Code::NoCitation, &format!("条件“{}”没有写依据或可靠程度", doc.id));
        };
        Some(Criterion {
            id: doc.id.clone(),
            title: doc.title.clone(),
            cite: cite.clone(),
            confidence,
            note: doc.note.clone(),
            applies_to: doc
                .applies_to
                .clone()
                .unwrap_or_else(|| vec![ApplicationKind::First, ApplicationKind::Renewal]),
            self_declared: doc.self_declared,
            role: doc.role,
            body: body?,
        })
    }

    fn cited(&self, cite: &CiteDoc, c: &mut Checker<'_>) -> Option<&'s SourceDoc> {
        if cite.clause.trim().is_empty() || cite.text.trim().is_empty() {
            c.at("cite", |c| c.report(Code::NoCitation, "依据要写明条款和原文"));
        }
        let Some(source) = self.sources.get(&cite.source) else {
            return c.at("cite", |c| c.fail(Code::UnknownReference, &format!("没有文件“{}”", cite.source)));
        };
        if !self.doc.in_force.iter().any(|row| row.span().overlaps(&source.in_force)) {
            c.at("cite", |c| {
                c.report(Code::SourceNotInForce, &format!("文件“{}”在规则包有效期内并不生效", source.number))
            });
        }
        Some(source)
    }

    fn body(&self, doc: &CriterionDoc, own: Parent<'_>, c: &mut Checker<'s>) -> Option<Body> {
        let children = |key: &str, docs: &[CriterionDoc], c: &mut Checker<'s>| {
            c.at(key, |c| c.each(docs, |child, c| self.criterion(child, own, c)))
        };
        match (&doc.test, doc.all_of.is_empty(), doc.any_of.is_empty()) {
            (Some(test), true, true) => {
                let test = c.at("test", |c| Node::check(test, c));
                let renewal = doc.renewal.as_ref().map(|node| c.at("renewal", |c| Node::check(node, c)));
                Some(Body::Test { test: test?, renewal: optional(renewal)? })
            }
            (None, false, true) if doc.renewal.is_none() => {
                children("all_of", &doc.all_of, c).map(Body::AllOf)
            }
            (None, true, false) if doc.renewal.is_none() => {
                children("any_of", &doc.any_of, c).map(Body::AnyOf)
            }
            _ => c.fail(Code::Malformed, "条件应恰好写一种：test、all_of 或 any_of；renewal 只与 test 同用"),
        }
    }
}
