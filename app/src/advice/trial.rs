//! What is tried on the page 「试算」. It lives as long as the page and never touches the form.

use crate::draft::Draft;
use std::{collections::BTreeMap, rc::Rc};
use yew::Reducible;

/// Answers that are tried: keys of a draft and texts.
pub type Answers = BTreeMap<String, String>;

/// Of which day it is tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outlook {
    /// Which levels would be enough, whenever the firm applies.
    #[default]
    Whenever,
    /// The same firm a year later.
    NextYear,
}

/// What is tried, of each day apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trial {
    /// Which is shown.
    pub outlook: Outlook,
    whenever: Answers,
    next_year: Answers,
}

/// What a person does to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// An answer is tried.
    Try(String, String),
    /// A route for an application of this outlook is taken: nothing else is tried with it.
    Take(Outlook, Answers),
    /// Answers come besides those that are tried.
    Fill(Answers),
    /// The other day is looked at.
    Look(Outlook),
    /// Back to what is filled in.
    Reset,
}

impl Trial {
    /// The answers that are tried of the day that is shown.
    pub const fn answers(&self) -> &Answers {
        match self.outlook {
            Outlook::Whenever => &self.whenever,
            Outlook::NextYear => &self.next_year,
        }
    }

    const fn answers_mut(&mut self) -> &mut Answers {
        match self.outlook {
            Outlook::Whenever => &mut self.whenever,
            Outlook::NextYear => &mut self.next_year,
        }
    }

    /// A draft with the tried answers in it.
    pub fn applied(&self, draft: &Draft) -> Draft {
        let mut tried = draft.clone();
        self.answers().iter().for_each(|(key, text)| tried.answer(key, text));
        tried
    }

    /// The state after an attempt.
    #[must_use]
    pub fn after(&self, attempt: Attempt) -> Self {
        let mut next = self.clone();
        match attempt {
            Attempt::Try(key, text) => drop(next.answers_mut().insert(key, text)),
            Attempt::Take(outlook, answers) => {
                next.outlook = outlook;
                *next.answers_mut() = answers;
            }
            Attempt::Fill(answers) => next.answers_mut().extend(answers),
            Attempt::Look(outlook) => next.outlook = outlook,
            Attempt::Reset => next.answers_mut().clear(),
        }
        next
    }
}

impl Reducible for Trial {
    type Action = Attempt;

    fn reduce(self: Rc<Self>, attempt: Attempt) -> Rc<Self> {
        Rc::new(self.after(attempt))
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Attempt, Outlook, Trial};
    use crate::testing::{draft, rules};

    fn after(attempts: impl IntoIterator<Item = Attempt>) -> Trial {
        attempts.into_iter().fold(Trial::default(), |trial, attempt| trial.after(attempt))
    }

    fn attempt(key: &str, text: &str) -> Attempt {
        Attempt::Try(key.to_owned(), text.to_owned())
    }

    #[test]
    fn what_is_tried_stands_over_the_draft_and_reset_uncovers_it() {
        let draft = draft(&rules(), &[("rd_staff", "50")]);
        let trial = after([attempt("rd_staff", "60")]);
        assert_eq!(trial.applied(&draft).text("rd_staff"), "60");
        assert_eq!(trial.after(Attempt::Reset).applied(&draft), draft);
    }

    #[test]
    fn a_route_replaces_what_was_tried_and_shows_it() {
        let answers = [("own_brand".to_owned(), "true".to_owned())].into();
        let trial = after([attempt("rd_staff", "60"), Attempt::Take(Outlook::NextYear, answers)]);
        assert_eq!(trial.outlook, Outlook::NextYear);
        assert_eq!(trial.answers().keys().collect::<Vec<_>>(), ["own_brand"]);
    }

    #[test]
    fn each_day_has_its_own_answers() {
        let both = [attempt("rd_staff", "60"), Attempt::Look(Outlook::NextYear), attempt("rd_staff", "70")];
        let next_year = after(both);
        let whenever = next_year.after(Attempt::Look(Outlook::Whenever));
        assert_eq!(
            (&next_year.answers()["rd_staff"], &whenever.answers()["rd_staff"]),
            (&"70".into(), &"60".into())
        );
    }
}
