//! What reaches the root component, and what it starts from.

use crate::{
    action::Action,
    address::Address,
    draft::Draft,
    part::{Loaded, Part},
    rulebook::Rules,
    words::Lang,
};
use js_sys::Function;
use yew::prelude::*;
use zjtx_evaluator::Date;

/// What reaches the root component.
pub enum Message {
    /// Something happened.
    Act(Action),
    /// Another tab stored something.
    Elsewhere,
    /// The address names another page.
    Arrive(Address),
    /// Nothing was typed since this change.
    Quiet(u32),
    /// A part came, or did not.
    Came(Part, Option<Loaded>),
    /// The page's surroundings ask for another scope or language.
    Resume(Box<Draft>, Lang),
}

/// What the root component starts from.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The rulebook.
    pub rules: Rules,
    /// Gives a promise of the bytes of all rules.
    pub whole_rules: Function,
    /// Today on this device.
    pub today: Date,
}
