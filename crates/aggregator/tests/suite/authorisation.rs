//! Every kind of token, on every route, for every district.

use zjtx_aggregator::store::Scope;

use crate::support::reports::{TIANHE, districts};
use crate::support::server::{TestServer, audit, generous};

/// A token and what it opens.
struct Holder {
    token: Option<String>,
    opens: Option<Scope>,
    refusal: u16,
}

fn holders(server: &TestServer) -> Vec<Holder> {
    let stranger =
        |token: Option<&str>| Holder { token: token.map(str::to_owned), opens: None, refusal: 403 };
    let never_issued = format!("zjtx_{}", "A".repeat(32));
    let mut holders =
        vec![stranger(None), stranger(Some("")), stranger(Some("zjtx_short")), stranger(Some(&never_issued))];
    let revoked = server.issue(Scope::City, "已吊销", 30);
    assert!(server.store().revoke_token("已吊销", &audit()).expect("the database"));
    let expired = server.issue(Scope::City, "已过期", -1);
    holders.extend([revoked, expired].map(|token| Holder { token: Some(token), opens: None, refusal: 401 }));
    for district in districts() {
        let scope = Scope::District(district);
        let token = Some(server.issue(scope, &format!("区{district}"), 0));
        holders.push(Holder { token, opens: Some(scope), refusal: 403 });
    }
    let portal = Some(server.issue(Scope::Portal, "门户", 30));
    holders.push(Holder { token: portal, opens: None, refusal: 403 });
    let city = Some(server.issue(Scope::City, "市级", 30));
    holders.push(Holder { token: city, opens: Some(Scope::City), refusal: 403 });
    holders
}

/// Whoever may look learns that it is not there; all others only that they may not look.
const NO_SUCH_RELEASE: &str = "releases/99";

const ENDS: [&str; 5] = ["releases", "releases/latest", "releases.csv", "releases.xlsx", NO_SUCH_RELEASE];

/// Every route, with the scope that is the least to open it; `None` where there is nothing.
fn routes() -> Vec<(String, Option<Scope>)> {
    let mut routes = Vec::new();
    for end in ENDS {
        if end != NO_SUCH_RELEASE {
            routes.push((format!("/v1/city/{end}"), Some(Scope::City)));
        }
        for code in ["440107", "000000", "city"] {
            routes.push((format!("/v1/districts/{code}/{end}"), None));
        }
        for district in districts() {
            let path = format!("/v1/districts/{}/{end}", district.code());
            routes.push((path, Some(Scope::District(district))));
        }
    }
    routes
}

#[tokio::test]
async fn a_token_opens_its_own_district_and_nothing_else() {
    let server = TestServer::new();
    let (mut opened, mut refused) = (0, 0);
    for holder in holders(&server) {
        for (path, least) in routes() {
            let is_open = least.is_some() && (holder.opens == least || holder.opens == Some(Scope::City));
            let answer = server.get(&path, holder.token.as_deref()).await;
            let expected = match is_open {
                true if path.ends_with(NO_SUCH_RELEASE) => 404,
                true => 200,
                false => holder.refusal,
            };
            assert_eq!(answer.status, expected, "{:?} on {path}", holder.opens);
            opened += u32::from(is_open);
            refused += u32::from(!is_open);
        }
    }
    let open = 12 * 5 + 12 * 5 + 4;
    assert_eq!((opened, refused), (open, 20 * (5 * 15 + 4) - open));
}

#[tokio::test]
async fn a_token_learns_how_far_it_reaches() {
    let server = TestServer::new();
    for (scope, days, expected) in [
        (Scope::City, 31, serde_json::json!({ "expires": "2026-12-19", "expires_soon": false })),
        (
            Scope::District(TIANHE),
            30,
            serde_json::json!({ "district": "440106", "expires": "2026-12-18", "expires_soon": true }),
        ),
    ] {
        let token = server.issue(scope, &scope.to_string(), days);
        assert_eq!(server.get("/v1/access", Some(&token)).await.json(), expected);
    }
}

#[tokio::test]
async fn refusals_do_not_tell_what_exists() {
    let server = TestServer::new();
    let token = server.issue(Scope::District(TIANHE), "天河区", 30);
    let other = server.get("/v1/districts/440105/releases", Some(&token)).await;
    for (path, token) in [
        ("/v1/districts/440107/releases", Some(token.as_str())),
        ("/v1/city/releases", Some(token.as_str())),
        ("/v1/districts/440106/releases", None),
        ("/v1/districts/440106/releases", Some("zjtx_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")),
    ] {
        let answer = server.get(path, token).await;
        assert_eq!(
            (answer.status, answer.headers, answer.body),
            (other.status, other.headers.clone(), other.body.clone())
        );
    }
}

#[tokio::test]
async fn the_first_read_of_a_day_is_kept() {
    let server = TestServer::new();
    let token = server.issue(Scope::City, "市级", 30);
    for _ in 0..3 {
        assert_eq!(server.get("/v1/city/releases", Some(&token)).await.status, 200);
    }
    // The note is written behind the answer, by the thread through which this goes too.
    server.note_time().await;
    let used = server.store().tokens().expect("tokens")[0].last_used;
    assert_eq!(used.map(|day| day.to_string()).as_deref(), Some("2026-11-18"));
    let entries = server.store().audits().expect("entries");
    let reads: Vec<_> = entries.iter().filter(|entry| entry.action == "read").collect();
    assert_eq!(reads.len(), 1);
    assert_eq!((reads[0].actor.as_str(), reads[0].detail.as_str()), ("市级", "read:city"));
}

/// Whoever shares the address of somebody who guesses: a good token opens, guesses are slowed down,
/// and a request without a token costs nothing.
#[tokio::test]
async fn guessing_tokens_is_slowed_down_and_shuts_no_officer_out() {
    let mut settings = generous();
    (settings.limits.address_burst, settings.limits.address_per_minute) = (5, 1);
    let server = TestServer::with(settings);
    let good = server.issue(Scope::City, "市级", 30);
    let ask = async |token: Option<&str>| server.get("/v1/city/releases", token).await;
    for _ in 0..50 {
        for nothing in [None, Some("zjtx_short")] {
            assert_eq!(ask(nothing).await.status, 403);
        }
    }
    let guess = |number: u32| format!("zjtx_{number:032}");
    for number in 0..5 {
        assert_eq!(ask(Some(&guess(number))).await.status, 403);
    }
    for number in 5..50 {
        let answer = ask(Some(&guess(number))).await;
        assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (429, Some("60")));
        assert_eq!(ask(Some(&good)).await.status, 200);
    }
    server.clock.advance(1);
    assert_eq!(ask(Some(&guess(99))).await.status, 403);
}

/// A database that takes no writes still gives its releases.
#[tokio::test]
async fn reading_needs_no_writing() {
    let server = TestServer::new();
    let token = server.issue(Scope::City, "市级", 30);
    let other = rusqlite::Connection::open(server.file()).expect("the file");
    other.execute_batch("BEGIN IMMEDIATE").expect("a lock");
    assert_eq!(server.get("/v1/city/releases", Some(&token)).await.status, 200);
    drop(other);
}

#[tokio::test]
async fn spellings_that_proxies_and_programs_use_are_understood() {
    let server = TestServer::new();
    let token = server.issue(Scope::City, "市级", 30);
    let first = server.get("/v1/city/releases", Some(&token)).await;
    let tag = first.header("etag").expect("a tag").to_owned();
    for (scheme, known, status) in [
        ("bearer", format!("W/{tag}"), 304),
        ("BEARER", format!("\"x\", {tag}"), 304),
        ("Bearer", "*".to_owned(), 304),
        ("Bearer", "\"x\"".to_owned(), 200),
        ("Basic", tag.clone(), 403),
    ] {
        let request = axum::http::Request::get("/v1/city/releases")
            .header("authorization", format!("{scheme} {token}"))
            .header("if-none-match", &known);
        let answer = server.ask(request, axum::body::Body::empty()).await;
        assert_eq!(answer.status, status, "{scheme} {known}");
    }
    let odd = server.get("/v1/districts/%ff/releases", Some(&token)).await;
    assert_eq!((odd.status.as_u16(), odd.header("content-type")), (403, Some("application/problem+json")));
}
