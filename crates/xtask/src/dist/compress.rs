//! Compressed copies of files, made once so that a host need not.

use std::io::Write;

use anyhow::Result;
use flate2::{Compression, GzBuilder};

const TEXT_AND_CODE: &[&str] =
    &["bin", "css", "html", "js", "json", "mjs", "svg", "txt", "wasm", "webmanifest"];

/// Whether a file of this name gains by compression.
pub(crate) fn pays_for(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| TEXT_AND_CODE.contains(&extension))
}

/// The bytes as gzip; the same for the same bytes.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The bytes as Brotli.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &Default::default())?;
    Ok(compressed)
}
