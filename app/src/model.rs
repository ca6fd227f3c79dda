//! The state of the whole page.

use crate::{
    draft::Draft,
    record::{Record, Unreadable},
    rules::Rules,
    scope::Scope,
};
use std::rc::Rc;
use zjtx_evaluator::{Date, DossierError, Lang};

/// Everything that pages show.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// The rulebook.
    pub rules: Rules,
    /// Whether the whole rulebook was wanted and did not come.
    pub unlearned: bool,
    /// Today on this device.
    pub today: Date,
    /// The reader's language.
    pub lang: Lang,
    /// The form as it is being filled in.
    pub draft: Rc<Draft>,
    /// The form before it was replaced by a file, a record or an empty one.
    pub replaced: Option<Rc<Draft>>,
    /// What was pasted last, until the next answer.
    pub pasted: Option<Pasted>,
    /// Section shown on a phone, as a position in the vocabulary's sections.
    pub section: usize,
    /// How often 提交 was pressed on a form with unreadable answers.
    pub refused: u32,
    /// Past tests, newest first.
    pub records: Rc<Vec<Record>>,
    /// Stored things that cannot be read, kept as they are.
    pub unreadable: Rc<Vec<Unreadable>>,
    /// Whether what is typed outlives the page.
    pub storage: Storage,
    /// What came of opening a file.
    pub opened: Option<Opened>,
}

/// Where typed answers are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// In this browser, until somebody clears it.
    Browser,
    /// In this page only: the browser does not let it store anything.
    Page,
}

/// Cells of a spreadsheet that filled several answers at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// The form before that.
    pub before: Rc<Draft>,
    /// How many cells found no year.
    pub unused: usize,
}

/// What came of opening a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// The form now holds the file of this name.
    Whole(String),
    /// The file of this name was refused; the form is as it was.
    Refused(String, Vec<DossierError>),
}

/// What was stored on this device when the page was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// Language id.
    pub lang: Option<String>,
    /// The draft's text.
    pub draft: Option<String>,
    /// Keys and texts of records.
    pub records: Vec<(String, String)>,
}

impl Model {
    /// The state when the page opens. What is stored and cannot be read is listed, never dropped.
    pub fn new(rules: Rules, today: Date, storage: Storage, stored: Stored) -> Self {
        let mut unreadable = Vec::new();
        let draft = stored.draft.and_then(|text| {
            let draft = Draft::parse(&text).or_else(|| recover(&text, today, &rules));
            if draft.is_none() {
                unreadable.push(Unreadable { key: free_key(&stored.records), text });
            }
            draft
        });
        let records = read_records(stored.records, &mut unreadable);
        Self {
            rules,
            unlearned: false,
            today,
            lang: if stored.lang.as_deref() == Some("en") { Lang::En } else { Lang::Zh },
            draft: Rc::new(draft.unwrap_or_else(|| Draft::new(Scope::on(today)))),
            replaced: None,
            pasted: None,
            section: 0,
            refused: 0,
            records: Rc::new(records),
            unreadable: Rc::new(unreadable),
            storage,
            opened: None,
        }
    }

    /// Whether the rules at hand are enough for what is asked.
    pub fn has_rules(&self) -> bool {
        self.rules.suffice(&self.draft.scope, self.lang)
    }

    /// A past test by id.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.id == id)
    }
}

/// A draft as former versions of the page stored it: as JSON, and before that as a dossier.
fn recover(text: &str, today: Date, rules: &Rules) -> Option<Draft> {
    if !cfg!(feature = "desk") {
        return None;
    }
    Draft::from_json(text).or_else(|| {
        let dossier = zjtx_evaluator::Dossier::parse(text, rules.terms()).ok()?;
        Some(Draft::of_dossier(&dossier, &Scope::on(today), rules))
    })
}

/// Stored past tests, newest first. What cannot be read is put aside.
fn read_records(stored: Vec<(String, String)>, unreadable: &mut Vec<Unreadable>) -> Vec<Record> {
    let mut records = Vec::new();
    if !cfg!(feature = "desk") {
        return records;
    }
    for (key, text) in stored {
        match Record::parse(&text) {
            Some(record) => records.push(record),
            None => unreadable.push(Unreadable { key, text }),
        }
    }
    records.sort_by(|a, b| b.id.cmp(&a.id));
    records
}

/// A key for an unreadable draft, which makes room for the next one.
fn free_key(taken: &[(String, String)]) -> String {
    let mut keys = (1..).map(|number| format!("draft-{number}"));
    keys.find(|key| taken.iter().all(|(other, _)| other != key)).unwrap_or_default()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Model, Storage, Stored};
    use crate::testing::{day, draft, rules};

    fn opened_with(stored: Stored) -> Model {
        Model::new(rules(), day("2026-11-22"), Storage::Browser, stored)
    }

    #[test]
    fn a_stored_draft_is_there_again() {
        let draft = draft(&rules(), &[("rd_staff", "约50")]);
        let model = opened_with(Stored { draft: Some(draft.to_text()), ..Stored::default() });
        assert_eq!(*model.draft, draft);
    }

    #[test]
    fn a_draft_kept_as_a_dossier_is_taken_over() {
        let draft = draft(&rules(), &[("rd_staff", "50")]);
        let old = draft.dossier(rules().terms()).to_json(rules().terms());
        let model = opened_with(Stored { draft: Some(old), ..Stored::default() });
        assert_eq!(model.draft.text("rd_staff"), "50");
        assert!(model.unreadable.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_listed() {
        let model = opened_with(Stored {
            draft: Some("{\"schema\":7}".to_owned()),
            records: vec![("draft-1".to_owned(), "damaged".to_owned())],
            ..Stored::default()
        });
        let keys: Vec<_> = model.unreadable.iter().map(|item| item.key.as_str()).collect();
        assert_eq!(keys, ["draft-2", "draft-1"]);
        assert_eq!(model.draft.answered(), 0);
    }
}
