//! The options of the page that is to be embedded.

use crate::{
    hosting::{wishes::Wishes, words},
    shell::words::{CHINESE, ENGLISH},
    store::Store,
    words::Lang,
};
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
    let every = words::AS_THE_VISITOR_CHOOSES.get(lang);
    let regions =
        rules.catalog().regions.iter().map(|region| (region.code.clone(), region.name.get(lang).to_owned()));
    let regions = std::iter::once((String::new(), every.to_owned())).chain(regions);
    let schemes = std::iter::once((String::new(), every.to_owned())).chain(schemes);
    let packs = std::iter::once((String::new(), words::BY_THE_DAY.get(lang).to_owned())).chain(packs);
    let languages = fixed(&[("", every), ("zh", CHINESE), ("en", ENGLISH)]);
    let themes = fixed(&[
        ("", words::AS_THE_VISITORS_DEVICE.get(lang)),
        ("light", words::LIGHT.get(lang)),
        ("dark", words::DARK.get(lang)),
    ]);
    let sizes = fixed(&[("", words::NORMAL.get(lang)), ("large", words::LARGE.get(lang))]);
    html! {
        <div class="options">
            { select(wishes, set, "scheme", words::LEVEL.get(lang), schemes) }
            { select(wishes, set, "pack", words::ONLY_THIS_RULE_PACK.get(lang), packs) }
            { input(wishes, set, "date", "date", words::DAY_OF_THE_RULES.get(lang)) }
            { select(wishes, set, "region", words::REGISTERED_IN.get(lang), regions) }
            { select(wishes, set, "lang", words::LANGUAGE.get(lang), languages) }
            { select(wishes, set, "theme", words::THEME.get(lang), themes) }
            { input(wishes, set, "accent", "text", words::ACCENT_SUCH_AS_0B5CAD.get(lang)) }
            { select(wishes, set, "size", words::SIZE.get(lang), sizes) }
            { select(wishes, set, "hide", words::LEAVE_OUT.get(lang), hidden(lang)) }
        </div>
    }
}

fn hidden(lang: Lang) -> impl Iterator<Item = (String, String)> {
    fixed(&[
        ("", words::NOTHING.get(lang)),
        ("header", words::THE_HEADER.get(lang)),
        ("footer", words::THE_FOOTER.get(lang)),
        ("header,footer", words::HEADER_AND_FOOTER.get(lang)),
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
        <label>
            { label.to_owned() }
            <input class="field" type={kind} {name} value={wishes.get(name).to_owned()} maxlength="40" {onchange} />
        </label>
    }
}
