//! Standard output. A reader who has seen enough and closes the pipe is no error.

use anyhow::Result;
use std::io::{ErrorKind, Write, stdout};

/// Writes text as it is.
pub fn write(text: &str) -> Result<()> {
    let mut out = stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Writes a line.
pub fn line(text: &str) -> Result<()> {
    write(&format!("{text}\n"))
}
