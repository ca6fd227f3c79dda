//! A running `zjtx serve` or `zjtx demo`.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// A running program with a temporary folder of its own.
pub struct Served {
    child: Child,
    pub address: String,
    temporary: TempDir,
}

impl Served {
    /// Starts `zjtx serve` on a free port.
    pub fn start(site: &Path) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zjtx"));
        command.arg("serve").arg(site).args(["--port", "0", "--lang", "en"]);
        Self::from(command)
    }

    /// A file in the one folder that it laid out.
    pub fn temporary_file(&self, path: &str) -> String {
        let mut folders = fs::read_dir(self.temporary.path()).unwrap();
        fs::read_to_string(folders.next().unwrap().unwrap().path().join(path)).unwrap()
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

impl From<Command> for Served {
    /// Starts it, and waits until it says where it is.
    fn from(mut command: Command) -> Self {
        let temporary = tempfile::tempdir().unwrap();
        let mut child = command.env("TMPDIR", temporary.path()).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let line = lines.into_iter().find(|line| line.contains("http://")).unwrap();
        let address = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        Self { child, address, temporary }
    }
}
