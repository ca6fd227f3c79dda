//! `terms.json`: every fact 「数据项」 with its official term, question and definition.

use crate::base::{
    fact_kind::{FactKind, FactPeriod, Lever},
    text::Text,
};
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
    /// The text that is the firm's name.
    #[serde(default)]
    pub named_by: Option<String>,
    /// Questions in front of several, in the order in which they are tried.
    #[serde(default)]
    pub gates: Vec<GateDoc>,
}

/// A question that is asked before several: 「没有」 answers all of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GateDoc {
    /// Id, as an address names it; no fact has it.
    pub id: String,
    /// What it is about.
    pub title: Text,
    /// The question as asked.
    pub question: Text,
    /// The facts that 「没有」 answers.
    pub facts: Vec<String>,
}

/// A section of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SectionDoc {
    /// Id, as in `term.section`.
    pub id: String,
    /// Heading of the section on the form.
    pub title: Text,
}

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
    /// Whether a count may have decimals.
    #[serde(default)]
    pub fractional: bool,
    /// Greatest value of a `points` fact.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Points"))]
    pub max: Option<String>,
    /// Answers of a `choice` or `set`.
    #[serde(default)]
    pub choices: Vec<ChoiceDoc>,
    /// The fact of the same kind and years that it is a part of 「其中」: it is never more.
    #[serde(default)]
    pub part_of: Option<String>,
    /// The fact of the same kind that it seldom is more than.
    #[serde(default)]
    pub seldom_above: Option<String>,
    /// More than this is asked about 「请核对」: no small or medium firm has it.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Literal"))]
    pub doubt_above: Option<String>,
    /// What became of a fact that is read as ever but no longer asked for.
    #[serde(default)]
    pub retired: Option<Text>,
    /// The fact of which a form shows its share, and what that is called.
    #[serde(default)]
    pub share_of: Option<ShareDoc>,
    /// Whether a form shows its growth over the year before.
    #[serde(default)]
    pub shows_growth: bool,
    /// Further names that lists of firms use for it.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What a browser knows the answer to a text as, such as `organization`.
    #[serde(default)]
    pub autofill: Option<String>,
    /// Whether it is points that an adviser expects experts to give 「顾问预估」.
    #[serde(default)]
    pub expectation: bool,
    /// What its answer follows from where none is given; the first that holds.
    #[serde(default)]
    pub derived: Vec<DerivationDoc>,
    /// What is offered to a person to confirm; never an answer.
    #[serde(default)]
    pub proposed: Vec<DerivationDoc>,
}

/// A share that a form shows as it arises; it judges nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShareDoc {
    /// Of which fact, of the same unit and period.
    pub fact: String,
    /// What stands before the share: 占营业收入.
    pub label: Text,
}

/// What an answer follows from: `from` or `answer`, exactly one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DerivationDoc {
    /// Counts that must be answered and within bounds.
    pub when: Vec<BoundDoc>,
    /// The fact whose answer it takes.
    #[serde(default)]
    pub from: Option<String>,
    /// The answer itself: the id of a choice.
    #[serde(default)]
    pub answer: Option<String>,
}

/// Bounds of a count, both included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BoundDoc {
    /// The count.
    pub fact: String,
    /// ≥, a whole number as text.
    #[serde(default)]
    pub at_least: Option<String>,
    /// ≤, a whole number as text.
    #[serde(default)]
    pub at_most: Option<String>,
}

/// One answer of a choice or set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceDoc {
    /// Id in dossiers and packs.
    pub id: String,
    /// Name for people, in both languages.
    pub term: Text,
}
