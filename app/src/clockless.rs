//! What stands in place of the app where the device's clock cannot be read: which rules apply depends on the
//! day, and no day is assumed.

use crate::{
    effects::{clock::UnreadableClock, storage},
    words::{Lang, say},
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
            <h1 id="title" tabindex="-1">{ lang.pick("无法确定今天的日期", "Today's date is not known") }</h1>
            <p class="notice wrong" role="alert">{ sentence(props.clock, lang) }</p>
        </main>
    }
}

/// What is wrong with the clock, and what to do.
fn sentence(UnreadableClock { year }: UnreadableClock, lang: Lang) -> String {
    say!(
        lang,
        "本机时钟显示的年份是 {year} 年，无法据此确定适用的标准。请校正本机的日期和时间，然后重新打开本页；已填写的内容没有改动。",
        "This device's clock shows the year {year}, by which no rules can be chosen. Please set the date and time, then open this page again; what was filled in is unchanged."
    )
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{UnreadableClock, sentence};
    use crate::words::Lang;

    #[test]
    fn the_year_and_the_remedy_are_told_in_both_languages() {
        let clock = UnreadableClock { year: 1601 };
        let (zh, en) = (sentence(clock, Lang::Zh), sentence(clock, Lang::En));
        assert!(zh.contains("1601") && zh.contains("请校正"), "{zh}");
        assert!(en.contains("1601") && en.contains("set the date"), "{en}");
    }
}
