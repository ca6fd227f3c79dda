//! What every page has around it.

use crate::{
    action::Action,
    address::Address,
    draft::place_of,
    model::{Elsewhere, Model, Storage, Sweep},
    result::missing::name_of,
    shell::{footer, header},
    store::Store,
    words::{Lang, say},
};
use yew::prelude::*;

/// Draws a page with its surroundings.
pub fn shell(store: &Store, address: &Address, page: Html) -> Html {
    html! {
        <>
            { header::view(store, address) }
            <main id="main" data-packs={packs(store.model())}>
                { storage_notice(store) }
                { for store.model().opened.iter().map(|opened| opened.view(store.lang())) }
                { elsewhere_notice(store) }
                { undo_notice(store) }
                { if store.model().has_rules() { page } else { learning(store) } }
            </main>
            <p id="said" class="visually-hidden" role="status">{ store.model().said.clone() }</p>
            { footer::view(store, address) }
        </>
    }
}

/// Stands in for the first page while its part is on its way.
pub fn loading(lang: Lang) -> Html {
    html! {
        <main class="page narrow">
            <p class="notice" role="status">{ lang.pick("正在载入…", "Loading…") }</p>
        </main>
    }
}

/// Packs that the page judges by, as `id@revision`, for a host around it; none while they are on their way.
fn packs(model: &Model) -> Option<String> {
    let packs = model.has_rules().then(|| model.draft.scope.packs(&model.rules))?;
    Some(packs.into_iter().flat_map(|pack| [pack.id(), "@", pack.revision(), " "]).collect())
}

/// Stands in for a page whose rules are on their way.
fn learning(store: &Store) -> Html {
    let text = if store.model().unlearned {
        store.lang().pick(
            "所需的规则没有载入。请检查网络后重新打开本页；已填写的内容没有改动。",
            "The rules for this did not load. Check the connection and open this page again; what was filled in is unchanged.",
        )
    } else {
        store.lang().pick("正在载入所需的规则…", "Loading the rules for this…")
    };
    html! { <p class="notice" role="status">{ text }</p> }
}

fn storage_notice(store: &Store) -> Html {
    if store.model().storage == Storage::Browser {
        return Html::default();
    }
    let text = store.lang().pick(
        "当前浏览器无法保存：关闭页面后填报内容将丢失，请先导出填报文件。",
        "This browser does not store anything: answers last only while this page is open. Export the dossier file before you close it.",
    );
    html! { <p class="notice warn" role="status">{ text }</p> }
}

/// Another tab fills in the same form.
fn elsewhere_notice(store: &Store) -> Html {
    let (lang, elsewhere) = (store.lang(), store.model().elsewhere.as_ref());
    let text = match elsewhere {
        None => return Html::default(),
        Some(Elsewhere::Emptied) => {
            lang.pick("这份自测已在另一个标签页里清空", "This form was emptied in another tab").to_owned()
        }
        Some(Elsewhere::Merged(taken, contested)) => {
            let told = [
                (taken, lang.pick("已并入：", "; taken over from there: ")),
                (
                    contested,
                    lang.pick(
                        "两边都改过、保留本页的（请核对）：",
                        "; changed in both, this page’s stays (please check): ",
                    ),
                ),
            ];
            let told = told.into_iter().filter(|(keys, _)| !keys.is_empty());
            let told: Vec<String> = told.map(|(keys, what)| [what, &names(store, keys)].concat()).collect();
            let begin = lang.pick("另一个标签页也在填写这份自测，", "Another tab fills in this form too");
            [begin, &told.join(lang.pick("；", ""))].concat()
        }
    };
    html! { <p class="notice" role="status">{ text }</p> }
}

/// Names of answers by their keys, as many as can be read at a glance.
fn names(store: &Store, keys: &[String]) -> String {
    const NAMED: usize = 5;
    let (rules, lang) = (&store.model().rules, store.lang());
    let name = |key: &String| match place_of(rules.terms(), key) {
        Some(place) => name_of(rules, place, lang),
        None => lang.pick("自测范围", "what is tested").to_owned(),
    };
    let named: Vec<String> = keys.iter().take(NAMED).map(name).collect();
    let (named, all) = (named.join(lang.pick("、", ", ")), keys.len());
    if all <= NAMED { named } else { say!(lang, "{named} 等 {all} 项", "{named} and others, {all} in all") }
}

fn undo_notice(store: &Store) -> Html {
    let lang = store.lang();
    if let Some((_, how)) = store.model().swept {
        return html! {
            <p class="notice undo" role="status">
                { swept(how, lang) }
                <button type="button" class="link" onclick={store.on(Action::Undo)}>{ lang.pick("撤销", "Undo") }</button>
            </p>
        };
    }
    let Some(replaced) = &store.model().replaced else { return Html::default() };
    let firm = replaced.firm().to_owned();
    html! {
        <p class="notice" role="status">
            { lang.pick("已打开另一份填报，原填报已保留", "Another form is open; the former one is kept") }
            if !firm.is_empty() { { lang.pick("：", ": ") }{ firm } }
            <button type="button" class="link" onclick={store.on(Action::Undo)}>
                { lang.pick("恢复原填报", "Bring it back") }
            </button>
        </p>
    }
}

/// What changed several answers at once.
fn swept(how: Sweep, lang: Lang) -> String {
    match how {
        Sweep::Cleared => lang.pick("本节已清空", "The section was cleared").to_owned(),
        Sweep::Taken(count) => {
            say!(lang, "已填入 {count} 项，请核对", "{count} answers were filled in: please check")
        }
        Sweep::Pasted(0) => lang.pick(PASTED_ZH, PASTED_EN).to_owned(),
        Sweep::Pasted(unused) => say!(
            lang,
            "{PASTED_ZH}；多余的 {unused} 个数据未填入",
            "{PASTED_EN}; {unused} more found no year and were left out"
        ),
    }
}

const PASTED_ZH: &str = "已由近及远填入各年度，请核对";
const PASTED_EN: &str = "The cells were filled into the years, newest first: please check";
