//! What is wrong with a dossier, where, and what to do.

use super::ReadError;
use crate::base::text::Lang;
use std::fmt;

/// One mistake in a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierError {
    /// JSON pointer of the place.
    pub path: String,
    /// What is wrong there.
    pub problem: Problem,
}

/// Kinds of mistakes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Larger than a dossier can be.
    TooLarge,
    /// Not JSON, or not of the dossier's shape; line and column as reported.
    Malformed {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A format version that this program does not know.
    UnknownSchema,
    /// A field that dossiers do not have.
    UnknownField,
    /// A field that is needed.
    MissingField,
    /// A fact that the vocabulary does not have.
    UnknownFact,
    /// The same key twice.
    Duplicate,
    /// Not a date or year.
    NotADate,
    /// Neither first nor renewal.
    UnknownKind,
    /// A value of another kind than the fact; `true` where years are wanted.
    WrongKind {
        /// Whether values by year were expected.
        by_year: bool,
    },
    /// A value that cannot be understood.
    Unreadable(ReadError),
}

impl DossierError {
    /// Stable code for programs.
    pub const fn code(&self) -> &'static str {
        match self.problem {
            Problem::TooLarge => "too_large",
            Problem::Malformed { .. } => "malformed",
            Problem::UnknownSchema => "unknown_schema",
            Problem::UnknownField => "unknown_field",
            Problem::MissingField => "missing_field",
            Problem::UnknownFact => "unknown_fact",
            Problem::Duplicate => "duplicate",
            Problem::NotADate => "not_a_date",
            Problem::UnknownKind => "unknown_kind",
            Problem::WrongKind { .. } => "wrong_kind",
            Problem::Unreadable(_) => "unreadable",
        }
    }

    /// The mistake as a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let what = self.problem.sentence(lang);
        match (self.path.is_empty(), lang) {
            (true, _) => what,
            (false, Lang::Zh) => format!("{}：{what}", self.path),
            (false, Lang::En) => format!("{}: {what}", self.path),
        }
    }
}

impl Problem {
    fn sentence(&self, lang: Lang) -> String {
        let plain = match self {
            Self::Malformed { line, column } => {
                return match lang {
                    Lang::Zh => {
                        format!("第 {line} 行第 {column} 列不是有效的填报档案（JSON），请重新导出或改正该处")
                    }
                    Lang::En => format!(
                        "line {line}, column {column} is not a valid dossier (JSON); export it again or mend that place"
                    ),
                };
            }
            Self::Unreadable(error) => return error.sentence(lang),
            Self::TooLarge => {
                lang.pick("文件超过 1 MB，不是填报档案", "the file is over 1 MB and is no dossier")
            }
            Self::UnknownSchema => lang.pick(
                "档案格式版本不认识，请用更新的程序打开",
                "the format version is unknown; open it with a newer program",
            ),
            Self::UnknownField => {
                lang.pick("没有这个字段，请删除或改名", "there is no such field; remove or rename it")
            }
            Self::MissingField => lang.pick("缺少这个字段", "this field is missing"),
            Self::UnknownFact => {
                lang.pick("没有这个数据项，请核对名称", "there is no such fact; check its name")
            }
            Self::Duplicate => lang.pick("同一项写了两次，请只留一个", "written twice; keep one"),
            Self::NotADate => lang.pick("不是有效的日期或年份", "is not a valid date or year"),
            Self::UnknownKind => {
                lang.pick("应为 first（新申请）或 renewal（复核）", "must be first or renewal")
            }
            Self::WrongKind { by_year: true } => lang.pick(
                "应按年度填写，例如 {\"2025\": \"100\"}",
                "must be given by year, such as {\"2025\": \"100\"}",
            ),
            Self::WrongKind { by_year: false } => lang.pick("值的类型不对", "the value is of the wrong kind"),
        };
        plain.to_owned()
    }
}

/// All mistakes of one dossier, at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierErrors(pub(super) Vec<DossierError>);

impl DossierErrors {
    /// The mistakes in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &DossierError> {
        self.0.iter()
    }
}

impl fmt::Display for DossierErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentences: Vec<String> = self.iter().map(|error| error.sentence(Lang::Zh)).collect();
        f.write_str(&sentences.join("；"))
    }
}

impl std::error::Error for DossierErrors {}
