//! How far a person has come towards being counted.

use crate::statistics::{
    preview::Preview,
    sending::{Told, Wait},
};

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
    Told(Vec<Told>, Preview),
}
