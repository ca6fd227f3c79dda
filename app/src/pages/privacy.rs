//! What leaves this page, which is nothing, and how to clear what is kept.

use crate::{action::Action, app::Store, effects, model::Storage, pages::heading};
use yew::prelude::*;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct PrivacyProps {
    /// The state.
    pub store: Store,
}

/// Draws the page.
#[component]
pub fn Privacy(props: &PrivacyProps) -> Html {
    let store = &props.store;
    let lang = store.lang();
    let asked = use_state(|| false);
    let ask = asked.setter();
    let kept = match store.model().storage {
        Storage::Browser => lang.pick(
            "填写的内容、自测记录和语言选择，只存放在本机这个浏览器的本地存储里。换一台设备或浏览器就看不到。",
            "Answers, past tests and the language are kept in the local storage of this browser on this device, and nowhere else.",
        ),
        Storage::Page => lang.pick(
            "此浏览器不允许保存，填写的内容只在本页打开期间有效。",
            "This browser does not store anything: answers last only while this page is open.",
        ),
    };
    html! {
        <div class="page narrow">
            { heading(lang.pick("隐私", "Privacy")) }
            <h2>{ lang.pick("从本页送出的内容：没有", "What leaves this page: nothing") }</h2>
            <p>{ lang.pick(
                "打开网页时只下载网页本身。填写、判断、保存、导出都在本机完成，不发送任何填写的内容，不使用第三方服务，不设跟踪。",
                "Opening the page downloads the page itself. Filling in, judging, keeping and exporting happen on this device. Nothing you type is sent, no third party is used and nobody is tracked.",
            ) }</p>
            <h2>{ lang.pick("保存在哪里", "Where it is kept") }</h2>
            <p>{ kept }</p>
            <h2>{ lang.pick("清除本机数据", "Clear this device") }</h2>
            <p>{ lang.pick("删除本机上的填写内容和全部自测记录，不能恢复。需要留底的，请先导出档案文件。", "Deletes the answers and all past tests on this device for good. Export dossier files first where you need them.") }</p>
            if *asked {
                { confirmation(store, ask) }
            } else {
                <p><button type="button" class="button danger" onclick={move |_| ask.set(true)}>{ lang.pick("清除本机数据", "Clear this device") }</button></p>
            }
        </div>
    }
}

fn confirmation(store: &Store, ask: UseStateSetter<bool>) -> Html {
    let lang = store.lang();
    let (clear, keep) = (store.on::<()>(Action::Clear), ask.clone());
    let onclear = Callback::from(move |_: MouseEvent| {
        effects::clear_storage();
        clear.emit(());
        ask.set(false);
    });
    html! {
        <p class="actions" role="alert">
            <b>{ lang.pick("确定清除？", "Clear it all?") }</b>
            <button type="button" class="button danger" onclick={onclear}>{ lang.pick("确定清除", "Clear") }</button>
            <button type="button" class="button quiet" onclick={move |_| keep.set(false)}>{ lang.pick("保留", "Keep") }</button>
        </p>
    }
}
