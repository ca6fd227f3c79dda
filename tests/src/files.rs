//! Files of the repository.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Files beneath a folder with an extension, build output left out.
///
/// # Panics
/// When a folder cannot be read.
#[must_use]
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    const OUTPUT: [&str; 6] = ["target", ".tools", "node_modules", "dist", "pkg", ".git"];
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() && !OUTPUT.contains(&name.as_str()) {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found
}
