//! Everything that is handed over with a version, in one folder: made whole or not at all.

mod book;
mod components;
mod container;
mod emulator;
mod licences;
mod notes;
mod package;
mod programs;
mod sbom;
mod servers;
mod site;
mod tried;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use zjtx_site::{SUMS_FILE, Sums};

use crate::dist::origin;
use crate::repository::{Repository, remove_folder};
use crate::setup;
use emulator::Emulator;
use programs::{TARGETS, Target};

/// The version of all packages here.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Folders that go along, and what they are called in the release: settings of example sites, and what the endpoint is run
/// with on servers.
const FOLDERS: [(&str, &str); 2] = [("rules/sites", "sites"), ("crates/aggregator/packaging", "packaging")];

/// Files of the repository that go along as they are.
const AS_THEY_ARE: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", "CHANGELOG.md"];

/// A part of a release that can be made alone.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Part {
    /// The site's archive
    Site,
    /// The npm package
    Package,
    /// The programs
    Programs,
    /// The endpoint's container image, of the program made along
    Container,
    /// Notes, licences, example sites, list of components
    Documents,
    /// The documents as pages
    Book,
}

/// Makes the release folder of these parts, of all where none is named; returns its place.
pub(crate) fn make(repository: &Repository, only: &[Part]) -> Result<PathBuf> {
    refuse_changes(origin::changes(repository).as_deref())?;
    let wanted = |part: Part| only.is_empty() || only.contains(&part);
    let folder = folder(repository);
    let partial = folder.with_extension("partial");
    remove_folder(&partial)?;
    fs::create_dir_all(&partial)?;
    let components = components::all(repository)?;
    let mut sums_hash = None;
    if wanted(Part::Site) {
        sums_hash = Some(site::make(repository, &licences::page(&components), &partial)?);
    }
    if wanted(Part::Package) {
        package::make(repository, &partial)?;
    }
    if wanted(Part::Programs) {
        let emulators = TARGETS.iter().filter_map(Target::emulator).map(Emulator::package);
        setup::ensure(repository, &setup::for_programs(emulators))?;
        TARGETS.iter().try_for_each(|target| programs::make(repository, target, &partial))?;
        tried::run(repository, &partial)?;
    }
    if wanted(Part::Container) {
        container::make(repository, &partial)?;
    }
    if wanted(Part::Documents) {
        add_documents(repository, &partial, sums_hash.as_deref())?;
        fs::write(partial.join(format!("zjtx-{VERSION}.cdx.json")), sbom::document(&components)?)?;
    }
    if wanted(Part::Book) {
        book::make(repository, &partial)?;
    }
    fs::write(partial.join(SUMS_FILE), Sums::of(&partial)?.to_text())?;
    remove_folder(&folder)?;
    fs::rename(&partial, &folder).context("the release folder could not be put in its place")?;
    Ok(folder)
}

/// Where the release is made.
pub(crate) fn folder(repository: &Repository) -> PathBuf {
    repository.root().join(format!("target/release-{VERSION}"))
}

/// A release is of a commit: what is not in it would be in no one else's build.
fn refuse_changes(changes: Option<&str>) -> Result<()> {
    let Some(changes) = changes else { bail!("a release needs the git repository of the sources, and git") };
    ensure!(
        changes.is_empty(),
        "files are not as the last commit has them; commit or remove them first:\n{changes}"
    );
    Ok(())
}

fn add_documents(repository: &Repository, folder: &Path, sums_hash: Option<&str>) -> Result<()> {
    let changelog = fs::read_to_string(repository.root().join("CHANGELOG.md"))?;
    let commit = origin::commit(repository).unwrap_or_default();
    fs::write(folder.join("RELEASE-NOTES.md"), notes::of(&changelog, VERSION, &commit, sums_hash)?)?;
    for name in AS_THEY_ARE {
        fs::copy(repository.root().join(name), folder.join(name))
            .with_context(|| format!("{name} is missing"))?;
    }
    for (from, to) in FOLDERS {
        let to = folder.join(to);
        fs::create_dir_all(&to)?;
        for entry in fs::read_dir(repository.root().join(from))? {
            let entry = entry?;
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::refuse_changes;

    #[test]
    fn a_tree_with_changes_is_refused_and_they_are_named() {
        assert!(refuse_changes(Some("")).is_ok());
        let error = refuse_changes(Some(" M README.md")).expect_err("a change");
        assert!(error.to_string().contains("README.md"), "{error}");
        assert!(refuse_changes(None).is_err());
    }
}
