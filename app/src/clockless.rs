//! What stands in place of the app where the device's clock cannot be read: which rules apply depends on the
//! day, and no day is assumed.

use crate::{
    effects::{clock::UnreadableClock, storage},
    shell::words,
    words::Lang,
};
use yew::prelude::*;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct ClocklessProps {
    /// What the clock shows.
    pub clock: UnreadableClock,
}

/// Draws the page in the stored language.
#[component]
pub fn Clockless(props: &ClocklessProps) -> Html {
    let is_english = storage::stored().1.lang.as_deref() == Some("en");
    let lang = if is_english { Lang::En } else { Lang::Zh };
    html! {
        <main class="page narrow">
            <h1 id="title" tabindex="-1">{ words::DATE_NOT_KNOWN.get(lang) }</h1>
            <p class="notice wrong" role="alert">{ words::wrong_clock(props.clock.year, lang) }</p>
        </main>
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use crate::{shell::words::wrong_clock, words::Lang};

    #[test]
    fn the_year_and_the_remedy_are_told_in_both_languages() {
        let (zh, en) = (wrong_clock(1601, Lang::Zh), wrong_clock(1601, Lang::En));
        assert!(zh.contains("1601") && zh.contains("请校正"), "{zh}");
        assert!(en.contains("1601") && en.contains("set the date"), "{en}");
    }
}
