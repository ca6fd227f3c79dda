//! Rustup, where the host's compiler came by it and its server can be reached.

use std::process::{Command, Stdio};
use std::time::Duration;

use wait_timeout::ChildExt;

/// How long rustup may try before another way is taken.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether `rustup <kind> add <name>` succeeds in time.
pub(crate) fn add(kind: &str, name: &str) -> bool {
    let mut rustup = Command::new("rustup");
    // A server that cannot be reached is no defect to be traced.
    rustup.args([kind, "add", name]).stdin(Stdio::null()).env_remove("RUST_BACKTRACE");
    let Ok(mut child) = rustup.spawn() else {
        return false;
    };
    if let Ok(Some(status)) = child.wait_timeout(PATIENCE) {
        return status.success();
    }
    let stopped = child.kill().and_then(|()| child.wait());
    stopped.is_ok_and(|status| status.success())
}
