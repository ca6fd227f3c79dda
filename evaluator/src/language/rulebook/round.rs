//! Rounds of application 「申报批次」, and the check of `rounds.json`: what it names exists, and its days are in
//! order.

use crate::{
    base::{
        citation::{Cite, Confidence},
        compact::compact,
        date::Date,
        region::contains_region,
        round::{RoundPurpose, RoundStatus, StageActor},
        text::Text,
    },
    language::diagnostics::{Code, Diagnostic, Findings, Sentence},
    written::{CatalogDoc, RoundDoc, RoundsDoc, SourceDoc, StageDoc},
};
use std::collections::BTreeMap;

/// One round of a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Id, such as `little-giant-2026`.
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Identifier of the scheme 「认定事项」.
    pub scheme: String,
    /// GB/T 2260 code of the region whose firms it is for.
    pub region: String,
    /// What firms do in it.
    pub purposes: Vec<RoundPurpose>,
    /// Whether its days are written in a document or only inferred.
    pub status: RoundStatus,
    /// The document that announces it, or that the inference rests on.
    pub cite: Cite,
    /// How sure the days are.
    pub confidence: Confidence,
    /// What is uncertain; of an expected round, why it is expected.
    pub note: Option<Text>,
    /// Its steps in their order.
    pub stages: Vec<Stage>,
}

compact!(struct Round { id, title, scheme, region, purposes, status, cite, confidence, note, stages });

/// One step of a round; at least one of its days is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// What is done.
    pub title: Text,
    /// Who does it.
    pub by: StageActor,
    /// First day, where known.
    pub from: Option<Date>,
    /// Last day, where known.
    pub to: Option<Date>,
    /// Whether only months are known; the days are then the first and the last of theirs.
    pub by_month: bool,
}

compact!(struct Stage { title, by, from, to, by_month });

impl Round {
    /// Whether it is for the firms of a region.
    pub fn is_for(&self, region: &str) -> bool {
        contains_region(&self.region, region)
    }

    /// The last day on which firms may act 「截止日」, where one is known.
    pub fn deadline(&self) -> Option<Date> {
        let own = self.stages.iter().filter(|stage| stage.by == StageActor::Enterprise);
        own.filter_map(|stage| stage.to).max()
    }

    /// The first day that is known of it.
    pub fn first_day(&self) -> Option<Date> {
        self.stages.iter().filter_map(Stage::first_day).min()
    }

    /// The last day that is known of it.
    pub fn last_day(&self) -> Option<Date> {
        self.stages.iter().filter_map(|stage| stage.to.or(stage.from)).max()
    }
}

impl Stage {
    /// The first day that is known of it.
    pub fn first_day(&self) -> Option<Date> {
        self.from.or(self.to)
    }
}

impl From<RoundDoc> for Round {
    fn from(doc: RoundDoc) -> Self {
        let RoundDoc { id, title, scheme, region, purposes, status, cite, confidence, note, stages } = doc;
        let stage = |StageDoc { title, by, from, to, by_month }| Stage { title, by, from, to, by_month };
        let stages = stages.into_iter().map(stage).collect();
        Self { id, title, scheme, region, purposes, status, cite, confidence, note, stages }
    }
}

/// The rounds, and what is wrong with them.
pub(super) fn check_rounds(
    doc: RoundsDoc,
    catalog: &CatalogDoc,
    sources: &BTreeMap<String, SourceDoc>,
) -> (Vec<Round>, Vec<Diagnostic>) {
    let mut findings = Findings::new("rounds.json");
    findings.schema(doc.schema);
    findings.unique(doc.rounds.iter().map(|round| round.id.as_str()), |index| format!("/rounds/{index}/id"));
    let rounds: Vec<Round> = doc.rounds.into_iter().map(Round::from).collect();
    for (index, round) in rounds.iter().enumerate() {
        let mut place = Place { at: format!("/rounds/{index}"), findings: &mut findings };
        check_names(round, catalog, &mut place);
        check_citation(round, sources, &mut place);
        check_days(round, &mut place);
    }
    (rounds, findings.finish())
}

/// A round with its place in the file.
struct Place<'f> {
    at: String,
    findings: &'f mut Findings,
}

impl Place<'_> {
    fn report(&mut self, code: Code, below: &str, sentence: impl Into<Sentence>) {
        self.findings.report(code, format!("{}{below}", self.at), sentence);
    }
}

fn check_names(round: &Round, catalog: &CatalogDoc, place: &mut Place<'_>) {
    if !catalog.schemes.iter().any(|scheme| scheme.id == round.scheme) {
        place.report(Code::UnknownReference, "/scheme", format!("没有“{}”这个认定事项", round.scheme));
    }
    if !catalog.regions.iter().any(|region| region.code == round.region) {
        place.report(Code::UnknownReference, "/region", format!("没有“{}”这个地区", round.region));
    }
    if round.purposes.is_empty() {
        place.report(Code::Validity, "/for", "没有写这一批次是新申请、复核还是信息更新");
    }
}

fn check_citation(round: &Round, sources: &BTreeMap<String, SourceDoc>, place: &mut Place<'_>) {
    if round.cite.clause.is_empty() || round.cite.text.is_empty() {
        place.report(Code::NoCitation, "/cite", "没有写明依据的位置或原文");
    }
    if round.status == RoundStatus::Expected && round.note.is_none() {
        place.report(Code::NoCitation, "", "推测的批次没有在 note 里写明凭什么推测");
    }
    let Some(source) = sources.get(&round.cite.source) else {
        let sentence = format!("没有“{}”这个文件", round.cite.source);
        return place.report(Code::UnknownReference, "/cite/source", sentence);
    };
    if round.last_day().is_some_and(|last| last < source.in_force.from) {
        place.report(Code::SourceNotInForce, "/cite/source", "批次结束时这个文件还没有施行");
    }
}

fn check_days(round: &Round, place: &mut Place<'_>) {
    if round.stages.is_empty() {
        place.report(Code::Validity, "/stages", "没有写任何一步的日期");
    }
    let mut before = None;
    for (index, stage) in round.stages.iter().enumerate() {
        let first = stage.first_day();
        if let Some(sentence) = wrong(stage, first < before) {
            place.report(Code::Validity, &format!("/stages/{index}"), sentence);
        }
        before = first.max(before);
    }
}

/// What is wrong with the days of a stage.
fn wrong(stage: &Stage, is_early: bool) -> Option<&'static str> {
    let whole_months =
        stage.from.is_none_or(|day| day.month_day().1 == 1) && stage.to.is_none_or(|day| day.is_month_end());
    if stage.first_day().is_none() {
        Some("没有写起止日期")
    } else if stage.to.is_some_and(|to| stage.from > Some(to)) {
        Some("截止日早于开始日")
    } else if is_early {
        Some("开始得比前一步早，请按先后排列")
    } else if stage.by_month && !whole_months {
        Some("只知道月份时，开始日写当月第一天，截止日写当月最后一天")
    } else {
        None
    }
}
