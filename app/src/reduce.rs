//! What an action makes of the state: a pure function.

use crate::{
    action::Action,
    draft::Draft,
    model::{Model, Opened, Storage},
    scope::Scope,
};
use std::rc::Rc;
use zjtx_evaluator::{Dossier, FactRef};

/// The state after an action.
pub fn reduce(model: &Model, action: Action) -> Model {
    let mut next = model.clone();
    match action {
        Action::Speak(lang) => next.lang = lang,
        Action::Choose(scope) => Rc::make_mut(&mut next.draft).scope = scope,
        Action::Answer { key, text } => Rc::make_mut(&mut next.draft).answer(&key, &text),
        Action::OpenSection(section) => next.section = section,
        Action::Seek(place) => seek(&mut next, place),
        Action::Refuse => refuse(&mut next),
        Action::Keep(record) => {
            Rc::make_mut(&mut next.records).insert(0, *record);
            next.refused = 0;
        }
        Action::StartAfresh => {
            let scope = next.draft.scope.clone();
            replace(&mut next, Draft::new(scope));
        }
        Action::Open { name, text } if cfg!(feature = "desk") => open(&mut next, name, &text),
        Action::Edit { id } => {
            if let Some(draft) = model.record(&id).map(|record| record.draft.clone()) {
                replace(&mut next, draft);
            }
        }
        Action::Plan(plan) if cfg!(feature = "desk") => replace(&mut next, *plan),
        Action::Delete { id } => Rc::make_mut(&mut next.records).retain(|record| record.id != id),
        Action::Discard { key } => Rc::make_mut(&mut next.unreadable).retain(|item| item.key != key),
        Action::Open { .. } | Action::Plan(_) => {}
        Action::Undo => undo(&mut next),
        Action::Learn(Some(rules)) => next.rules = rules,
        Action::Learn(None) => next.unlearned = true,
        Action::StorageFailed => next.storage = Storage::Page,
        Action::Clear => clear(&mut next),
    }
    next
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

/// Puts another form in place of the present one, which can be had back.
fn replace(model: &mut Model, draft: Draft) {
    let old = std::mem::replace(&mut model.draft, Rc::new(draft));
    model.replaced = (old.answered() > 0).then_some(old);
    model.section = 0;
    model.refused = 0;
    model.opened = None;
}

fn open(model: &mut Model, name: String, text: &str) {
    match Dossier::parse(text, model.rules.terms()) {
        Ok(dossier) => {
            let draft = Draft::of_dossier(&dossier, &model.draft.scope, &model.rules);
            replace(model, draft);
            model.opened = Some(Opened::Whole(name));
        }
        Err(errors) => model.opened = Some(Opened::Refused(name, errors.iter().cloned().collect())),
    }
}

fn undo(model: &mut Model) {
    if let Some(draft) = model.replaced.take() {
        model.draft = draft;
        model.opened = None;
    }
}

fn clear(model: &mut Model) {
    model.draft = Rc::new(Draft::new(Scope::on(model.today)));
    model.replaced = None;
    model.records = Rc::default();
    model.unreadable = Rc::default();
    model.opened = None;
    model.section = 0;
    model.refused = 0;
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
