//! The archive of a workbook, looked through before any of it is read: a small file must not grow
//! without bound when it is unpacked.

use crate::error::{Other, SheetError};
use std::io::{Read, Seek, copy, sink};
use zip::ZipArchive;

/// Most of a sheet, unpacked.
const SHEET_BYTES: u64 = 1 << 30;
/// Most of any other part: texts, styles and relations are held in memory.
const PART_BYTES: u64 = 256 << 20;
/// Deflate packs at most this many bytes into one.
const MOST_PACKED: u64 = 1032;
/// A workbook of a thousand sheets has not half as many.
const MOST_PARTS: usize = 10_000;

/// Refuses archives that are no workbook, or whose parts grow beyond the bounds.
pub(super) fn check<R: Read + Seek>(input: &mut R) -> Result<(), SheetError> {
    let mut archive = ZipArchive::new(input)?;
    if archive.len() > MOST_PARTS || archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(other(&mut archive));
    }
    (0..archive.len()).try_for_each(|index| check_part(&mut archive, index))
}

/// What an archive is that is no workbook.
fn other<R: Read + Seek>(archive: &mut ZipArchive<R>) -> SheetError {
    let has = |part: &str| archive.index_for_name(part).is_some();
    let kinds = [
        ("xl/workbook.bin", Other::BinaryWorkbook),
        ("word/document.xml", Other::Document),
        ("ppt/presentation.xml", Other::Slides),
    ];
    let known = kinds.into_iter().find(|(part, _)| has(part)).map(|(_, other)| other);
    let other = known.or_else(|| {
        let kind = archive.by_name("mimetype").ok()?;
        let mut text = String::new();
        kind.take(80).read_to_string(&mut text).ok()?;
        Some(match text.trim() {
            text if text.contains("spreadsheet") => Other::OpenDocument,
            text if text.contains("presentation") => Other::Slides,
            _ => Other::Document,
        })
    });
    other.map_or(SheetError::NotAWorkbook, SheetError::Other)
}

fn check_part<R: Read + Seek>(archive: &mut ZipArchive<R>, index: usize) -> Result<(), SheetError> {
    let part = archive.by_index(index)?;
    let name = part.name()?.into_owned();
    let limit = if name.starts_with("xl/worksheets/") { SHEET_BYTES } else { PART_BYTES };
    // What the archive says of unpacked sizes may be a lie; what was packed cannot be.
    let may_exceed = part.compressed_size().saturating_mul(MOST_PACKED) > limit;
    let exceeds =
        part.size() > limit || (may_exceed && copy(&mut part.take(limit + 1), &mut sink())? > limit);
    if exceeds { Err(SheetError::TooLarge { part: name, limit: limit >> 20 }) } else { Ok(()) }
}

/// The whole of a packed workbook from a stream.
pub(super) fn held<R: Read>(input: &mut R) -> Result<Vec<u8>, SheetError> {
    let mut bytes = Vec::new();
    if input.take(SHEET_BYTES + 1).read_to_end(&mut bytes)? as u64 > SHEET_BYTES {
        return Err(SheetError::TooLarge { part: "标准输入".to_owned(), limit: SHEET_BYTES >> 20 });
    }
    Ok(bytes)
}
