//! Yearly statements 「财务报表」 as messages: what was recognised, as the form takes it.

use zjtx_evaluator::Text;
use zjtx_spreadsheet::{Figure, SheetError};
use zjtx_wire::lists;

/// What the statements in a file hold.
pub(crate) fn read(file: &[u8]) -> Result<lists::Statement<Text>, SheetError> {
    let found = zjtx_spreadsheet::statement(file)?;
    let figures = found.figures.into_iter().filter_map(figure).collect();
    Ok(lists::Statement { figures, notes: found.notes })
}

fn figure(figure: Figure) -> Option<lists::StatedFigure<Text>> {
    Some(lists::StatedFigure {
        fact: figure.item.fact().to_owned(),
        year: figure.year,
        amount: figure.ten_thousands()?,
        line: figure.item.name().to_owned(),
        shown: figure.shown,
        unit: figure.unit.to_owned(),
        cell: figure.cell,
        question: figure.question,
    })
}
