//! Nothing that tells who reported what stays anywhere.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use zjtx_aggregator::calendar;
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::metrics::Metrics;
use zjtx_wire::Report;

use crate::support::http::{Connection, posting};
use crate::support::process::{Process, command, program};
use crate::support::reports::{id, report};

const ADDRESS: &str = "198.51.100.77";
const AGENT: &str = "MarkedBrowser/7.7";

fn marked() -> Report {
    let period = calendar::period_of(Timestamp::now());
    Report { id: id(0x0F1E_2D3C_4B5A_6978_8796_A5B4_C3D2_E1F0), period, ..report(0) }
}

fn contains(file: &Path, mark: &[u8]) -> bool {
    fs::read(file).expect("a file").windows(mark.len()).any(|part| part == mark)
}

/// Sends the marked report through a believed proxy, with everything logged that can be.
fn run(folder: &Path) -> String {
    let log = fs::File::create(folder.join("log")).expect("a log");
    let mut command = command(&folder.join("statistics.db"));
    command.env("ZJTX_LOG__LEVEL", "trace").env("ZJTX_METRICS_LISTEN", "127.0.0.1:0");
    command.env("ZJTX_PROXY__TRUSTED", r#"["127.0.0.0/8"]"#).stderr(log);
    let server = Process::start(command);
    let mut connection = Connection::open(server.address).expect("a connection");
    let headers = format!("user-agent: {AGENT}\r\nx-forwarded-for: {ADDRESS}\r\n");
    for body in [marked().to_json(), marked().to_json().replace("440106", "440199")] {
        connection.write(&posting(&body, &headers)).expect("a request");
        connection.answer().expect("an answer");
    }
    connection.get("/v1/districts/440106/releases").expect("an answer");
    let mut figures = Connection::open(server.metrics.expect("figures")).expect("a connection");
    let (_, text) = figures.get("/metrics").expect("figures");
    let backup = program()
        .args(["backup", &folder.join("backup.db").display().to_string()])
        .env("ZJTX_DATABASE", folder.join("statistics.db"))
        .env("ZJTX_KEYS", folder.join("statistics.keys"))
        .output()
        .expect("a backup");
    assert!(backup.status.success(), "{}", String::from_utf8_lossy(&backup.stderr));
    // The write-ahead log goes with the process, so it is looked at before.
    fs::copy(folder.join("statistics.db-wal"), folder.join("wal")).expect("the write-ahead log");
    let mode = fs::metadata(folder.join("backup.db")).expect("the copy").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(server.terminate().success());
    text
}

#[test]
fn no_file_tells_who_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let figures = run(folder.path());
    fs::write(folder.path().join("figures"), &figures).expect("a file");
    let agent = AGENT.as_bytes();
    for file in ["log", "figures", "statistics.db", "wal", "backup.db"] {
        for mark in [ADDRESS.as_bytes(), &[198, 51, 100, 77], agent, b"127.0.0.1:"] {
            let is_own = file == "log" && mark == b"127.0.0.1:";
            assert!(is_own || !contains(&folder.path().join(file), mark), "{file} holds {mark:?}");
        }
    }
    let report = marked();
    for file in ["log", "figures", "backup.db"] {
        for mark in [report.id.to_text().as_bytes(), report.id.as_bytes(), b"440106", b"CN26P", b"440199"] {
            assert!(!contains(&folder.path().join(file), mark), "{file} holds {mark:?}");
        }
    }
    let keys = Keys::open(&folder.path().join("statistics.keys")).expect("the keys");
    let stored = keys.stored_id(report.period, &report.id).expect("the period's key");
    for file in ["statistics.db", "wal", "backup.db"] {
        assert!(!contains(&folder.path().join(file), report.id.as_bytes()), "{file} holds the id");
    }
    assert!(
        contains(&folder.path().join("statistics.db"), stored.as_bytes()),
        "the search finds what is there"
    );
    assert!(!contains(&folder.path().join("backup.db"), stored.as_bytes()), "no copy holds even the hash");
    assert!(contains(&folder.path().join("log"), b"answered"), "the log was written");
}

#[test]
fn the_figures_have_no_other_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = run(folder.path());
    let names: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("# TYPE ")).collect();
    let expected = [
        "zjtx_requests counter",
        "zjtx_refusals counter",
        "zjtx_request_seconds histogram",
        "zjtx_batch_size histogram",
        "zjtx_commit_seconds histogram",
        "zjtx_blind_tokens_issued gauge",
        "zjtx_blind_tokens_spent gauge",
        "zjtx_blind_tokens_excess gauge",
        "zjtx_build info",
        "zjtx_queue_length gauge",
        "zjtx_store_failures counter",
        "zjtx_forwarded_unreadable counter",
        "zjtx_connections_refused counter",
        "zjtx_store_writable gauge",
        "zjtx_clock_skew_seconds gauge",
        "zjtx_closed_until_timestamp_seconds gauge",
        "zjtx_closing_overdue_seconds gauge",
        "zjtx_last_backup_timestamp_seconds gauge",
        "zjtx_held_reports gauge",
        "zjtx_held_oldest_days gauge",
        "zjtx_tokens_ending gauge",
        "zjtx_database_bytes gauge",
        "zjtx_database_log_bytes gauge",
        "zjtx_connections_open gauge",
        "zjtx_limiter_senders gauge",
        "zjtx_limiter_shared gauge",
    ];
    assert_eq!(names, expected);
    assert_eq!(text.matches("# EOF").count(), 1);
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let labels = line.split_once('{').map_or("", |(_, rest)| rest.split_once('}').expect("an end").0);
        for label in labels.split(',').filter(|label| !label.is_empty()) {
            let name = label.split_once('=').expect("a label").0;
            assert!(["status", "reason", "route", "le", "version"].contains(&name), "{line}");
        }
        assert!(!line.contains("440106") && !line.contains("CN26P"), "{line}");
    }
}

/// Whoever collects the figures every few seconds does not see when a report came.
#[test]
fn the_figures_do_not_move_with_every_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = command(&folder.path().join("statistics.db"));
    command.env("ZJTX_METRICS_LISTEN", "127.0.0.1:0");
    let server = Process::start(command);
    let mut figures = Connection::open(server.metrics.expect("figures")).expect("a connection");
    let mut moving = || {
        let (_, text) = figures.get("/metrics").expect("figures");
        let lines = text.lines().filter(|line| {
            ["zjtx_requests", "zjtx_request_seconds", "zjtx_batch", "zjtx_commit"]
                .iter()
                .any(|name| line.starts_with(name))
        });
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let before = moving();
    let mut connection = Connection::open(server.address).expect("a connection");
    for _ in 0..3 {
        assert_eq!(connection.send(&marked()).expect("an answer"), 204);
    }
    assert_eq!(moving(), before);
}

#[tokio::test]
async fn released_counts_and_old_ids_are_overwritten() {
    let server = crate::support::server::TestServer::new();
    let keys = Keys::open(&server.settings.keys).expect("the keys");
    for number in 0..50 {
        let report = Report { id: id(u128::MAX - number), ..report(0) };
        assert_eq!(server.send(&report).await, 204);
    }
    let first = keys.stored_id(report(0).period, &id(u128::MAX)).expect("the period's key");
    let is_kept = |file: &Path| file.exists() && contains(file, first.as_bytes());
    let (file, log) = (server.file(), server.file().with_extension("db-wal"));
    assert!(is_kept(&file) || is_kept(&log), "the search finds what is there");
    server.clock.advance(7 * 24);
    server.run_due().await;
    server.store().tidy().expect("a tidy database");
    assert!(!is_kept(&file) && !is_kept(&log));
    let keys = Keys::open(&server.settings.keys).expect("the keys");
    assert_eq!(keys.stored_id(report(0).period, &id(u128::MAX)), None, "the key is gone too");
}

/// Each alert asks for a figure that the server has, and leads to what is to be done about it.
#[test]
fn alerts_know_the_figures_and_the_runbook() {
    let rules = include_str!("../../packaging/prometheus-rules.yml");
    let runbook = include_str!("../../../../docs/runbook.md");
    let metrics = Metrics::default();
    metrics.refused("too-many");
    metrics.answered("/v1/reports", 204, Duration::ZERO);
    let figures = metrics.text();
    let is_part = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    for asked in rules.split("zjtx_").skip(1) {
        let name: String = asked.chars().take_while(|letter| is_part(*letter)).collect();
        assert!(figures.lines().any(|line| line.starts_with(&format!("zjtx_{name}"))), "zjtx_{name}");
    }
    let headings: BTreeSet<String> =
        runbook.lines().filter_map(|line| Some(line.strip_prefix("## ")?.replace(' ', "-"))).collect();
    let places: Vec<&str> = rules
        .lines()
        .filter_map(|line| line.split_once("runbook.md#"))
        .map(|(_, place)| place.trim_end_matches([' ', '}']))
        .collect();
    assert_eq!(places.len(), rules.matches("- alert:").count());
    for place in places {
        assert!(headings.contains(place), "{place}");
    }
}
