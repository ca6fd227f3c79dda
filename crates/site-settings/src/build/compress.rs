//! Compressed copies of files, made once so that a host need not.

use std::io;

/// The bytes as gzip, as small as gzip gets; the same for the same bytes.
///
/// # Errors
/// When the compressor fails.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut compressed)?;
    Ok(compressed)
}

/// The bytes as Brotli.
///
/// # Errors
/// When the compressor fails.
pub fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &Default::default())?;
    Ok(compressed)
}
