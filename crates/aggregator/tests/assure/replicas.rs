//! Several servers on one PostgreSQL, behind a load balancer.

use std::collections::HashSet;
use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::release::chain;
use zjtx_aggregator::store::Database;

use crate::load::rate;
use crate::support::clients::Clients;
use crate::support::http::Connection;
use crate::support::postgres::Cluster;
use crate::support::process::{Process, command};

const REPLICAS: usize = 3;

/// Acknowledged reports between two mishaps.
const STRIDE: u64 = 300;

/// Three servers are killed, stopped and started in turn under load, and the schema is expanded as
/// the next version would do it: no report is refused, lost or counted twice.
pub fn nobody_notices_a_replica_that_goes() {
    let cluster = Cluster::start();
    let site = Site::new(&cluster.schema("replicas"));
    let mut replicas: Vec<Process> = (0..REPLICAS).map(|place| site.start(place)).collect();
    let balancer = Balancer::start(site.folder.path(), &site.ports);
    let clients = Clients::start(8);
    clients.point_to(Some(balancer.address));
    clients.wait_for(STRIDE);
    for place in 0..REPLICAS {
        replicas.remove(place).kill();
        clients.wait_for(STRIDE);
        replicas.insert(place, site.start(place));
        balancer.wait_until_all_are_up();
        assert!(replicas.remove(place).terminate().success());
        clients.wait_for(STRIDE);
        if place == 0 {
            expand(&cluster, "replicas");
        }
        replicas.insert(place, site.start(place));
        balancer.wait_until_all_are_up();
    }
    let refused = clients.refused();
    let acknowledged = clients.stop();
    println!(
        "  {} acknowledged over 3 kills, 3 stops and an expanded schema; {refused} refused",
        acknowledged.len()
    );
    let mut client = postgres::Client::connect(&site.database, postgres::NoTls).expect("the cluster");
    let rows = client.query("SELECT id FROM seen", &[]).expect("the ids");
    let ids: HashSet<Vec<u8>> = rows.iter().map(|row| row.get(0)).collect();
    let keys = Keys::open(&site.keys(0)).expect("the keys");
    for report in &acknowledged {
        let stored = keys.stored_id(report.period, &report.id).expect("the period's key");
        assert!(ids.contains(stored.as_bytes().as_slice()), "an acknowledged report is missing");
    }
    let counted: i64 = client.query_one("SELECT sum(n)::bigint FROM cell", &[]).expect("a sum").get(0);
    assert_eq!(usize::try_from(counted).expect("a count"), ids.len(), "none is counted twice");
    let mut store = Database::from_address(&site.database, None).expect("an address").open().expect("it");
    assert_eq!(chain::verify(&store.increments(None).expect("increments")), Ok(()));
    assert_eq!(refused, 0);
}

/// What the next version would do to a running schema.
fn expand(cluster: &Cluster, schema: &str) {
    let mut client =
        postgres::Client::connect(&cluster.schema("expander"), postgres::NoTls).expect("the cluster");
    client
        .batch_execute(&format!(
            "SET search_path = {schema}; ALTER TABLE cell ADD COLUMN lane TEXT NOT NULL DEFAULT 'none';
             UPDATE schema_version SET version = version + 1"
        ))
        .expect("an expansion");
}

/// Three servers count together at least as much as one alone.
pub fn three_count_as_much_as_one() {
    let cluster = Cluster::start();
    let run = Duration::from_secs(6);
    let alone = {
        let site = Site::new(&cluster.schema("alone"));
        let server = site.start(0);
        rate(server.address, 48, run)
    };
    let site = Site::new(&cluster.schema("together"));
    let servers: Vec<Process> = (0..REPLICAS).map(|place| site.start(place)).collect();
    let together: f64 = thread::scope(|scope| {
        let runs: Vec<_> =
            servers.iter().map(|server| scope.spawn(|| rate(server.address, 16, run))).collect();
        runs.into_iter().map(|run| run.join().expect("a run")).sum()
    });
    println!("  one {alone:.0}/s, three {together:.0}/s: {:.0} %", together / alone * 100.0);
    assert!(together >= alone);
}

/// One database and what its servers share.
struct Site {
    folder: TempDir,
    database: String,
    ports: Vec<u16>,
}

impl Site {
    fn new(database: &str) -> Self {
        let ports = (0..REPLICAS).map(|_| free_port()).collect();
        Self { folder: tempfile::tempdir().expect("a folder"), database: database.to_owned(), ports }
    }

    /// Starts a server; its keys are copied from the first one's, as an operator does.
    fn start(&self, place: usize) -> Process {
        if place > 0 && !self.keys(place).exists() {
            fs::create_dir(self.keys(place)).expect("a folder");
            for name in ["period.key", "lasting.key"] {
                fs::copy(self.keys(0).join(name), self.keys(place).join(name)).expect("a copy");
            }
        }
        let mut command = command(Path::new(&self.database));
        command.env("ZJTX_KEYS", self.keys(place));
        command.env("ZJTX_LISTEN", format!("127.0.0.1:{}", self.ports[place]));
        command.env("ZJTX_LIMITS__REPLICAS", REPLICAS.to_string());
        command.env("ZJTX_CONNECTIONS__LEAVE_SECONDS", "2");
        Process::start(command)
    }

    fn keys(&self, place: usize) -> PathBuf {
        self.folder.path().join(format!("keys-{place}"))
    }
}

/// A port that was free a moment ago; the balancer has to know it before the server has it.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address").port()
}

/// HAProxy in front of the servers; killed when it is dropped.
struct Balancer {
    child: Child,
    address: SocketAddr,
    figures: SocketAddr,
}

impl Balancer {
    fn start(folder: &Path, ports: &[u16]) -> Self {
        let (port, figures) = (free_port(), free_port());
        let servers: String = (0..)
            .zip(ports)
            .map(|(place, port)| {
                format!("  server s{place} 127.0.0.1:{port} check inter 500 fall 1 rise 1\n")
            })
            .collect();
        let file = folder.join("haproxy.cfg");
        // A request whose server dies goes to another one: ids make that harmless.
        let text = format!(
            "global\n  maxconn 512\ndefaults\n  mode http\n  timeout connect 2s\n  timeout client 30s\n  timeout server 30s\n\
             \x20 option redispatch 1\n  retries 3\n  retry-on conn-failure empty-response response-timeout\n\
             \x20 option httpchk GET /readyz\n  http-check expect status 204\n\
             frontend all\n  bind 127.0.0.1:{port}\n  option http-buffer-request\n  default_backend servers\n\
             backend servers\n  balance roundrobin\n{servers}\
             frontend figures\n  bind 127.0.0.1:{figures}\n  stats enable\n  stats uri /\n"
        );
        fs::write(&file, text).expect("a configuration");
        let mut haproxy = Command::new("haproxy");
        let child = haproxy.arg("-f").arg(&file).arg("-q").stdout(Stdio::null()).spawn();
        let child = child.expect("HAProxy is missing; on Debian: sudo apt-get install haproxy");
        let at = |port| SocketAddr::from(([127, 0, 0, 1], port));
        let balancer = Self { child, address: at(port), figures: at(figures) };
        balancer.wait_until_all_are_up();
        balancer
    }

    fn wait_until_all_are_up(&self) {
        while !self.all_are_up() {
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn all_are_up(&self) -> bool {
        let csv = Connection::open(self.figures).and_then(|mut connection| {
            connection.write(b"GET /;csv HTTP/1.0\r\n\r\n")?;
            connection.rest()
        });
        let up = |text: &str| {
            text.lines().filter(|line| line.starts_with("servers,s") && line.contains(",UP,")).count()
        };
        csv.is_ok_and(|text| up(&text) == REPLICAS)
    }
}

impl Drop for Balancer {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
