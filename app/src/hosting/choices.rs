//! The options of the page that is to be embedded.

use crate::{hosting::wishes::Wishes, store::Store, words::Lang};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// A parameter's name and its new value.
type Set = Callback<(&'static str, String)>;

/// Draws a field for each parameter.
pub fn view(store: &Store, wishes: &Wishes, set: &Set) -> Html {
    let lang = store.lang();
    let rules = &store.model().rules;
    let schemes = rules.catalog().schemes.iter().filter(|scheme| scheme.level > 0);
    let schemes = schemes.map(|scheme| (scheme.id.clone(), scheme.title.get(lang).to_owned()));
    let packs = rules
        .packs()
        .iter()
        .map(|pack| (pack.id().to_owned(), format!("{}（{}）", pack.title().get(lang), pack.id())));
    let every = lang.pick("访客自己选", "as the visitor chooses");
    html! {
        <div class="options">
            { select(wishes, set, "scheme", lang.pick("测哪一级", "Level"), std::iter::once((String::new(), every.to_owned())).chain(schemes)) }
            { select(wishes, set, "pack", lang.pick("只按某一份规则", "Only this rule pack"), std::iter::once((String::new(), lang.pick("按日期自动选用", "by the day").to_owned())).chain(packs)) }
            { input(wishes, set, "date", "date", lang.pick("规则日期（不填为当天）", "Day of the rules (blank: today)")) }
            { select(wishes, set, "region", lang.pick("企业登记地", "Registered in"), fixed(&[("", every), ("440000", lang.pick("广东省", "Guangdong")), ("000000", lang.pick("其他地区（全国标准）", "elsewhere (national rules)"))])) }
            { select(wishes, set, "lang", lang.pick("语言", "Language"), fixed(&[("", every), ("zh", "中文"), ("en", "English")])) }
            { select(wishes, set, "theme", lang.pick("深浅", "Theme"), fixed(&[("", lang.pick("随访客的设备", "as the visitor's device")), ("light", lang.pick("浅色", "light")), ("dark", lang.pick("深色", "dark"))])) }
            { input(wishes, set, "accent", "text", lang.pick("主色，如 #0b5cad（太浅则不用）", "Accent, such as #0b5cad (not used if too pale)")) }
            { select(wishes, set, "size", lang.pick("字号", "Size"), fixed(&[("", lang.pick("正常", "normal")), ("large", lang.pick("大字", "large"))])) }
            { select(wishes, set, "hide", lang.pick("不显示", "Leave out"), hidden(lang)) }
        </div>
    }
}

fn hidden(lang: Lang) -> impl Iterator<Item = (String, String)> {
    fixed(&[
        ("", lang.pick("都显示", "nothing")),
        ("header", lang.pick("页头", "the header")),
        ("footer", lang.pick("页脚", "the footer")),
        ("header,footer", lang.pick("页头和页脚", "header and footer")),
    ])
}

fn fixed(options: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> + use<> {
    let owned: Vec<_> =
        options.iter().map(|(value, name)| ((*value).to_owned(), (*name).to_owned())).collect();
    owned.into_iter()
}

fn select(
    wishes: &Wishes,
    set: &Set,
    name: &'static str,
    label: &str,
    options: impl Iterator<Item = (String, String)>,
) -> Html {
    let set = set.clone();
    let onchange = Callback::from(move |event: Event| {
        set.emit((name, event.target_unchecked_into::<HtmlSelectElement>().value()))
    });
    let options = options.map(|(value, text)| {
        let selected = wishes.get(name) == value;
        html! { <option {value} {selected}>{ text }</option> }
    });
    html! {
        <label>{ label.to_owned() }<select class="field" {name} {onchange}>{ for options }</select></label>
    }
}

/// A field that is taken up when it is left, as every change loads the preview anew.
fn input(wishes: &Wishes, set: &Set, name: &'static str, kind: &'static str, label: &str) -> Html {
    let set = set.clone();
    let onchange = Callback::from(move |event: Event| {
        set.emit((name, event.target_unchecked_into::<HtmlInputElement>().value().trim().to_owned()));
    });
    html! {
        <label>{ label.to_owned() }<input class="field" type={kind} {name} value={wishes.get(name).to_owned()} maxlength="40" {onchange} /></label>
    }
}
