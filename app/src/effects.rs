//! Everything the page does to the browser: storage, clock, files, clipboard, printing, focus and the
//! address. No other file touches them. What a browser may refuse answers whether it worked.

#[cfg(feature = "desk")]
pub mod database;
#[cfg(feature = "desk")]
pub mod network;
#[cfg(feature = "desk")]
pub mod surroundings;
#[cfg(feature = "desk")]
pub mod worker;

use crate::{
    firm::Current,
    model::{Storage, Stored},
    route::Route,
};
use gloo::events::EventListener;
use js_sys::{Array, Date as Clock, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, ClipboardEvent, Document, Element, Event, EventTarget, File, HtmlAnchorElement,
    HtmlElement, Window,
};
use zjtx_evaluator::Date;

/// All keys of ours begin with it.
const PREFIX: &str = "zjtx.";
const DRAFT: &str = "zjtx.draft";
const LANG: &str = "zjtx.lang";
const FIRM: &str = "zjtx.firm";
/// Records of the former format, and what is on its way to the database.
const RECORD: &str = "zjtx.record.";
const PREPARATION: &str = "zjtx.preparation.";
/// More of a dossier is not read: they are far smaller.
pub const MAX_DOSSIER: f64 = 2_097_152.0;

fn window() -> Window {
    web_sys::window().expect_throw("the app runs in a page")
}

fn document() -> Document {
    window().document().expect_throw("the app runs in a page")
}

// --- the clock -----------------------------------------------------------------------------------

/// Today where the person is.
pub fn today() -> Date {
    let now = Clock::new_0();
    let text = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::parse(&text).or_else(|| Date::parse("2026-11-22")).expect_throw("a valid day")
}

/// An id that grows with time and that no other device gives, and the day and minute for people.
pub fn now() -> (String, String) {
    const CHANCES: f64 = 1_000_000.0;
    let now = Clock::new_0();
    let text = format!("{} {:02}:{:02}", today(), now.get_hours(), now.get_minutes());
    let chance = (js_sys::Math::random() * CHANCES).floor();
    (format!("{:.0}-{chance:06.0}", now.get_time()), text)
}

// --- storage -------------------------------------------------------------------------------------

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// What is stored, past tests only on request, and whether storing works.
pub fn stored(with_records: bool) -> (Storage, Stored) {
    let Some(storage) = storage() else { return (Storage::Page, Stored::default()) };
    let works = storage.set_item("zjtx.probe", "1").is_ok() && storage.remove_item("zjtx.probe").is_ok();
    let item = |key: &str| storage.get_item(key).ok().flatten();
    let records = if with_records { stored_under(RECORD, &storage) } else { Vec::new() };
    let firm = item(FIRM);
    let slot = Current::parse(firm.as_deref().unwrap_or_default()).slot;
    let stored = Stored { lang: item(LANG), draft: item(&draft_key(&slot)), firm, records };
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

/// Where the draft of a firm is stored.
fn draft_key(slot: &str) -> String {
    [DRAFT, slot].concat()
}

/// Stores the draft of a firm, or forgets the stored one.
pub fn store_draft(slot: &str, text: Option<&str>) -> bool {
    store_or_forget(&draft_key(slot), text)
}

/// Stores which firm is the present one; nothing where there is only the first.
pub fn store_firm(text: &str) -> bool {
    store_or_forget(FIRM, Some(text).filter(|text| !text.is_empty()))
}

/// The stored draft of each firm, by its slot.
pub fn drafts() -> Vec<(String, String)> {
    storage().map(|storage| stored_under(DRAFT, &storage)).unwrap_or_default()
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
pub fn clear_storage() {
    let Some(storage) = storage() else { return };
    let keys: Vec<String> = keys(&storage).filter(|key| key.starts_with(PREFIX)).collect();
    for key in &keys {
        let _ = storage.remove_item(key);
    }
}

// --- what the page gives -------------------------------------------------------------------------

/// The bytes that a function promises.
pub async fn called(function: Function) -> Option<Vec<u8>> {
    let promise: Promise = function.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
    let bytes: Uint8Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some(bytes.to_vec())
}

// --- files, clipboard, printing ------------------------------------------------------------------

/// Offers a text as a file to save.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    offer(name, &Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?)
}

fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = web_sys::Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address)
}

/// Reads a file, up to so many bytes, as text and hands on its name and text.
pub fn read_file(file: File, most: f64, then: impl FnOnce(String, String) + 'static) {
    spawn_local(async move {
        let part = file.slice_with_f64_and_f64(0.0, most);
        let text = match part {
            Ok(part) => JsFuture::from(part.text()).await.ok().and_then(|text| text.as_string()),
            Err(_) => None,
        };
        then(file.name(), text.unwrap_or_default());
    });
}

/// Copies a text and tells whether the browser did.
pub fn copy(text: String, then: impl FnOnce(bool) + 'static) {
    spawn_local(async move {
        let navigator = window().navigator();
        // Pages without a secure origin have no clipboard.
        let there = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false);
        let copied = there && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok();
        then(copied);
    });
}

/// Opens the browser's print dialogue.
pub fn print() {
    // A sandboxed frame may not print; then nothing happens.
    let _ = window().print();
}

// --- focus and the document ----------------------------------------------------------------------

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to an element and into view.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to an element, and the page to where it stands on top.
pub fn reach(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Moves the focus to the field of an answer's key, or to the first field of its question.
pub fn focus_answer(key: &str) {
    let fact = key.split('@').next().unwrap_or(key);
    let first = || element(&format!("question-{fact}"))?.query_selector("input, select").ok().flatten();
    let field = element(key).or_else(|| first()?.dyn_into().ok());
    if let Some(field) = field {
        let _ = field.focus();
    }
}

/// Names the page.
pub fn title(title: &str) {
    if document().title() != title {
        document().set_title(title);
    }
}

/// Shows a page from its top with the focus on its heading, unless something on it has the focus.
pub fn arrive() {
    let is_free = document().active_element().is_none_or(|active| active.tag_name() != "INPUT");
    if is_free {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus("title");
    }
}

/// Says which language the page is in; to say it anew would style the whole page anew.
pub fn speak(id: &str) {
    if let Some(root) = document().document_element()
        && root.get_attribute("lang").as_deref() != Some(id)
    {
        let _ = root.set_attribute("lang", id);
    }
}

/// The element that the app is drawn into, emptied of what it showed before.
pub fn root() -> Element {
    let root = element("app").expect_throw("the page has an element #app");
    root.set_inner_html("");
    root.into()
}

// --- the address ---------------------------------------------------------------------------------

/// The page that the address names.
pub fn route() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Goes to a page.
pub fn go(route: &Route) {
    let _ = window().location().set_hash(&route.href());
}

/// Names a page in the address without going there.
pub fn readdress(route: &Route) {
    let there = window()
        .history()
        .map(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&route.href())));
    // Where the history is out of reach, the address says more than it needs to.
    let _ = there;
}

/// Calls `then` whenever the address names another page.
pub fn on_route(then: impl Fn(Route) + 'static) -> EventListener {
    EventListener::new(&window(), "hashchange", move |_| then(route()))
}

/// The id of the field that something is pasted into, and its text.
pub fn pasted(event: &Event) -> (String, String) {
    let into = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let text = data.and_then(|data| data.get_data("text/plain").ok());
    (into.map(|field| field.id()).unwrap_or_default(), text.unwrap_or_default())
}

/// Calls `then` when a person finished composing text with an input method.
pub fn on_composed(target: &EventTarget, then: impl Fn() + 'static) -> EventListener {
    EventListener::new(target, "compositionend", move |_| then())
}
