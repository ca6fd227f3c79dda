//! Serves a built site as a static host should: right types, headers and compressed files.
//!
//! It reads files of one folder and nothing else; it neither builds the site nor listens anywhere.

mod headers;

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::services::{ServeDir, ServeFile};

pub use headers::{CONTENT_SECURITY_POLICY, HeaderRules, SiteError};

/// The header rules of a built site, in the format that several static hosts read.
pub const HEADERS_FILE: &str = "_headers";

/// The site in `folder`, as a fallback for other routes or alone.
///
/// # Errors
/// When the folder's header rules are missing or not understood.
pub fn router(folder: &Path) -> Result<Router, SiteError> {
    let rules = HeaderRules::read(&folder.join(HEADERS_FILE))?;
    let not_found = ServeFile::new(folder.join("404.html"));
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().not_found_service(not_found);
    let finish = move |request: Request, next: Next| finish(rules.clone(), request, next);
    Ok(Router::new().fallback_service(files).layer(middleware::from_fn(finish)))
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
