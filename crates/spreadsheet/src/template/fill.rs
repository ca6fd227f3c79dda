//! The sheet to fill.

use super::{
    EXPLAIN, FILL, HEAD_ROWS,
    columns::{Column, ColumnContent, example, options},
    explain,
};
use crate::error::SheetError;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, Formula, Worksheet,
};
use zjtx_evaluator::{Date, FactKind, Terms};

/// Drop-downs reach down to this row.
const LAST_ROW: u32 = 9_999;

pub(super) fn write(
    sheet: &mut Worksheet,
    columns: &[Column],
    terms: &Terms,
    as_of: Date,
) -> Result<(), SheetError> {
    let title = Format::new().set_bold().set_font_size(14);
    let heading = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0xE8_EF_F8));
    let example_format = Format::new().set_italic().set_font_color(Color::Gray);
    let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let sentence = format!(
        "专精特新批量自测填报表（按 {as_of} 现行标准）：一行一家企业，从第 {} 行起填写；不清楚的留空；各列怎样填见“{EXPLAIN}”。",
        HEAD_ROWS + 1
    );
    sheet.set_name(FILL)?.merge_range(0, 0, 0, last.min(11), &sentence, &title)?;
    sheet.set_row_height(1, 64)?.set_freeze_panes(2, 1)?;
    for (position, (column, index)) in (0_u32..).zip(columns.iter().zip(0_u16..)) {
        sheet.write_string_with_format(1, index, &column.heading, &heading)?;
        sheet.write_string_with_format(2, index, example(column.content, terms), &example_format)?;
        sheet.set_column_width(index, if index == 0 { 30 } else { 15 })?;
        if is_text(column.content, terms) {
            sheet.set_column_format(index, &Format::new().set_num_format("@"))?;
        }
        if let Some(validation) = drop_down(column, position, terms)? {
            sheet.add_data_validation(HEAD_ROWS - 1, index, LAST_ROW, index, &validation)?;
        }
    }
    Ok(())
}

/// Codes keep their zeros, percentages their sign and days their order only as text.
fn is_text(content: ColumnContent, terms: &Terms) -> bool {
    let ColumnContent::Fact(found) = content else { return false };
    let kind = terms.term(found.fact).map(zjtx_evaluator::Term::kind);
    matches!(kind, Some(FactKind::Industry | FactKind::Percent | FactKind::Set | FactKind::Date))
}

/// A list of the options that stand beside the column's explanation; other words stay possible.
fn drop_down(column: &Column, position: u32, terms: &Terms) -> Result<Option<DataValidation>, SheetError> {
    let is_set = matches!(column.content, ColumnContent::Fact(found)
        if terms.term(found.fact).is_some_and(|term| term.kind() == FactKind::Set));
    let options = options(column.content, terms);
    if options.is_empty() || is_set {
        return Ok(None);
    }
    let range = format!("='{EXPLAIN}'!{}", explain::options_range(position, options.len()));
    let validation = DataValidation::new()
        .allow_list_formula(Formula::new(range))
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_message("不在可选答案中；见“填写说明”")?;
    Ok(Some(validation))
}
