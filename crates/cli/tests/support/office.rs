//! Who signs rules: keys, and archives signed by them.

use super::{Run, repository, zjtx};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder with two keys and an archive of the repository's rules, signed by the first.
pub struct Office {
    folder: TempDir,
}

impl Office {
    /// Makes keys and archive.
    pub fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        for key in ["one", "two"] {
            let run = zjtx(&["rules", "key", office.text(key).as_str()]);
            assert_eq!(run.code, 0, "{}", run.err);
        }
        let run = office.pack("one", "rules.zip");
        assert_eq!(run.code, 0, "{}", run.err);
        office
    }

    /// A place in the folder.
    pub fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The same as text.
    pub fn text(&self, name: &str) -> String {
        self.place(name).to_str().unwrap().to_owned()
    }

    /// Packs the repository's rules.
    pub fn pack(&self, key: &str, archive: &str) -> Run {
        self.pack_folder(&repository("rules"), key, archive)
    }

    /// Packs a folder of rules.
    pub fn pack_folder(&self, folder: &str, key: &str, archive: &str) -> Run {
        let (key, archive) = (self.text(key), self.text(archive));
        let named = ["--signer", "某市工业和信息化局", "--revision", "7", "--day", "2026-11-29"];
        zjtx(&[&["rules", "pack", folder, "--key", &key, "-o", &archive], &named[..]].concat())
    }

    /// A public key as settings of a site have it.
    pub fn line(&self, key: &str) -> String {
        let file = fs::read_to_string(self.place(&format!("{key}.pub"))).unwrap();
        file.lines().nth(1).unwrap().to_owned()
    }

    /// Checks an archive.
    pub fn verify(&self, archive: &str, keys: &[&str], more: &[&str]) -> Run {
        let keys: Vec<String> = keys.iter().map(|key| self.text(&format!("{key}.pub"))).collect();
        let mut arguments = vec!["rules".to_owned(), "verify".to_owned(), self.text(archive)];
        arguments.extend(keys.into_iter().flat_map(|key| ["--trusted".to_owned(), key]));
        arguments.extend(more.iter().map(|word| (*word).to_owned()));
        zjtx(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    }
}
