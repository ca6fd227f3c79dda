//! The site and the endpoint in one program.

use std::fs;

use crate::support::reports::report;
use crate::support::server::{TestServer, generous};

#[tokio::test]
async fn the_site_is_served_beside_the_endpoint() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("_headers", "/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors *\n"),
        ("index.html", "home"),
        ("404.html", "nothing here"),
    ] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let mut settings = generous();
    settings.site = Some(folder.path().into());
    let server = TestServer::with(settings);
    let home = server.get("/", None).await;
    assert_eq!((home.status.as_u16(), home.body.as_slice()), (200, b"home".as_slice()));
    assert_eq!(home.header("content-security-policy"), Some("default-src 'none'; frame-ancestors *"));
    assert_eq!(server.send(&report(1)).await, 204);
    for (path, status, kind) in [
        ("/missing", 404, "text/html; charset=utf-8"),
        ("/v1/missing", 404, "application/problem+json"),
        ("/v1/config", 200, "application/json"),
    ] {
        let answer = server.get(path, None).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type")), (status, Some(kind)), "{path}");
    }
    assert_eq!(server.get("/v1/reports", None).await.status, 405);
}
