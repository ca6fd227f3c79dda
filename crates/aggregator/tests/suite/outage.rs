//! PostgreSQL goes away and comes back.

use tokio::runtime::Runtime;
use zjtx_aggregator::store::Store;

use crate::support::postgres::Cluster;
use crate::support::reports::report;
use crate::support::server::{TestServer, generous};

#[test]
fn reports_are_refused_during_an_outage_and_counted_once_after_it() {
    let cluster = Cluster::start();
    let mut settings = generous();
    settings.database = cluster.schema("outage");
    let server = TestServer::with(settings);
    let runtime = Runtime::new().expect("a runtime");
    let send = |number| runtime.block_on(server.send(&report(number)));
    assert_eq!([send(1), send(2)], [204, 204]);
    cluster.halt();
    assert_eq!([send(2), send(3), send(4)], [503; 3]);
    assert_eq!(runtime.block_on(server.get("/readyz", None)).status, 503);
    cluster.resume();
    assert_eq!([send(2), send(3), send(4), send(4)], [204; 4]);
    assert_eq!(runtime.block_on(server.get("/readyz", None)).status, 204);
    let mut store: Box<dyn Store> = server.store();
    assert_eq!(store.ids().expect("ids"), 4);
    assert_eq!(store.waiting().expect("counts").iter().map(|count| count.n).sum::<i64>(), 4);
}
