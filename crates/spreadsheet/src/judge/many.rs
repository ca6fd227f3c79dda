//! Firms judged many at a time, by plans over columns.
//!
//! A plan is for one pack, day and kind of application; a list mostly has one of each. Firms of an occasion that
//! only few share, and packs that no plan serves, are judged one at a time: the answers are the same.

use super::{Level, Question, Verdict};
use std::collections::BTreeMap;
use zjtx_columns::Plan;
use zjtx_evaluator::{
    ApplicationKind, Body, Criterion, Date, Dossier, Doubt, Doubts, FactRef, Lang, Pack, Text, Truth,
    coarse_industry,
};

/// Fewer firms are judged sooner than a plan is made.
const FEW: usize = 16;
/// Plans that are kept; a list where every firm has a day of its own would make no end of them.
const MOST_PLANS: usize = 32;

/// Pack id, day and kind of application.
type Occasion<'r> = (&'r str, Date, ApplicationKind);

/// Judges firms of a question.
pub struct Judge<'q, 'r> {
    question: &'q Question<'r>,
    doubts: Doubts,
    /// `None` where a pack cannot be served.
    plans: BTreeMap<Occasion<'r>, Option<Compiled<'r>>>,
}

/// A plan, and by position the conditions that a result names.
struct Compiled<'r> {
    plan: Plan<'r>,
    named: Vec<Option<&'r Criterion>>,
}

impl<'q, 'r> Judge<'q, 'r> {
    /// Begins without plans; they are made as they are needed.
    pub fn new(question: &'q Question<'r>) -> Self {
        Self { question, doubts: Doubts::of(question.terms()), plans: BTreeMap::new() }
    }

    /// What is to be looked at again in a firm's figures, a sentence each.
    pub(crate) fn doubts(&self, dossier: &Dossier, levels: &[Level<'r>]) -> Vec<Text> {
        let pack = levels.iter().find_map(|level| Some(level.verdict.as_ref()?.pack));
        let coarse = pack.and_then(|pack| coarse_industry(pack, dossier));
        let terms = self.question.terms();
        let sentence = |doubt: Doubt| Text {
            zh: doubt.sentence(dossier, terms, Lang::Zh),
            en: doubt.sentence(dossier, terms, Lang::En),
        };
        self.doubts.find(dossier).into_iter().chain(coarse).map(sentence).collect()
    }

    /// What the firms reached, level by level.
    pub fn levels(&mut self, dossiers: &[&Dossier]) -> Vec<Vec<Level<'r>>> {
        let mut levels: Vec<Vec<Level<'r>>> = dossiers.iter().map(|_| Vec::new()).collect();
        let question = self.question;
        let regions: Vec<&str> = dossiers.iter().map(|dossier| question.region_of(dossier)).collect();
        for asked in &question.columns {
            let packs = dossiers.iter().zip(&regions);
            let packs: Vec<_> =
                packs.map(|(dossier, region)| question.pack(asked, dossier, region)).collect();
            let verdicts = self.verdicts(dossiers, &packs);
            for (levels, verdict) in levels.iter_mut().zip(verdicts) {
                levels.push(Level { scheme: asked.scheme(), verdict });
            }
        }
        levels
    }

    fn verdicts(&mut self, dossiers: &[&Dossier], packs: &[Option<&'r Pack>]) -> Vec<Option<Verdict<'r>>> {
        let mut occasions: BTreeMap<Occasion<'r>, (&'r Pack, Vec<usize>)> = BTreeMap::new();
        for (index, (dossier, pack)) in dossiers.iter().zip(packs).enumerate() {
            let Some(pack) = pack else { continue };
            let occasion = (pack.id(), dossier.as_of(), dossier.kind());
            occasions.entry(occasion).or_insert_with(|| (*pack, Vec::new())).1.push(index);
        }
        let mut verdicts: Vec<Option<Verdict<'r>>> = dossiers.iter().map(|_| None).collect();
        for (occasion, (pack, indices)) in occasions {
            let here: Vec<&Dossier> = indices.iter().map(|index| dossiers[*index]).collect();
            for (index, verdict) in indices.into_iter().zip(self.judge(occasion, pack, &here)) {
                verdicts[index] = Some(verdict);
            }
        }
        verdicts
    }

    /// Judges firms of one occasion.
    fn judge(&mut self, occasion: Occasion<'r>, pack: &'r Pack, dossiers: &[&Dossier]) -> Vec<Verdict<'r>> {
        let question = self.question;
        match self.plan(occasion, pack, dossiers.len()) {
            Some(compiled) => compiled.judge(dossiers, question),
            None => dossiers.iter().map(|dossier| Verdict::of(pack, dossier, question)).collect(),
        }
    }

    fn plan(&mut self, occasion: Occasion<'r>, pack: &'r Pack, firms: usize) -> Option<&Compiled<'r>> {
        if !self.plans.contains_key(&occasion) {
            if firms < FEW || self.plans.len() >= MOST_PLANS {
                return None;
            }
            self.plans.insert(occasion, Compiled::new(pack, occasion));
        }
        self.plans.get(&occasion)?.as_ref()
    }
}

impl<'r> Compiled<'r> {
    fn new(pack: &'r Pack, (_, day, kind): Occasion<'r>) -> Option<Self> {
        let plan = Plan::new(pack, day, kind).ok()?;
        let mut named = Vec::new();
        let chapters = pack.chapters();
        let top = chapters.prerequisites.iter().chain(&chapters.vetoes).chain(&chapters.gates);
        top.chain(&chapters.routes).for_each(|criterion| name(criterion, true, &mut named));
        Some(Self { plan, named })
    }

    fn judge(&self, dossiers: &[&Dossier], question: &Question<'_>) -> Vec<Verdict<'r>> {
        let mut rows = self.plan.rows();
        dossiers.iter().for_each(|dossier| rows.push(dossier));
        let verdicts = self.plan.judge(&rows);
        let mut missing: Vec<Vec<FactRef>> = vec![Vec::new(); dossiers.len()];
        self.plan.each_missing(&rows, &verdicts, |row, facts| missing[row] = facts);
        let pack = self.plan.pack();
        let verdict = |(row, (dossier, missing)): (usize, (&&Dossier, Vec<FactRef>))| {
            let truth = verdicts.truth(row).unwrap_or(Truth::Undetermined);
            let named = |position: usize| self.named.get(position).copied().flatten();
            let unmet: Vec<&Criterion> = verdicts.unmet(row).filter_map(named).collect();
            let nearest = question.nearest(pack, dossier, truth, unmet.len());
            Verdict { pack, truth, score: verdicts.score(row), unmet, missing, nearest }
        };
        dossiers.iter().zip(missing).enumerate().map(verdict).collect()
    }
}

/// Of criteria that must all hold those beneath are named, of alternatives only the whole.
fn name<'r>(criterion: &'r Criterion, reached: bool, named: &mut Vec<Option<&'r Criterion>>) {
    let all = matches!(criterion.body, Body::AllOf(_));
    named.push((reached && !all).then_some(criterion));
    criterion.children().iter().for_each(|child| name(child, reached && all, named));
}
