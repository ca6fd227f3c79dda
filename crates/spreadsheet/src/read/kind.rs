//! What a file is, by its first bytes, whatever its name.

use crate::error::{Other, SheetError};
use std::io::Read;

/// Kinds of files that can be read.
pub(crate) enum FileKind {
    /// A zip archive.
    Archive,
    /// Comma-separated text.
    Text,
}

/// How many bytes are looked at.
const HEAD: u64 = 4096;

impl FileKind {
    /// The kind, and the bytes that were read to tell it.
    pub(crate) fn of<R: Read>(input: &mut R) -> Result<(Self, Vec<u8>), SheetError> {
        let mut head = Vec::new();
        input.take(HEAD).read_to_end(&mut head)?;
        let kind = match head.as_slice() {
            [] => return Err(SheetError::Empty),
            [b'P', b'K', 3, 4, ..] => Self::Archive,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => return Err(SheetError::OldOrLocked),
            head if is_picture(head) => return Err(SheetError::Other(Other::Picture)),
            head if is_packed(head) => return Err(SheetError::Other(Other::Packed)),
            head => match markup(&text(head)) {
                Some(other) => return Err(SheetError::Other(other)),
                None if head.contains(&0) && !is_utf16(head) => return Err(SheetError::NotATable),
                None => Self::Text,
            },
        };
        Ok((kind, head))
    }
}

fn is_picture(head: &[u8]) -> bool {
    let marks: [&[u8]; 6] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*", b"RIFF"];
    marks.iter().any(|mark| head.starts_with(mark))
}

fn is_packed(head: &[u8]) -> bool {
    let marks: [&[u8]; 5] = [b"Rar!", b"7z\xBC\xAF", b"\x1F\x8B", b"BZh", b"\xFD7zXZ"];
    marks.iter().any(|mark| head.starts_with(mark))
}

fn is_utf16(head: &[u8]) -> bool {
    head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF])
}

/// The beginning as lower-case text; letters of ASCII are the same in every encoding that lists have.
fn text(head: &[u8]) -> String {
    let letters = head.iter().filter(|byte| byte.is_ascii() && **byte != 0).map(|byte| char::from(*byte));
    let text: String = letters.flat_map(char::to_lowercase).collect();
    text.trim_start().to_owned()
}

/// What text in a language of marks is.
fn markup(text: &str) -> Option<Other> {
    let begins = |marks: &[&str]| marks.iter().any(|mark| text.starts_with(mark));
    let is_page = begins(&["<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<style", "<div"]);
    let is_xml = begins(&["<?xml", "<workbook", "<!--"]);
    if begins(&["%pdf"]) {
        Some(Other::Pdf)
    } else if begins(&["{\\rtf"]) {
        Some(Other::Document)
    } else if begins(&["mime-version:", "content-type: multipart"])
        || is_page
        || is_xml && text.contains("<html")
    {
        Some(Other::WebPage)
    } else if is_xml && text.contains("spreadsheet") {
        Some(Other::XmlWorkbook)
    } else if is_xml {
        Some(if text.contains("<table") { Other::WebPage } else { Other::Xml })
    } else if begins(&["{", "[{"]) && text.contains('"') {
        Some(Other::Json)
    } else {
        None
    }
}
