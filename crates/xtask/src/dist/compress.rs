//! Compressed copies of files, made once so that a host need not.

use anyhow::Result;
use zopfli::{Format, Options};

const TEXT_AND_CODE: &[&str] =
    &["bin", "css", "html", "js", "json", "mjs", "svg", "txt", "wasm", "webmanifest"];

/// Whether a file of this name gains by compression.
pub(crate) fn pays_for(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, extension)| TEXT_AND_CODE.contains(&extension))
}

/// The bytes as gzip, as small as gzip gets; the same for the same bytes.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, bytes, &mut compressed)?;
    Ok(compressed)
}

/// The bytes as Brotli.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &Default::default())?;
    Ok(compressed)
}
