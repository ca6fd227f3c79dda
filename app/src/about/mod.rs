//! What this is, by which rules it judges, and under which licence it stands.

mod build;
mod words;

use crate::{address::Address, shell::heading::heading, store::Store};
use yew::prelude::*;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <div class="page narrow">
            { heading(lang.pick("关于", "About")) }
            <p>{ crate::words::warning(lang) }</p>
            <p>{ lang.pick(
                "本工具按公开的标准判断企业自己填写的数据，不代表任何部门的评审意见。标注“待核实”“仅有一个来源”的条文，请以正式文件为准。",
                "This tool judges what an enterprise fills in by published standards. It speaks for no authority. Where a reading is marked uncertain, of one source, or from memory, the document itself counts.",
            ) }</p>
            <h2>{ lang.pick("标准", "Standards") }</h2>
            <ul>
                { for store.model().rules.packs().iter().map(|pack| html! {
                    <li>{ pack.title().get(lang) }{ lang.pick("，第 ", ", our version ") }{ pack.revision() }{ lang.pick(" 次整理", "") }<br /><small><code>{ pack.id() }</code></small></li>
                }) }
            </ul>
            <h2>{ lang.pick("网站嵌入", "On your own site") }</h2>
            <p><a href={Address::Embed.href()}>{ lang.pick("把自测嵌入政府门户或企业服务平台", "Embed the self-test in a portal") }</a></p>
            <h2>{ lang.pick("版本与许可", "Version and licence") }</h2>
            <build::Build {lang} />
        </div>
    }
}
