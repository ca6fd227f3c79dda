//! 「嵌入」: for the editor of a portal: options, what they look like, and the lines to paste.

use crate::{
    effects::surroundings,
    hosting::{
        choices, qr,
        snippets::{self, Snippet},
        wishes::Wishes,
    },
    result::tools::Copy,
    shell::heading::heading,
    store::Store,
    words::{Lang, say},
};
use yew::prelude::*;

/// Properties of the page.
#[derive(Clone, PartialEq, Properties)]
pub struct EmbedProps {
    /// The state.
    pub store: Store,
}

/// Draws the page.
#[component]
pub fn Embed(props: &EmbedProps) -> Html {
    let store = &props.store;
    let lang = store.lang();
    let wishes = use_state(Wishes::default);
    let set = {
        let wishes = wishes.clone();
        Callback::from(move |(name, value)| wishes.set(wishes.with(name, value)))
    };
    let site = surroundings::site();
    html! {
        <div class="page narrow">
            { heading(lang.pick("把自测放到您的网站上", "The self-test on your own site")) }
            <p>{ lang.pick(
                "选好下面的选项，复制一段代码，粘贴到网页编辑器的“源代码”里即可，不用编程。访客填写的内容只留在访客的浏览器里，您的网站和本站都看不到。",
                "Choose below, copy one of the snippets and paste it into the source view of your page; no programming is needed. What visitors fill in stays in their browser: neither your site nor this one sees it.",
            ) }</p>
            <section class="card" aria-labelledby="options">
                <h2 id="options">{ lang.pick("选项", "Options") }</h2>
                { choices::view(store, &wishes, &set) }
            </section>
            <section class="card" aria-labelledby="preview">
                <h2 id="preview">{ lang.pick("预览", "Preview") }</h2>
                <p class="note">{ lang.pick(
                    "预览与您自己的填写隔开，里面填写的内容不保存，所以它会提示不能保存和打印；照下面的代码放到您的网站上就没有这些限制。",
                    "The preview is kept apart from your own answers and keeps none, so it says that it cannot store or print. The snippets below have no such limits.",
                ) }</p>
                // Without an origin of its own it cannot touch what this person has filled in.
                <iframe key={wishes.query()} class="preview" sandbox="allow-scripts" title={lang.pick("预览", "Preview")} src={format!("./{}", wishes.query())} />
            </section>
            <section class="card" aria-labelledby="snippets">
                <h2 id="snippets">{ lang.pick("代码，三种任选一种", "Snippets, any one of the three") }</h2>
                { for snippets::all(&wishes, &site, lang).into_iter().map(|each| snippet(each, lang)) }
                { link(&wishes, &site, lang) }
            </section>
        </div>
    }
}

fn snippet(snippet: Snippet, lang: Lang) -> Html {
    html! {
        <>
            <h3>{ snippet.title }</h3>
            <p>{ snippet.when }</p>
            { copied(snippet.code, lang) }
            <p>{ lang.pick("您的网站若设有内容安全策略（CSP），请网站管理员在其中加上：", "If your site has a content security policy (CSP), its administrator adds to it:") }</p>
            { copied(snippet.policy, lang) }
        </>
    }
}

fn copied(text: String, lang: Lang) -> Html {
    html! {
        <>
            <pre class="bytes" tabindex="0">{ text.clone() }</pre>
            <p><Copy {text} label={lang.pick("复制", "Copy")} done={lang.pick("已复制", "Copied")} refused={lang.pick("此浏览器不允许复制，请选中后复制", "This browser does not allow it; please select and copy")} /></p>
        </>
    }
}

fn link(wishes: &Wishes, site: &str, lang: Lang) -> Html {
    let address = format!("{site}{}", wishes.query());
    html! {
        <>
            <h3>{ lang.pick("三、链接或二维码", "3. A link, or a QR code") }</h3>
            <p>{ lang.pick("网页编辑器不允许嵌入时用；二维码可印在通知和海报上。二维码在本机生成。", "Where the editor allows no frames; the code is for notices and posters. It is made on this device.") }</p>
            { copied(address.clone(), lang) }
            { qr::view(&address, &say!(lang, "二维码：{address}", "QR code: {address}")) }
        </>
    }
}
