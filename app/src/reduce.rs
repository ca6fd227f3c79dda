//! What an action makes of the state: a pure function.

#[cfg(feature = "desk")]
use crate::records::{self, state::History, write::Write};
use crate::{
    action::Action,
    draft::Draft,
    firms::current::Current,
    model::{Model, Opened, Storage, Sweep},
};
use std::rc::Rc;
use zjtx_evaluator::{Dossier, FactRef};

/// The state after an action.
pub fn reduce(model: &Model, action: Action) -> Model {
    let mut next = model.clone();
    match action {
        Action::Speak(lang) => next.lang = lang,
        Action::Choose(scope) => Rc::make_mut(&mut next.draft).scope = scope,
        Action::Answer { key, text } => {
            Rc::make_mut(&mut next.draft).answer(&key, &text);
            next.swept = None;
        }
        Action::Sweep { answers, how } => sweep(&mut next, &answers, how),
        Action::OpenSection(section) => next.section = section,
        Action::Seek(place) => seek(&mut next, place),
        Action::Refuse => refuse(&mut next),
        Action::StartAfresh => {
            let scope = next.draft.scope.clone();
            next.replace(Draft::new(scope));
        }
        Action::Open { name, text } if cfg!(feature = "desk") => open(&mut next, name, &text),
        #[cfg(feature = "desk")]
        Action::History(act) => records::reduce::reduce(&mut next, act),
        Action::Plan(plan) if cfg!(feature = "desk") => next.replace(*plan),
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

/// Changes several answers, which can be had back until the next one.
fn sweep(model: &mut Model, answers: &[(String, String)], how: Sweep) {
    model.swept = Some((Rc::clone(&model.draft), how));
    let draft = Rc::make_mut(&mut model.draft);
    answers.iter().for_each(|(key, text)| draft.answer(key, text));
}

fn open(model: &mut Model, name: String, text: &str) {
    match Dossier::parse(text, model.rules.terms()) {
        Ok(dossier) => {
            let draft = Draft::of_dossier(&dossier, &model.draft.scope, &model.rules);
            model.replace(draft);
            model.opened = Some(Opened::Whole(name));
        }
        Err(errors) => model.opened = Some(Opened::Refused(name, errors.iter().cloned().collect())),
    }
}

fn undo(model: &mut Model) {
    let swept = model.swept.take().map(|(before, _)| before);
    if let Some(draft) = swept.or_else(|| model.replaced.take()) {
        model.draft = draft;
        model.opened = None;
    }
}

fn clear(model: &mut Model) {
    model.begin(None);
    model.firm = Current::default();
    #[cfg(feature = "desk")]
    {
        model.history = History { outbox: vec![Write::Everything], ..History::default() };
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
