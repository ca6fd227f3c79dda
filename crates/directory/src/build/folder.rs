//! A directory's folder: the index and its pieces, with compressed copies, written whole or not at all.

use super::Built;
use crate::{INDEX, Index, Piece};
use sha2::{Digest, Sha256};
use std::{
    fmt::Write as _,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Why a folder cannot be read or written.
#[derive(Debug, Error)]
pub enum FolderError {
    /// It holds something else.
    #[error("{0}：目录不是空的，也不是先前生成的名录；请换一个目录")]
    Occupied(PathBuf),
    /// It is no directory.
    #[error("{path}：不是名录目录（{what}）")]
    NoDirectory {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        what: String,
    },
    /// A file fails.
    #[error("{path}：读写失败（{error}）")]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

/// A directory that was read.
#[derive(Debug)]
pub struct Directory {
    /// The index.
    pub index: Index,
    /// The pieces, in the order of the index.
    pub pieces: Vec<Piece>,
}

/// The hash in a piece's name.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Writes a directory beside the folder first, then puts it in its place; how many bytes it has as Brotli.
///
/// # Errors
/// When the folder holds something else, or a file fails.
pub fn write_folder(built: &Built, folder: &Path) -> Result<usize, FolderError> {
    let is_directory = folder.join(INDEX).exists();
    if !is_directory && fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(FolderError::Occupied(folder.to_owned()));
    }
    let mut name = folder.as_os_str().to_owned();
    name.push(".partial");
    let partial = PathBuf::from(name);
    removed(&partial)?;
    fs::create_dir_all(&partial).map_err(failed(&partial))?;
    let index = serde_json::to_vec(&built.index).unwrap_or_default();
    let pieces = built.index.pieces.iter().map(|piece| piece.file.as_str()).zip(&built.pieces);
    let files: Vec<(&str, &Vec<u8>)> = std::iter::once((INDEX, &index)).chain(pieces).collect();
    let sizes = std::thread::scope(|scope| {
        let half = files.len().div_ceil(2);
        let writers: Vec<_> =
            files.chunks(half).map(|part| scope.spawn(|| write_all(&partial, part))).collect();
        writers.into_iter().map(|writer| writer.join().unwrap_or(Ok(0))).sum::<Result<usize, FolderError>>()
    })?;
    removed(folder)?;
    fs::rename(&partial, folder).map_err(failed(folder))?;
    Ok(sizes)
}

fn write_all(folder: &Path, files: &[(&str, &Vec<u8>)]) -> Result<usize, FolderError> {
    let mut size = 0;
    for (name, bytes) in files {
        let path = folder.join(name);
        let copies = [("gz", gzip(bytes)), ("br", brotli(bytes))];
        for (extension, copy) in copies {
            let beside = folder.join(format!("{name}.{extension}"));
            let copy = copy.map_err(failed(&beside))?;
            if extension == "br" {
                size += copy.len();
            }
            fs::write(&beside, copy).map_err(failed(&beside))?;
        }
        fs::write(&path, bytes).map_err(failed(&path))?;
    }
    Ok(size)
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 9, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Reads a directory.
///
/// # Errors
/// What is missing, or is no directory.
pub fn read_folder(folder: &Path) -> Result<Directory, FolderError> {
    let path = folder.join(INDEX);
    let json = fs::read_to_string(&path).map_err(failed(&path))?;
    let no_directory = |path: PathBuf, what: &str| FolderError::NoDirectory { path, what: what.to_owned() };
    let index = Index::from_json(&json).ok_or_else(|| no_directory(path, "索引的格式不对"))?;
    let mut pieces = Vec::new();
    for entry in &index.pieces {
        let path = folder.join(&entry.file);
        let bytes = fs::read(&path).map_err(failed(&path))?;
        let named = entry.file.split(['-', '.']).nth(2) == Some(hash(&bytes).as_str());
        let piece = Piece::decode(&bytes).filter(|piece| named && piece.len() == entry.firms);
        pieces.push(piece.ok_or_else(|| no_directory(path, "内容与索引不符"))?);
    }
    Ok(Directory { index, pieces })
}

fn removed(folder: &Path) -> Result<(), FolderError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(folder)(error)),
        _ => Ok(()),
    }
}

fn failed(path: &Path) -> impl Fn(io::Error) -> FolderError + '_ {
    move |error| FolderError::Io { path: path.to_owned(), error }
}
