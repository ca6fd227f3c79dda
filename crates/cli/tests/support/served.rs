//! A running `zjtx serve`.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// A running `zjtx serve` with a temporary folder of its own.
pub struct Served {
    child: Child,
    pub address: String,
    temporary: TempDir,
}

impl Served {
    /// Starts it on a free port.
    pub fn start(site: &Path) -> Self {
        let temporary = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_zjtx"));
        command.arg("serve").arg(site).args(["--port", "0", "--lang", "en"]).env("TMPDIR", temporary.path());
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        Self { child, address, temporary }
    }

    /// The answer to a request, head and body.
    pub fn ask(&self, path: &str, header: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nhost: x\r\n{header}connection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Ends it as a service manager does; tells what is left of its temporary files.
    pub fn stop(mut self) -> usize {
        assert!(Command::new("kill").arg(self.child.id().to_string()).status().unwrap().success());
        assert!(self.child.wait().unwrap().success());
        fs::read_dir(self.temporary.path()).unwrap().count()
    }
}
