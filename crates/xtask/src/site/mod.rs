//! Serves a built site as a static host should: right types, headers and compressed files.

mod headers;

use std::net::Ipv4Addr;
use std::path::Path;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::middleware::{self, Next};
use axum::response::Response;
use tokio::net::TcpListener;
use tower_http::services::{ServeDir, ServeFile};

pub(crate) use headers::{CONTENT_SECURITY_POLICY, HeaderRules};

/// The header rules of a built site, in the format that several static hosts read.
pub(crate) const HEADERS_FILE: &str = "_headers";

/// Serves `folder` on the loopback address until the process is stopped; prints the address.
pub(crate) fn serve(folder: &Path, port: u16) -> Result<()> {
    let site = router(folder)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.with_context(|| {
            format!("port {port} cannot be listened on; `--port` takes another, 0 any free one")
        })?;
        println!("serving the site at http://{}/", listener.local_addr()?);
        axum::serve(listener, site).await.context("the server stopped")
    })
}

fn router(folder: &Path) -> Result<Router> {
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
