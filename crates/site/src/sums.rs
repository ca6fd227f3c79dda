//! `SHA256SUMS`: the hash of every file of a site but its own, as `sha256sum -c` reads it.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::{fs, io};

use sha2::{Digest, Sha256};

/// The file's name at the top of the site.
pub const SUMS_FILE: &str = "SHA256SUMS";

/// Hexadecimal digits of a hash.
const DIGITS: usize = 64;

/// Hashes of files by their paths within the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<String, String>);

impl Sums {
    /// Hashes the files beneath a folder.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let mut sums = Self::default();
        sums.add(folder, "")?;
        Ok(sums)
    }

    fn add(&mut self, folder: &Path, above: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let within = format!("{above}{name}");
            if path.is_dir() {
                self.add(&path, &format!("{within}/"))?;
            } else if within != SUMS_FILE {
                self.0.insert(within, hash(&fs::read(&path)?));
            }
        }
        Ok(())
    }

    /// Reads the file; `None` for anything else, an empty one included.
    pub fn parse(text: &str) -> Option<Self> {
        let line = |line: &str| {
            let (hash, path) = line.split_once("  ")?;
            let is_hash = hash.len() == DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
            is_hash.then(|| (path.to_owned(), hash.to_owned()))
        };
        let sums: BTreeMap<_, _> = text.lines().map(line).collect::<Option<_>>()?;
        (!sums.is_empty()).then_some(Self(sums))
    }

    /// Path and hash of each file, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, hash)| (path.as_str(), hash.as_str()))
    }

    /// The hash of a file; `None` for one that is not listed.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// The content of the file.
    pub fn to_text(&self) -> String {
        self.iter().map(|(path, hash)| format!("{hash}  {path}\n")).collect()
    }
}

/// SHA-256 of bytes, in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(DIGITS), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::{SUMS_FILE, Sums, hash};

    #[test]
    fn every_file_but_the_list_itself_is_listed_as_sha256sum_reads_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("assets")).expect("a folder in it");
        for (name, text) in [("index.html", "home"), ("assets/app.js", "one"), (SUMS_FILE, "old")] {
            fs::write(folder.path().join(name), text).expect("a file in it");
        }
        let sums = Sums::of(folder.path()).expect("readable files");
        assert_eq!(sums.get("assets/app.js"), Some(hash(b"one").as_str()));
        let paths: Vec<&str> = sums.iter().map(|(path, _)| path).collect();
        assert_eq!(paths, ["assets/app.js", "index.html"]);
        fs::write(folder.path().join(SUMS_FILE), sums.to_text()).expect("the list");
        let mut check = Command::new("sha256sum");
        let checked = check.current_dir(folder.path()).args(["--check", "--strict", "--quiet", SUMS_FILE]);
        assert!(checked.status().expect("sha256sum").success());
        assert_eq!(Sums::parse(&sums.to_text()), Some(sums));
    }

    #[test]
    fn what_is_no_list_is_told_from_one() {
        for text in ["", "<!doctype html>", "0123  index.html\n", &format!("{}  a\nb\n", hash(b""))] {
            assert_eq!(Sums::parse(text), None, "{text}");
        }
    }
}
