//! Where the levels stand, on one line that stays in view while one answers, and what changed since.

use crate::{form::words, result::marks::look, store::Store, words::Lang};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Truth};

/// Where a level stands, by the part of its name that tells it from the others.
pub type Standing = (String, Truth);

/// The verdict of each level.
pub fn standings(store: &Store, assessments: &[Assessment<'_, '_>]) -> Vec<Standing> {
    let name = |assessment: &Assessment<'_, '_>| {
        short(store.model().rules.scheme_title(assessment.pack().scheme(), store.lang())).to_owned()
    };
    assessments.iter().map(|assessment| (name(assessment), assessment.verdict())).collect()
}

/// The part of a level's title that tells it from the others.
fn short(title: &str) -> &str {
    let quoted = title.split_once('“').and_then(|(_, rest)| rest.split_once('”'));
    let plain = title.split_once('(').map_or(title, |(before, _)| before).trim_end();
    let plain = plain.strip_suffix(words::FIRM).unwrap_or(plain);
    quoted.map_or_else(|| plain.strip_suffix(words::SMALL_AND_MEDIUM).unwrap_or(plain), |(name, _)| name)
}

/// Draws the line. `fewest` is by level how few answers could settle it, and empty until the guide is there: the line
/// has its place from the beginning, so that nothing moves beneath a finger when the guide comes.
pub fn view(store: &Store, assessments: &[Assessment<'_, '_>], fewest: &[Option<u32>]) -> Html {
    let levels = standings(store, assessments).into_iter().enumerate();
    let count = |at: usize| fewest.get(at).copied().flatten();
    html! { <p class="standing-line">{ for levels.map(|(at, level)| shown(level, count(at), store.lang())) }</p> }
}

/// A level with its verdict, or with how few answers could settle it.
fn shown((name, truth): Standing, fewest: Option<u32>, lang: Lang) -> Html {
    let (class, sign) = look(truth);
    let open = match fewest {
        Some(count) => words::to_fill_in(count, lang),
        None => words::OPEN.get(lang).to_owned(),
    };
    html! {
        <span class={classes!("pill", class)}>
            <span>{ name }{ " " }</span>
            if truth == Truth::Undetermined { <span>{ open }</span> } else { <span aria-hidden="true">{ sign }</span> }
            <span class="visually-hidden">{ " " }{ words::verdict(truth, lang) }</span>
        </span>
    }
}

/// Levels whose verdict is another: 「专精特新：暂不符合条件 → 尚不能判断」.
pub fn changes(before: &[Standing], now: &[Standing], lang: Lang) -> String {
    let mut text = String::new();
    for ((name, from), (same, to)) in before.iter().zip(now) {
        if name == same && from != to {
            let (from, to) = (words::verdict(*from, lang), words::verdict(*to, lang));
            text = [&text, name, words::COLON.get(lang), from, " → ", to, " "].concat();
        }
    }
    text
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{changes, short};
    use crate::words::Lang;
    use zjtx_evaluator::Truth;

    #[test]
    fn only_what_changed_is_said() {
        let level = |name: &str, truth| (name.to_owned(), truth);
        let before = [level("创新型", Truth::Undetermined), level("专精特新", Truth::Unmet)];
        let now = [level("创新型", Truth::Undetermined), level("专精特新", Truth::Undetermined)];
        assert_eq!(changes(&before, &now, Lang::Zh), "专精特新：暂不符合条件 → 尚不能判断 ");
        assert_eq!(changes(&now, &now, Lang::Zh), "");
    }

    #[test]
    fn a_level_is_called_by_what_tells_it_from_the_others() {
        for (title, name) in [
            ("创新型中小企业", "创新型"),
            ("专精特新“小巨人”企业", "小巨人"),
            ("高新技术企业", "高新技术"),
            ("Little giants (小巨人)", "Little giants"),
        ] {
            assert_eq!(short(title), name);
        }
    }
}
