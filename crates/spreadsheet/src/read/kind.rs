//! What a file is, by its first bytes.

use crate::error::SheetError;
use std::io::Read;

/// Kinds of files that can be read.
pub(super) enum FileKind {
    /// A zip archive.
    Archive,
    /// Comma-separated text.
    Text,
}

/// How many bytes are looked at.
const HEAD: u64 = 4096;

impl FileKind {
    /// The kind, and the bytes that were read to tell it.
    pub(super) fn of<R: Read>(input: &mut R) -> Result<(Self, Vec<u8>), SheetError> {
        let mut head = Vec::new();
        input.take(HEAD).read_to_end(&mut head)?;
        let kind = match head.as_slice() {
            [] => return Err(SheetError::Empty),
            [b'P', b'K', 3, 4, ..] => Self::Archive,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(SheetError::OldOrLocked),
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Err(SheetError::Utf16),
            head if head.contains(&0) => return Err(SheetError::NotATable),
            _ => Self::Text,
        };
        Ok((kind, head))
    }
}
