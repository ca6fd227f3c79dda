//! Slow and many connections, over a real socket.

use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::http::{Connection, posting};
use crate::support::process::{Process, command};
use crate::support::reports::report;

fn impatient() -> Process {
    let folder = tempfile::tempdir().expect("a folder").keep();
    let mut command = command(&folder.join("statistics.db"));
    command.env("ZJTX_CONNECTIONS__HEADER_SECONDS", "1").env("ZJTX_CONNECTIONS__BODY_SECONDS", "1");
    command.env("ZJTX_CONNECTIONS__MAXIMUM", "4").env("ZJTX_CONNECTIONS__WRITE_SECONDS", "1");
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

/// As many as there are places ask for much and read nothing: others are served all the same.
#[test]
fn those_who_do_not_read_make_room() {
    let server = impatient();
    let mut idle = Vec::new();
    for _ in 0..4 {
        let mut stream = TcpStream::connect(server.address).expect("a connection");
        stream.set_write_timeout(Some(Duration::from_millis(200))).expect("an option");
        let request = b"GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(400);
        // The server stops reading when its answers find no reader.
        let _ = std::io::Write::write_all(&mut stream, &request);
        idle.push(stream);
    }
    let started = Instant::now();
    let mut connection = Connection::open(server.address).expect("a connection");
    assert_eq!(connection.get("/healthz").expect("an answer").0, 204);
    assert!(started.elapsed() < Duration::from_secs(15));
    drop(idle);
}

#[test]
fn long_headers_are_refused() {
    let server = impatient();
    for (extra, status) in [
        ("x: ".to_owned() + &"y".repeat(2_000) + "\r\n", 204),
        ("x: ".to_owned() + &"y".repeat(20_000) + "\r\n", 431),
        ("x: y\r\n".repeat(80), 431),
    ] {
        let mut connection = Connection::open(server.address).expect("a connection");
        let request = format!("GET /healthz HTTP/1.1\r\nhost: localhost\r\n{extra}\r\n");
        // The rest may find the connection closed.
        let _ = connection.write(request.as_bytes());
        assert_eq!(connection.answer().expect("an answer").0, status);
    }
}

/// One address gets its number of connections, and those beyond are closed at once.
#[test]
fn one_address_gets_its_number_of_connections() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = command(&folder.path().join("statistics.db"));
    command.env("ZJTX_CONNECTIONS__PER_ADDRESS", "3");
    let server = Process::start(command);
    let ask = |connection: &mut Connection| connection.get("/healthz").is_ok_and(|answer| answer.0 == 204);
    let mut open: Vec<_> = (0..3).map(|_| Connection::open(server.address).expect("a connection")).collect();
    assert!(open.iter_mut().all(ask));
    let mut another = Connection::open(server.address).expect("a connection");
    assert!(!ask(&mut another));
    assert!(open.iter_mut().all(ask), "those that are there stay");
}

/// A load balancer is told before the door closes, and nobody is refused meanwhile.
#[test]
fn a_server_that_leaves_says_so_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = command(&folder.path().join("statistics.db"));
    command.env("ZJTX_CONNECTIONS__LEAVE_SECONDS", "2");
    let server = Process::start(command);
    let address = server.address;
    let ready = || Connection::open(address).and_then(|mut connection| connection.get("/readyz"));
    assert_eq!(ready().expect("an answer").0, 204);
    let stopping = std::thread::spawn(move || server.terminate());
    let period = zjtx_aggregator::calendar::period_of(jiff::Timestamp::now());
    let (mut number, mut left) = (0, 0);
    while let Ok((status, _)) = ready() {
        left += u32::from(status == 503);
        number += 1;
        let report = zjtx_wire::Report { period, ..report(number) };
        let sent = Connection::open(address).and_then(|mut connection| connection.send(&report));
        assert!(left == 0 || !matches!(sent, Ok(status) if status != 204), "{sent:?}");
    }
    assert!(left > 0, "it was told");
    assert!(stopping.join().expect("the process").success());
}

/// systemd is told when the server is ready, that it lives, and that it stops.
#[test]
fn systemd_is_told_how_the_server_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let socket = folder.path().join("notify");
    let systemd = std::os::unix::net::UnixDatagram::bind(&socket).expect("a socket");
    systemd.set_read_timeout(Some(Duration::from_secs(60))).expect("an option");
    let mut command = command(&folder.path().join("statistics.db"));
    command.env("NOTIFY_SOCKET", &socket).env("WATCHDOG_USEC", "300000");
    let server = Process::start(command);
    let word = || {
        let mut bytes = [0; 256];
        let length = systemd.recv(&mut bytes).expect("a word");
        String::from_utf8_lossy(&bytes[..length]).trim().to_owned()
    };
    assert_eq!(word(), "READY=1");
    assert_eq!([word(), word(), word()], ["WATCHDOG=1"; 3]);
    assert!(server.terminate().success());
    assert!((0..1_000).any(|_| word() == "STOPPING=1"));
}

/// Where somebody else holds the port open, as systemd does, nobody is refused while the server is
/// replaced: a request that comes meanwhile is answered by the next one.
#[test]
fn a_port_that_is_handed_over_refuses_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let port = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = port.local_addr().expect("an address");
    let serve = || {
        let server = command(&folder.path().join("statistics.db"));
        let mut shell = Command::new("sh");
        // The port comes as the first file after the usual three, to the process that the words name.
        let handing_over = "exec 3<&0 0</dev/null; LISTEN_PID=$$ LISTEN_FDS=1 exec \"$0\" serve";
        shell.args(["-c", handing_over]).arg(server.get_program());
        shell.envs(server.get_envs().filter_map(|(name, value)| Some((name, value?))));
        shell.stdin(OwnedFd::from(port.try_clone().expect("the port")));
        Process::start(shell)
    };
    let first = serve();
    assert_eq!(first.address, address, "the port of the settings is not used");
    let ask = |connection: &mut Connection| connection.get("/healthz").expect("an answer").0;
    assert_eq!(ask(&mut Connection::open(address).expect("a connection")), 204);
    assert!(first.terminate().success());
    let mut meanwhile = Connection::open(address).expect("the port is open");
    meanwhile.write(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n").expect("a request");
    let second = serve();
    assert_eq!(meanwhile.answer().expect("an answer").0, 204);
    assert!(second.terminate().success());
}
