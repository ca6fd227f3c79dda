//! Where the result goes: a file that appears only when it is complete, or standard output.

use super::Format;
use anyhow::{Context, Result, anyhow, bail};
use same_file::Handle;
use std::{
    io::{BufWriter, Write, stdout},
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;
use zjtx_spreadsheet::{CsvResult, JsonLines, Question, ResultWorkbook, Results};

/// A file or standard output.
pub struct Destination {
    format: Format,
    file: Option<(NamedTempFile, PathBuf)>,
}

impl Destination {
    /// Makes sure that the result can be written, and that it is not the list itself.
    pub fn new(path: &Path, format: Option<Format>, input: &Path) -> Result<Self> {
        if path.as_os_str() == "-" {
            return Ok(Self { format: format.unwrap_or(Format::Jsonl), file: None });
        }
        let format = format.or_else(|| by_extension(path)).ok_or_else(|| {
            anyhow!("{}：看不出结果格式，请以 .xlsx、.csv 或 .jsonl 结尾，或写 --format", path.display())
        })?;
        if is_same(path, input) {
            bail!("{}：结果不能写到清单自己上，清单会被覆盖；请换一个文件名", path.display());
        }
        // A link stays, and the file that it names gets the result.
        let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file =
            NamedTempFile::new_in(folder).with_context(|| format!("{}：写不了文件", path.display()))?;
        Ok(Self { format, file: Some((file, path.to_owned())) })
    }

    /// A workbook: what has several sheets is nothing else.
    pub fn workbook(path: &Path, input: &Path) -> Result<Self> {
        let destination = Self::new(path, None, input)?;
        match destination.format {
            Format::Xlsx => Ok(destination),
            Format::Csv | Format::Jsonl => bail!("{}：结果有几张工作表，请以 .xlsx 结尾", path.display()),
        }
    }

    /// Where the bytes go.
    pub fn writer(&self) -> Result<Box<dyn Write + Send>> {
        Ok(match &self.file {
            Some((file, _)) => Box::new(BufWriter::new(file.reopen()?)),
            None => Box::new(BufWriter::new(stdout())),
        })
    }

    /// Begins the result.
    pub fn open<'r>(&self, question: &Question<'r>) -> Result<Box<dyn Results + 'r>> {
        let out = self.writer()?;
        Ok(match self.format {
            Format::Xlsx => Box::new(ResultWorkbook::new(out, question)?),
            Format::Csv => Box::new(CsvResult::new(out, question)?),
            Format::Jsonl => Box::new(JsonLines::new(out)),
        })
    }

    /// Puts the complete file in its place.
    pub fn keep(self) -> Result<()> {
        let Some((file, path)) = self.file else { return Ok(()) };
        file.persist(&path).map(drop).with_context(|| format!("{}：写不了文件", path.display()))
    }
}

/// Whether two paths lead to one file, by whatever name or link; `-` is what standard input comes from.
fn is_same(path: &Path, input: &Path) -> bool {
    let input = if input.as_os_str() == "-" { Handle::stdin() } else { Handle::from_path(input) };
    Handle::from_path(path).ok().zip(input.ok()).is_some_and(|(output, input)| output == input)
}

fn by_extension(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()? {
        "xlsx" => Some(Format::Xlsx),
        "csv" => Some(Format::Csv),
        "jsonl" => Some(Format::Jsonl),
        _ => None,
    }
}
