//! Serves a built site as a static host should: right types, headers and compressed files.
//!
//! It reads files of one folder and nothing else, and knows their hashes; it neither builds the site nor listens
//! anywhere.

mod headers;
mod sums;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;
use tower_http::services::{ServeDir, ServeFile};

pub use headers::{CONTENT_SECURITY_POLICY, HeaderRules, SiteError};
pub use sums::{SUMS_FILE, Sums, hash};

/// Bytes of the longest name that file systems take, less what is added for compressed files.
const LONGEST_NAME: usize = 250;

/// How long a file system may take to open a file.
const PATIENCE: Duration = Duration::from_secs(3);

/// What a compressed file is called beside the file itself.
const COMPRESSED: [&str; 2] = ["br", "gz"];

/// The header rules of a built site, in the format that several static hosts read.
pub const HEADERS_FILE: &str = "_headers";

/// The site in `folder`, as a fallback for other routes or alone.
///
/// # Errors
/// When the folder's header rules are missing or not understood.
pub fn router(folder: &Path) -> Result<Router, SiteError> {
    let rules = HeaderRules::read(&folder.join(HEADERS_FILE))?;
    let not_found = ServeFile::new(folder.join("404.html"));
    let (missing, root) = (not_found.clone(), Arc::<Path>::from(folder));
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().not_found_service(not_found);
    let hide = move |request: Request, next: Next| hide(missing.clone(), Arc::clone(&root), request, next);
    let finish = move |request: Request, next: Next| finish(rules.clone(), request, next);
    let router = Router::new().fallback_service(files).layer(middleware::from_fn(hide));
    Ok(router.layer(middleware::from_fn(finish)))
}

/// Answers as for a missing file where there is one that is nobody's business, or a name that no
/// file can have.
async fn hide(mut missing: ServeFile, folder: Arc<Path>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let is_public = move || !is_hidden(&path) && is_plain(&folder, &path);
    // Asking the file system may block, which the threads that serve connections must not.
    if tokio::task::spawn_blocking(is_public).await.unwrap_or(false) {
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

/// Whether nothing but files and folders lies on the way of a path. A link would lead out of the
/// folder, and a pipe or device would hang whoever asks for it.
fn is_plain(folder: &Path, path: &str) -> bool {
    // No file of a site has a name that is not UTF-8.
    let Ok(path) = percent_decode_str(path).decode_utf8() else { return false };
    let mut place = folder.to_owned();
    for name in path.split('/').filter(|name| !name.is_empty()) {
        place.push(name);
        if !is_file_or_folder(&place) {
            return false;
        }
    }
    if place.is_dir() {
        place.push("index.html");
    }
    let compressed = COMPRESSED.map(|ending| {
        let mut name = place.clone().into_os_string();
        name.push(format!(".{ending}"));
        PathBuf::from(name)
    });
    is_file_or_folder(&place) && compressed.iter().all(|file| is_file_or_folder(file))
}

/// What is missing is told to be missing when it is opened.
fn is_file_or_folder(place: &Path) -> bool {
    fs::symlink_metadata(place).map_or(true, |data| data.is_file() || data.is_dir())
}

/// Whether a path names a hidden file, the header rules, or something longer than a name can be.
fn is_hidden(path: &str) -> bool {
    path.split('/')
        .map(|name| percent_decode_str(name).collect::<Vec<u8>>())
        .any(|name| name.starts_with(b".") || name == HEADERS_FILE.as_bytes() || name.len() > LONGEST_NAME)
}

/// Adds what plain file serving leaves out: the site's headers, the encoding of text, and an end to
/// waiting for a file system that does not answer.
async fn finish(rules: HeaderRules, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let response = tokio::time::timeout(PATIENCE, next.run(request)).await;
    let mut response = response.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response());
    let missing = !response.status().is_success();
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
