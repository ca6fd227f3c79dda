//! Requests to the statistics endpoint 「统计接口」, which are made only when a person asks for one, and for files
//! of the site itself.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReferrerPolicy, RequestCache, RequestCredentials, RequestInit, Response};

/// Where the endpoint is, as the site's build wrote it into the page; `None` where there is none.
pub fn endpoint() -> Option<String> {
    let meta = super::document().query_selector("meta[name=endpoint]").ok()??;
    meta.get_attribute("content").filter(|address| !address.is_empty())
}

/// An answer of the endpoint.
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Seconds after which the same may be tried again.
    pub retry_after: Option<u32>,
    /// The body.
    pub text: String,
}

/// Asks for a document; `None` when no answer comes.
pub async fn get(address: &str) -> Option<Answer> {
    ask(address, &plain("GET")).await.ok()
}

/// A file of the site; `None` where it does not come.
pub async fn file(address: &str) -> Option<String> {
    let answer: Response =
        JsFuture::from(super::window().fetch_with_str(address)).await.ok()?.dyn_into().ok()?;
    if answer.ok() { JsFuture::from(answer.text().ok()?).await.ok()?.as_string() } else { None }
}

/// SHA-256 of bytes; `None` in a browser that has no such function, or keeps it from pages without HTTPS.
pub async fn sha256(bytes: &[u8]) -> Option<Vec<u8>> {
    let crypto = super::window().crypto().ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    let digest: Function = Reflect::get(&subtle, &"digest".into()).ok()?.dyn_into().ok()?;
    let promise = digest.call2(&subtle, &"SHA-256".into(), &Uint8Array::from(bytes)).ok()?;
    let hash = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?;
    Some(Uint8Array::new(&hash).to_vec())
}

/// Sends a JSON text as it stands; `None` when no answer comes.
pub async fn post(address: &str, body: &str, headers: &[(&str, String)]) -> Option<Answer> {
    let request = plain("POST");
    request.set_body(&body.into());
    let all = web_sys::Headers::new().ok()?;
    all.set("content-type", "application/json").ok()?;
    for (name, value) in headers {
        all.set(name, value).ok()?;
    }
    request.set_headers(&all);
    // The report gets through even when the page is closed meanwhile.
    Reflect::set(&request, &"keepalive".into(), &JsValue::TRUE).ok()?;
    ask(address, &request).await.ok()
}

/// A request that tells nothing by itself: no cookie, no referrer.
fn plain(method: &str) -> RequestInit {
    let request = RequestInit::new();
    request.set_method(method);
    request.set_credentials(RequestCredentials::Omit);
    request.set_referrer_policy(ReferrerPolicy::NoReferrer);
    request.set_cache(RequestCache::NoStore);
    request
}

async fn ask(address: &str, request: &RequestInit) -> Result<Answer, JsValue> {
    let answer = super::window().fetch_with_str_and_init(address, request);
    let answer: Response = JsFuture::from(answer).await?.dyn_into()?;
    let retry_after = answer.headers().get("retry-after")?.and_then(|seconds| seconds.parse().ok());
    let text = JsFuture::from(answer.text()?).await?.as_string().unwrap_or_default();
    Ok(Answer { status: answer.status(), retry_after, text })
}

/// Lets some time pass.
pub async fn wait(milliseconds: i32) {
    let passed = Promise::new(&mut |resolve, _| {
        let window = super::window();
        // A timer cannot be refused.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    let _ = JsFuture::from(passed).await;
}

/// Sixteen random bytes; `None` in a browser that has no such source.
pub fn random_bytes() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    super::window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// A share from 0 to 1, by chance.
pub fn chance() -> f64 {
    js_sys::Math::random()
}

/// The bytes that a function promises.
pub async fn called(function: Function) -> Option<Vec<u8>> {
    let promise: Promise = function.call0(&JsValue::NULL).ok()?.dyn_into().ok()?;
    let bytes: Uint8Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some(bytes.to_vec())
}
