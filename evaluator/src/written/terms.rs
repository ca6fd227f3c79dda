//! `terms.json`: every fact 「数据项」 with its official term, question and definition.

use crate::base::{compact::compact, text::Text};
use serde::{Deserialize, Serialize};

/// The vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TermsDoc {
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema: u8,
    /// Sections of the form, in order.
    pub sections: Vec<SectionDoc>,
    /// Facts, in the order in which they are asked.
    pub facts: Vec<TermDoc>,
}

/// A section of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionDoc {
    /// Id, as in `term.section`.
    pub id: String,
    /// Heading.
    pub title: Text,
}

compact!(struct SectionDoc { id, title });

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TermDoc {
    /// Id; never renamed.
    pub id: String,
    /// Kind of answer.
    pub kind: FactKind,
    /// Whether it is asked per year, and of which.
    #[serde(default)]
    pub period: Option<FactPeriod>,
    /// Section of the form.
    pub section: String,
    /// Official term.
    pub term: Text,
    /// The question as asked.
    #[serde(default)]
    pub question: Option<Text>,
    /// Official definition.
    pub definition: Text,
    /// What proves it 「佐证材料」.
    #[serde(default)]
    pub evidence: Option<Text>,
    /// How a firm could change it.
    pub lever: Lever,
    /// Whether a money fact may be negative.
    #[serde(default)]
    pub signed: bool,
    /// Whether a count is of people.
    #[serde(default)]
    pub people: bool,
    /// Greatest value of a `points` fact.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Points"))]
    pub max: Option<String>,
    /// Answers of a `choice` or `set`.
    #[serde(default)]
    pub choices: Vec<ChoiceDoc>,
    /// What became of a fact that is read as ever but no longer asked for.
    #[serde(default)]
    pub retired: Option<Text>,
}

compact!(struct TermDoc { id, kind, period, section, term, question, definition, evidence, lever, signed, people, max, choices, retired });

/// One answer of a choice or set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceDoc {
    /// Id in dossiers and packs.
    pub id: String,
    /// Name.
    pub term: Text,
}

compact!(struct ChoiceDoc { id, term });

/// Kind of answer (docs/language.md §1, §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// 是 or 否.
    Bool,
    /// A whole number of things or people.
    Count,
    /// 万元 to the 分.
    Money,
    /// Years, decimals allowed.
    Years,
    /// Percent.
    Percent,
    /// Points.
    Points,
    /// A place from 1, or 无.
    Rank,
    /// One of the choices.
    Choice,
    /// Any of the choices, or none.
    Set,
    /// GB/T 2260 code of a city.
    City,
    /// GB/T 2260 code of a district.
    District,
    /// GB/T 4754 code, two to four digits.
    Industry,
    /// Free text that identifies; no pack may use it.
    Text,
}

compact!(
    enum FactKind {
        Bool,
        Count,
        Money,
        Years,
        Percent,
        Points,
        Rank,
        Choice,
        Set,
        City,
        District,
        Industry,
        Text,
    }
);

impl FactKind {
    /// What it is called in a sentence to an author.
    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Self::Bool => "是非题",
            Self::Count => "数目",
            Self::Money => "金额",
            Self::Years => "年数",
            Self::Percent => "百分比",
            Self::Points => "分值",
            Self::Rank => "名次",
            Self::Choice => "单选题",
            Self::Set => "多选题",
            Self::City => "城市",
            Self::District => "区县",
            Self::Industry => "行业",
            Self::Text => "文字",
        }
    }
}

/// Of which years a fact is asked (docs/language.md §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FactPeriod {
    /// A fiscal year.
    Year,
    /// The end of a fiscal year.
    YearEnd,
    /// The year of application.
    ApplicationYear,
}

compact!(
    enum FactPeriod {
        Year,
        YearEnd,
        ApplicationYear,
    }
);

/// How a firm could change a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Lever {
    /// More of it can be worked for.
    Increase,
    /// Less of it can be worked for.
    Decrease,
    /// Only waiting changes it.
    TimeOnly,
    /// Nothing changes it.
    Fixed,
}

compact!(
    enum Lever {
        Increase,
        Decrease,
        TimeOnly,
        Fixed,
    }
);
