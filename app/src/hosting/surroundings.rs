//! Draws anew what depends on the page's surroundings.

use crate::effects::surroundings;
use yew::prelude::*;

/// Draws the component again whenever the surroundings change.
#[hook]
pub fn use_surroundings() {
    let update = use_force_update();
    use_effect_with((), move |()| {
        let listener = surroundings::on_change(move || update.force_update());
        move || drop(listener)
    });
}
