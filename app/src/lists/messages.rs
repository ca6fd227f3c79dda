//! What page and worker say to each other (`zjtx_wire::lists`), with the evaluator's types filled in.

use zjtx_evaluator::{ApplicationKind, Date, Lang, Text, Truth};
use zjtx_wire::lists;
pub use zjtx_wire::lists::{Comparison, Counts, Filter, LevelCount, Move, Reached, Tried, Wanted};

/// What the page asks of the worker.
pub type Ask = lists::Ask<Date, ApplicationKind, Lang>;
/// What the worker answers.
pub type Answer = lists::Answer<Text, Truth>;
/// What a list is judged by.
pub type Settings = lists::Settings<Date, ApplicationKind>;
/// What a list is compared with.
pub type Against = lists::Against<Date, ApplicationKind>;
/// A trial and its figures.
pub type Trial = lists::Trial<Text>;
/// Counts over a list.
pub type Summary = lists::Summary<Text>;
/// A line of the table.
pub type Line = lists::Line<Truth>;
/// A firm's verdict on a level, as the table shows it.
pub type LineLevel = lists::LineLevel<Truth>;
/// What yearly statements hold.
pub type Statement = lists::Statement<Text>;
/// A figure of a statement.
pub type StatedFigure = lists::StatedFigure<Text>;
/// All that is known of one firm.
pub type Detail = lists::Detail<Text, Truth>;
/// A firm's verdict on a level with its reasons.
pub type DetailLevel = lists::DetailLevel<Text, Truth>;
