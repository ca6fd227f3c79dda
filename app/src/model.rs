//! The state of the whole page.

use crate::{
    address::Address, draft::Draft, firms::current::Current, form::doubted::Doubts, rooms::Rooms,
    rulebook::Rules, scope::Scope, shell::notice::Notice,
};
use std::rc::Rc;
use zjtx_evaluator::{Date, Lang};

/// Everything that pages show.
#[derive(Clone)]
pub struct Model {
    /// The rulebook.
    pub rules: Rules,
    /// Whether the whole rulebook was wanted and did not come.
    pub unlearned: bool,
    /// Today on this device.
    pub today: Date,
    /// The reader's language.
    pub lang: Lang,
    /// Whether the form asks question by question 「引导模式」.
    pub guided: bool,
    /// The form as it is being filled in.
    pub draft: Rc<Draft>,
    /// The form before it was replaced by a file, a record or an empty one; the newest of those that are kept.
    pub replaced: Option<Rc<Draft>>,
    /// The form before several answers changed at once, and why they did, until the next answer.
    pub swept: Option<(Rc<Draft>, Sweep)>,
    /// What another tab changed of this form, until the next answer.
    pub elsewhere: Option<Elsewhere>,
    /// Whether the form was taken to the day of today, and what that asks for is to be told.
    pub renewed: bool,
    /// What that asks for, once the part that tells it is there.
    pub renewal: Option<Rc<dyn Notice>>,
    /// What is to be looked at again in the form, once the part that finds it is there.
    pub doubts: Doubts,
    /// Section shown on a phone, as a position in the vocabulary's sections.
    pub section: usize,
    /// What changed of the verdicts, once nothing was typed for a while; a screen reader says it.
    pub said: String,
    /// How often 提交 was pressed on a form with unreadable answers.
    pub refused: u32,
    /// The firm whose form it is.
    pub firm: Current,
    /// The stored draft where it is of a former format, until the part that reads those is there.
    pub unread: Option<String>,
    /// State of the parts that are loaded later.
    pub rooms: Rooms,
    /// The page that is to be gone to once the change is made.
    pub going: Option<Address>,
    /// Whether what is typed outlives the page.
    pub storage: Storage,
    /// What came of opening a file.
    pub opened: Option<Rc<dyn Notice>>,
}

/// What another tab that fills in the same form changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Keys of the answers that were taken over, and of those changed in both tabs, of which this tab's stay.
    Merged(Vec<String>, Vec<String>),
    /// It was emptied there.
    Emptied,
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
    /// Proposed answers were taken over; their number.
    Taken(usize),
    /// A section was cleared 「清空本节」.
    Cleared,
}

/// What was stored on this device when the page was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// Language id.
    pub lang: Option<String>,
    /// Whether the form asks question by question: as it was chosen, or as the device is narrow.
    pub guided: bool,
    /// The present firm's text.
    pub firm: Option<String>,
    /// The text of its draft.
    pub draft: Option<String>,
    /// The text of the form that was replaced last.
    pub replaced: Option<String>,
}

impl Model {
    /// The state when the page opens. A stored draft of a former format is kept as it is until it can be read.
    pub fn new(rules: Rules, today: Date, storage: Storage, stored: Stored) -> Self {
        let firm = Current::parse(stored.firm.as_deref().unwrap_or_default());
        let draft = stored.draft.as_deref().and_then(Draft::parse);
        let unread = stored.draft.filter(|_| draft.is_none());
        let draft = draft.unwrap_or_else(|| Draft::new(Scope::on(today, &rules)));
        Self {
            rules,
            unlearned: false,
            today,
            lang: if stored.lang.as_deref() == Some("en") { Lang::En } else { Lang::Zh },
            guided: stored.guided,
            unread,
            draft: Rc::new(draft),
            replaced: stored.replaced.as_deref().and_then(Draft::parse).map(Rc::new),
            swept: None,
            elsewhere: None,
            renewed: false,
            renewal: None,
            doubts: Doubts::default(),
            section: 0,
            said: String::new(),
            refused: 0,
            firm,
            rooms: Rooms::default(),
            going: None,
            storage,
            opened: None,
        }
    }

    /// Whether 提交 was pressed on a form that still has answers that cannot be read.
    pub fn is_wrong(&self) -> bool {
        self.refused > 0 && !self.draft.misread(self.rules.terms()).is_empty()
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
        self.elsewhere = None;
        self.renewed = false;
        self.section = 0;
        self.refused = 0;
        self.opened = None;
    }

    /// Begins with this form, or an empty one; there is no way back to the form before.
    pub fn begin(&mut self, draft: Option<Draft>) {
        self.replace(draft.unwrap_or_else(|| Draft::new(Scope::on(self.today, &self.rules))));
        self.replaced = None;
    }
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
        assert_eq!((model.unread, &*model.draft), (None, &draft));
    }

    #[test]
    fn a_draft_of_a_former_format_waits_for_who_can_read_it() {
        let former = "{\"schema\":1}".to_owned();
        let model = opened_with(Stored { draft: Some(former.clone()), ..Stored::default() });
        assert_eq!((model.unread, model.draft.answered()), (Some(former), 0));
    }
}
