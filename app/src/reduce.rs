//! What an action makes of the state: a pure function.

use crate::{
    action::Action,
    draft::Draft,
    model::{Elsewhere, Model, Storage, Sweep},
};
use std::rc::Rc;
use zjtx_evaluator::FactRef;

/// The state after an action.
pub fn reduce(model: &Model, action: Action) -> Model {
    let mut next = model.clone();
    match action {
        Action::Speak(lang) => next.lang = lang,
        Action::Choose(scope) => Rc::make_mut(&mut next.draft).scope = scope,
        Action::Answer { key, text } => {
            Rc::make_mut(&mut next.draft).answer(&key, &text);
            (next.swept, next.elsewhere) = (None, None);
        }
        Action::Sweep { answers, how } => sweep(&mut next, &answers, how),
        Action::Guide(guided) => next.guided = guided,
        Action::OpenSection(section) => next.section = section,
        Action::Seek(place) => seek(&mut next, place),
        Action::Refuse => refuse(&mut next),
        Action::Renew => {
            Rc::make_mut(&mut next.draft).scope.as_of = next.today;
            next.renewed = true;
        }
        Action::StartAfresh => {
            let scope = next.draft.scope.clone();
            next.replace(Draft::new(scope));
        }
        Action::Undo => undo(&mut next),
        Action::Learn(Some(rules)) => next.rules = rules,
        Action::Learn(None) => next.unlearned = true,
        Action::Elsewhere { before, now } => meet(&mut next, before.as_deref(), now.as_deref()),
        Action::StorageFailed => next.storage = Storage::Page,
        Action::Change(change) => change.apply(&mut next),
    }
    next
}

/// Takes over what another tab changed. What it emptied is not brought back.
fn meet(model: &mut Model, before: Option<&str>, now: Option<&str>) {
    let empty = || Draft::new(model.draft.scope.clone());
    let read = |text: Option<&str>| text.map_or_else(|| Some(empty()), Draft::parse);
    let Some(theirs) = now.and_then(Draft::parse) else {
        if now.is_none() {
            model.begin(None);
            model.elsewhere = Some(Elsewhere::Emptied);
        }
        return;
    };
    let known = read(before).unwrap_or_else(empty);
    let (taken, contested) = Rc::make_mut(&mut model.draft).take_over(&known, &theirs);
    if !taken.is_empty() || !contested.is_empty() {
        model.elsewhere = Some(Elsewhere::Merged(taken, contested));
    }
}

fn seek(model: &mut Model, place: FactRef) {
    if let Some(term) = model.rules.terms().term(place.fact) {
        model.section = term.section();
    }
}

fn refuse(model: &mut Model) {
    model.refused += 1;
    if let Some((place, _)) = model.draft.misread(model.rules.terms()).first() {
        seek(model, *place);
    }
}

/// Changes several answers, which can be had back until the next one.
fn sweep(model: &mut Model, answers: &[(String, String)], how: Sweep) {
    model.swept = Some((Rc::clone(&model.draft), how));
    let draft = Rc::make_mut(&mut model.draft);
    answers.iter().for_each(|(key, text)| draft.answer(key, text));
}

fn undo(model: &mut Model) {
    if let Some((before, _)) = model.swept.take() {
        model.draft = before;
    } else if let Some(before) = model.replaced.take() {
        model.replace(Rc::unwrap_or_clone(before));
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
