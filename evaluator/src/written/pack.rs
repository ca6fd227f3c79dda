//! `packs/*.json`: a rule pack 「规则包」 and its criteria.

use super::{NodeDoc, ScoreSheetDoc, SizeTableRefDoc};
use crate::base::{
    application_kind::ApplicationKind,
    citation::{Cite, Confidence},
    date::Date,
    route_role::RouteRole,
    span::Span,
    text::Text,
};
use serde::{Deserialize, Serialize};

/// A pack as written; fields that `extends` may supply are optional.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackDoc {
    /// Always 1.
    #[cfg_attr(feature = "schema", schemars(extend("const" = 1)))]
    pub schema: u8,
    /// Identifier, as results and other files name it.
    pub id: String,
    /// Changes with every change of meaning.
    pub revision: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Pack whose fields fill what is absent here.
    #[serde(default)]
    pub extends: Option<String>,
    /// Scheme id.
    pub scheme: String,
    /// GB/T 2260 code of the region it is made for.
    pub region: String,
    /// When and for whom it is in force.
    pub in_force: Vec<InForceDoc>,
    /// Documents it rests on.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The size table or the pack that has it.
    #[serde(default)]
    pub size_table: Option<SizeTableRefDoc>,
    /// Titles that must be held.
    #[serde(default)]
    pub prerequisites: Vec<CriterionDoc>,
    /// Conditions that exclude a firm 「否决性条件」.
    #[serde(default)]
    pub vetoes: Vec<CriterionDoc>,
    /// What must hold.
    #[serde(default)]
    pub gates: Vec<CriterionDoc>,
    /// Of which one must hold.
    #[serde(default)]
    pub routes: Option<CriterionDoc>,
    /// Qualitative sentences, never counted.
    #[serde(default)]
    pub declarations: Vec<CriterionDoc>,
    /// The score sheet.
    #[serde(default)]
    pub score_sheet: Option<ScoreSheetDoc>,
    /// Replaces the pass mark of an inherited sheet.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "super::schema::Points"))]
    pub pass_mark: Option<String>,
    /// What a reader should know of the whole pack.
    #[serde(default)]
    pub note: Option<Text>,
}

/// A span in which a pack is in force for some kinds of application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InForceDoc {
    /// First day.
    pub from: Date,
    /// Last day.
    #[serde(default)]
    pub to: Option<Date>,
    /// Kinds of application.
    pub kinds: Vec<ApplicationKind>,
    /// How sure the dates are.
    pub confidence: Confidence,
    /// What is uncertain.
    #[serde(default)]
    pub note: Option<Text>,
}

impl InForceDoc {
    /// Its days.
    pub const fn span(&self) -> Span {
        Span { from: self.from, to: self.to }
    }
}

/// A criterion 「条件」 (docs/language.md §5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(extend("oneOf" = super::schema::one_of(&["test", "all_of", "any_of"]), "dependentRequired" = super::schema::only_beside("renewal", "test"))))]
pub struct CriterionDoc {
    /// Rule id of the policy sheet.
    pub id: String,
    /// Name for people, in both languages.
    pub title: Text,
    /// Where it is written.
    #[serde(default)]
    pub cite: Option<Cite>,
    /// How sure the reading is.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// What is uncertain and how it was decided.
    #[serde(default)]
    pub note: Option<Text>,
    /// Kinds of application it is examined for; absent means all.
    #[serde(default)]
    pub applies_to: Option<Vec<ApplicationKind>>,
    /// Days on which it is examined; absent means all.
    #[serde(default)]
    pub in_force: Option<Span>,
    /// Whether the firm alone says so.
    #[serde(default)]
    pub self_declared: bool,
    /// What a route is.
    #[serde(default)]
    pub role: Option<RouteRole>,
    /// The node that decides it.
    #[serde(default)]
    pub test: Option<NodeDoc>,
    /// The node that decides it for a renewal.
    #[serde(default)]
    pub renewal: Option<NodeDoc>,
    /// Criteria that must all hold.
    #[serde(default)]
    pub all_of: Vec<CriterionDoc>,
    /// Criteria of which one must hold.
    #[serde(default)]
    pub any_of: Vec<CriterionDoc>,
}
