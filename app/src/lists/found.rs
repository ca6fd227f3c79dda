//! What the worker tells of a list (crates/batch-worker, `summary` and `shown`).

use serde::Deserialize;
use std::collections::BTreeMap;
use zjtx_evaluator::{Text, Truth};

/// What a list came to.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Summary {
    /// Rows with a firm.
    pub firms: usize,
    /// Those with mistakes, which were not judged.
    pub mistaken: usize,
    /// What a person should know of the file.
    pub notes: Vec<Text>,
    /// The first mistakes as sentences.
    pub mistakes: Vec<Text>,
    /// How many there are.
    pub all_mistakes: usize,
    /// By level.
    pub levels: Vec<Count>,
    /// District codes with their numbers of firms.
    pub districts: BTreeMap<u32, usize>,
}

/// Counts of a level.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Count {
    /// Scheme id.
    pub scheme: String,
    /// Firms of each verdict.
    pub met: usize,
    /// Firms of each verdict.
    pub unmet: usize,
    /// Firms of each verdict.
    pub undetermined: usize,
    /// Firms that no rules apply to.
    pub without: usize,
    /// Pack and id of conditions with how many firms do not meet them, the most frequent first.
    pub conditions: Vec<(String, String, usize)>,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Line {
    /// Position in the list.
    pub index: usize,
    /// Place in the file.
    pub place: String,
    /// Name of the firm.
    pub name: String,
    /// How many mistakes its row has.
    pub mistakes: usize,
    /// By level; `None` where no rules apply.
    pub levels: Vec<Option<Short>>,
}

/// What a line says of a level.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Short {
    /// Id of the verdict.
    pub truth: String,
    /// Points.
    pub score: Option<String>,
    /// Conditions that are not met.
    pub lacks: usize,
}

/// All that is known of one firm.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Detail {
    /// Its name.
    pub name: String,
    /// Place in the file.
    pub place: String,
    /// Mistakes of its row as sentences.
    pub mistakes: Vec<Text>,
    /// By level; `None` where no rules apply.
    pub levels: Vec<Option<Whole>>,
}

/// All that is known of a level.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Whole {
    /// Pack id.
    pub pack: String,
    /// Id of the verdict.
    pub truth: String,
    /// Points.
    pub score: Option<String>,
    /// Ids of conditions that are not met.
    pub unmet: Vec<String>,
    /// Facts that could still change the verdict, by id and year.
    pub missing: Vec<(String, Option<i16>)>,
    /// The nearest route in words.
    pub nearest: Option<Text>,
}

/// The verdict of an id.
pub fn truth(id: &str) -> Truth {
    [Truth::Met, Truth::Unmet].into_iter().find(|truth| truth.id() == id).unwrap_or(Truth::Undetermined)
}
