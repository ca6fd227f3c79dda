//! 「门槛试算」: what a list of firms would come to if figures of a standard were others.
//!
//! The figures are found in the pack's document: every text there that is a number with its unit, except the full
//! points of sheet, group and indicator, which follow from their rows. A trial writes other numbers in their place
//! and puts the document through the checker, as if somebody had written such a pack; then the whole list is judged
//! anew by it.
//!
//! What this crate does **not** do: it judges nothing itself (`zjtx-columns` and `zjtx-evaluator` do), approximates
//! nothing, and reads no file. Whatever it makes is a trial and no standard: [`note`] stands on everything that
//! leaves it.

mod curve;
mod draft;
mod figure;
mod firms;
mod name;
mod range;
pub mod words;

pub use curve::Curve;
pub use draft::{Draft, Move, Refusal};
pub use figure::Figure;
pub use firms::{Area, Counts, Firms, Judged};
pub use name::NameError;

use zjtx_evaluator::Text;

/// What a file of a trial says of itself: that it is one, and what was moved.
pub fn notes(draft: &Draft, moves: &[Move]) -> Vec<Text> {
    let told = |moved: &Move| {
        let Text { zh, en } = &draft.figures().get(moved.figure)?.words;
        Some(Text {
            zh: format!("改动：{zh}，改为 {}", moved.text),
            en: format!("Moved: {en}, to {}", moved.text),
        })
    };
    std::iter::once(note()).chain(moves.iter().filter_map(told)).collect()
}

/// What stands on everything that a trial makes.
pub fn note() -> Text {
    Text { zh: "试算，不是现行标准".to_owned(), en: "A trial; not the standard in force".to_owned() }
}
