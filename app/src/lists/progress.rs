//! How far a list has come, how long it takes yet, and the way out.

use crate::{
    lists::{session, state::seconds_left},
    store::Store,
    words::{Lang, say},
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
            <p>{ say!(lang, "已判断 {done} 家", "{done} judged") }{ left(done, all, taken, lang) }</p>
            <p><button type="button" class="button quiet" onclick={move |_: MouseEvent| session::cancel(&cancelling)}>{ lang.pick("取消", "Cancel") }</button></p>
        </div>
    }
}

fn left(done: f64, all: f64, taken: f64, lang: Lang) -> String {
    let Some(seconds) = seconds_left(done, all, taken) else { return String::new() };
    let seconds = seconds.ceil();
    if seconds < 90.0 {
        say!(lang, "，约剩 {seconds} 秒", ", about {seconds} s left")
    } else {
        let minutes = (seconds / 60.0).ceil();
        say!(lang, "，约剩 {minutes} 分钟", ", about {minutes} min left")
    }
}
