//! What the worker answers.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One message of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Answer<Text, Truth> {
    /// How far reading or writing has come.
    Progress {
        /// Rows done.
        done: u32,
        /// Rows in all, as far as they are known; 0 while they are not.
        all: u32,
        /// Milliseconds since the start.
        taken: f64,
    },
    /// The template; its bytes go beside this message.
    Template,
    /// The list was read and judged.
    Read(Summary<Text>),
    /// What yearly statements hold.
    Statement(Statement<Text>),
    /// Number of rows that the filter lets through.
    Filtered(usize),
    /// Lines of the chosen rows.
    Window {
        /// Position of the first line among the chosen rows.
        start: usize,
        /// The lines, fewer than asked for at the end.
        lines: Vec<Line<Truth>>,
    },
    /// The details of a firm; none where the list has no such row.
    Firm(Option<Detail<Text, Truth>>),
    /// A firm's dossier file; none for a row with mistakes.
    Dossier(Option<String>),
    /// The result; its bytes go beside this message.
    Result,
    /// What the comparison came to, level by level; none without a list. The workbook goes beside this message.
    Compared(Vec<Comparison>),
    /// A trial began; none where the list has no firms of the pack.
    Trial(Option<Trial<Text>>),
    /// What the firms of the trial come to.
    Tried(Tried),
    /// The checker of rules does not let the moves through, for this reason.
    Refused(Text),
    /// Firms by verdict at each value that was asked for; none where the checker does not let it through.
    Curve(Vec<Option<Counts>>),
    /// The workbook of the trial; its bytes go beside this message.
    Simulated,
    /// The ask could not be done, for this reason.
    Failed(Text),
    /// The worker does not understand the ask: page and worker are of different builds.
    NotUnderstood,
    /// The browser could not read the chosen file.
    Unreadable,
    /// The memory did not suffice.
    TooLarge,
    /// The worker's program did not load.
    Lost,
}

/// What yearly statements hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement<Text> {
    /// Figures, in the order of the file.
    pub figures: Vec<StatedFigure<Text>>,
    /// What a person should know of the file.
    pub notes: Vec<Text>,
}

/// A figure of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedFigure<Text> {
    /// Id of the fact that it answers.
    pub fact: String,
    /// Fiscal year, or the year whose end it states.
    pub year: i16,
    /// Its amount as the form takes it, in 万元: a plain decimal.
    pub amount: String,
    /// Official name of its line.
    pub line: String,
    /// As the cell shows it.
    pub shown: String,
    /// The unit that it was read in.
    pub unit: String,
    /// Where it stands.
    pub cell: String,
    /// What has to be settled before it is taken over; none where it can be proposed.
    pub question: Option<Text>,
}

/// Counts over a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Summary<Text> {
    /// Rows with a firm.
    pub firms: usize,
    /// Rows with mistakes, which were not judged.
    pub mistaken: usize,
    /// What a person should know of the file.
    pub notes: Vec<Text>,
    /// The first mistakes, a sentence each.
    pub mistakes: Vec<Text>,
    /// Number of mistakes in all rows.
    pub all_mistakes: usize,
    /// Packs that firms were judged by, each with their number.
    pub standards: Vec<(String, usize)>,
    /// Counts of each level, in the order of the settings' schemes.
    pub levels: Vec<LevelCount>,
    /// Number of firms by district code.
    pub districts: BTreeMap<u32, usize>,
}

/// Counts of one level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelCount {
    /// Scheme id 「认定事项」.
    pub scheme: String,
    /// Firms with the verdict 「符合条件」.
    pub met: usize,
    /// Firms with the verdict 「暂不符合条件」.
    pub unmet: usize,
    /// Firms with the verdict 「尚不能判断」.
    pub undetermined: usize,
    /// Firms to which no rules apply.
    pub without: usize,
    /// Pack and id of each condition that some firms do not meet, with their number, the most frequent first.
    pub conditions: Vec<(String, String, usize)>,
}

/// What a level came to under two standards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// Scheme id 「认定事项」.
    pub scheme: String,
    /// Firms by what they come to before and afterwards; only what some firms do.
    pub moves: Vec<(Reached, Reached, u64)>,
    /// The same by code of district or city; the empty code stands for none.
    pub areas: Vec<(String, Reached, Reached, u64)>,
    /// Pack and id of each condition that made a verdict another one, with what it was and became and the number of
    /// firms, the most frequent first.
    pub conditions: Vec<(String, String, Reached, Reached, u64)>,
}

/// The firms of a trial, and what can be moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial<Text> {
    /// Pack id.
    pub pack: String,
    /// Position of its level.
    pub level: usize,
    /// Its figures, in the order of its document.
    pub figures: Vec<Figure<Text>>,
}

/// A figure of a standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure<Text> {
    /// The figure in force.
    pub text: String,
    /// What it is, in the words of the pack.
    pub words: Text,
    /// The values of its curve, in rising order.
    pub values: Vec<String>,
}

/// Firms with the verdicts 「符合条件」, 「暂不符合条件」, 「尚不能判断」.
pub type Counts = [usize; 3];

/// What the firms of a trial come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tried {
    /// Firms by what they come to in force and in the trial; only what some firms do.
    pub moves: Vec<(Reached, Reached, u64)>,
    /// By code of district or city, 0 for none: firms in force, and in the trial.
    pub areas: Vec<(u32, Counts, Counts)>,
}

/// What a firm comes to at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reached {
    /// 「符合条件」
    Met,
    /// 「暂不符合条件」
    Unmet,
    /// 「尚不能判断」
    Undetermined,
    /// No rules apply.
    Without,
}

impl Reached {
    /// Everything that a firm can come to, with its id, in the order of tables.
    pub const ALL: [(&'static str, Self); 4] = [
        ("met", Self::Met),
        ("unmet", Self::Unmet),
        ("undetermined", Self::Undetermined),
        ("without", Self::Without),
    ];
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line<Truth> {
    /// The firm's position in the list.
    pub index: usize,
    /// Its place in the file, such as `3` for its row.
    pub place: String,
    /// Its name.
    pub name: String,
    /// Number of mistakes in its row.
    pub mistakes: usize,
    /// One entry a level; none where no rules apply.
    pub levels: Vec<Option<LineLevel<Truth>>>,
}

/// A firm's verdict on a level, as the table shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineLevel<Truth> {
    /// The verdict.
    pub truth: Truth,
    /// Points, where the level has a score.
    pub score: Option<String>,
    /// Number of conditions that are not met.
    pub lacks: usize,
}

/// All that is known of one firm.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Detail<Text, Truth> {
    /// The firm's position in the list.
    pub index: usize,
    /// Its name.
    pub name: String,
    /// Its place in the file, such as `3` for its row.
    pub place: String,
    /// The mistakes of its row, a sentence each.
    pub mistakes: Vec<Text>,
    /// What else a person should know of its row, a sentence each.
    pub notes: Vec<Text>,
    /// One entry a level; none where no rules apply.
    pub levels: Vec<Option<DetailLevel<Text, Truth>>>,
}

/// A firm's verdict on a level with its reasons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DetailLevel<Text, Truth> {
    /// Pack id.
    pub pack: String,
    /// The verdict.
    pub truth: Truth,
    /// Points, where the level has a score.
    pub score: Option<String>,
    /// Ids of the conditions that are not met.
    pub unmet: Vec<String>,
    /// Facts that could still change the verdict, by id and fiscal year.
    pub missing: Vec<(String, Option<i16>)>,
    /// The nearest route in words, where it was sought and found.
    pub nearest: Option<Text>,
}
