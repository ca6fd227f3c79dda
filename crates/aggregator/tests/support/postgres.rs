//! A PostgreSQL cluster of the test's own: a new folder, a socket, no port, gone afterwards.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The user that may run PostgreSQL when the tests run as root, which PostgreSQL refuses.
const UNPRIVILEGED: &str = "nobody";

pub struct Cluster {
    folder: TempDir,
    programs: PathBuf,
}

impl Cluster {
    /// Makes and starts a cluster.
    pub fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("pg").tempdir_in("/tmp").expect("a folder");
        let cluster = Self { folder, programs: programs() };
        if is_root() {
            run(Command::new("chown").arg(UNPRIVILEGED).arg(cluster.folder.path()));
        }
        let data = cluster.data();
        cluster.program(
            "initdb",
            &["--auth=trust", "--username=zjtx", "--encoding=UTF8", "--locale=C", "-D", &data],
        );
        cluster.resume();
        cluster
    }

    /// Starts the stopped cluster again.
    pub fn resume(&self) {
        let socket = self.folder.path().display();
        let options = format!("-c listen_addresses='' -c unix_socket_directories={socket}");
        let log = format!("{socket}/log");
        self.program("pg_ctl", &["start", "-w", "-D", &self.data(), "-l", &log, "-o", &options]);
    }

    /// Stops the cluster without ceremony: connections break.
    pub fn halt(&self) {
        self.program("pg_ctl", &["stop", "-m", "immediate", "-w", "-D", &self.data()]);
    }

    /// The address of a new, empty schema.
    pub fn schema(&self, name: &str) -> String {
        let socket = self.folder.path().display().to_string().replace('/', "%2F");
        let address = format!("postgresql://zjtx@{socket}/postgres");
        let mut client = postgres::Client::connect(&address, postgres::NoTls).expect("the cluster");
        client.batch_execute(&format!("CREATE SCHEMA {name}")).expect("a new schema");
        format!("{address}?options=-csearch_path%3D{name}")
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    fn program(&self, name: &str, arguments: &[&str]) {
        let program = self.programs.join(name);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid", UNPRIVILEGED, "--clear-groups", "--"]).arg(program);
            command
        } else {
            Command::new(program)
        };
        run(command.args(arguments).current_dir(self.folder.path()));
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if Path::new(&self.data()).join("postmaster.pid").exists() {
            self.halt();
        }
    }
}

fn run(command: &mut Command) {
    let status = command.stdout(Stdio::null()).status().expect("the program starts");
    assert!(status.success(), "{command:?} failed");
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("id").stdout;
    id.trim_ascii() == b"0"
}

/// The folder of initdb and pg_ctl: on PATH, or where Debian puts them.
fn programs() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let folders = std::env::split_paths(&path).chain(debian.map(|version| version.path().join("bin")));
    folders
        .into_iter()
        .find(|folder| folder.join("initdb").is_file())
        .expect("PostgreSQL is missing; on Debian: sudo apt-get install postgresql")
}
