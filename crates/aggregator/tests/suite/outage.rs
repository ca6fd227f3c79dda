//! PostgreSQL goes away and comes back.

use std::fs;
use std::path::Path;

use tokio::runtime::Runtime;
use zjtx_aggregator::store::Store;
use zjtx_wire::Report;

use crate::support::http::Connection;
use crate::support::postgres::Cluster;
use crate::support::process::{Process, command};
use crate::support::reports::report;
use crate::support::server::{TestServer, generous};

#[test]
fn reports_are_refused_during_an_outage_and_counted_once_after_it() {
    let cluster = Cluster::start();
    let mut settings = generous();
    settings.database = cluster.schema("outage");
    let server = TestServer::with(settings);
    let runtime = Runtime::new().expect("a runtime");
    let send = |number| runtime.block_on(server.send(&report(number)));
    assert_eq!([send(1), send(2)], [204, 204]);
    cluster.halt();
    assert_eq!([send(2), send(3), send(4)], [503; 3]);
    assert_eq!(runtime.block_on(server.get("/readyz", None)).status, 503);
    cluster.resume();
    assert_eq!([send(2), send(3), send(4), send(4)], [204; 4]);
    assert_eq!(runtime.block_on(server.get("/readyz", None)).status, 204);
    let mut store: Box<dyn Store> = server.store();
    assert_eq!(store.ids().expect("ids"), 4);
    assert_eq!(store.waiting().expect("counts").iter().map(|count| count.n).sum::<i64>(), 4);
}

/// However many reports are refused meanwhile, the log gets a line when the store goes and one when
/// it comes back.
#[test]
fn an_outage_is_two_lines_of_the_log() {
    let cluster = Cluster::start();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("log");
    let mut command = command(Path::new(&cluster.schema("log")));
    command.stderr(fs::File::create(&file).expect("a log"));
    let server = Process::start(command);
    let period = zjtx_aggregator::calendar::period_of(jiff::Timestamp::now());
    let send = |number| {
        let mut connection = Connection::open(server.address).expect("a connection");
        connection.send(&Report { period, ..report(number) }).expect("an answer")
    };
    assert_eq!(send(1), 204);
    let before = lines(&file);
    cluster.halt();
    for number in 2..30 {
        assert_eq!(send(number), 503);
    }
    assert_eq!(lines(&file) - before, 1, "{}", fs::read_to_string(&file).expect("the log"));
    cluster.resume();
    assert_eq!(send(2), 204);
    assert_eq!(lines(&file) - before, 2);
}

fn lines(log: &Path) -> usize {
    fs::read_to_string(log).expect("the log").lines().count()
}

/// A store that takes no writes makes the server unready, whoever asks and however often.
#[test]
fn readiness_is_what_the_last_write_was() {
    let server = TestServer::new();
    let runtime = Runtime::new().expect("a runtime");
    let ready = || runtime.block_on(server.get("/readyz", None)).status.as_u16();
    assert_eq!(ready(), 204);
    let other = rusqlite::Connection::open(server.file()).expect("the file");
    other
        .execute_batch(
            "CREATE TRIGGER full_disk BEFORE INSERT ON seen BEGIN SELECT RAISE(ABORT, 'full'); END;
             CREATE TRIGGER full_disk_too BEFORE UPDATE ON clock BEGIN SELECT RAISE(ABORT, 'full'); END;",
        )
        .expect("a full disk");
    assert_eq!(runtime.block_on(server.send(&report(1))), 503);
    assert_eq!([ready(), ready()], [503, 503]);
    other.execute_batch("DROP TRIGGER full_disk; DROP TRIGGER full_disk_too").expect("room");
    assert_eq!(runtime.block_on(server.send(&report(1))), 204);
    assert_eq!(ready(), 204);
}
