//! How far a list has come, how long it takes yet, and the way out.

use crate::{
    lists::{session, state::seconds_left, words},
    store::Store,
    words::Lang,
};
use yew::prelude::*;

/// Draws the bar.
pub fn view(store: &Store, file: &str, [done, all, taken]: [f64; 3]) -> Html {
    let (lang, cancelling) = (store.lang(), store.clone());
    let value = (all > 0.0).then(|| done.min(all).to_string());
    let name = file.to_owned();
    html! {
        <div class="card">
            <p><b id="batch-file">{ name }</b></p>
            <progress aria-labelledby="batch-file" max={all.max(1.0).to_string()} {value}></progress>
            <p>{ words::judged(done, lang) }{ left(done, all, taken, lang) }</p>
            <p>
                <button type="button" class="button quiet" onclick={move |_: MouseEvent| session::cancel(&cancelling)}>
                    { words::CANCEL.get(lang) }
                </button>
            </p>
        </div>
    }
}

fn left(done: f64, all: f64, taken: f64, lang: Lang) -> String {
    let Some(seconds) = seconds_left(done, all, taken) else { return String::new() };
    let seconds = seconds.ceil();
    if seconds < 90.0 {
        words::seconds_left(seconds, lang)
    } else {
        let minutes = (seconds / 60.0).ceil();
        words::minutes_left(minutes, lang)
    }
}
