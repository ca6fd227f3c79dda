//! The most memory that a program had, as Linux tells it.

use std::{
    fs::read_to_string,
    process::{Command, Stdio},
    thread::sleep,
    time::Duration,
};

/// Time between two looks.
const PAUSE: Duration = Duration::from_millis(5);

/// Runs a program; the most memory that it had, as `/proc` writes it, and `None` where there is no `/proc`.
pub(super) fn most(program: &mut Command) -> Option<String> {
    let mut child = program.stderr(Stdio::null()).spawn().expect("the program runs");
    let (file, mut most) = (format!("/proc/{}/status", child.id()), None);
    while child.try_wait().expect("the program is a child").is_none() {
        let status = read_to_string(&file).unwrap_or_default();
        most = status
            .lines()
            .find_map(|line| line.strip_prefix("VmHWM:"))
            .map(|it| it.trim().to_owned())
            .or(most);
        sleep(PAUSE);
    }
    most
}
