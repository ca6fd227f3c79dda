//! Several servers on one PostgreSQL, behind a load balancer.

use std::collections::HashSet;
use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use zjtx_aggregator::keys::Keys;
use zjtx_aggregator::release::chain;
use zjtx_aggregator::store::Database;
use zjtx_wire::Report;

use crate::load::rate;
use crate::next_version;
use crate::support::clients::Clients;
use crate::support::http::Connection;
use crate::support::postgres::Cluster;
use crate::support::process::{PROGRAM, Process, command_of};

const REPLICAS: usize = 3;

const CLIENTS: u32 = 8;

/// Acknowledged reports between two mishaps.
const STRIDE: u64 = 300;

/// Connections that send as fast as they are answered, as many to one server as to all three: enough for each to be
/// busy all the time.
const CONNECTIONS: usize = 192;

/// Turns of one server and of three.
const TURNS: u32 = 3;

/// How long servers are killed, stopped and started in turn.
const LOAD: Duration = Duration::from_secs(60);

/// Three servers are killed, stopped and started in turn under load, then replaced one after the other
/// by the next version, which expands the schema, and one of them by this version again: no report is
/// refused, lost or counted twice.
pub fn nobody_notices_a_replica_that_goes() {
    let next = next_version::build();
    let cluster = Cluster::start();
    let mut crowd = Crowd::start(Site::new(&cluster.schema("replicas")));
    let started = Instant::now();
    let mut mishaps = 0;
    while started.elapsed() < LOAD {
        let place = mishaps % REPLICAS;
        crowd.replicas.remove(place).kill();
        crowd.clients.wait_for(STRIDE);
        crowd.put(place, Path::new(PROGRAM));
        crowd.replace(place, Path::new(PROGRAM));
        mishaps += 1;
    }
    for place in 0..REPLICAS {
        crowd.replace(place, next.program());
    }
    crowd.replace(0, Path::new(PROGRAM));
    let refused = crowd.clients.refused();
    let site = crowd.site;
    let acknowledged = crowd.clients.stop();
    println!(
        "  {} acknowledged over {mishaps} kills, {mishaps} stops, the next version and a way back; \
         {refused} refused",
        acknowledged.len()
    );
    let mut client = site.check(&acknowledged);
    let counted = "SELECT count(*) FROM cell WHERE lane = 'next'";
    assert!(
        client.query_one(counted, &[]).expect("a number").get::<_, i64>(0) > 0,
        "the next version counted"
    );
    assert_eq!(refused, 0);
}

/// The server of the database goes for good and its standby takes over: nothing that was acknowledged
/// is lost, and reports are refused only until then.
pub fn a_standby_takes_over() {
    let primary = Cluster::start();
    primary.schema("failover");
    let standby = primary.standby();
    let crowd = Crowd::start(Site::new(&primary.or(&standby, "failover")));
    assert_eq!(crowd.clients.refused(), 0);
    let started = Instant::now();
    primary.halt();
    standby.promote();
    // Answers that were on their way may come first.
    crowd.clients.wait_for(CLIENTS.into());
    crowd.clients.wait_for(1);
    let time = started.elapsed();
    crowd.balancer.wait_until_all_are_up();
    let refused = crowd.clients.refused();
    crowd.clients.wait_for(STRIDE);
    assert_eq!(crowd.clients.refused(), refused, "nobody is refused afterwards");
    let acknowledged = crowd.clients.stop();
    println!("  {} acknowledged; the standby counted after {:.1} s", acknowledged.len(), time.as_secs_f64());
    crowd.site.check(&acknowledged);
}

/// Clients that send without end to servers behind a balancer.
struct Crowd {
    clients: Clients,
    balancer: Balancer,
    replicas: Vec<Process>,
    site: Site,
}

impl Crowd {
    fn start(site: Site) -> Self {
        let replicas = (0..REPLICAS).map(|place| site.start(place, Path::new(PROGRAM))).collect();
        let balancer = Balancer::start(site.folder.path(), &site.ports);
        let clients = Clients::start(CLIENTS);
        clients.point_to(Some(balancer.address));
        clients.wait_for(STRIDE);
        Self { clients, balancer, replicas, site }
    }

    /// Stops a server in order and starts this build in its place.
    fn replace(&mut self, place: usize, program: &Path) {
        assert!(self.replicas.remove(place).terminate().success());
        self.clients.wait_for(STRIDE);
        self.put(place, program);
    }

    /// Starts a build at a place that is empty.
    fn put(&mut self, place: usize, program: &Path) {
        self.replicas.insert(place, self.site.start(place, program));
        self.balancer.wait_until_all_are_up();
        self.clients.wait_for(STRIDE);
    }
}

/// Three servers count together at least as much as one alone, in turns, as no two turns are alike.
pub fn three_count_as_much_as_one() {
    let cluster = Cluster::start();
    let (mut alone, mut together) = (0.0, 0.0);
    for turn in 0..TURNS {
        let site = Site::new(&cluster.schema(&format!("alone_{turn}")));
        alone += rate_of(&[site.start(0, Path::new(PROGRAM))]);
        let site = Site::new(&cluster.schema(&format!("together_{turn}")));
        let servers: Vec<Process> =
            (0..REPLICAS).map(|place| site.start(place, Path::new(PROGRAM))).collect();
        together += rate_of(&servers);
    }
    let each = |sum: f64| sum / f64::from(TURNS);
    println!("  one {:.0}/s, three {:.0}/s: {:.0} %", each(alone), each(together), together / alone * 100.0);
    assert!(together >= alone);
}

/// Reports a second that servers count together.
fn rate_of(servers: &[Process]) -> f64 {
    let share = |server: &Process| rate(server.address, CONNECTIONS / servers.len(), Duration::from_secs(6));
    thread::scope(|scope| {
        let runs: Vec<_> = servers.iter().map(|server| scope.spawn(|| share(server))).collect();
        runs.into_iter().map(|run| run.join().expect("a run")).sum()
    })
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
    fn start(&self, place: usize, program: &Path) -> Process {
        if place > 0 && !self.keys(place).exists() {
            fs::create_dir(self.keys(place)).expect("a folder");
            for name in ["period.key", "lasting.key"] {
                fs::copy(self.keys(0).join(name), self.keys(place).join(name)).expect("a copy");
            }
        }
        let mut command = command_of(program, Path::new(&self.database));
        command.env("ZJTX_KEYS", self.keys(place));
        command.env("ZJTX_LISTEN", format!("127.0.0.1:{}", self.ports[place]));
        command.env("ZJTX_LIMITS__REPLICAS", REPLICAS.to_string());
        command.env("ZJTX_CONNECTIONS__LEAVE_SECONDS", "2");
        Process::start(command)
    }

    /// Every acknowledged report is stored, none is counted twice, and the chain is whole.
    fn check(&self, acknowledged: &[Report]) -> postgres::Client {
        let mut client = postgres::Client::connect(&self.database, postgres::NoTls).expect("the cluster");
        let rows = client.query("SELECT id FROM seen", &[]).expect("the ids");
        let ids: HashSet<Vec<u8>> = rows.iter().map(|row| row.get(0)).collect();
        let keys = Keys::open(&self.keys(0)).expect("the keys");
        for report in acknowledged {
            let stored = keys.stored_id(report.period, &report.id).expect("the period's key");
            assert!(ids.contains(stored.as_bytes().as_slice()), "an acknowledged report is missing");
        }
        let counted: i64 = client.query_one("SELECT sum(n)::bigint FROM cell", &[]).expect("a sum").get(0);
        assert_eq!(usize::try_from(counted).expect("a count"), ids.len(), "none is counted twice");
        let database = Database::from_address(&self.database, None).expect("an address");
        let increments = database.open().expect("the database").increments(None).expect("increments");
        assert_eq!(chain::verify(&increments), Ok(()));
        client
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
