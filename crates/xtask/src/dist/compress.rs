//! Compressed copies of files, made once so that a host need not.

pub(super) use zjtx_site_settings::build::{brotli, gzip};

const TEXT_AND_CODE: &[&str] =
    &["bin", "css", "html", "js", "json", "mjs", "svg", "txt", "wasm", "webmanifest"];

/// Whether a file of this name gains by compression.
pub(super) fn pays_for(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| TEXT_AND_CODE.contains(&extension))
}
