//! Keys in a folder of their own.

use std::path::Path;

use rand::SeedableRng;
use rand::rngs::StdRng;
use tempfile::TempDir;
use zjtx_aggregator::keys::Keys;

/// Keys from week 45 of 2026 on; they go with the folder.
pub fn keys(seed: u64) -> (TempDir, Keys) {
    let folder = tempfile::tempdir().expect("a folder");
    let keys = keys_in(folder.path(), seed);
    (folder, keys)
}

/// The same in a given folder.
pub fn keys_in(folder: &Path, seed: u64) -> Keys {
    let now = "2026-11-04T04:00:00Z".parse().expect("a moment");
    Keys::open_or_create(folder, now, &mut StdRng::seed_from_u64(seed)).expect("keys")
}

/// The verification key of a folder, made on the first call.
pub fn pinned_key(folder: &Path) -> String {
    let mut keys = Keys::open(folder).expect("keys");
    keys.ensure_signing_key(&mut StdRng::seed_from_u64(3)).expect("a signing key");
    keys.verification_key().expect("a key").to_text()
}
