//! Every serialized contract between the page, its worker, its host and the statistics endpoint.
//!
//! Names, forms of codes and byte formats only: this crate neither sends, counts nor stores anything, knows no
//! clock, no random source, no pack and no place, and must never depend on the evaluator. The page and the server
//! compile the same code, so a report has the same bytes on both sides.
//!
//! Reading order: [`Report`] is what one browser sends, [`Config`] what it asks before that,
//! [`Access`], [`DistrictReleases`] and [`CityReleases`] what an officer reads, [`Problem`] every refusal;
//! [`embed`] is what the page in a frame and the page around it say to each other, [`lists`] what page
//! 批量摸底 and its worker do; [`TokenRequest`] to [`BlindToken`] are the way of a blind token.

mod access;
mod config;
pub mod embed;
mod form;
pub mod lists;
mod octets;
mod period;
mod problem;
mod release;
mod report;
mod report_id;
mod tokens;
mod verdict;
mod work;

pub use access::Access;
pub use config::{Code, Codes, Config, CountedPack, ReleaseRules, WorkRules};
pub use form::{District, Form, Level, PackCode};
pub use octets::Octets;
pub use period::{NotAPeriod, Period};
pub use problem::{Problem, ProblemKind};
pub use release::{CityReleases, CityTable, DistrictReleases, NoiseNote, Release, Table};
pub use report::{REPORT_LENGTH, Report, ReportDoc, ReportError};
pub use report_id::ReportId;
pub use tokens::{
    BlindToken, Blinded, Evaluated, PeriodKey, TOKEN_REPORT_LENGTH, TokenAnswer, TokenKeys, TokenReportDoc,
    TokenRequest, TokenUse,
};
pub use verdict::Verdict;
pub use work::{WORK_HEADER, WORK_LENGTH};
