//! The browser's local storage: drafts, language, the present firm, and what is on its way to the database.

use crate::{
    effects::window,
    firms::current::Current,
    model::{Storage, Stored},
};
use gloo::events::EventListener;

/// All keys of ours begin with it.
const PREFIX: &str = "zjtx.";
const DRAFT: &str = "zjtx.draft";
/// Forms that were replaced: the slot, a slash and the moment, in milliseconds.
const REPLACED: &str = "zjtx.replaced";
/// Milliseconds for which they are kept: seven days.
const REPLACED_FOR: u64 = 604_800_000;
const LANG: &str = "zjtx.lang";
const MODE: &str = "zjtx.mode";
const GUIDED: &str = "guided";
const FIRM: &str = "zjtx.firm";
/// Records of the former format, and what is on its way to the database.
const RECORD: &str = "zjtx.record.";
const PREPARATION: &str = "zjtx.preparation.";

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What is stored, and whether storing works.
pub fn stored() -> (Storage, Stored) {
    let Some(storage) = storage() else {
        return (Storage::Page, Stored { guided: super::focus::is_narrow(), ..Stored::default() });
    };
    let works = storage.set_item("zjtx.probe", "1").is_ok() && storage.remove_item("zjtx.probe").is_ok();
    let item = |key: &str| storage.get_item(key).ok().flatten();
    let firm = item(FIRM);
    let slot = Current::parse(firm.as_deref().unwrap_or_default()).slot;
    let replaced = replaced_last(&slot);
    let guided = item(MODE).map_or_else(super::focus::is_narrow, |mode| mode == GUIDED);
    let stored = Stored { lang: item(LANG), guided, draft: item(&draft_key(&slot)), replaced, firm };
    (if works { Storage::Browser } else { Storage::Page }, stored)
}

fn keys(storage: &web_sys::Storage) -> impl Iterator<Item = String> {
    (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten())
}

/// What is stored under keys that begin so, by the rest of each.
fn stored_under(prefix: &str, storage: &web_sys::Storage) -> Vec<(String, String)> {
    let item = |key: String| Some((key.strip_prefix(prefix)?.to_owned(), storage.get_item(&key).ok()??));
    keys(storage).filter_map(item).collect()
}

fn store(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Stores a text, or forgets the stored one.
fn store_or_forget(key: &str, text: Option<&str>) -> bool {
    match (text, storage()) {
        (Some(text), _) => store(key, text),
        (None, Some(storage)) => storage.remove_item(key).is_ok(),
        (None, None) => true,
    }
}

/// Records of the former format, and what is on its way to the database: keys and texts.
pub fn former_records() -> Vec<(String, String)> {
    storage().map(|storage| stored_under(RECORD, &storage)).unwrap_or_default()
}

/// Where the draft of a firm is stored.
fn draft_key(slot: &str) -> String {
    [DRAFT, slot].concat()
}

/// Stores the draft of a firm, or forgets the stored one.
pub fn store_draft(slot: &str, text: Option<&str>) -> bool {
    store_or_forget(&draft_key(slot), text)
}

/// The stored draft of a firm.
pub fn draft(slot: &str) -> Option<String> {
    storage()?.get_item(&draft_key(slot)).ok().flatten()
}

/// Now, in whole milliseconds: text of floating-point numbers would cost the first load 20 KB.
pub fn moment() -> u64 {
    js_sys::Date::now() as u64
}

fn replaced_key(slot: &str) -> String {
    [REPLACED, slot, "/"].concat()
}

/// The forms of a firm that were replaced, by the moment in milliseconds; those that are too old are forgotten.
pub fn replaced(slot: &str) -> Vec<(u64, String)> {
    let Some(storage) = storage() else { return Vec::new() };
    let (prefix, first) = (replaced_key(slot), moment().saturating_sub(REPLACED_FOR));
    let mut found = Vec::new();
    for (moment, text) in stored_under(&prefix, &storage) {
        let since: u64 = moment.parse().unwrap_or_default();
        if since > first {
            found.push((since, text));
        } else {
            let _ = storage.remove_item(&[&prefix, moment.as_str()].concat());
        }
    }
    found
}

/// The form of a firm that was replaced last.
pub fn replaced_last(slot: &str) -> Option<String> {
    replaced(slot).into_iter().max_by_key(|(moment, _)| *moment).map(|(_, text)| text)
}

/// Keeps a form that was replaced; the one that is filled in at present is forgotten among them.
pub fn keep_replaced(slot: &str, present: &str, replaced: Option<&str>) -> bool {
    let Some(storage) = storage() else { return replaced.is_none() };
    let prefix = replaced_key(slot);
    for (moment, text) in stored_under(&prefix, &storage) {
        if text == present || Some(text.as_str()) == replaced {
            let _ = storage.remove_item(&[&prefix, moment.as_str()].concat());
        }
    }
    let mut key = moment();
    while storage.get_item(&format!("{prefix}{key}")).ok().flatten().is_some() {
        key += 1;
    }
    replaced.is_none_or(|text| store(&format!("{prefix}{key}"), text))
}

/// Forgets the forms of a firm that were replaced.
pub fn forget_replaced(slot: &str) {
    let Some(storage) = storage() else { return };
    for (moment, _) in stored_under(&replaced_key(slot), &storage) {
        let _ = storage.remove_item(&format!("{}{moment}", replaced_key(slot)));
    }
}

/// Calls `then` whenever another tab stores something.
pub fn on_stored_elsewhere(then: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "storage", move |_| then())
}

/// Stores which firm is the present one; nothing where there is only the first.
pub fn store_firm(text: &str) -> bool {
    store_or_forget(FIRM, Some(text).filter(|text| !text.is_empty()))
}

/// The stored draft of each firm, by its slot.
pub fn drafts() -> Vec<(String, String)> {
    storage().map(|storage| stored_under(DRAFT, &storage)).unwrap_or_default()
}

/// Stores whether the form asks question by question.
pub fn store_mode(guided: bool) -> bool {
    store(MODE, if guided { GUIDED } else { "all" })
}

/// Keeps how the page looks, by its attribute.
pub fn store_look(attribute: &str, value: &str) {
    store(&[PREFIX, attribute].concat(), value);
}

/// How the page was made to look.
pub fn look(attribute: &str) -> Option<String> {
    storage()?.get_item(&[PREFIX, attribute].concat()).ok().flatten()
}

/// Stores the language.
pub fn store_lang(id: &str) -> bool {
    store(LANG, id)
}

/// Stores something that is on its way to the database.
pub fn store_record(key: &str, text: &str) -> bool {
    store(&format!("{RECORD}{key}"), text)
}

/// Deletes what is stored outside the database, and what was ticked for it.
pub fn forget_record(key: &str) {
    if let Some(storage) = storage() {
        // A browser that refuses to delete refused to store, too.
        let _ = storage.remove_item(&format!("{RECORD}{key}"));
        let _ = storage.remove_item(&format!("{PREPARATION}{key}"));
    }
}

/// What is kept of a preparation list.
pub fn preparation(id: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREPARATION}{id}")).ok().flatten()
}

/// Stores a preparation list.
pub fn store_preparation(id: &str, text: &str) -> bool {
    store(&format!("{PREPARATION}{id}"), text)
}

/// Deletes everything of ours.
pub fn clear() {
    let Some(storage) = storage() else { return };
    let keys: Vec<String> = keys(&storage).filter(|key| key.starts_with(PREFIX)).collect();
    for key in &keys {
        let _ = storage.remove_item(key);
    }
}

/// Whether a mark was made on this device.
pub fn is_marked(key: &str) -> bool {
    storage().is_some_and(|storage| storage.get_item(key).ok().flatten().is_some())
}

/// A text that a script of the page keeps on this device.
pub fn text(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Forgets such a text.
pub fn forget(key: &str) {
    store_or_forget(key, None);
}

/// Makes a mark on this device.
pub fn mark(key: &str) {
    store(key, "1");
}

fn session() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

/// What this tab keeps under a key until it is closed.
pub fn kept_in_tab(key: &str) -> Option<String> {
    session()?.get_item(key).ok().flatten()
}

/// Keeps a text in this tab, or forgets it; a browser that keeps nothing does without.
pub fn keep_in_tab(key: &str, text: Option<&str>) {
    let Some(session) = session() else { return };
    let _ = match text {
        Some(text) => session.set_item(key, text),
        None => session.remove_item(key),
    };
}
