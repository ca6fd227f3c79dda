//! What other sites embed: the loader, whose bytes are promised for ever, and the page's own end of it.

use anyhow::{Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value;
use sha2::{Digest, Sha384};
use zjtx::site_rules::embed::replaced;

use super::asset::{self, Asset};
use super::bundle::bundle;
use super::compress;
use crate::repository::Repository;

/// The loader, and the hash that hosts have in their pages.
const LOADER: &str = "static/embed/v1.js";
const INTEGRITY: &str = "static/embed/v1.integrity";

/// Where the script of the page's end starts.
const START: &str = "static/embed/frame/frame.js";

/// What the loader may be at most, in bytes of gzip.
const LOADER_BUDGET: usize = 2048;

/// The loader and its hash; its bytes are those that were released, and they are few.
pub(crate) fn loader(repository: &Repository) -> Result<[Asset; 2]> {
    let read = |source| asset::file(repository.root(), source);
    let (loader, integrity) = (read(LOADER)?, read(INTEGRITY)?);
    check(&loader.bytes, str::from_utf8(&integrity.bytes)?.trim())?;
    Ok([loader, integrity])
}

fn check(loader: &[u8], released: &str) -> Result<()> {
    let integrity = format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(loader)));
    ensure!(
        integrity == released,
        "{LOADER} changed, but pages of other sites name its hash: what changes is static/embed/v2.js. \
         Before its first release, {INTEGRITY} may become {integrity}"
    );
    let gzip = compress::gzip(loader)?.len();
    ensure!(gzip <= LOADER_BUDGET, "{LOADER} has {gzip} bytes of gzip; {LOADER_BUDGET} are allowed");
    Ok(())
}

/// The page's end, which reads what it is told of the rules from a text within it.
pub(crate) fn build(repository: &Repository, catalog: &str) -> Result<Asset> {
    let text = Value::from(catalog);
    let bytes = bundle(repository, "frame", START, &[&format!("--define:CATALOG={text}")])?;
    let script = str::from_utf8(&bytes)?;
    ensure!(
        replaced(script, catalog).as_deref() == Some(script),
        "{START} does not hold its catalogue in the form that `zjtx site build --rules` finds again"
    );
    Ok(Asset::new("pkg/frame.js", bytes))
}

#[cfg(test)]
mod tests {
    use super::check;
    use sha2::{Digest, Sha384};

    /// `printf one | openssl dgst -sha384 -binary | base64`
    const ONE: &str = "sha384-Xby+2wDRMaKeBZP5dvK0N5QpOSORmtQnZt6Bf+yCSmJieZ/sjQTLmxfEjo6ukSZY";

    #[test]
    fn released_bytes_never_change() {
        assert!(check(b"one", ONE).is_ok());
        let error = check(b"two", ONE).expect_err("other bytes");
        assert!(error.to_string().contains("v2.js"), "{error}");
    }

    #[test]
    fn a_loader_that_grew_is_refused() {
        let noise: Vec<u8> = (0_u8..60).flat_map(|number| Sha384::digest([number])).collect();
        let named = check(&noise, "").expect_err("no hash").to_string();
        let integrity = named.rsplit(' ').next().expect("the hash");
        let error = check(&noise, integrity).expect_err("too many bytes");
        assert!(error.to_string().contains("2048 are allowed"), "{error}");
    }
}
