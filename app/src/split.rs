//! The way over the border to a part that is loaded apart.

use crate::{action::Action, address::Address, model::Model, store::Store};
use std::{
    pin::Pin,
    task::{Context, Poll, Waker},
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// What a part gives the root component.
pub struct Entry {
    /// Draws the page of an address.
    pub page: fn(&Store, &Address) -> Html,
    /// Does to the browser what a change asked for; called after every change.
    pub tend: fn(&mut Model, &Callback<Action>),
}

/// What the root component calls for past tests, on whatever page.
pub struct Keeping {
    /// Takes over what former versions stored.
    pub take_over: fn(&mut Model),
    /// 「提交」: what was filled in becomes a past test; the action, and the address of its page.
    pub submit: fn(&Model) -> (Action, Address),
    /// Writes what is to be written, and reads what the page needs; called after every change.
    pub tend: fn(&mut Model, &Address, &Callback<Action>),
}

/// For a part that has nothing to do after a change.
pub const fn idle(_: &mut Model, _: &Callback<Action>) {}

/// What a part gives, `None` until it has come: for what is drawn beside something that does not wait for it. A part
/// that is there already gives it at the first drawing, so that a page one comes back to does not grow afterwards.
#[hook]
pub fn use_later<T, E, F>(load: fn() -> F) -> Option<T>
where
    T: Copy + 'static,
    E: 'static,
    F: Future<Output = Result<T, E>> + 'static,
{
    let begun = use_mut_ref(|| Some(Box::pin(load())));
    let given = use_state(|| given_at_once(&mut begun.borrow_mut()));
    let set = given.setter();
    use_effect_with((), move |()| {
        if let Some(rest) = begun.borrow_mut().take() {
            spawn_local(async move { set.set(rest.await.ok()) });
        }
    });
    *given
}

/// What loading gives without waiting; then nothing of it is left to be awaited.
fn given_at_once<T, E, F: Future<Output = Result<T, E>>>(begun: &mut Option<Pin<Box<F>>>) -> Option<T> {
    let mut context = Context::from_waker(Waker::noop());
    let Poll::Ready(given) = begun.as_mut()?.as_mut().poll(&mut context) else { return None };
    *begun = None;
    given.ok()
}

/// Makes a function that one waits for, in the part of this name, that gives what the first part may call of it.
/// wasm-bindgen's test runner does not split: under test everything is there from the start.
macro_rules! split {
    ($part:ident, $(#[$doc:meta])* fn $name:ident() -> $gives:ty { $value:expr }) => {
        $(#[$doc])*
        ///
        /// # Errors
        /// When the part does not come.
        #[cfg(not(test))]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        pub fn $name() -> Result<$gives, wasm_split_helpers::SplitLoaderError> {
            Ok($value)
        }

        $(#[$doc])*
        #[cfg(test)]
        pub async fn $name() -> Result<$gives, wasm_split_helpers::SplitLoaderError> {
            Ok($value)
        }
    };
}
pub(crate) use split;
