//! What is wrong with one file that is not a pack.

use super::{Code, Diagnostic, Sentence};
use std::collections::BTreeSet;

/// Findings in one file.
pub(crate) struct Findings {
    file: String,
    found: Vec<Diagnostic>,
}

impl Findings {
    pub(crate) fn new(file: impl Into<String>) -> Self {
        Self { file: file.into(), found: Vec::new() }
    }

    pub(crate) fn report(&mut self, code: Code, pointer: impl Into<String>, sentence: impl Into<Sentence>) {
        self.found.push(Diagnostic::new(code, &self.file, pointer, sentence));
    }

    pub(crate) fn schema(&mut self, schema: u8) {
        if schema != 1 {
            self.report(Code::Malformed, "/schema", "schema 应为 1");
        }
    }

    /// Reports every name of a list that stood there before; `place` gives its pointer.
    pub(crate) fn unique<'i>(
        &mut self,
        names: impl Iterator<Item = &'i str>,
        place: impl Fn(usize) -> String,
    ) {
        let mut seen = BTreeSet::new();
        for (index, name) in names.enumerate() {
            if !seen.insert(name) {
                self.report(Code::DuplicateId, place(index), format!("“{name}”写了两次"));
            }
        }
    }

    pub(crate) fn finish(self) -> Vec<Diagnostic> {
        self.found
    }
}
