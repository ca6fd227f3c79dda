//! The real program, as a process.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

/// The program itself.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_zjtx-aggregator");

/// The program, without the database address that a developer's environment may name.
pub fn program() -> Command {
    running(Path::new(PROGRAM))
}

fn running(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_remove("DATABASE_URL");
    command
}

/// No server is here.
const NOWHERE: SocketAddr = SocketAddr::V4(SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, 0));

/// A running server; killed when it is dropped.
pub struct Process {
    child: Child,
    pub address: SocketAddr,
    pub metrics: Option<SocketAddr>,
}

/// `serve` on any free port, with limits that no load test runs into.
pub fn command(database: &Path) -> Command {
    command_of(Path::new(PROGRAM), database)
}

/// The same of another build.
pub fn command_of(program: &Path, database: &Path) -> Command {
    let mut command = running(program);
    command.arg("serve").env("ZJTX_LISTEN", "127.0.0.1:0").env("ZJTX_DATABASE", database);
    command.env("ZJTX_KEYS", keys_beside(database)).env("ZJTX_CONNECTIONS__PER_ADDRESS", "100000");
    for (limit, value) in [
        ("PER_SECOND", "1000000"),
        ("ADDRESS_BURST", "100000000"),
        ("ADDRESS_PER_MINUTE", "60000"),
        ("NETWORK_BURST", "100000000"),
        ("NETWORK_PER_MINUTE", "60000"),
        ("ADDRESS_PER_DAY", "100000000"),
        ("NETWORK_PER_DAY", "100000000"),
    ] {
        command.env(format!("ZJTX_LIMITS__{limit}"), value);
    }
    command
}

/// The folder of the keys of a SQLite file; every PostgreSQL address gets one of its own.
pub fn keys_beside(database: &Path) -> PathBuf {
    if database.starts_with("postgresql:") {
        return tempfile::tempdir().expect("a folder").keep();
    }
    database.with_extension("keys")
}

impl Process {
    /// Starts a command and waits until it says where it listens.
    pub fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program starts");
        let output = child.stdout.take().expect("its output");
        let mut process = Self { child, address: NOWHERE, metrics: None };
        for line in BufReader::new(output).lines() {
            let line = line.expect("its output");
            let address =
                line.split_once("http://").and_then(|(_, rest)| rest.split('/').next()?.parse().ok());
            if line.starts_with("serving the figures") {
                process.metrics = address;
            } else if let Some(address) = address {
                process.address = address;
                return process;
            }
        }
        panic!("the program ended without an address; its messages stand above");
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL: the process gets no chance to do anything.
    pub fn kill(mut self) {
        self.child.kill().expect("the process can be killed");
        self.child.wait().expect("the process has ended");
    }

    /// SIGTERM; returns when the process has ended.
    pub fn terminate(mut self) -> ExitStatus {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill").success());
        self.child.wait().expect("the process has ended")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
