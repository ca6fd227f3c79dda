//! What was tried becomes a form of its own 「计划」.

use crate::{
    action::{Action, Change},
    address::Address,
    draft::Draft,
    model::Model,
};
use std::rc::Rc;

/// The form that is to be gone on with.
pub struct Plan(pub Draft);

impl Change for Plan {
    fn apply(self: Rc<Self>, model: &mut Model) {
        model.replace(self.0.clone());
        model.going = Some(Address::Form(None));
    }
}

impl From<Plan> for Action {
    fn from(plan: Plan) -> Self {
        Self::Change(Rc::new(plan))
    }
}
