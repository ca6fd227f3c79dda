//! A zip archive that is the same for the same files: in the order of their names, all of one time.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Files by their paths in the archive.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Endings of files that are compressed as they are.
const COMPRESSED: [&str; 3] = [".br", ".gz", ".png"];

/// What everybody may read, and the owner write.
const PLAIN: u32 = 0o644;

/// Takes up the files beneath a folder, under a path of the archive that ends with a slash.
///
/// # Errors
/// When a file cannot be read.
pub fn add(files: &mut Files, under: &str, folder: &Path) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("{}：打不开文件夹", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            add(files, &format!("{under}{name}/"), &path)?;
        } else {
            files.insert(format!("{under}{name}"), fs::read(&path)?);
        }
    }
    Ok(())
}

/// The archive's bytes.
///
/// # Errors
/// When the files are more than an archive can hold.
pub fn zip(files: &Files) -> Result<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().last_modified_time(DateTime::default()).unix_permissions(PLAIN);
    for (path, bytes) in files {
        let is_compressed = COMPRESSED.iter().any(|ending| path.ends_with(ending));
        let method = if is_compressed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        archive.start_file(path.as_str(), plain.compression_method(method))?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Read;

    use super::{Files, add, zip};

    #[test]
    fn the_same_files_are_the_same_archive_whenever_and_wherever_they_were_written() {
        let archives = [["b.html", "a/c.wasm.br"], ["a/c.wasm.br", "b.html"]].map(|names| {
            let folder = tempfile::tempdir().expect("a temporary folder");
            fs::create_dir(folder.path().join("a")).expect("a folder in it");
            for name in names {
                fs::write(folder.path().join(name), name).expect("a file in it");
            }
            let mut files = Files::new();
            add(&mut files, "site/", folder.path()).expect("readable files");
            zip(&files).expect("an archive")
        });
        assert_eq!(archives[0], archives[1]);
        let [one, _] = archives;
        let mut read = zip::ZipArchive::new(std::io::Cursor::new(one)).expect("an archive");
        let names: Vec<_> = read.file_names().map(|name| name.expect("UTF-8").into_owned()).collect();
        assert_eq!(names, ["site/a/c.wasm.br", "site/b.html"]);
        let mut text = String::new();
        read.by_name("site/b.html").expect("a file").read_to_string(&mut text).expect("its text");
        assert_eq!(text, "b.html");
    }
}
