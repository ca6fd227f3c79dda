//! Lists of recognised firms 「认定名单」: which titles a firm holds, since when, until when, and where that is
//! written.
//!
//! A directory is an [`Index`] (its sources, titles, areas) and [`Piece`]s of some thousand firms each, which a
//! page fetches in their order, all of them, whatever is looked for. [`Piece::search`] finds firms by any piece
//! of their name or code on the reader's device. The feature `build` adds what makes a directory from workbooks
//! and CSV. This crate knows no rules and asks no clock: the day is always given.

#[cfg(feature = "build")]
pub mod build;
mod bytes;
mod code;
mod day;
mod encode;
mod index;
mod name;
mod piece;
mod postings;
mod search;
mod shelf;
mod standing;

pub use code::{CodeError, check as check_code};
pub use day::Day;
pub use encode::encode;
pub use index::{Act, AreaEntry, Index, PieceEntry, Source, TitleEntry};
pub use name::normal;
pub use piece::{Entry, Firm, FirmRecord, Piece};
pub use search::Query;
pub use shelf::{Counts, Filter, FirmView, Listed, RowView, Shelf, TitleView};
pub use standing::{Standing, standings};

/// Name of the index within a directory's folder.
pub const INDEX: &str = "index.json";
