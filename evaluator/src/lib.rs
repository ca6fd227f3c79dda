//! The zjtx engine: cited rule packs and a firm's facts give an explained, three-valued verdict.
//!
//! A bundle of rule files is read and checked once into a [`Rulebook`]; a [`Dossier`] holds what is
//! known of one firm; [`evaluate`] judges it and cannot fail. Everything is exact: money to the 分,
//! ratios by cross-multiplication, absence never becomes a value. The specification is
//! `docs/language.md`.
//!
//! ```
//! use zjtx_evaluator::{Dossier, Lang, Rulebook, Truth, evaluate};
//!
//! # let bundle = zjtx_rules::BUNDLE;
//! let rulebook = Rulebook::load(bundle).expect("the rules pass the check");
//! let dossier = r#"{ "schema": 1, "as_of": "2026-05-01", "application_kind": "first",
//!                    "facts": { "legal_person": true, "rd_expense": { "2025": "258万元" } } }"#;
//! let dossier = Dossier::parse(dossier, rulebook.terms())?;
//! let pack = rulebook.pack("cn-specialized-sme-2026").expect("the pack exists");
//!
//! let assessment = evaluate(pack, &dossier);
//! assert_eq!(assessment.verdict(), Truth::Undetermined);
//! let next = assessment.missing()[0];
//! println!("还需填写：{}", rulebook.terms().id(next.fact));
//! for judged in assessment.top_level() {
//!     println!("{} {:?}", judged.criterion.title.zh, judged.truth);
//!     for line in assessment.explain(judged, Lang::Zh) {
//!         println!("  {} {:?} {:?}", line.subject, line.requirement, line.own);
//!     }
//! }
//! # Ok::<(), zjtx_evaluator::DossierErrors>(())
//! ```
//!
//! What this crate does **not** do: it reads no files, asks no clock, uses no floats and no network,
//! keeps nothing, and knows of no page. Text for people is made only on request
//! ([`Assessment::explain`]).

mod base;
mod language;
mod uses;
pub mod written;

pub use base::{
    application_kind::ApplicationKind,
    citation::{Cite, Confidence},
    date::Date,
    fact_kind::{FactKind, FactPeriod, Lever},
    number,
    round::{RoundPurpose, RoundStatus, StageActor},
    route_role::RouteRole,
    span::Span,
    text::{Lang, Text},
    truth::Truth,
    value::{Value, bit, bits},
};
pub use language::{
    assessment::{Assessment, Judged, Reasons, evaluate},
    cause::Cause,
    diagnostics::{Code, Diagnostic, Severity, parse_file},
    dossier::{Dossier, DossierError, DossierErrors, Given, Problem, ReadError, read},
    missing::FactRef,
    nodes,
    nodes::Words,
    packs::{Body, Chapters, Criterion, InForce, Pack},
    quantities,
    rulebook::{
        Catalog, Documents, Omitted, Placing, PreparationStep, Region, Round, Rulebook, Scheme, Source, Stage,
    },
    scores,
    size::{ClassSet, SizeClass, SizeGroup, SizeResult, SizeTable},
    terms::{
        Areas, City, Coded, FactIx, Gate, Industries, IndustrySection, Merged, Section, Term, Terms, Zone,
    },
    words::{Clause, Condition, Line, Names},
};
pub use uses::{
    advice,
    advice::{AdviceWords, ChangeWords, closed_years},
    diff,
    doubts::{Doubt, Doubts, coarse_industry, doubts, doubts_for},
    golden::{GoldenCase, golden_case, untried},
    guide::{Fewest, Guide},
    handbook,
    outcome::{CriterionOutcome, DeclarationOutcome, GroupScore, IndicatorScore, Outcome, Score},
};
pub use written::RulebookDoc;

/// Words that page, command, documents and lists have in common.
pub mod words {
    pub use crate::language::words::{confidence, verdict, warning};
}

/// The package's README, whose example is tested like those of this documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
