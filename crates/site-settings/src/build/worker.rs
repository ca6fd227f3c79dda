//! The service worker's list of files, which it knows by their bytes.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// Before the version in the worker's source.
const VERSION: &str = "${CACHES}";

/// The page, which the worker knows by the site's folder.
const PAGE: (&str, &str) = ("index.html", "./");

/// The worker with the hashes of files, given by path and content, and a version of its own. Files that it does not
/// list are passed over.
pub(super) fn renewed<'f>(script: &str, files: impl Iterator<Item = (&'f str, &'f [u8])>) -> String {
    let script = files.fold(script.to_owned(), |script, (path, bytes)| with_hash(&script, path, bytes));
    let Some((head, rest)) = script.split_once(VERSION) else { return script };
    let after = rest.find('`').map_or("", |end| &rest[end..]);
    let version = integrity([head, after].concat().as_bytes());
    [head, VERSION, &version, after].concat()
}

fn with_hash(script: &str, path: &str, bytes: &[u8]) -> String {
    let path = if path == PAGE.0 { PAGE.1 } else { path };
    let entry = format!("[\"{path}\",\"");
    let Some((head, rest)) = script.split_once(&entry) else { return script.to_owned() };
    let after = rest.find('"').map_or("", |end| &rest[end..]);
    [head, &entry, &integrity(bytes), after].concat()
}

/// The content's hash as `fetch` compares it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}
