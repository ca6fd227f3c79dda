//! The files of a rules folder as one document.

use crate::{
    language::diagnostics::{Code, Diagnostic, parse_file},
    written::{PackDoc, RulebookDoc, SourceDoc},
};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

impl RulebookDoc {
    /// Reads the files of a rules folder, each under its name within it, such as `packs/x.json`.
    /// Files of other names are passed over.
    ///
    /// # Errors
    /// What is missing, and what cannot be read as its kind of file, each with its place.
    pub fn from_files(files: &BTreeMap<String, String>) -> Result<Self, Vec<Diagnostic>> {
        let mut reader = Reader { files, found: Vec::new() };
        let catalog = reader.one("catalog.json");
        let terms = reader.one("terms.json");
        let areas = reader.one("tables/areas.json");
        let industries = reader.one("tables/industries.json");
        let rounds = reader.one("rounds.json");
        let sources = reader.all("sources/", |source: &SourceDoc| &source.id);
        let packs = reader.all("packs/", |pack: &PackDoc| &pack.id);
        match (catalog, terms, areas, industries, rounds) {
            (Some(catalog), Some(terms), Some(areas), Some(industries), Some(rounds))
                if reader.found.is_empty() =>
            {
                Ok(Self { catalog, terms, areas, industries, rounds, sources, packs })
            }
            _ => Err(reader.found),
        }
    }
}

struct Reader<'f> {
    files: &'f BTreeMap<String, String>,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn one<T: DeserializeOwned>(&mut self, file: &str) -> Option<T> {
        match self.files.get(file) {
            Some(text) => self.parsed(file, text),
            None => self.malformed(file, "", "没有这个文件"),
        }
    }

    /// The files of a folder, whose names are the ids they state.
    fn all<T: DeserializeOwned>(&mut self, folder: &str, id: impl Fn(&T) -> &String) -> Vec<T> {
        let mut docs = Vec::new();
        for (file, text) in self.files {
            let Some(name) = file.strip_prefix(folder).and_then(|name| name.strip_suffix(".json")) else {
                continue;
            };
            let Some(doc) = self.parsed::<T>(file, text) else { continue };
            if id(&doc) == name {
                docs.push(doc);
            } else {
                self.malformed::<T>(file, "/id", "文件名应是 id 加 .json");
            }
        }
        docs
    }

    fn parsed<T: DeserializeOwned>(&mut self, file: &str, text: &str) -> Option<T> {
        parse_file(file, text).map_err(|diagnostic| self.found.push(diagnostic)).ok()
    }

    fn malformed<T>(&mut self, file: &str, pointer: &str, sentence: &str) -> Option<T> {
        self.found.push(Diagnostic::new(Code::Malformed, file, pointer, sentence));
        None
    }
}
