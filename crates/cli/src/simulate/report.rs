//! What a trial tells: the figures that can be moved, and the curve.

use crate::output;
use anyhow::Result;
use zjtx_evaluator::Lang;
use zjtx_spreadsheet::{Head, Table};
use zjtx_trial::{Counts, Curve, Draft, Move, notes};

/// One figure a line: its name, the present figure, and what it is.
pub fn figures(draft: &Draft) -> Result<()> {
    for figure in draft.figures() {
        output::line(&format!("{}  {}  {}", figure.name, figure.text, figure.words.zh))?;
    }
    Ok(())
}

/// What stands on everything that the trial makes.
pub fn head(draft: &Draft, moves: &[Move]) -> Head {
    let notes = notes(draft, moves).into_iter().map(|note| note.zh);
    Head { sides: ["现行标准".to_owned(), "试算".to_owned()], notes: notes.collect() }
}

/// The curve as lines.
pub fn curve(curve: &Curve) -> Result<()> {
    output::line(&format!("{}：逐个数值", curve.words.zh))?;
    for (text, found) in &curve.points {
        output::line(&match found {
            Ok(Counts { met, unmet, undetermined }) => {
                format!(
                    "    {text}  符合条件 {met} 家  暂不符合条件 {unmet} 家  尚不能判断 {undetermined} 家"
                )
            }
            Err(refusal) => format!("    {text}  {refusal}"),
        })?;
    }
    Ok(())
}

/// The curve as a sheet.
pub fn table(curve: &Curve) -> Table {
    Table { name: "曲线".to_owned(), rows: curve.rows(Lang::Zh) }
}
