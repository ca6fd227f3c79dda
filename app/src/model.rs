//! The state of the whole page.

#[cfg(feature = "desk")]
use crate::records::state::History;
use crate::{draft::Draft, firms::current::Current, rulebook::Rules, scope::Scope};
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
    /// The form before several answers changed at once, and why they did, until the next answer.
    pub swept: Option<(Rc<Draft>, Sweep)>,
    /// Section shown on a phone, as a position in the vocabulary's sections.
    pub section: usize,
    /// How often 提交 was pressed on a form with unreadable answers.
    pub refused: u32,
    /// The firm whose form it is.
    pub firm: Current,
    /// Past tests and firms.
    #[cfg(feature = "desk")]
    pub history: History,
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

/// Why several answers changed at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sweep {
    /// Cells of a spreadsheet were pasted into the years of a question; the number of cells without a year.
    Pasted(usize),
    /// A section was cleared 「清空本节」.
    Cleared,
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
    /// The present firm's text.
    pub firm: Option<String>,
    /// The text of its draft.
    pub draft: Option<String>,
    /// Keys and texts of records of the former format.
    pub records: Vec<(String, String)>,
}

impl Model {
    /// The state when the page opens. What is stored and cannot be read is listed, never dropped.
    pub fn new(rules: Rules, today: Date, storage: Storage, stored: Stored) -> Self {
        let firm = Current::parse(stored.firm.as_deref().unwrap_or_default());
        #[cfg(feature = "desk")]
        let mut history = History::of_former(stored.records, &firm.slot);
        let draft = stored.draft.and_then(|text| {
            let draft = Draft::parse(&text).or_else(|| recover(&text, today, &rules));
            #[cfg(feature = "desk")]
            if draft.is_none() {
                history.put_aside(&firm.slot, text);
            }
            draft
        });
        Self {
            rules,
            unlearned: false,
            today,
            lang: if stored.lang.as_deref() == Some("en") { Lang::En } else { Lang::Zh },
            draft: Rc::new(draft.unwrap_or_else(|| Draft::new(Scope::on(today)))),
            replaced: None,
            swept: None,
            section: 0,
            refused: 0,
            firm,
            #[cfg(feature = "desk")]
            history,
            storage,
            opened: None,
        }
    }

    /// Whether the rules at hand are enough for what is asked.
    pub fn has_rules(&self) -> bool {
        self.draft.scope.is_covered_by(&self.rules, self.lang)
    }

    /// Puts another form in place of the present one, which can be had back.
    pub fn replace(&mut self, draft: Draft) {
        let old = std::mem::replace(&mut self.draft, Rc::new(draft));
        self.replaced = (old.answered() > 0).then_some(old);
        self.swept = None;
        self.section = 0;
        self.refused = 0;
        self.opened = None;
    }

    /// Begins with this form, or an empty one; there is no way back to the form before.
    pub fn begin(&mut self, draft: Option<Draft>) {
        self.replace(draft.unwrap_or_else(|| Draft::new(Scope::on(self.today))));
        self.replaced = None;
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
        assert!(model.history.aside.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_listed() {
        let model = opened_with(Stored {
            draft: Some("{\"schema\":7}".to_owned()),
            records: vec![("1".to_owned(), "damaged".to_owned())],
            ..Stored::default()
        });
        let texts: Vec<_> = model.history.aside.iter().map(|item| item.text.as_str()).collect();
        assert_eq!(texts, ["damaged", "{\"schema\":7}"]);
        assert_eq!(model.draft.answered(), 0);
    }
}
