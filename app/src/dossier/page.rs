//! The dossier file: out, to be kept or handed on, and in again.

use crate::{
    address::Address, dossier::open_button::open_button, result::tools, shell::heading::heading, store::Store,
};
use yew::prelude::*;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <div class="page narrow">
            { heading(lang.pick("档案文件", "Dossier file")) }
            <p>{ lang.pick(
                "档案文件就是已填写的内容，存在您自己的设备上：可以留底、换一台电脑继续填，或交给同事。打开另一份档案后，先前填写的内容可以恢复。",
                "The dossier file holds what was filled in, on your own device: to keep, to go on with on another computer, or to hand to a colleague. After another file was opened, the former answers can be brought back.",
            ) }</p>
            <p class="actions">
                { tools::export_button(store) }
                { open_button(store) }
                <a class="button" href={Address::Form(None).href()}>{ lang.pick("返回填写", "Back to the form") }</a>
            </p>
        </div>
    }
}
