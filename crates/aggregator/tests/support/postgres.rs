//! A PostgreSQL cluster of the test's own: a new folder, a socket, no port, gone afterwards.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The user that may run PostgreSQL when the tests run as root, which PostgreSQL refuses.
const UNPRIVILEGED: &str = "nobody";

pub struct Cluster {
    folder: TempDir,
}

impl Cluster {
    /// Makes and starts a cluster.
    pub fn start() -> Self {
        let cluster = Self::nothing();
        let data = cluster.data();
        cluster.program(
            "initdb",
            &["--auth=trust", "--username=zjtx", "--encoding=UTF8", "--locale=C", "-D", &data],
        );
        cluster.resume();
        cluster
    }

    /// A folder without anything in it, which PostgreSQL may use.
    fn nothing() -> Self {
        let folder = tempfile::Builder::new().prefix("pg").tempdir_in("/tmp").expect("a folder");
        let cluster = Self { folder };
        if is_root() {
            run(Command::new("chown").arg(UNPRIVILEGED).arg(cluster.folder.path()));
        }
        cluster
    }

    /// A standby that follows this cluster; from now on every commit waits for it.
    pub fn standby(&self) -> Self {
        let standby = Self::nothing();
        let socket = self.folder.path().display().to_string();
        standby.program(
            "pg_basebackup",
            &["-h", &socket, "-U", "zjtx", "-c", "fast", "-X", "stream", "-R", "-D", &standby.data()],
        );
        standby.resume();
        let mut client = self.client();
        client.batch_execute("ALTER SYSTEM SET synchronous_standby_names = '*'").expect("a setting");
        client.batch_execute("SELECT pg_reload_conf()").expect("a setting");
        standby
    }

    /// Makes a standby the one that is written to.
    pub fn promote(&self) {
        self.program("pg_ctl", &["promote", "-w", "-D", &self.data()]);
    }

    /// The address of a schema on whichever of the two clusters takes writes.
    pub fn or(&self, other: &Self, schema: &str) -> String {
        let (one, other) = (self.host(), other.host());
        format!(
            "postgresql://zjtx@{one},{other}/postgres?target_session_attrs=read-write\
             &options=-csearch_path%3D{schema}"
        )
    }

    /// The folder of the socket, as it stands in an address.
    fn host(&self) -> String {
        self.folder.path().display().to_string().replace('/', "%2F")
    }

    fn client(&self) -> postgres::Client {
        let address = format!("postgresql://zjtx@{}/postgres", self.host());
        postgres::Client::connect(&address, postgres::NoTls).expect("the cluster")
    }

    /// Starts the stopped cluster again.
    pub fn resume(&self) {
        self.start_with("-c listen_addresses=''");
    }

    fn start_with(&self, options: &str) {
        let socket = self.folder.path().display();
        let options = format!("{options} -c unix_socket_directories={socket}");
        let log = format!("{socket}/log");
        self.program("pg_ctl", &["start", "-w", "-D", &self.data(), "-l", &log, "-o", &options]);
    }

    /// Starts the cluster anew with a port of its own; with certificates, encrypted.
    pub fn listen(&self, certificates: Option<&Path>) -> u16 {
        if Path::new(&self.data()).join("postmaster.pid").exists() {
            self.halt();
        }
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        drop(listener);
        let mut options = format!("-c listen_addresses=localhost -c port={port}");
        if let Some(folder) = certificates {
            for name in ["server.crt", "server.key"] {
                let file = self.files().join(name);
                std::fs::copy(folder.join(name), &file).expect("a copy");
                std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o600)).expect("a file");
                if is_root() {
                    run(Command::new("chown").arg(UNPRIVILEGED).arg(file));
                }
            }
            options += " -c ssl=on";
        }
        self.start_with(&options);
        port
    }

    /// How many connections over the network are not encrypted.
    pub fn plain_connections(&self) -> i64 {
        let socket = self.folder.path().display().to_string();
        let files = std::fs::read_dir(&socket).expect("the folder").flatten();
        let names = files.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let port = names.filter_map(|name| Some(name.strip_prefix(".s.PGSQL.")?.to_owned()));
        let port = port.into_iter().find(|port| !port.contains('.')).expect("a socket");
        let address = format!("postgresql://zjtx@{}:{port}/postgres", socket.replace('/', "%2F"));
        let mut client = postgres::Client::connect(&address, postgres::NoTls).expect("the cluster");
        let query = "SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
            WHERE NOT ssl AND client_addr IS NOT NULL";
        client.query_one(query, &[]).expect("a number").get(0)
    }

    /// Stops the cluster without ceremony: connections break.
    pub fn halt(&self) {
        self.program("pg_ctl", &["stop", "-m", "immediate", "-w", "-D", &self.data()]);
    }

    /// The address of a new, empty schema.
    pub fn schema(&self, name: &str) -> String {
        self.client().batch_execute(&format!("CREATE SCHEMA {name}")).expect("a new schema");
        format!("postgresql://zjtx@{}/postgres?options=-csearch_path%3D{name}", self.host())
    }

    /// The address of a new database that a dump was read into.
    pub fn load(&self, name: &str, dump: &Path) -> String {
        let socket = self.folder.path().display().to_string();
        self.client().batch_execute(&format!("CREATE DATABASE {name}")).expect("a new database");
        let psql = ["-h", &socket, "-U", "zjtx", "-d", name, "-q", "-v", "ON_ERROR_STOP=1", "-f"];
        run(Command::new("psql").args(psql).arg(dump));
        format!("postgresql://zjtx@{}/{name}", self.host())
    }

    /// Writes everything to the files.
    pub fn checkpoint(&self) {
        self.client().batch_execute("CHECKPOINT").expect("a checkpoint");
    }

    /// The folder in which PostgreSQL keeps everything.
    pub fn files(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    fn program(&self, name: &str, arguments: &[&str]) {
        let program = found(name);
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

/// A program of PostgreSQL: on PATH, or where Debian puts it.
fn found(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let folders = std::env::split_paths(&path).chain(debian.map(|version| version.path().join("bin")));
    let mut programs = folders.into_iter().map(|folder| folder.join(name));
    programs
        .find(|program| program.is_file())
        .expect("PostgreSQL is missing; on Debian: sudo apt-get install postgresql")
}
