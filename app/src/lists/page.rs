//! 「批量摸底」: a list of firms, judged by a worker on this device. What the worker holds stays there while
//! other pages are read; only the rows in sight are asked for.

use crate::{
    lists::{choose, outcome, progress, session::Session, state::Phase},
    shell::heading::heading,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::Text;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let (lang, session) = (store.lang(), Session::of(store.model()));
    let state = &session.state;
    html! {
        <div class="page">
            { heading(lang.pick("批量摸底", "Many firms at once")) }
            { intro(lang) }
            <choose::Choose store={store.clone()} />
            <div role="status">{ told(&state.phase, lang) }</div>
            { match &state.phase {
                Phase::Reading(done, all, taken) => progress::view(store, &state.file, [*done, *all, *taken]),
                Phase::Refused(reason) => refused(&state.file, reason, lang),
                Phase::Judged(summary) => outcome::view(store, state, summary),
                Phase::Empty | Phase::Cancelled | Phase::Lost => Html::default(),
            } }
        </div>
    }
}

fn intro(lang: Lang) -> Html {
    html! {
        <p class="lead">{ lang.pick(
            "选择企业清单（.xlsx 或 .csv），按所选级别逐家判断。数据仅在本机处理，不上传，关闭页面后清除。",
            "Give this page a list of firms (.xlsx or .csv): each is judged by the levels chosen. All of it happens on this device; nothing is uploaded, and nothing stays once the page is closed.",
        ) }</p>
    }
}

/// What is said aloud when something begins or ends.
fn told(phase: &Phase, lang: Lang) -> Html {
    let text = match phase {
        Phase::Reading(..) => lang.pick("正在判断……", "Judging …"),
        Phase::Cancelled => lang.pick("已取消，未保留结果。", "Cancelled; nothing was kept."),
        Phase::Lost => lang.pick(
            "批量判断功能加载失败：请检查网络，或换用较新的浏览器后再选一次文件。",
            "The program for lists did not load: check the connection or use a newer browser, then choose the file again.",
        ),
        Phase::Judged(_) => lang.pick("判断完成。", "Done."),
        Phase::Empty | Phase::Refused(_) => return Html::default(),
    };
    html! { <p class="notice">{ text }</p> }
}

fn refused(file: &str, reason: &Text, lang: Lang) -> Html {
    html! {
        <div class="notice wrong" role="alert">
            <p><b>{ lang.pick("无法读取 ", "Not read: ") }{ file.to_owned() }</b></p>
            <p>{ reason.get(lang) }</p>
        </div>
    }
}
