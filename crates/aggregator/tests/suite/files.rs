//! Open files: every connection may hold one of the site besides its socket.

use std::fs;
use std::io::Write;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::http::Connection;
use crate::support::process::{Process, command};

/// More than the server may have open to begin with, less than it needs with a file each.
const CONNECTIONS: usize = 120;

/// A server with a site whose one large file does not fit between server and reader, and this many
/// open files to begin with and at the most.
fn serve(folder: &Path, (soft, hard): (u64, u64)) -> Command {
    for (name, bytes) in [("_headers", 0), ("404.html", 0), ("index.html", 10), ("large.bin", 8 << 20)] {
        fs::write(folder.join(name), vec![b'/'; bytes]).expect("a file");
    }
    let served = command(&folder.join("statistics.db"));
    let mut limited = Command::new("prlimit");
    limited.arg(format!("--nofile={soft}:{hard}")).arg(served.get_program()).args(served.get_args());
    for (name, value) in served.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    limited.env("ZJTX_SITE", folder).env("ZJTX_CONNECTIONS__MAXIMUM", (CONNECTIONS + 10).to_string());
    limited
}

/// Nearly as many readers as there are places dawdle over a file each, and others still get their
/// pages.
#[test]
fn pages_are_served_while_very_many_dawdle() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Process::start(serve(folder.path(), (128, 4_096)));
    let dawdlers: Vec<TcpStream> = (0..CONNECTIONS)
        .map(|_| {
            let mut stream = TcpStream::connect(server.address).expect("a connection");
            stream.write_all(b"GET /large.bin HTTP/1.1\r\nhost: localhost\r\n\r\n").expect("a request");
            // The first byte of the answer: the file is open.
            assert_eq!(stream.peek(&mut [0]).expect("an answer"), 1);
            stream
        })
        .collect();
    for _ in 0..20 {
        let mut connection = Connection::open(server.address).expect("a connection");
        assert_eq!(connection.get("/index.html").expect("an answer").0, 200);
    }
    drop(dawdlers);
}

#[test]
fn a_limit_that_is_too_low_is_told_at_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = serve(folder.path(), (128, 200)).stderr(Stdio::piped()).output().expect("prlimit");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && told.contains("LimitNOFILE") && told.contains("200"), "{told}");
}
