//! Where past tests are kept, and for how long.

use crate::{
    records::{found::Rung, state::History},
    store::Store,
    words::Lang,
};
use yew::prelude::*;

/// Says it, for as long as it is not known as “being read”.
pub fn line(store: &Store) -> Html {
    let (history, lang) = (History::of(store.model()), store.lang());
    let class = if matches!(history.rung, Rung::Page | Rung::Partition) { "notice warn" } else { "note" };
    let text = if history.pending > 0 && history.rung != Rung::Page {
        lang.pick("正在保存…", "Being kept…")
    } else {
        words(history.rung, lang)
    };
    html! { <p {class} role="status">{ text }</p> }
}

/// Where it is kept.
pub const fn words(rung: Rung, lang: Lang) -> &'static str {
    match rung {
        Rung::Unopened | Rung::Opening => lang.pick("正在读取…", "Reading…"),
        Rung::Device => lang.pick(
            "自测记录仅保存在本机当前浏览器，更换设备、浏览器或清除数据后将无法查看；如需留存请导出文件。",
            "Past tests are kept in this browser on this device, and nowhere else. To have them elsewhere, or after browser data is cleared, save them as a file.",
        ),
        Rung::Partition => lang.pick(
            "本页嵌在别的网站里：自测记录可能只保存在该网站名下的分区，单独打开本站不一定看得到，浏览器也可能提前清除。要留底请另存为文件。",
            "This page is framed by another site: past tests may be kept only inside that site's partition. They may not be there when this site is opened by itself, and the browser may clear them early. Save them as a file to keep them.",
        ),
        Rung::Page => lang.pick(
            "此浏览器不保存自测记录，或它的数据库没有响应：本次的记录只在本页打开期间有效，关闭前请另存为文件；以前的记录可重新打开浏览器后再看。",
            "This browser does not keep past tests, or its database does not answer: those of this visit last only while this page is open. Save them as a file before you close it; earlier ones may be there again when the browser was restarted.",
        ),
    }
}
