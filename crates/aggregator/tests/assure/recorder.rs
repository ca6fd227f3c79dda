//! The preloaded recorder: builds it, reads its record, and replays a power cut.

use std::path::{Path, PathBuf};
use std::process::Command;

use rand::RngExt;
use rand::rngs::StdRng;

const SOURCE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/assure/recorder.c");

/// Compiles the recorder into a folder.
pub fn build(folder: &Path) -> PathBuf {
    let library = folder.join("recorder.so");
    let mut compiler = Command::new("cc");
    compiler.args(["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o"]).arg(&library).arg(SOURCE);
    assert!(compiler.args(["-ldl", "-lpthread"]).status().expect("a C compiler").success());
    library
}

/// What was done to a file.
#[derive(Clone)]
pub enum Change {
    Write { offset: usize, bytes: Vec<u8> },
    Truncate { length: usize },
    Sync,
}

/// A change and its file: 0 the database, 1 its log, 2 the acknowledgements.
pub struct Event {
    pub file: usize,
    pub change: Change,
}

/// Reads a record.
pub fn read(record: &Path) -> Vec<Event> {
    let bytes = std::fs::read(record).expect("a record");
    let mut rest = bytes.as_slice();
    let mut events = Vec::new();
    while let [kind, file, tail @ ..] = rest {
        let number =
            |at: usize| u64::from_ne_bytes(tail[at..at + 8].try_into().expect("eight bytes")) as usize;
        let (offset, length) = (number(0), number(8));
        rest = &tail[16..];
        let change = match kind {
            b'w' => {
                let (bytes, tail) = rest.split_at(length);
                rest = tail;
                Change::Write { offset, bytes: bytes.to_vec() }
            }
            b't' => Change::Truncate { length },
            _ => Change::Sync,
        };
        events.push(Event { file: (*file).into(), change });
    }
    events
}

/// A file on a disk that keeps what was synced and, of the rest, what chance wills.
#[derive(Clone, Default)]
pub struct Disk {
    kept: Vec<u8>,
    pending: Vec<Change>,
}

impl Disk {
    pub fn change(&mut self, change: &Change) {
        match change {
            Change::Sync => {
                for change in std::mem::take(&mut self.pending) {
                    apply(&mut self.kept, &change);
                }
            }
            change => self.pending.push(change.clone()),
        }
    }

    /// The file after a power cut.
    pub fn after_cut(&self, random: &mut StdRng) -> Vec<u8> {
        let mut bytes = self.kept.clone();
        for change in self.pending.iter().filter(|_| random.random_bool(0.5)) {
            apply(&mut bytes, change);
        }
        bytes
    }
}

fn apply(file: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Write { offset, bytes } => {
            file.resize(file.len().max(offset + bytes.len()), 0);
            file[*offset..offset + bytes.len()].copy_from_slice(bytes);
        }
        Change::Truncate { length } => file.resize(*length, 0),
        Change::Sync => {}
    }
}
