//! Files, the clipboard and printing.

use crate::effects::{document, window};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, Element, Event, File, HtmlAnchorElement};

/// Bytes of a dossier file that are read; dossiers are far smaller.
pub const MAX_DOSSIER: f64 = 2_097_152.0;

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

/// Reads a file of at most `most` bytes as text and hands on its name and text.
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

/// Offers bytes as a file to save; whether the browser takes it.
pub fn download_bytes(name: &str, bytes: &[u8], kind: &str) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options);
    blob.and_then(|blob| offer(name, &blob)).is_ok()
}

/// The id of the field that something is pasted into, and its text.
pub fn pasted(event: &Event) -> (String, String) {
    let into = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let text = data.and_then(|data| data.get_data("text/plain").ok());
    (into.map(|field| field.id()).unwrap_or_default(), text.unwrap_or_default())
}
