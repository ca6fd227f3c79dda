//! The server as a browser sees it.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode};
use tower::ServiceExt;

use super::{HEADERS_FILE, router};

const RULES: &str = "/*\n  X-Content-Type-Options: nosniff\n/assets/*\n  Cache-Control: immutable\n";

async fn ask(request: axum::http::request::Builder) -> Response<Body> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("assets")).expect("a folder in it");
    for (file, text) in [
        (HEADERS_FILE, RULES),
        ("index.html", "home"),
        ("404.html", "nothing here"),
        ("assets/app.wasm", "plain"),
        ("assets/app.wasm.gz", "compressed"),
        ("assets/app.js", "script"),
    ] {
        fs::write(folder.path().join(file), text).expect("a file in it");
    }
    let request = request.body(Body::empty()).expect("a well-formed request");
    let site = router(folder.path()).expect("a readable site");
    site.oneshot(request).await.expect("an answer")
}

fn header<'a>(response: &'a Response<Body>, name: &str) -> Option<&'a str> {
    response.headers().get(name)?.to_str().ok()
}

#[tokio::test]
async fn files_have_their_types_and_headers() {
    for (path, content_type) in [
        ("/", "text/html; charset=utf-8"),
        ("/assets/app.js", "text/javascript; charset=utf-8"),
        ("/assets/app.wasm", "application/wasm"),
    ] {
        let response = ask(Request::get(path)).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(header(&response, "content-type"), Some(content_type));
        assert_eq!(header(&response, "x-content-type-options"), Some("nosniff"));
    }
}

#[tokio::test]
async fn only_assets_are_kept_for_ever() {
    let asset = ask(Request::get("/assets/app.js")).await;
    assert_eq!(header(&asset, "cache-control"), Some("immutable"));
    for path in ["/", "/assets/missing.js"] {
        let other = ask(Request::get(path)).await;
        assert_eq!(header(&other, "cache-control"), None, "{path}");
    }
}

#[tokio::test]
async fn compressed_files_go_to_those_who_take_them() {
    let response = ask(Request::get("/assets/app.wasm").header("accept-encoding", "gzip")).await;
    assert_eq!(header(&response, "content-encoding"), Some("gzip"));
    assert_eq!(header(&response, "content-type"), Some("application/wasm"));
    let response = ask(Request::get("/assets/app.wasm")).await;
    assert_eq!(header(&response, "content-encoding"), None);
}

#[tokio::test]
async fn nothing_outside_the_site_is_served() {
    for path in ["/missing", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/assets/..%2f..%2fx"] {
        let response = ask(Request::get(path)).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn only_reading_is_allowed() {
    let head = ask(Request::head("/")).await;
    assert_eq!(head.status(), StatusCode::OK);
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let response = ask(Request::builder().method(method).uri("/")).await;
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    }
}

#[tokio::test]
async fn what_is_nobodys_business_is_not_there() {
    let long = format!("/{}", "x".repeat(300));
    for path in ["/_headers", "/.git/config", "/assets/.secret", "/%2egit/config", "/%5fheaders", &long] {
        let response = ask(Request::get(path)).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(header(&response, "content-type"), Some("text/html; charset=utf-8"), "{path}");
        assert_eq!(header(&response, "x-content-type-options"), Some("nosniff"), "{path}");
    }
}

/// What is no plain file is not there, whenever it came into the folder, and nobody waits for it.
#[tokio::test]
async fn links_and_pipes_are_not_there() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = |name: &str| folder.path().join(name);
    for (name, text) in [(HEADERS_FILE, RULES), ("404.html", "nothing here"), ("page.html", "page")] {
        fs::write(place(name), text).expect("a file");
    }
    let site = router(folder.path()).expect("a readable site");
    fs::create_dir(place("below")).expect("a folder");
    symlink("/etc/passwd", place("link")).expect("a link");
    symlink("/etc", place("etc")).expect("a link");
    symlink("/etc/passwd", place("page.html.gz")).expect("a link");
    for pipe in ["pipe", "below/index.html"] {
        assert!(Command::new("mkfifo").arg(place(pipe)).status().expect("mkfifo").success());
    }
    for path in ["/link", "/etc/passwd", "/%65tc/passwd", "/pipe", "/below/", "/page.html"] {
        let request = Request::get(path).header("accept-encoding", "gzip").body(Body::empty());
        let answer = site.clone().oneshot(request.expect("a request")).await.expect("an answer");
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
    }
    fs::remove_file(place("page.html.gz")).expect("a link");
    let request = Request::get("/page.html").body(Body::empty()).expect("a request");
    assert_eq!(site.oneshot(request).await.expect("an answer").status(), StatusCode::OK);
}

/// A file system that does not answer costs one request its answer, and no more.
#[tokio::test]
async fn a_file_that_does_not_open_is_not_waited_for() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join(HEADERS_FILE), RULES).expect("a file");
    let stalled = folder.path().join("404.html");
    assert!(Command::new("mkfifo").arg(&stalled).status().expect("mkfifo").success());
    let site = router(folder.path()).expect("a readable site");
    let request = Request::get("/missing").body(Body::empty()).expect("a request");
    let answer = site.oneshot(request).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    // Ends the thread that still waits for somebody to write.
    drop(fs::OpenOptions::new().write(true).open(&stalled).expect("the pipe"));
}
