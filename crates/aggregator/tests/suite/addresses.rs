//! The way to PostgreSQL: private, or not at all.

use std::path::Path;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use zjtx_aggregator::store::{AddressError, Database, StoreError};

use crate::support::keys::keys;
use crate::support::postgres::Cluster;
use crate::support::reports::{arrival, report};

#[test]
fn only_this_machine_is_reached_in_the_clear() {
    for here in [
        "postgres://zjtx@localhost/zjtx",
        "postgres://zjtx@127.0.0.1:5433/zjtx",
        "postgres://zjtx@[::1]/zjtx",
        "postgresql://zjtx@%2Fvar%2Frun%2Fpostgresql/zjtx",
        "postgres:///zjtx?host=/run/postgresql",
    ] {
        assert!(Database::from_address(here, None).is_ok(), "{here}");
    }
    for away in [
        "postgres://zjtx@db.example/zjtx",
        "postgres://zjtx@10.0.0.5/zjtx",
        "postgres://zjtx@localhost,db.example/zjtx",
        "postgres://zjtx@localhost/zjtx?hostaddr=10.0.0.5",
        "postgres://zjtx@db.example/zjtx?sslmode=disable",
    ] {
        let refused = Database::from_address(away, None);
        assert!(matches!(refused, Err(AddressError::Plain(_))), "{away}: {refused:?}");
    }
}

#[test]
fn a_file_without_certificates_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("ca.pem");
    for text in ["", "nonsense"] {
        std::fs::write(&file, text).expect("a file");
        let refused = Database::from_address("postgres://zjtx@db.example/zjtx", Some(&file));
        assert!(matches!(refused, Err(AddressError::NoCertificate(_))), "{refused:?}");
    }
}

/// A certificate for `localhost`, its key and the certificate that vouches for it.
fn certificates(folder: &Path) {
    let mut params = CertificateParams::default();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().expect("a key");
    let authority = CertifiedIssuer::self_signed(params, key).expect("an authority");
    let server = KeyPair::generate().expect("a key");
    let params = CertificateParams::new(vec!["localhost".to_owned()]).expect("a name");
    let certificate = params.signed_by(&server, &authority).expect("a certificate");
    for (name, text) in [
        ("ca.pem", authority.pem()),
        ("server.crt", certificate.pem()),
        ("server.key", server.serialize_pem()),
    ] {
        std::fs::write(folder.join(name), text).expect("a file");
    }
}

/// The server must show a certificate for its name that the file vouches for; then the connection is
/// encrypted, and never without.
#[test]
fn another_machine_is_reached_encrypted_and_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    certificates(folder.path());
    let cluster = Cluster::start();
    let port = cluster.listen(Some(folder.path()));
    let ca = folder.path().join("ca.pem");
    let (_folder, keys) = keys(1);
    let open = |host: &str, ca: &Path| {
        let address = format!("postgres://zjtx@{host}:{port}/postgres");
        Database::from_address(&address, Some(ca)).expect("an address").prepare(&keys).map(drop)
    };
    assert!(open("localhost", &ca).is_ok(), "{:?}", open("localhost", &ca).err());
    assert!(matches!(open("127.0.0.1", &ca), Err(StoreError::Postgres(_))), "another name");
    let other = tempfile::tempdir().expect("a folder");
    certificates(other.path());
    let stranger = open("localhost", &other.path().join("ca.pem"));
    assert!(matches!(stranger, Err(StoreError::Postgres(_))), "another authority");
    let address = format!("postgres://zjtx@localhost:{port}/postgres");
    let mut store = Database::from_address(&address, Some(&ca)).expect("an address").open().expect("it");
    store.accept(&[arrival(report(1))]).expect("a batch");
    assert_eq!(cluster.plain_connections(), 0);
    drop(store);
    cluster.halt();
    let port = cluster.listen(None);
    let plain = format!("postgres://zjtx@localhost:{port}/postgres?sslmode=prefer");
    let refused = Database::from_address(&plain, Some(&ca)).expect("an address").open();
    assert!(refused.is_err(), "a server without TLS is not spoken to");
}
