//! The archive file 「自测记录文件」, out and in: of all firms, or of one.

use crate::{
    effects::{self, database},
    firms::firm::Firm,
    model::Model,
    records::{
        act::Act,
        archive,
        found::Rung,
        imported::{Imported, Refusal, Skip},
        state::History,
        stored::Stored,
        words,
    },
    store::Store,
    words::Lang,
};
use std::collections::{BTreeMap, BTreeSet};
use web_sys::HtmlInputElement;
use yew::{platform::spawn_local, prelude::*};

/// More of an archive is not read.
const MAX_ARCHIVE: f64 = 268_435_456.0;
/// Longest list of left-out items that is written out; beyond it they are only counted.
const NAMED: usize = 50;

/// A button that saves the archive of one firm, or of all.
pub fn save_button(store: &Store, firm: Option<&Firm>) -> Html {
    let (lang, saving, only) = (store.lang(), store.clone(), firm.cloned());
    let onclick = Callback::from(move |_: MouseEvent| {
        let (store, only) = (saving.clone(), only.clone());
        spawn_local(async move { save(&store, only).await });
    });
    let name = match firm {
        Some(_) => words::EXPORT_THIS_FIRM.get(lang),
        None => words::SAVE_ALL_AS_A.get(lang),
    };
    html! { <button type="button" class="button quiet" {onclick}>{ name }</button> }
}

async fn save(store: &Store, only: Option<Firm>) {
    let model = store.model();
    let stored = with_those_at_hand(model, database::everything().await);
    let name = only.as_ref().map_or_else(|| "zjtx".to_owned(), |firm| History::of(model).name(firm));
    let firms = only.map_or_else(|| firms(model), |firm| vec![firm]);
    let text = archive::write(&firms, drafts(model), stored);
    // A sandboxed frame may refuse; the records stay where they are.
    let _ = effects::files::download(&format!("{name}-{}.zjtx.json", model.today), &text);
}

/// The firms; one without a list is the first.
fn firms(model: &Model) -> Vec<Firm> {
    let listed = History::of(model).firms.to_vec();
    if listed.is_empty() {
        return vec![Firm {
            slot: model.firm.slot.clone(),
            id: effects::clock::now().0,
            name: String::new(),
        }];
    }
    listed
}

/// What is stored, and what is only at hand.
fn with_those_at_hand(model: &Model, mut stored: Vec<Stored>) -> Vec<Stored> {
    let known: BTreeSet<(String, String)> =
        stored.iter().map(|item| (item.firm.clone(), item.id.clone())).collect();
    let history = History::of(model);
    let aside = history.aside.iter().cloned().map(Stored::from);
    let at_hand = history.stored().chain(aside);
    stored.extend(at_hand.filter(|item| !known.contains(&(item.firm.clone(), item.id.clone()))));
    stored
}

fn drafts(model: &Model) -> BTreeMap<String, String> {
    let mut drafts: BTreeMap<String, String> = History::of(model).parked.as_ref().clone();
    drafts.extend(effects::storage::drafts());
    if model.draft.answered() > 0 {
        drafts.insert(model.firm.slot.clone(), model.draft.to_text());
    }
    drafts
}

/// A button that opens an archive.
pub fn open_button(store: &Store) -> Html {
    let send = store.sender();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let file = input.files().and_then(|files| files.get(0));
        // The same file can be chosen again.
        input.set_value("");
        if let Some(file) = file {
            let send = send.clone();
            effects::files::read_file(file, MAX_ARCHIVE, move |name, text| {
                send.emit(Act::Import { name, text, drafts: effects::storage::drafts() }.into());
            });
        }
    });
    // Until the list is there, it is not known what is new.
    let disabled = !matches!(History::of(store.model()).rung, Rung::Device | Rung::Partition | Rung::Page);
    html! {
        <label class="button quiet">
            <input type="file" class="hidden" accept=".json,application/json" {onchange} {disabled} />
            <span>{ words::OPEN_FROM_A_FILE.get(store.lang()) }</span>
        </label>
    }
}

/// What came of opening an archive.
pub fn imported(store: &Store) -> Html {
    let lang = store.lang();
    match History::of(store.model()).imported.as_deref() {
        None => Html::default(),
        Some(Imported::Refused(file, refusal)) => html! {
            <div class="notice wrong" role="alert">
                <p><b>{ words::NOT_IMPORTED.get(lang) }{ file }</b>{ refusal_words(*refusal, lang) }</p>
            </div>
        },
        Some(Imported::Taken { file, kept, firms, skipped }) => html! {
            <div class="notice" role="status">
                <p>{ taken(file, *kept, skipped.len(), lang) }{ new_firms(firms, lang) }</p>
                if !skipped.is_empty() {
                    <ul>{ for skipped.iter().take(NAMED).map(|(what, why)| html! {
                        <li>{ what }{ words::COLON.get(lang) }{ skip_words(*why, lang) }</li>
                    }) }</ul>
                }
                if skipped.len() > NAMED { <p>{ more(skipped, lang) }</p> }
            </div>
        },
    }
}

fn taken(file: &str, kept: usize, skipped: usize, lang: Lang) -> String {
    words::imported_new_past_tests(lang, file, kept, skipped)
}

fn new_firms(firms: &[String], lang: Lang) -> String {
    if firms.is_empty() {
        return String::new();
    }
    let names = firms.join(words::LIST_COMMA.get(lang));
    words::new_firms(lang, &names)
}

/// How many more were left out, by reason.
fn more(skipped: &[(String, Skip)], lang: Lang) -> String {
    let rest = skipped.iter().skip(NAMED).map(|(_, why)| *why);
    let all = [Skip::Here, Skip::Differs, Skip::Unreadable, Skip::Draft];
    let counts = all.map(|why| (rest.clone().filter(|other| *other == why).count(), skip_words(why, lang)));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = counts.map(|(count, why)| words::more(lang, count, why)).collect();
    parts.join(words::SEMICOLON.get(lang))
}

const fn refusal_words(refusal: Refusal, lang: Lang) -> &'static str {
    match refusal {
        Refusal::Other => words::IT_IS_NO_WHOLE.get(lang),
        Refusal::Newer => words::A_NEWER_VERSION_SAVED.get(lang),
    }
}

const fn skip_words(why: Skip, lang: Lang) -> &'static str {
    match why {
        Skip::Here => words::ALREADY_HERE.get(lang),
        Skip::Differs => words::ANOTHER_TEST_HAS_THE.get(lang),
        Skip::Unreadable => words::CANNOT_BE_READ_KEPT.get(lang),
        Skip::Draft => words::ANOTHER_FORM_IS_BEING.get(lang),
    }
}
