//! Reading files and standard input, with a bound.

use anyhow::{Context, Result, bail};
use std::{
    fs::File,
    io::{Read, stdin},
    path::Path,
};

/// Larger inputs are no dossier and no rule file.
const MAX_BYTES: u64 = 8 << 20;

/// The text of a file; `-` is standard input.
pub fn read(path: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes)
    } else {
        let file = File::open(path).with_context(|| format!("{}：打不开文件", path.display()))?;
        file.take(MAX_BYTES + 1).read_to_end(&mut bytes)
    };
    read.with_context(|| format!("{}：读取失败", path.display()))?;
    if bytes.len() as u64 > MAX_BYTES {
        bail!("{}：文件超过 8 MB", path.display());
    }
    String::from_utf8(bytes).with_context(|| format!("{}：不是 UTF-8 文本，请另存为 UTF-8", path.display()))
}
