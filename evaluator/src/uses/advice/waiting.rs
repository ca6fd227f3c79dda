//! What waiting alone would do: durations grow, every other answer stays, and open years are like the year before.

use crate::{base::date::Date, language::missing::FactRef};

/// The first application in which the verdict would be met if nothing but time went by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Day on which the dossier is judged.
    pub as_of: Date,
    /// Whether rules are known to be in force then for this kind of application.
    pub in_force: bool,
    /// Answers that are absent and are taken to come out well.
    pub assumed: Vec<FactRef>,
}
