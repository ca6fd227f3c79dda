//! Which question is shown, and which comes next.

use crate::{
    draft::{Draft, key_of},
    form::sizing::Sizing,
    guided::gate,
    model::Model,
    standing::assess,
};
use std::collections::BTreeSet;
use zjtx_evaluator::{Assessment, FactIx, FactKind, FactRef, Gate, Guide, Rulebook, Terms};

/// Stands between the facts of a step's key.
const AND: &str = "+";

/// What one screen asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// One question before several.
    Gate(Gate),
    /// A question, or a row of figures of a kind.
    Questions(Vec<FactIx>),
}

impl Step {
    /// The step of a key in the address; `None` where the vocabulary has no such question.
    pub fn parse(key: &str, terms: &Terms) -> Option<Self> {
        if let Some(gate) = gate::find(terms, key) {
            return Some(Self::Gate(gate));
        }
        let fact = |id: &str| terms.find(id.split('@').next().unwrap_or(id));
        key.split(AND).map(fact).collect::<Option<_>>().map(Self::Questions)
    }

    /// Its key in the address.
    pub fn key(&self, terms: &Terms) -> String {
        match self {
            Self::Gate(gate) => gate.id.clone(),
            Self::Questions(facts) => {
                let ids: Vec<&str> = facts.iter().map(|fact| terms.id(*fact)).collect();
                ids.join(AND)
            }
        }
    }

    fn asks(&self, place: FactRef) -> bool {
        match self {
            Self::Gate(_) => false,
            Self::Questions(facts) => facts.contains(&place.fact),
        }
    }
}

/// What the levels of a draft read, and what is to be asked of it in turn.
pub struct Course {
    /// Open answers in the order of asking, without points that others give.
    pub order: Vec<FactRef>,
    /// All places that the levels read.
    pub read: Vec<FactRef>,
}

impl Course {
    /// The course of these levels.
    pub fn of(assessments: &[Assessment<'_, '_>], guide: &Guide, terms: &Terms) -> Self {
        let read: BTreeSet<FactRef> = assessments.iter().flat_map(Assessment::facts_read).collect();
        let kind = |place: &FactRef| terms.term(place.fact).map(|term| term.kind());
        let mut order = guide.order();
        order.retain(|place| kind(place) != Some(FactKind::Points));
        Self { order, read: read.into_iter().collect() }
    }
}

/// What is asked after a step of a draft, or first; `None` where every level is settled, or where only what others
/// decide could settle one.
pub fn next(model: &Model, draft: &Draft, after: Option<&Step>) -> Option<Step> {
    let terms = model.rules.terms();
    let dossier = draft.dossier(terms);
    let assessments = assess(&draft.scope, &model.rules, &dossier);
    let guide = Guide::of(&assessments, &waiting(draft, &model.rules));
    let Course { order, read } = Course::of(&assessments, &guide, terms);
    let place = *order.iter().find(|place| after.is_none_or(|step| !step.asks(**place)))?;
    let stands_before =
        |gate: &Gate| gate.facts.contains(&place.fact) && gate::spares(gate, terms, &read, draft);
    match terms.gates().into_iter().find(stands_before).map(Step::Gate) {
        Some(gate) if after != Some(&gate) => Some(gate),
        _ => Some(Step::Questions(facts_for(&model.rules, draft, place.fact))),
    }
}

/// What waits until the person knows it; not a class of size that may follow from what was not asked yet.
fn waiting(draft: &Draft, rules: &Rulebook) -> BTreeSet<FactRef> {
    let mut unsure = draft.unsure(rules.terms());
    if let Some(sizing) = open_sizing(draft, rules) {
        unsure.retain(|place| place.fact != sizing.class);
    }
    unsure
}

/// How the class of size follows, while the industry that it follows from is not answered.
fn open_sizing(draft: &Draft, rules: &Rulebook) -> Option<Sizing> {
    Sizing::of(rules).filter(|sizing| draft.text(rules.terms().id(sizing.industry)).is_empty())
}

/// The facts that people know, in place of a class that follows from them.
fn facts_for(rules: &Rulebook, draft: &Draft, fact: FactIx) -> Vec<FactIx> {
    let terms = rules.terms();
    if let Some(sizing) = open_sizing(draft, rules).filter(|sizing| sizing.class == fact) {
        return [sizing.industry].into_iter().chain(sizing.people).collect();
    }
    let derived = terms.term(fact).map_or(&[][..], |term| term.derived());
    let known: BTreeSet<FactIx> = derived.iter().flat_map(|derivation| derivation.facts()).collect();
    let is_open = |fact: &FactIx| draft.text(&key_of(terms, FactRef { fact: *fact, year: None })).is_empty();
    if known.iter().any(is_open) { known.into_iter().collect() } else { vec![fact] }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Step, next};
    use crate::{
        draft::{Draft, UNSURE, key_of},
        guided::gate,
        model::{Model, Storage, Stored},
        scope::Scope,
        standing::assess,
        testing::{day, rules},
    };
    use zjtx_evaluator::{Assessment, FactIx, FactRef, Truth};

    fn model() -> Model {
        Model::new(rules(), day("2026-11-28"), Storage::Page, Stored::default())
    }

    fn draft(model: &Model, answers: &[(&str, &str)]) -> Draft {
        let mut draft = Draft::new(Scope::on(model.today, &model.rules));
        answers.iter().for_each(|(key, text)| draft.answer(key, text));
        draft
    }

    fn keys(model: &Model, answers: &[(&str, &str)], after: Option<&str>) -> Option<String> {
        let terms = model.rules.terms();
        let after = after.and_then(|key| Step::parse(key, terms));
        next(model, &draft(model, answers), after.as_ref()).map(|step| step.key(terms))
    }

    #[test]
    fn the_title_that_settles_a_level_is_asked_first() {
        let model = model();
        assert_eq!(keys(&model, &[], None).as_deref(), Some("specialized_title"));
        assert_ne!(keys(&model, &[], Some("specialized_title")).as_deref(), Some("specialized_title"));
    }

    #[test]
    fn keys_lead_back_to_their_steps() {
        let model = model();
        let terms = model.rules.terms();
        for key in ["specialized_title", "gate-awards", "class1_total+class1_in_use"] {
            assert_eq!(Step::parse(key, terms).map(|step| step.key(terms)).as_deref(), Some(key));
        }
        assert_eq!(Step::parse("operating_revenue@2025", terms), Step::parse("operating_revenue", terms));
        assert_eq!(Step::parse("no_such_fact", terms), None);
    }

    #[test]
    fn every_gate_stands_before_questions() {
        let model = model();
        let terms = model.rules.terms();
        for gate in terms.gates() {
            assert!(!gate.facts.is_empty(), "{}", gate.id);
            assert_eq!(Step::parse(&gate.id, terms), Some(Step::Gate(gate)));
        }
    }

    /// The answer of the sample firm to a question; what it lacks is 不清楚.
    fn sample(key: &str) -> String {
        let text = include_str!("../../../tests/guide/sample-firm.dossier.json");
        let firm: serde_json::Value = serde_json::from_str(text).expect("a dossier");
        let facts = &firm["facts"];
        let (fact, year) = key.split_once('@').unwrap_or((key, ""));
        let value = if year.is_empty() { &facts[fact] } else { &facts[fact][year] };
        match value {
            serde_json::Value::Null => UNSURE.to_owned(),
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    /// Goes through the guided form as the sample firm; a gate is 没有. Gives the steps, with the places of each.
    fn go_through(model: &Model, draft: &mut Draft) -> Vec<(String, usize)> {
        let terms = model.rules.terms();
        let (mut after, mut asked) = (None, Vec::new());
        while let Some(step) = next(model, draft, after.as_ref()) {
            let places = match &step {
                Step::Gate(gate) => {
                    let dossier = draft.dossier(terms);
                    let assessments = assess(&draft.scope, &model.rules, &dossier);
                    let read: Vec<_> = assessments.iter().flat_map(Assessment::facts_read).collect();
                    for place in gate::places(gate, &read) {
                        draft.answer(&key_of(terms, place), gate::none(terms, place));
                    }
                    Vec::new()
                }
                Step::Questions(facts) => facts.iter().flat_map(|fact| places(model, *fact)).collect(),
            };
            asked.push((step.key(terms), places.len()));
            for place in places {
                let key = key_of(terms, place);
                draft.answer(&key, &sample(&key));
            }
            assert!(asked.len() < 60, "{asked:?}");
            after = Some(step);
        }
        asked
    }

    fn verdicts(model: &Model, draft: &Draft) -> Vec<Truth> {
        let dossier = draft.dossier(model.rules.terms());
        assess(&draft.scope, &model.rules, &dossier).iter().map(Assessment::verdict).collect()
    }

    #[test]
    fn the_sample_firm_is_settled_by_few_answers() {
        let model = model();
        let mut draft = draft(&model, &[]);
        let asked = go_through(&model, &mut draft);
        assert_eq!(verdicts(&model, &draft), [Truth::Met, Truth::Undetermined, Truth::Unmet], "{asked:?}");
        let answers = asked.iter().map(|(_, answers)| answers.max(&1)).sum::<usize>();
        let unsure = draft.unsure(model.rules.terms()).len();
        assert!(answers <= 21 + unsure, "{answers}: {asked:?}");
        assert_eq!(asked.first().map(|(key, _)| key.as_str()), Some("specialized_title"));
    }

    #[test]
    fn a_size_that_is_not_known_is_asked_for_as_what_it_follows_from() {
        let model = model();
        let mut draft = draft(&model, &[("size_class", UNSURE)]);
        let asked = go_through(&model, &mut draft);
        let times = asked.iter().filter(|(key, _)| key == "industry+headcount").count();
        assert_eq!(times, 1, "{asked:?}");
        assert_eq!(verdicts(&model, &draft).first(), Some(&Truth::Met), "{asked:?}");
    }

    #[test]
    fn a_size_that_follows_from_nothing_known_waits() {
        let model = model();
        let unknown = [("size_class", UNSURE), ("industry", UNSURE), ("headcount", UNSURE)];
        let mut draft = draft(&model, &unknown);
        let asked = go_through(&model, &mut draft);
        assert!(asked.iter().all(|(key, _)| !key.contains("industry") && key != "size_class"), "{asked:?}");
    }

    /// The places of a question that the sample firm has an answer to, or the one place of a fact without years.
    fn places(model: &Model, fact: FactIx) -> Vec<FactRef> {
        let terms = model.rules.terms();
        if terms.term(fact).is_none_or(|term| term.period().is_none()) {
            return vec![FactRef { fact, year: None }];
        }
        let last = model.today.year() - 1;
        let place = |year| FactRef { fact, year: Some(year) };
        (0..3).map(|ago| place(last - ago)).collect()
    }
}
