//! What former versions of the page stored, taken over when the part that can read it is loaded.

use crate::{draft::Draft, model::Model, records::work::Work, rulebook::Rules, scope::Scope};
use std::rc::Rc;
use zjtx_evaluator::{Date, Dossier};

/// Takes over a draft of a former format, and records (key and text) from before there was a database.
/// What cannot be read is listed, never dropped.
pub fn take_over(model: &mut Model, records: Vec<(String, String)>) {
    let unread = model.unread.take();
    Work::on(model, |work| {
        let slot = work.model.firm.slot.clone();
        work.history.take_former(records, &slot);
        let Some(text) = unread else { return };
        match recover(&text, work.model.today, &work.model.rules) {
            Some(draft) => work.model.draft = Rc::new(draft),
            None => work.history.put_aside(&slot, text),
        }
    });
}

/// A draft as former versions of the page stored it: as JSON, and before that as a dossier.
fn recover(text: &str, today: Date, rules: &Rules) -> Option<Draft> {
    Draft::from_json(text).or_else(|| {
        let dossier = Dossier::parse(text, rules.terms()).ok()?;
        Some(Draft::of_dossier(&dossier, &Scope::on(today, rules), rules))
    })
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::take_over;
    use crate::{
        model::{Model, Storage, Stored},
        records::state::History,
        testing::{day, draft, rules},
    };

    fn opened_with(stored: &str, records: &[(&str, &str)]) -> Model {
        let stored = Stored { draft: Some(stored.to_owned()), ..Stored::default() };
        let mut model = Model::new(rules(), day("2026-11-22"), Storage::Browser, stored);
        let records = records.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned()));
        take_over(&mut model, records.collect());
        model
    }

    #[test]
    fn a_draft_kept_as_a_dossier_is_taken_over() {
        let draft = draft(&rules(), &[("rd_staff", "50")]);
        let old = draft.dossier(rules().terms()).to_json(rules().terms());
        let model = opened_with(&old, &[]);
        assert_eq!((model.draft.text("rd_staff"), &model.unread), ("50", &None));
        assert!(History::of(&model).aside.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_listed() {
        let model = opened_with("{\"schema\":7}", &[("1", "damaged")]);
        let history = History::of(&model);
        let texts: Vec<_> = history.aside.iter().map(|item| item.text.as_str()).collect();
        assert_eq!(texts, ["damaged", "{\"schema\":7}"]);
        assert_eq!(model.draft.answered(), 0);
    }
}
