//! Where the levels stand, on one line that stays in view while one answers, and what changed, said aloud.

use crate::{
    effects::network::wait,
    result::marks::look,
    store::Store,
    words::{self, Lang, say},
};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Guide, Truth};

/// Milliseconds after the last change until it is said: typing is not interrupted.
const QUIET: i32 = 700;

/// Where a level stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    name: String,
    truth: Truth,
    /// How few answers could settle it, where that is known.
    fewest: Option<u32>,
}

/// Properties of the line.
#[derive(Clone, PartialEq, Properties)]
pub struct LineProps {
    /// The state; every change makes another.
    pub store: Store,
    /// In the order of the ladder.
    pub levels: Vec<Level>,
}

/// Where the levels of some assessments stand.
pub fn levels(store: &Store, assessments: &[Assessment<'_, '_>], guide: &Guide) -> Vec<Level> {
    let lang = store.lang();
    let level = |(at, assessment): (usize, &Assessment<'_, '_>)| {
        let fewest = guide.fewest(at).and_then(|fewest| fewest.met.or(fewest.unmet));
        let name = short(store.model().rules.scheme_title(assessment.pack().scheme(), lang));
        Level { name: name.to_owned(), truth: assessment.verdict(), fewest }
    };
    assessments.iter().enumerate().map(level).collect()
}

/// The part of a level's title that tells it from the others.
fn short(title: &str) -> &str {
    let quoted = title.split_once('“').and_then(|(_, rest)| rest.split_once('”'));
    let plain = title.split_once(" (").map_or(title, |(before, _)| before);
    let plain = plain.strip_suffix("企业").unwrap_or(plain);
    quoted.map_or_else(|| plain.strip_suffix("中小").unwrap_or(plain), |(name, _)| name)
}

/// Draws the line.
#[component]
pub fn StandingLine(props: &LineProps) -> Html {
    let lang = props.store.lang();
    let told = use_changes(props);
    html! {
        <>
            <p class="standing-line">{ for props.levels.iter().map(|level| shown(level, lang)) }</p>
            <p class="visually-hidden" role="status">{ told }</p>
        </>
    }
}

fn shown(level: &Level, lang: Lang) -> Html {
    let (class, sign) = look(level.truth);
    let open = match level.fewest {
        _ if level.truth != Truth::Undetermined => None,
        Some(count) => Some(say!(lang, "待填 {count} 项", "{count} to fill in")),
        None => Some(lang.pick("待填", "open").to_owned()),
    };
    let verdict = words::verdict(level.truth, lang);
    html! {
        <span class={classes!("pill", class)}>
            { level.name.clone() }{ " " }
            if let Some(open) = open { { open } } else { <span aria-hidden="true">{ sign }</span> }
            <span class="visually-hidden">{ " " }{ verdict }</span>
        </span>
    }
}

/// What changed since it was last said, once nothing more changes for a while.
#[hook]
fn use_changes(props: &LineProps) -> String {
    let told = use_state(|| (props.levels.clone(), String::new()));
    let last = told.clone();
    use_effect_with(props.clone(), move |props| {
        let (props, is_wanted) = (props.clone(), Rc::new(Cell::new(true)));
        let is_last = Rc::clone(&is_wanted);
        spawn_local(async move {
            wait(QUIET).await;
            if is_last.get() && props.levels != last.0 {
                let text = changes(&last.0, &props.levels, props.store.lang());
                last.set((props.levels, text));
            }
        });
        move || is_wanted.set(false)
    });
    told.1.clone()
}

/// Levels whose verdict is another: 「专精特新：暂不符合 → 尚不能判断」.
fn changes(before: &[Level], now: &[Level], lang: Lang) -> String {
    let change = |(before, now): (&Level, &Level)| {
        let (from, to) = (words::verdict(before.truth, lang), words::verdict(now.truth, lang));
        (before.truth != now.truth).then(|| [&now.name, lang.pick("：", ": "), from, " → ", to].concat())
    };
    let changes: Vec<String> = before.iter().zip(now).filter_map(change).collect();
    changes.join(lang.pick("；", "; "))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Level, changes, short};
    use crate::words::Lang;
    use zjtx_evaluator::Truth;

    #[test]
    fn only_what_changed_is_said() {
        let level = |name: &str, truth| Level { name: name.to_owned(), truth, fewest: None };
        let before = [level("创新型", Truth::Undetermined), level("专精特新", Truth::Unmet)];
        let now = [level("创新型", Truth::Undetermined), level("专精特新", Truth::Undetermined)];
        assert_eq!(changes(&before, &now, Lang::Zh), "专精特新：暂不符合条件 → 尚不能判断");
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
