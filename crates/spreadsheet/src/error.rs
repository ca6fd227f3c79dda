//! What makes a whole file unusable, in a sentence that says what to do.

use std::io;
use thiserror::Error;

/// A file that cannot be read, or a result that cannot be written.
#[derive(Debug, Error)]
pub enum SheetError {
    /// A workbook of before 2007, or one with a password.
    #[error("这是旧版 .xls 文件或设了打开密码的文件；请用 Excel 或 WPS 去掉密码，另存为 .xlsx")]
    OldOrLocked,
    /// A zip archive that is no .xlsx workbook.
    #[error("这个压缩文件不是 .xlsx 工作簿（.ods、.xlsb 等请用 Excel 或 WPS 另存为 .xlsx）")]
    NotAWorkbook,
    /// Bytes that are no text.
    #[error("这不是表格：既不是 .xlsx 也不是 CSV 文本")]
    NotATable,
    /// Text of two bytes a character.
    #[error("这是 UTF-16 文本；请另存为“CSV UTF-8”或 .xlsx")]
    Utf16,
    /// Nothing in it.
    #[error("文件是空的")]
    Empty,
    /// A part that grows beyond all reason when it is unpacked.
    #[error("文件里的 {part} 解压后超过 {limit} MB，不予处理；请拆成几个文件，或另存为 CSV")]
    TooLarge {
        /// Name within the archive.
        part: String,
        /// The bound.
        limit: u64,
    },
    /// A row of text without end, most often from a quotation mark that is not closed.
    #[error("从第 {line} 行起的一行超过 {limit} MB，多半是引号没有成对；请改正后再试")]
    EndlessRow {
        /// Where it begins.
        line: u64,
        /// The bound.
        limit: u64,
    },
    /// Damaged.
    #[error("文件已损坏，读到一半无法继续；请用 Excel 或 WPS 打开后另存一次")]
    Damaged,
    /// No row of headings.
    #[error("没有找到表头：前 {searched} 行里没有一行写着两个以上认识的列名；请用模板的列名")]
    NoHeading {
        /// How many rows were searched.
        searched: usize,
    },
    /// Two columns for one answer.
    #[error("{first} 和 {second} 两列都是“{name}”，请只留一列")]
    TwiceTheSame {
        /// What both say.
        name: String,
        /// Cell of one heading.
        first: String,
        /// Cell of the other.
        second: String,
    },
    /// More rows than a worksheet has.
    #[error("结果超过 Excel 一张表能放的 1048576 行；请改用 csv 或 jsonl 格式")]
    TooManyRows,
    /// The result cannot be written.
    #[error("结果写不出来：{0}")]
    Write(io::Error),
    /// The result cannot be put together.
    #[error("拼不成 .xlsx 工作簿；请改用 csv 或 jsonl 格式")]
    NoWorkbook,
    /// The file cannot be read.
    #[error("读取失败：{0}")]
    Io(#[from] io::Error),
}

impl From<calamine::XlsxError> for SheetError {
    fn from(error: calamine::XlsxError) -> Self {
        match error {
            calamine::XlsxError::Io(error) => Self::Io(error),
            _ => Self::Damaged,
        }
    }
}

impl From<zip::result::ZipError> for SheetError {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => {
                Self::Io(error)
            }
            _ => Self::Damaged,
        }
    }
}

impl From<rust_xlsxwriter::XlsxError> for SheetError {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        match error {
            rust_xlsxwriter::XlsxError::RowColumnLimitError => Self::TooManyRows,
            rust_xlsxwriter::XlsxError::IoError(error) => Self::Write(error),
            _ => Self::NoWorkbook,
        }
    }
}
