//! What trying out starts from.

use crate::{
    advice::{levers::Handle, trial::Trial},
    draft::Draft,
    store::Store,
};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of the section.
#[derive(Clone, PartialEq, Properties)]
pub struct TryoutProps {
    /// The state.
    pub store: Store,
    /// The answers that it begins with.
    pub draft: Rc<Draft>,
    /// What is tried.
    pub trial: Trial,
    /// Where attempts go.
    pub dispatch: UseReducerDispatcher<Trial>,
}

/// What does not change while a lever is moved.
#[derive(PartialEq)]
pub struct Ground {
    /// The answers of the day that is looked at.
    pub draft: Draft,
    /// What can be tried.
    pub handles: Vec<Handle>,
}
