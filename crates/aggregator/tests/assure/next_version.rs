//! A build of this program as its next version might be: with a schema that it expands itself and
//! writes to, and that this version may go on working on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use cargo_metadata::MetadataCommand;
use tempfile::TempDir;

use crate::support::process::PROGRAM;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// What the program needs of the repository besides its packages.
const PARTS: [&str; 3] = ["Cargo.toml", "Cargo.lock", "rules"];

/// Members of the workspace, of which the next version has only those that are copied.
const MEMBERS: &str = r#"members = ["app", "app/wasm", "evaluator", "tests", "crates/*"]
default-members = ["evaluator", "tests", "crates/*"]"#;

/// A file, what stands there, and what stands there in the next version.
const CHANGES: [(&str, &str, &str); 5] = [
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
        "writer, n)\n        SELECT period, held_day, reason, pack, district, verdict, $8::smallint, count(*)\n",
        "writer, n, lane)
         SELECT period, held_day, reason, pack, district, verdict, $8::smallint, count(*), 'next'\n",
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
    let packages = packages();
    for part in PARTS.map(PathBuf::from).iter().chain(&packages) {
        let to = sources.path().join(part);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        let copy = Command::new("cp").arg("-r").arg(Path::new(ROOT).join(part)).arg(to).status();
        assert!(copy.expect("cp").success());
    }
    change(&sources.path().join("Cargo.toml"), MEMBERS, &format!("members = {packages:?}"));
    for (file, now, next) in CHANGES {
        change(&sources.path().join(file), now, next);
    }
    let programs = Path::new(PROGRAM).parent().expect("a folder");
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["build", "--quiet", "--offline", "--bin", "zjtx-aggregator-next", "--target-dir"]);
    cargo.arg(programs.parent().expect("a folder")).current_dir(sources.path());
    let profile = programs.file_name().and_then(|name| name.to_str()).expect("a profile");
    // The one profile whose folder is called otherwise.
    cargo.args(["--profile", if profile == "debug" { "dev" } else { profile }]);
    assert!(cargo.status().expect("cargo").success());
    NextVersion { program: programs.join("zjtx-aggregator-next"), _sources: sources }
}

fn change(file: &Path, now: &str, next: &str) {
    let text = fs::read_to_string(file).expect("a file");
    assert!(text.contains(now), "{} has changed: adapt the next version", file.display());
    fs::write(file, text.replace(now, next)).expect("a file");
}

/// Folders of this package and of all others of the workspace that it is built with, from the repository's root.
fn packages() -> Vec<PathBuf> {
    let root = Path::new(ROOT).canonicalize().expect("the repository");
    let workspace = MetadataCommand::new().current_dir(&root).no_deps().exec().expect("the workspace");
    let mut open = vec![root.join("crates/aggregator")];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        let from_root = folder.strip_prefix(&root).expect("a folder of the repository").to_owned();
        if found.contains(&from_root) {
            continue;
        }
        found.push(from_root);
        let manifest = folder.join("Cargo.toml");
        let package = workspace.packages.iter().find(|package| package.manifest_path == manifest);
        let dependencies = &package.expect("a member of the workspace").dependencies;
        open.extend(dependencies.iter().filter_map(|dependency| dependency.path.clone()).map(PathBuf::from));
    }
    found
}
