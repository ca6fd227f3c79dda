//! How far a person has come towards being counted.

use crate::{
    statistics::{count::Fate, preview::Preview, sending::Wait},
    words::Lang,
};
use zjtx_wire::Level;

/// How far a person has come.
#[derive(Clone, PartialEq)]
pub enum Step {
    /// Asked whether they want to take part.
    Offered,
    /// The endpoint is asked for the running week.
    Asking,
    /// It did not answer.
    Silent,
    /// The bytes are shown.
    Shown(Preview),
    /// They are on their way, or wait to be tried again.
    Sending(Option<Wait>),
    /// What came of it, by level, and what may be sent again.
    Told(Vec<(Level, Fate)>, Preview),
}

pub fn level_name(level: Level, lang: Lang) -> &'static str {
    lang.pick(level.name(), level.english())
}
