//! Serves a built site as a static host should: right types, headers and compressed files.
//!
//! It reads files of one folder and nothing else; it neither builds the site nor listens anywhere.

mod headers;

use std::fs;
use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tower_http::services::{ServeDir, ServeFile};

pub use headers::{CONTENT_SECURITY_POLICY, HeaderRules, SiteError};

/// Bytes of the longest name that file systems take, less what is added for compressed files.
const LONGEST_NAME: usize = 250;

/// The header rules of a built site, in the format that several static hosts read.
pub const HEADERS_FILE: &str = "_headers";

/// The site in `folder`, as a fallback for other routes or alone.
///
/// # Errors
/// When the folder's header rules are missing or not understood.
pub fn router(folder: &Path) -> Result<Router, SiteError> {
    let rules = HeaderRules::read(&folder.join(HEADERS_FILE))?;
    check_plain(folder)?;
    let not_found = ServeFile::new(folder.join("404.html"));
    let missing = not_found.clone();
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().not_found_service(not_found);
    let hide = move |request: Request, next: Next| hide(missing.clone(), request, next);
    let finish = move |request: Request, next: Next| finish(rules.clone(), request, next);
    let router = Router::new().fallback_service(files).layer(middleware::from_fn(hide));
    Ok(router.layer(middleware::from_fn(finish)))
}

/// A built site holds files and folders. A link would lead out of the folder, and a pipe or device
/// would hang whoever asks for it.
fn check_plain(folder: &Path) -> Result<(), SiteError> {
    let unreadable = |error| SiteError::Unreadable(folder.into(), error);
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let kind = entry.file_type().map_err(unreadable)?;
        if kind.is_dir() {
            check_plain(&entry.path())?;
        } else if !kind.is_file() {
            return Err(SiteError::NotAFile(entry.path()));
        }
    }
    Ok(())
}

/// Answers as for a missing file where there is one that is nobody's business, or a name that no
/// file can have.
async fn hide(mut missing: ServeFile, request: Request, next: Next) -> Response {
    if !is_hidden(request.uri().path()) {
        return next.run(request).await;
    }
    // Serving a file fails only as an answer.
    let Ok(answer) = missing.try_call(request).await else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut answer = answer.into_response();
    *answer.status_mut() = StatusCode::NOT_FOUND;
    answer
}

/// Whether a path names a hidden file, the header rules, or something longer than a name can be.
fn is_hidden(path: &str) -> bool {
    path.split('/')
        .map(|name| percent_decode_str(name).collect::<Vec<u8>>())
        .any(|name| name.starts_with(b".") || name == HEADERS_FILE.as_bytes() || name.len() > LONGEST_NAME)
}

/// Adds what plain file serving leaves out: the site's headers and the encoding of text.
async fn finish(rules: HeaderRules, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let missing = response.status().is_client_error();
    let headers = response.headers_mut();
    for (name, value) in rules.for_path(&path) {
        headers.insert(name.clone(), value.clone());
    }
    if missing {
        // The rule is for the file of that name, should it come to be.
        headers.remove(CACHE_CONTROL);
    }
    if let Some(full) = headers.get(CONTENT_TYPE).and_then(with_charset) {
        headers.insert(CONTENT_TYPE, full);
    }
    response
}

fn with_charset(content_type: &HeaderValue) -> Option<HeaderValue> {
    let bare = content_type.to_str().ok()?;
    if !bare.starts_with("text/") || bare.contains("charset") {
        return None;
    }
    HeaderValue::from_str(&format!("{bare}; charset=utf-8")).ok()
}

#[cfg(test)]
mod tests;
