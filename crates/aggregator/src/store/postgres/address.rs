//! Where a PostgreSQL server is, and whether the way to it is private.

use std::fmt;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use postgres::Config;
use postgres::config::{Host, SslMode};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

/// Why an address of a database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum AddressError {
    /// Neither a path nor an address of PostgreSQL. What was written may hold a password and is not
    /// repeated.
    #[error("database 须为 SQLite 文件路径，或 postgres:// 地址（不支持 host=… 写法）")]
    NotAnAddress,
    /// PostgreSQL's client does not understand the address.
    #[error("postgres:// 地址有误；sslmode 不必写：本机以外一律核对证书")]
    Malformed,
    /// The connection would cross a network in the clear.
    #[error(
        "PostgreSQL 在另一台主机（{0}）时须加密：请在 [postgres] 写 ca_file；不加密只限本机套接字与回环地址"
    )]
    Plain(String),
    /// The file of certificates cannot be used.
    #[error("postgres.ca_file（{0}）中没有可用的证书")]
    NoCertificate(PathBuf),
}

/// A checked address; whoever prints it sees no password.
#[derive(Clone)]
pub struct PostgresAddress {
    pub(super) config: Config,
    pub(super) tls: Option<MakeRustlsConnect>,
    text: String,
}

impl PostgresAddress {
    /// Reads an address. With a file of certificates the server must show one that they vouch for;
    /// without, only this machine can be reached.
    ///
    /// # Errors
    /// When the address is not understood or not private.
    pub fn parse(text: &str, ca_file: Option<&Path>) -> Result<Self, AddressError> {
        let mut config: Config = text.parse().map_err(|_| AddressError::Malformed)?;
        let tls = ca_file.map(connector).transpose()?;
        match &tls {
            Some(_) if !is_all_sockets(&config) => {
                config.ssl_mode(SslMode::Require);
            }
            Some(_) => {}
            None => {
                if let Some(host) = remote_host(&config) {
                    return Err(AddressError::Plain(host));
                }
                config.ssl_mode(SslMode::Disable);
            }
        }
        Ok(Self { config, tls, text: text.to_owned() })
    }
}

fn connector(ca_file: &Path) -> Result<MakeRustlsConnect, AddressError> {
    let unusable = || AddressError::NoCertificate(ca_file.to_owned());
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(ca_file).map_err(|_| unusable())? {
        roots.add(certificate.map_err(|_| unusable())?).map_err(|_| unusable())?;
    }
    if roots.is_empty() {
        return Err(unusable());
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|_| unusable())?.with_root_certificates(roots).with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

fn is_all_sockets(config: &Config) -> bool {
    config.get_hosts().iter().all(|host| matches!(host, Host::Unix(_))) && config.get_hostaddrs().is_empty()
}

/// The first host that is neither a socket nor this machine.
fn remote_host(config: &Config) -> Option<String> {
    let is_here =
        |name: &str| name == "localhost" || name.parse().is_ok_and(|address: IpAddr| address.is_loopback());
    let named = config.get_hosts().iter().find_map(|host| match host {
        Host::Tcp(name) if !is_here(name) => Some(name.clone()),
        _ => None,
    });
    let numbered = config.get_hostaddrs().iter().find(|address| !address.is_loopback());
    named.or_else(|| numbered.map(IpAddr::to_string))
}

impl PartialEq for PostgresAddress {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for PostgresAddress {}

impl fmt::Debug for PostgresAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("postgres://…")
    }
}
