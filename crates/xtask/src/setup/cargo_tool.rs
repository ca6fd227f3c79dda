//! Command-line tools from the Rust package registry, installed into `.tools/`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::Need;
use crate::process;
use crate::repository::{self, Repository};

/// The release of wasm-pack that builds the app.
const WASM_PACK_VERSION: &str = "0.15.1";

/// The release of cargo-deny that reads deny.toml.
const CARGO_DENY_VERSION: &str = "0.20.2";

/// The release of geckodriver that drives Firefox.
const GECKODRIVER_VERSION: &str = "0.36.0";

/// The release of mdBook that makes pages of the documents.
const MDBOOK_VERSION: &str = "0.5.4";

/// A crate whose binary must have one exact version.
pub(crate) struct CargoTool {
    package: &'static str,
    binary: &'static str,
    version: String,
    /// Further words for `cargo install`.
    words: &'static [&'static str],
}

/// wasm-pack, which turns the app into wasm and its JavaScript glue.
pub(crate) fn wasm_pack() -> CargoTool {
    of_that_name("wasm-pack", WASM_PACK_VERSION)
}

/// cargo-deny, which holds the dependencies to deny.toml.
pub(crate) fn cargo_deny() -> CargoTool {
    of_that_name("cargo-deny", CARGO_DENY_VERSION)
}

/// geckodriver, the WebDriver server of Firefox.
pub(crate) fn geckodriver() -> CargoTool {
    of_that_name("geckodriver", GECKODRIVER_VERSION)
}

/// mdBook, which makes pages of the documents; without its search, which cannot tell Chinese words apart.
pub(crate) fn mdbook() -> CargoTool {
    CargoTool { words: &["--no-default-features"], ..of_that_name("mdbook", MDBOOK_VERSION) }
}

/// A tool whose package and program have one name.
fn of_that_name(name: &'static str, version: &str) -> CargoTool {
    CargoTool { package: name, binary: name, version: version.to_owned(), words: &[] }
}

/// The wasm-bindgen command line, of the version that `Cargo.lock` names for the library.
pub(crate) fn wasm_bindgen(repository: &Repository) -> Result<CargoTool> {
    let lock = repository.root().join("Cargo.lock");
    let text = fs::read_to_string(&lock).with_context(|| format!("{} could not be read", lock.display()))?;
    let version = locked_version(&text, "wasm-bindgen")
        .context("Cargo.lock names no wasm-bindgen; `cargo update --workspace` renews it")?;
    Ok(CargoTool { package: "wasm-bindgen-cli", binary: "wasm-bindgen", version, words: &[] })
}

impl CargoTool {
    /// A call of the tool.
    pub(crate) fn command(&self, repository: &Repository) -> Command {
        Command::new(repository.tools().join("bin").join(self.binary))
    }
}

impl Need for CargoTool {
    fn name(&self) -> &'static str {
        self.package
    }

    fn found(&self, repository: &Repository) -> Option<String> {
        let answer = process::output_of(self.command(repository).arg("--version"))?;
        answer.split_whitespace().any(|word| word.trim_start_matches('v') == self.version).then_some(answer)
    }

    fn plan(&self) -> String {
        format!("cargo compiles {} {} into .tools/ (minutes)", self.package, self.version)
    }

    /// Without `--locked`: a lock file can name a release that a registry mirror does not have yet.
    ///
    /// What several tools are made of is compiled once, as long as [`tidy`] did not come between.
    fn prepare(&self, repository: &Repository) -> Result<()> {
        let mut command = Command::new("cargo");
        command.args(["install", "--quiet", "--force", self.package, "--version", &self.version]);
        command
            .args(self.words)
            .arg("--root")
            .arg(repository.tools())
            .arg("--target-dir")
            .arg(build_folder(repository));
        // Compiling such a tool takes longer than all that it does here; so it is compiled quickly.
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_LTO", "false");
        process::run(&mut command)
    }
}

/// Removes what compiling the tools left behind.
pub(super) fn tidy(repository: &Repository) -> Result<()> {
    repository::remove_folder(&build_folder(repository))
}

fn build_folder(repository: &Repository) -> PathBuf {
    repository.tools().join("build")
}

/// The version of `package` in a `Cargo.lock`.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let heading = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != heading);
    let version = lines.nth(1)?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn version_is_read_from_the_lock() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
