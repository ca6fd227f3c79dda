//! The folder of the built site.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use zjtx_site::{SUMS_FILE, Sums};

use super::compress;

/// Bytes that are sent for a file.
#[derive(Clone, Copy, Default)]
pub(crate) struct Sent {
    /// By a host with Brotli: what people receive.
    pub(crate) brotli: usize,
    /// By a host with gzip only.
    pub(crate) gzip: usize,
}

impl Sent {
    /// What hosts send for such bytes.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self> {
        Ok(Self { brotli: compress::brotli(bytes)?.len(), gzip: compress::gzip(bytes)?.len() })
    }
}

/// Writes the site's files and leaves alone what is already there with the same content.
pub(crate) struct Output {
    folder: PathBuf,
    kept: BTreeSet<PathBuf>,
}

impl Output {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder, kept: BTreeSet::new() }
    }

    /// Writes a file, with compressed copies where they pay.
    ///
    /// Returns the bytes that hosts send for it.
    pub(crate) fn write(&mut self, path: &str, bytes: &[u8]) -> Result<Sent> {
        let file = self.folder.join(path);
        let unchanged = fs::read(&file).is_ok_and(|present| present == bytes);
        let mut sent = Sent { brotli: bytes.len(), gzip: bytes.len() };
        if compress::pays_for(path) {
            let gzip = self.folder.join(format!("{path}.gz"));
            let brotli = self.folder.join(format!("{path}.br"));
            if !unchanged {
                write_file(&gzip, &compress::gzip(bytes)?)?;
                write_file(&brotli, &compress::brotli(bytes)?)?;
            }
            let length = |file: &Path| Ok::<_, anyhow::Error>(usize::try_from(fs::metadata(file)?.len())?);
            sent = Sent { brotli: length(&brotli)?, gzip: length(&gzip)? };
            self.kept.extend([gzip, brotli]);
        }
        // The plain file comes last: where it is there, its copies are too.
        if !unchanged {
            write_file(&file, bytes)?;
        }
        self.kept.insert(file);
        Ok(sent)
    }

    /// Removes every file that was not written or left alone since `new`.
    pub(crate) fn remove_others(&self) -> Result<()> {
        remove_unless_kept(&self.folder, &self.kept)
    }

    /// Lists the hashes of all files in the folder.
    pub(crate) fn write_sums(&self) -> Result<()> {
        let sums = Sums::of(&self.folder).context("the site's files could not be read again")?;
        write_file(&self.folder.join(SUMS_FILE), sums.to_text().as_bytes())
    }
}

fn write_file(file: &Path, bytes: &[u8]) -> Result<()> {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, bytes))
        .with_context(|| format!("{} could not be written", file.display()))
}

fn remove_unless_kept(folder: &Path, kept: &BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_unless_kept(&path, kept)?;
        } else if !kept.contains(&path) {
            fs::remove_file(&path).with_context(|| format!("{} could not be removed", path.display()))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Output;

    #[test]
    fn only_what_was_written_stays() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let site = folder.path();
        fs::write(site.join("old.js"), "old").expect("a file in it");
        let mut output = Output::new(site.to_owned());
        let sent = output.write("assets/new.js", &[b'a'; 1000]).expect("a written file");
        output.remove_others().expect("a tidy folder");
        output.write_sums().expect("a list of hashes");
        assert!(sent.gzip < 100 && sent.brotli < 100, "{} bytes of gzip", sent.gzip);
        assert!(!site.join("old.js").exists());
        for file in ["assets/new.js", "assets/new.js.gz", "assets/new.js.br"] {
            assert!(site.join(file).exists(), "{file}");
            let sums = fs::read_to_string(site.join("SHA256SUMS")).expect("the list");
            assert!(sums.contains(&format!("  {file}\n")), "{file}");
        }
    }
}
