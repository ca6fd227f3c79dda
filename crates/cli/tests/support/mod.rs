//! Runs the built `zjtx` command.

#![allow(dead_code, reason = "every test binary uses its own part")]

pub mod built;
pub mod office;
pub mod served;

use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run printed and how it ended.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs `zjtx` with arguments and standard input.
pub fn zjtx_reading(arguments: &[&str], input: &[u8]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_zjtx"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that ends before it has read everything closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs `zjtx` with arguments.
pub fn zjtx(arguments: &[&str]) -> Run {
    zjtx_reading(arguments, b"")
}

/// A file or folder of the repository.
pub fn repository(path: &str) -> String {
    let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.join(path).to_str().unwrap().to_owned()
}

/// A dossier of 1 May 2021 with these facts.
pub fn dossier(facts: &Value) -> String {
    json!({ "schema": 1, "as_of": "2021-05-01", "application_kind": "first", "facts": facts }).to_string()
}
