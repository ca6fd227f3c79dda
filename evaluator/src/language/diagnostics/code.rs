//! Diagnostics with stable codes.

use super::Sentence;
use std::fmt;

/// Whether a diagnostic forbids the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file is refused.
    Error,
    /// The file is used all the same.
    Warning,
}

/// What is wrong (the table of docs/language.md §12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the table of docs/language.md §12 documents each code")]
pub enum Code {
    Malformed,
    UnknownReference,
    KindMismatch,
    UnitMismatch,
    PeriodMismatch,
    DuplicateId,
    Cycle,
    BandOrder,
    SheetTotal,
    FloorAboveFull,
    NoCitation,
    SourceNotInForce,
    Validity,
    PhraseAgainstOperator,
    Constant,
    DuplicateCriterion,
    Implausible,
    NoQuestion,
    FactUnused,
    NoGoldenCase,
    ValidityGap,
}

impl Code {
    /// All codes in the order of the specification.
    pub const ALL: [Self; 21] = [
        Self::Malformed,
        Self::UnknownReference,
        Self::KindMismatch,
        Self::UnitMismatch,
        Self::PeriodMismatch,
        Self::DuplicateId,
        Self::Cycle,
        Self::BandOrder,
        Self::SheetTotal,
        Self::FloorAboveFull,
        Self::NoCitation,
        Self::SourceNotInForce,
        Self::Validity,
        Self::PhraseAgainstOperator,
        Self::Constant,
        Self::DuplicateCriterion,
        Self::Implausible,
        Self::NoQuestion,
        Self::FactUnused,
        Self::NoGoldenCase,
        Self::ValidityGap,
    ];

    /// Its stable number, such as `E04`.
    pub const fn number(self) -> &'static str {
        match self {
            Self::Malformed => "E01",
            Self::UnknownReference => "E02",
            Self::KindMismatch => "E03",
            Self::UnitMismatch => "E04",
            Self::PeriodMismatch => "E05",
            Self::DuplicateId => "E06",
            Self::Cycle => "E07",
            Self::BandOrder => "E08",
            Self::SheetTotal => "E09",
            Self::FloorAboveFull => "E10",
            Self::NoCitation => "E11",
            Self::SourceNotInForce => "E12",
            Self::Validity => "E13",
            Self::PhraseAgainstOperator => "E14",
            Self::Constant => "E15",
            Self::DuplicateCriterion => "E16",
            Self::Implausible => "E17",
            Self::NoQuestion => "E18",
            Self::FactUnused => "W01",
            Self::NoGoldenCase => "W02",
            Self::ValidityGap => "W03",
        }
    }

    /// Whether it forbids the pack.
    pub fn severity(self) -> Severity {
        if self.number().starts_with('E') { Severity::Error } else { Severity::Warning }
    }
}

/// One finding: what, where, and a sentence for the author of the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// File within the rulebook, such as `packs/cn-little-giant-2021.json`.
    pub file: String,
    /// JSON pointer within it.
    pub pointer: String,
    /// What is wrong, for people, in Chinese.
    pub sentence: String,
    /// The same in English; `None` where no figure alone can be what is wrong, as only authors of rules read it.
    pub english: Option<String>,
}

impl Diagnostic {
    /// A finding at a place of a file; the only place where one is built.
    pub(crate) fn new(
        code: Code,
        file: impl Into<String>,
        pointer: impl Into<String>,
        sentence: impl Into<Sentence>,
    ) -> Self {
        let Sentence { zh, en } = sentence.into();
        Self { code, file: file.into(), pointer: pointer.into(), sentence: zh, english: en }
    }

    /// Whether it forbids the pack.
    pub fn is_error(&self) -> bool {
        self.code.severity() == Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}#{} {}", self.code.number(), self.file, self.pointer, self.sentence)
    }
}
