//! The catalogue: schemes and regions, and the check of `catalog.json`.

use crate::{
    base::{
        compact::{Sealed, compact},
        fact_kind::FactKind,
        text::Text,
    },
    language::{
        diagnostics::{Code, Diagnostic, Findings},
        terms::Terms,
    },
    written::{CatalogDoc, PackDoc, PreparationDoc, RegionDoc, SchemeDoc},
};

/// Schemes and regions that packs are made for.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// Schemes 「认定事项」 in the order of the ladder.
    pub schemes: Vec<Scheme>,
    /// The scheme that is meant where none is named.
    pub default_scheme: String,
    /// Regions that a pack may be made for.
    pub regions: Vec<Region>,
    /// The region of a form that nobody has placed yet.
    pub default_region: String,
    /// Packs of an earlier self-test that can be taken again.
    pub earlier_self_test: Vec<String>,
    preparation: Sealed<Vec<PreparationStep>>,
}

compact!(struct Catalog { schemes, default_scheme, regions, default_region, earlier_self_test, preparation });

/// A step to an application 「准备清单」: advice, no rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreparationStep {
    /// Id, under which a device keeps that it is done.
    pub id: String,
    /// What is to be done.
    pub what: Text,
    /// How many days before the deadline it should be done.
    pub days: u16,
    /// Sections of the vocabulary whose evidence the step lists, in this order; empty where it lists none.
    pub evidence: Vec<String>,
}

compact!(struct PreparationStep { id, what, days, evidence });

impl Catalog {
    /// Steps to an application, the first one first; none where the rulebook was written without words.
    pub fn preparation(&self) -> Vec<PreparationStep> {
        self.preparation.open().unwrap_or_default()
    }

    /// Empties what only people read.
    pub(crate) fn clear_words(&mut self) {
        self.preparation = Sealed::of(&Vec::new());
    }
}

/// A scheme 「认定事项」, such as little giants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Id, as in [`crate::Pack::scheme`].
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Step of the ladder, from 1; 0 for what is not a step.
    pub level: u8,
    /// Whether it is chosen unless somebody chooses otherwise.
    pub chosen: bool,
    /// The 是非题 whose yes says that a firm holds the title.
    pub held_as: Option<String>,
}

compact!(struct Scheme { id, title, level, chosen, held_as });

/// A region with rules of its own, or the nation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// GB/T 2260 code; `000000` is the nation.
    pub code: String,
    /// Name for people, in both languages.
    pub name: Text,
    /// A 是非题 that places a firm in it where neither district nor city is answered.
    pub registered_by: Option<String>,
}

compact!(struct Region { code, name, registered_by });

impl From<CatalogDoc> for Catalog {
    fn from(doc: CatalogDoc) -> Self {
        let scheme =
            |SchemeDoc { id, title, level, chosen, held_as }| Scheme { id, title, level, chosen, held_as };
        let region = |RegionDoc { code, name, registered_by }| Region { code, name, registered_by };
        let step = |PreparationDoc { id, what, days, evidence }| PreparationStep { id, what, days, evidence };
        let preparation: Vec<_> = doc.preparation.into_iter().map(step).collect();
        Self {
            schemes: doc.schemes.into_iter().map(scheme).collect(),
            default_scheme: doc.default_scheme,
            regions: doc.regions.into_iter().map(region).collect(),
            default_region: doc.default_region,
            earlier_self_test: doc.earlier_self_test,
            preparation: Sealed::of(&preparation),
        }
    }
}

/// What is wrong with the catalogue: every pack file is named once, and every name has a file.
pub(super) fn check_catalog(doc: &CatalogDoc, packs: &[PackDoc]) -> Vec<Diagnostic> {
    let mut findings = Findings::new("catalog.json");
    findings.schema(doc.schema);
    findings.unique(doc.schemes.iter().map(|s| s.id.as_str()), |index| format!("/schemes/{index}/id"));
    findings.unique(doc.regions.iter().map(|r| r.code.as_str()), |index| format!("/regions/{index}/code"));
    findings.unique(doc.packs.iter().map(String::as_str), |index| format!("/packs/{index}"));
    for (index, id) in doc.packs.iter().enumerate() {
        if !packs.iter().any(|pack| pack.id == *id) {
            let sentence = format!("目录列出了规则包“{id}”，但没有这个文件");
            findings.report(Code::UnknownReference, format!("/packs/{index}"), sentence);
        }
    }
    for pack in packs.iter().filter(|pack| !doc.packs.contains(&pack.id)) {
        let sentence = format!("目录没有列出规则包“{}”", pack.id);
        findings.report(Code::UnknownReference, "/packs", sentence);
    }
    check_references(doc, &mut findings);
    check_counted(doc, &mut findings);
    check_preparation(doc, &mut findings);
    findings.finish()
}

/// What the catalogue names of itself is there.
fn check_references(doc: &CatalogDoc, findings: &mut Findings) {
    if !doc.schemes.iter().any(|scheme| scheme.id == doc.default_scheme) {
        let sentence = format!("没有认定事项“{}”", doc.default_scheme);
        findings.report(Code::UnknownReference, "/default_scheme", sentence);
    }
    if !doc.regions.iter().any(|region| region.code == doc.default_region) {
        let sentence = format!("没有地区“{}”", doc.default_region);
        findings.report(Code::UnknownReference, "/default_region", sentence);
    }
    for (index, id) in doc.earlier_self_test.iter().enumerate().filter(|(_, id)| !doc.packs.contains(id)) {
        let sentence = format!("没有规则包“{id}”");
        findings.report(Code::UnknownReference, format!("/earlier_self_test/{index}"), sentence);
    }
}

/// What the catalogue names of the vocabulary is there.
pub(super) fn check_vocabulary(doc: &CatalogDoc, terms: &Terms) -> Vec<Diagnostic> {
    let mut findings = Findings::new("catalog.json");
    check_questions(doc, terms, &mut findings);
    check_evidence(doc, terms, &mut findings);
    findings.finish()
}

/// What the catalogue says is answered by yes or no has a 是非题.
fn check_questions(doc: &CatalogDoc, terms: &Terms, findings: &mut Findings) {
    let held = doc.schemes.iter().map(|scheme| &scheme.held_as).enumerate();
    let registered = doc.regions.iter().map(|region| &region.registered_by).enumerate();
    let held = held.map(|(index, id)| (format!("/schemes/{index}/held_as"), id));
    for (place, id) in held.chain(registered.map(|(i, id)| (format!("/regions/{i}/registered_by"), id))) {
        let Some(id) = id else { continue };
        let term = terms.find(id).and_then(|fact| terms.term(fact));
        if term.is_none_or(|term| term.kind() != FactKind::Bool) {
            findings.report(Code::UnknownReference, place, format!("没有是非题“{id}”"));
        }
    }
}

/// A step that lists evidence names each section of the vocabulary that has some, once.
fn check_evidence(doc: &CatalogDoc, terms: &Terms, findings: &mut Findings) {
    let listing = doc.preparation.iter().enumerate().filter(|(_, step)| !step.evidence.is_empty());
    for (index, step) in listing {
        let place = format!("/preparation/{index}/evidence");
        let at = |index: usize| format!("{place}/{index}");
        findings.unique(step.evidence.iter().map(String::as_str), at);
        for (index, id) in step.evidence.iter().enumerate() {
            if !terms.sections().iter().any(|section| section.id == *id) {
                findings.report(Code::UnknownReference, at(index), format!("没有分类“{id}”"));
            }
        }
        for section in sections_with_evidence(terms).filter(|id| !step.evidence.iter().any(|of| of == id)) {
            let sentence = format!("分类“{section}”有佐证材料，但没有列出");
            findings.report(Code::UnknownReference, place.clone(), sentence);
        }
    }
}

/// Ids of the sections whose facts have evidence, each once.
fn sections_with_evidence(terms: &Terms) -> impl Iterator<Item = &str> {
    let has_evidence =
        |at: usize| terms.facts().any(|(_, term)| term.section() == at && term.evidence().is_some());
    let sections = terms.sections().iter().enumerate();
    sections.filter(move |(at, _)| has_evidence(*at)).map(|(_, section)| section.id.as_str())
}

/// The steps of a preparation come one after the other, before the deadline.
fn check_preparation(doc: &CatalogDoc, findings: &mut Findings) {
    findings.unique(doc.preparation.iter().map(|s| s.id.as_str()), |i| format!("/preparation/{i}/id"));
    let mut before = u16::MAX;
    for (index, step) in doc.preparation.iter().enumerate() {
        if step.days == 0 || step.days >= before {
            let sentence = "准备步骤应按提前的天数由多到少排列，最少提前一天";
            findings.report(Code::Validity, format!("/preparation/{index}/days"), sentence);
        }
        before = step.days;
    }
}

/// Counted packs exist, have a level and a code of five characters, and no code stands for two.
fn check_counted(doc: &CatalogDoc, findings: &mut Findings) {
    findings
        .unique(doc.counted_levels.iter().map(|l| l.code.as_str()), |i| format!("/counted_levels/{i}/code"));
    findings.unique(doc.counted.iter().map(|c| c.code.as_str()), |i| format!("/counted/{i}/code"));
    findings.unique(doc.counted.iter().map(|c| c.pack.as_str()), |i| format!("/counted/{i}/pack"));
    for (index, counted) in doc.counted.iter().enumerate() {
        let place = format!("/counted/{index}");
        if !doc.packs.contains(&counted.pack) {
            let sentence = format!("没有规则包“{}”", counted.pack);
            findings.report(Code::UnknownReference, format!("{place}/pack"), sentence);
        }
        if !doc.counted_levels.iter().any(|level| level.code == counted.level) {
            let sentence = format!("没有统计级别“{}”", counted.level);
            findings.report(Code::UnknownReference, format!("{place}/level"), sentence);
        }
        let plain = counted.code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        if counted.code.len() != 5 || !plain {
            let sentence = format!("统计代码“{}”应为五个大写字母或数字", counted.code);
            findings.report(Code::Malformed, format!("{place}/code"), sentence);
        }
    }
}
