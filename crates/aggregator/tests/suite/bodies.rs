//! Bodies of any bytes.

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, any, proptest};
use proptest::sample::select;
use tokio::runtime::Runtime;

use crate::support::reports::{one_for_each_cell, report};
use crate::support::server::TestServer;

/// Bodies that nearly are a report.
fn corpus() -> Vec<Vec<u8>> {
    let good = report(1).to_json();
    let with = |from: &str, to: &str| good.replace(from, to).into_bytes();
    let deep = "[".repeat(600).into_bytes();
    vec![
        b"".to_vec(),
        b"null".to_vec(),
        b"[]".to_vec(),
        deep,
        with("{", "[").into_iter().collect(),
        br#"[1,"AAAAAAAAAAAAAAAAAAAAAA","CN26P","2","440106","1","2026W47"]"#.to_vec(),
        with("\"v\":1", "\"v\":1.0"),
        with("\"v\":1", "\"v\":1e0"),
        with("\"v\":1", "\"v\":-1"),
        with("\"v\":1", "\"v\":257"),
        with("\"v\":1", "\"v\":99999999999999999999999999"),
        with("\"v\":1", "\"v\":null"),
        with("\"v\":1", "\"v\":1,\"v\":1"),
        with("}", ",\"score\":\"79\"}"),
        with("}", ",}"),
        with("}", "}{}"),
        with("440106", "44010\\u0000"),
        with("440106", "\\ud800"),
        with("440106", "４４０１０６"),
        with("2026W47", "2026w47"),
        [b"\xef\xbb\xbf".as_slice(), good.as_bytes()].concat(),
        [good.as_bytes(), b"\0"].concat(),
        good.as_bytes()[..good.len() - 1].to_vec(),
    ]
}

#[tokio::test]
async fn near_reports_are_refused() {
    let server = TestServer::new();
    for body in corpus() {
        let answer = server.post(body.clone()).await;
        assert!(answer.status.is_client_error(), "{} {}", answer.status, String::from_utf8_lossy(&body));
    }
    assert_eq!(server.store().ids().expect("ids"), 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_are_an_error_of_the_server(bodies in vec(vec(any::<u8>(), 0..4_096), 16)) {
        let server = TestServer::new();
        Runtime::new().expect("a runtime").block_on(async {
            for body in bodies {
                assert!(server.post(body).await.status.is_client_error());
            }
        });
        assert_eq!(server.store().ids().expect("ids"), 0);
    }

    #[test]
    fn one_changed_byte_never_counts_twice(changes in vec((0..94_usize, any::<u8>()), 32)) {
        let server = TestServer::new();
        let good = report(1).to_json().into_bytes();
        Runtime::new().expect("a runtime").block_on(async {
            let mut counted = 0;
            for (place, byte) in changes {
                let mut body = good.clone();
                body[place] = byte;
                let status = server.post(body).await.status.as_u16();
                assert!(status == 204 || (400..500).contains(&status));
                counted += i64::from(status == 204);
            }
            let ids = server.store().ids().expect("ids");
            assert!(ids <= counted);
        });
    }

    #[test]
    fn every_report_counts_exactly_once(reports in vec(select(one_for_each_cell()), 1..40)) {
        let server = TestServer::new();
        let mut ids: Vec<_> = reports.iter().map(|report| report.id).collect();
        ids.sort_unstable();
        ids.dedup();
        Runtime::new().expect("a runtime").block_on(async {
            for report in &reports {
                assert_eq!(server.send(report).await, 204);
            }
        });
        assert_eq!(server.store().ids().expect("ids"), ids.len() as i64);
    }
}
