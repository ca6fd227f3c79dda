//! A disk that refuses to keep what it was given.

use std::fs;

use crate::load::random_report;
use crate::recorder;
use crate::support::http::Connection;
use crate::support::process::{Process, command};

/// While the disk refuses, reports get 503; once it works, each is counted once.
pub fn nothing_is_acknowledged_that_is_not_on_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (database, broken) = (folder.path().join("statistics.db"), folder.path().join("broken"));
    let mut command = command(&database);
    command.env("LD_PRELOAD", recorder::build(folder.path())).env("FAIL_SYNC", &broken);
    let server = Process::start(command);
    let mut connection = Connection::open(server.address).expect("a connection");
    let reports = [random_report(), random_report()];
    let mut send = |at: usize| connection.send(&reports[at]).expect("an answer");
    assert_eq!(send(0), 204);
    fs::write(&broken, "").expect("a file");
    assert_eq!([send(1), send(1), send(0)], [503; 3]);
    fs::remove_file(&broken).expect("a file");
    assert_eq!([send(1), send(0)], [204; 2]);
    server.kill();
    let connection = rusqlite::Connection::open(&database).expect("the database");
    let counted: i64 = connection.query_row("SELECT sum(n) FROM cell", [], |row| row.get(0)).expect("a sum");
    assert_eq!(counted, 2);
    println!("  503 while the disk refused, then 2 of 2 reports counted once");
}
