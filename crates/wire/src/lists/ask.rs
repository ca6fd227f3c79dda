//! What the page asks of the worker.

use super::Reached;
use serde::{Deserialize, Serialize};

/// One request; each gets one [`Answer`](super::Answer), and a long one reports its progress before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask<Date, Kind, Lang> {
    /// The workbook to fill in, with the columns of this day.
    Template(Date),
    /// Read and judge the file whose bytes go beside this message.
    Read(Settings<Date, Kind>),
    /// Read the yearly statements 「财务报表」 in the file whose bytes go beside this message.
    Statement,
    /// Choose the rows to show.
    Filter(Filter),
    /// Lines of the chosen rows.
    Window {
        /// Position of the first line among the chosen rows.
        start: usize,
        /// Number of lines.
        length: usize,
    },
    /// The details of a firm, by its position in the list.
    Firm(usize),
    /// A firm's answers as a dossier file, by its position in the list.
    Dossier(usize),
    /// All rows with their verdicts, as a file.
    Result {
        /// CSV; else a workbook.
        as_csv: bool,
        /// Language of headings, verdicts and mistakes.
        lang: Lang,
    },
    /// All rows with both verdicts, as a workbook, and how many went from which to which.
    Compare {
        /// The other day and kind.
        against: Against<Date, Kind>,
        /// Language of the workbook.
        lang: Lang,
    },
    /// Begin a trial 「门槛试算」 of the firms that were judged by this pack.
    Trial(String),
    /// Judge the firms of the trial with these figures moved.
    Try(Vec<Move>),
    /// Judge the firms of the trial at some values of a figure, other figures moved.
    Curve {
        /// Position of the figure.
        figure: usize,
        /// Its values.
        values: Vec<String>,
        /// Moves of other figures.
        moves: Vec<Move>,
    },
    /// The firms of the trial with both verdicts, as a workbook.
    Simulate {
        /// Figures that move.
        moves: Vec<Move>,
        /// Language of the workbook.
        lang: Lang,
    },
}

/// A figure of a standard and what is written in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// Its position among the figures of the trial.
    pub figure: usize,
    /// The new figure with its unit.
    pub text: String,
}

/// What a list is compared with 「两版对照」: every firm by the rules of this day and kind of application, beside those
/// of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Against<Date, Kind> {
    /// The day.
    pub as_of: Date,
    /// The kind of application.
    pub kind: Kind,
}

/// What a list is judged by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings<Date, Kind> {
    /// The day of rows that do not state theirs.
    pub as_of: Date,
    /// The kind of application of rows that do not state theirs.
    pub kind: Kind,
    /// Scheme ids 「认定事项」 of the levels.
    pub schemes: Vec<String>,
    /// Whether the nearest route is sought for firms that lack one to three conditions.
    pub routes: bool,
    /// Who runs the site, for saved files; none where it names nobody.
    pub office: Option<String>,
}

/// The rows that a person wants to see; each part that is not given lets every row through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// A part of the firm's name; empty for any.
    pub name: String,
    /// District code 「所在区」.
    pub district: Option<u32>,
    /// Position of the level that the parts below are about; any level where none is given.
    pub level: Option<usize>,
    /// The level's verdict.
    pub verdict: Option<Wanted>,
    /// Pack and id of a condition that is not met.
    pub unmet: Option<(String, String)>,
    /// Highest number of conditions that are not met.
    pub lacks: Option<usize>,
    /// Highest number of conditions that are not met at the firm's next level, the lowest above the titles that it
    /// holds; 0 for firms that meet it.
    pub next: Option<usize>,
    /// What the level came to, and came to in the last comparison.
    pub moved: Option<(Reached, Reached)>,
}

/// The verdicts that rows can be chosen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// 「符合条件」
    Met,
    /// 「暂不符合条件」
    Unmet,
    /// 「尚不能判断」
    Undetermined,
    /// The row has mistakes and was not judged.
    Mistaken,
}

impl Wanted {
    /// Every verdict with its id.
    pub const ALL: [(&'static str, Self); 4] = [
        ("met", Self::Met),
        ("unmet", Self::Unmet),
        ("undetermined", Self::Undetermined),
        ("mistaken", Self::Mistaken),
    ];
}
