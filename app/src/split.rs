//! The way over the border to a part that is loaded apart.

use crate::{action::Action, address::Address, model::Model, store::Store};
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

/// What a part gives, `None` until it has come: for what is drawn beside something that does not wait for it.
#[hook]
pub fn use_later<T, E, F>(load: fn() -> F) -> Option<T>
where
    T: Copy + 'static,
    E: 'static,
    F: Future<Output = Result<T, E>> + 'static,
{
    let given = use_state(|| None::<T>);
    let set = given.setter();
    use_effect_with((), move |()| spawn_local(async move { set.set(load().await.ok()) }));
    *given
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
