//! A build of this program as its next version might be: with a schema that it expands itself and
//! writes to, and that this version may go on working on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::support::process::PROGRAM;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// What the program needs of the repository.
const PARTS: [&str; 6] =
    ["Cargo.toml", "Cargo.lock", "crates/aggregator", "crates/wire", "crates/site", "rules/catalog.json"];

/// A file, what stands there, and what stands there in the next version.
const CHANGES: [(&str, &str, &str); 6] = [
    (
        "Cargo.toml",
        r#"members = ["app", "app/wasm", "evaluator", "tests", "crates/*"]
default-members = ["evaluator", "tests", "crates/*"]"#,
        r#"members = ["crates/*"]"#,
    ),
    (
        "crates/aggregator/Cargo.toml",
        "[lib]\n",
        "[[bin]]\nname = \"zjtx-aggregator-next\"\npath = \"src/main.rs\"\n\n[lib]\n",
    ),
    ("crates/aggregator/src/store/mod.rs", "SCHEMA_VERSION: i32 = 3;", "SCHEMA_VERSION: i32 = 4;"),
    (
        "crates/aggregator/src/store/postgres/connection.rs",
        "Some((1, _)) =>",
        r#"Some((3, _)) => transaction.batch_execute(
            "ALTER TABLE cell ADD COLUMN lane TEXT NOT NULL DEFAULT 'none';
             UPDATE schema_version SET version = 4",
        )?,
        Some((1, _)) =>"#,
    ),
    (
        "crates/aggregator/src/store/postgres/cells.rs",
        "verdict, writer, n)\n         SELECT a, b, c, d, e, f, $7, g FROM",
        "verdict, writer, n, lane)\n         SELECT a, b, c, d, e, f, $7, g, 'next' FROM",
    ),
    (
        "crates/aggregator/src/store/postgres/cells.rs",
        "SET n = cell.n + excluded.n",
        "SET n = cell.n + excluded.n, lane = excluded.lane",
    ),
];

/// The finished build; its sources go when it is dropped.
pub struct NextVersion {
    _sources: TempDir,
    program: PathBuf,
}

impl NextVersion {
    pub fn program(&self) -> &Path {
        &self.program
    }
}

/// Builds the next version beside this one, with the same dependencies.
pub fn build() -> NextVersion {
    let sources = tempfile::tempdir().expect("a folder");
    for part in PARTS {
        let to = sources.path().join(part);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        let copy = Command::new("cp").arg("-r").arg(Path::new(ROOT).join(part)).arg(to).status();
        assert!(copy.expect("cp").success());
    }
    for (file, now, next) in CHANGES {
        let file = sources.path().join(file);
        let text = fs::read_to_string(&file).expect("a file");
        assert!(text.contains(now), "{} has changed: adapt the next version", file.display());
        fs::write(&file, text.replace(now, next)).expect("a file");
    }
    let programs = Path::new(PROGRAM).parent().expect("a folder");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--offline", "--bin", "zjtx-aggregator-next", "--target-dir"]);
    cargo.arg(programs.parent().expect("a folder")).current_dir(sources.path());
    if !cfg!(debug_assertions) {
        cargo.arg("--release");
    }
    assert!(cargo.status().expect("cargo").success());
    NextVersion { program: programs.join("zjtx-aggregator-next"), _sources: sources }
}
