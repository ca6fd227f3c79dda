//! Slow and many connections, over a real socket.

use std::io::Read;
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::support::http::{Connection, posting};
use crate::support::process::{Process, command};
use crate::support::reports::report;

fn impatient() -> Process {
    let folder = tempfile::tempdir().expect("a folder").keep();
    let mut command = command(&folder.join("statistics.db"));
    command.env("ZJTX_CONNECTIONS__HEADER_SECONDS", "1").env("ZJTX_CONNECTIONS__BODY_SECONDS", "1");
    command.env("ZJTX_CONNECTIONS__MAXIMUM", "4");
    Process::start(command)
}

#[test]
fn half_a_header_is_not_waited_for() {
    let server = impatient();
    let mut stream = TcpStream::connect(server.address).expect("a connection");
    std::io::Write::write_all(&mut stream, b"GET / HTTP/1.1\r\nhost").expect("half a header");
    let started = Instant::now();
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).expect("the end");
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn half_a_body_is_not_waited_for() {
    let server = impatient();
    let mut connection = Connection::open(server.address).expect("a connection");
    let request = posting(&report(1).to_json(), "");
    connection.write(&request[..request.len() - 1]).expect("nearly all");
    assert_eq!(connection.answer().expect("an answer").0, 408);
}

#[test]
fn long_bodies_are_refused_unread() {
    let server = impatient();
    let mut connection = Connection::open(server.address).expect("a connection");
    connection.write(&posting(&"x".repeat(5_000), "")).expect("a long body");
    assert_eq!(connection.answer().expect("an answer").0, 413);
}

#[test]
fn idle_connections_make_room() {
    let server = impatient();
    let idle: Vec<_> = (0..4).map(|_| TcpStream::connect(server.address).expect("a connection")).collect();
    let mut connection = Connection::open(server.address).expect("a connection");
    assert_eq!(connection.get("/healthz").expect("an answer").0, 204);
    drop(idle);
}
