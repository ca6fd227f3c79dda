//! The service worker's list of files, which it knows by their bytes.

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

/// Before the version in the worker's source.
const VERSION: &str = "${CACHES}";

/// The worker with the hashes of changed files, given as their bytes before and after, and a version of its own.
pub(super) fn renewed<'b>(script: &str, files: impl Iterator<Item = (Vec<u8>, &'b [u8])>) -> String {
    let script = files.fold(script.to_owned(), |script, (before, after)| {
        script.replace(&integrity(&before), &integrity(after))
    });
    let Some((head, rest)) = script.split_once(VERSION) else { return script };
    let after = rest.find('`').map_or("", |end| &rest[end..]);
    let version = integrity([head, after].concat().as_bytes());
    [head, VERSION, &version, after].concat()
}

/// The content's hash as `fetch` compares it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}
