//! The front end (skeleton).
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <h1>{ "专精特新自测" }</h1> }
}

/// Starts the app in the page's `#app` element.
#[wasm_bindgen(start)]
pub fn start() {
    yew::Renderer::<App>::new().render();
}
