//! The commands, as an operator types them.

use std::path::Path;

use rusqlite::Connection as Sqlite;

use crate::support::http::Connection;
use crate::support::process::{Process, keys_beside, program};

/// Runs a command; its output, or its message when it fails.
pub(crate) fn run(database: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = program()
        .args(arguments)
        .env("ZJTX_DATABASE", database)
        .env("ZJTX_KEYS", keys_beside(database))
        .env("ZJTX_PUBLIC_URL", "https://self-test.example/")
        .output()
        .expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

#[test]
fn a_token_is_shown_once_and_can_be_revoked() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("statistics.db");
    run(&database, &["migrate"]).expect("a database");
    let issue = ["token", "issue", "--scope", "440106", "--label", "天河区联系人-1"];
    let issued = run(&database, &issue).expect("a token");
    let token = issued.lines().next().expect("a line");
    assert!(token.starts_with("zjtx_") && token.len() == 37, "{token}");
    assert!(issued.contains(&format!("https://self-test.example/stats/#token={token}")));
    let list = run(&database, &["token", "list"]).expect("a list");
    assert!(list.contains("天河区联系人-1\tread:district:440106") && list.contains("有效"), "{list}");
    assert!(!list.contains(token));
    assert!(run(&database, &issue).expect_err("the label is taken").contains("名称"));
    run(&database, &["token", "revoke", "天河区联系人-1"]).expect("a revocation");
    assert!(run(&database, &["token", "list"]).expect("a list").contains("已吊销"));
    assert!(run(&database, &["token", "revoke", "天河区联系人-1"]).is_err());
}

#[test]
fn wrong_words_are_explained() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("statistics.db");
    run(&database, &["migrate"]).expect("a database");
    for (arguments, message) in [
        (vec!["token", "issue", "--scope", "440107", "--label", "x"], "440107"),
        (vec!["token", "issue", "--scope", "city", "--label", "x", "--days", "400"], "365"),
        (vec!["token", "issue", "--scope", "city", "--label", "王\t工"], "名称"),
        (vec!["token", "issue", "--scope", "city", "--label", "a\u{1b}[2J"], "名称"),
        (vec!["token", "issue", "--scope", "city", "--label", ""], "名称"),
        (vec!["token", "issue", "--scope", "city", "--label", "13800138000"], "名称"),
        (vec!["lane", "accept", "2026-11-22"], "2026-11-22"),
        (vec!["lane", "accept", "2026-11-22", "--reason", "x"], "原因"),
        (vec!["release", "--through", "2999W01"], "2999W01"),
        (vec!["backup", "/"], "已存在"),
    ] {
        let error = run(&database, &arguments).expect_err("a refusal");
        assert!(error.contains(message), "{error}");
    }
}

#[test]
fn a_changed_database_is_found_out() {
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("statistics.db");
    let file = Sqlite::open(&database).expect("a file");
    file.execute_batch(include_str!("../fixtures/version-1.sql")).expect("the fixture");
    assert!(run(&database, &["verify-chain"]).expect_err("an old database").contains("migrate"));
    run(&database, &["migrate"]).expect("an upgrade");
    assert!(run(&database, &["verify-chain"]).expect("a whole chain").contains("2 条"));
    assert!(file.execute("UPDATE release SET met = met + 1 WHERE seq = 2", []).is_err(), "append-only");
    file.execute_batch(
        "DROP TRIGGER release_is_never_changed; UPDATE release SET met = met + 1 WHERE seq = 2",
    )
    .expect("an intruder");
    assert!(run(&database, &["verify-chain"]).expect_err("a broken chain").contains("第 2 条"));
}

#[test]
fn a_backup_is_a_whole_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, copy) = (folder.path().join("statistics.db"), folder.path().join("copy.db"));
    let file = Sqlite::open(&database).expect("a file");
    file.execute_batch(include_str!("../fixtures/version-1.sql")).expect("the fixture");
    run(&database, &["migrate"]).expect("an upgrade");
    run(&database, &["backup", &copy.display().to_string()]).expect("a backup");
    assert!(run(&copy, &["verify-chain"]).expect("a whole chain").contains("2 条"));
    run(&copy, &["migrate"]).expect("keys");
    run(&copy, &["release"]).expect("a database that can be closed");
}

#[test]
fn the_demonstration_has_figures_and_says_that_they_are_made_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("zjtx-demo.db");
    let mut command = program();
    command.args(["demo", "--at", "2026-11-22T10:00:00+08:00", "--demo-database"]).arg(&file);
    let server = Process::start({
        command.env("ZJTX_LISTEN", "127.0.0.1:0");
        command.env("ZJTX_CONNECTIONS__MAXIMUM", "64");
        command
    });
    let mut connection = Connection::open(server.address).expect("a connection");
    let (_, config) = connection.get("/v1/config").expect("the configuration");
    assert!(config.contains(r#""demo":true"#) && config.contains("2026W47"), "{config}");
    assert!(server.terminate().success());
    assert!(run(&file, &["verify-chain"]).is_ok());
    let releases: i64 = Sqlite::open(&file)
        .expect("the file")
        .query_row("SELECT count(*) FROM release", [], |row| row.get(0))
        .expect("a number");
    assert!(releases > 100, "{releases}");
    let real = program().args(["demo", "--demo-database", "statistics.db"]).output();
    assert!(!real.expect("the program runs").status.success());
}
