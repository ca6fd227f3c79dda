//! The sheet that explains every column, with the answers that can be chosen.

use super::{
    EXPLAIN,
    columns::{Column, ColumnContent, options, unit},
};
use crate::{error::SheetError, place::column_letters};
use rust_xlsxwriter::{Format, FormatAlign, Worksheet};
use zjtx_evaluator::{FactKind, Lang, Term, Terms};

/// Headings of the sheet; the answers follow to the right.
const HEADINGS: [(&str, f64); 7] = [
    ("列", 6.0),
    ("列名", 34.0),
    ("怎样填", 40.0),
    ("官方定义", 70.0),
    ("佐证材料", 36.0),
    ("用于", 36.0),
    ("可选答案", 24.0),
];
/// Column of the first answer.
const OPTIONS: u16 = 6;

pub(super) fn write(sheet: &mut Worksheet, columns: &[Column], terms: &Terms) -> Result<(), SheetError> {
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_name(EXPLAIN)?.set_freeze_panes(1, 2)?;
    for (index, (heading, width)) in (0_u16..).zip(HEADINGS) {
        sheet.write_string_with_format(0, index, heading, &bold)?.set_column_width(index, width)?;
    }
    for (position, column) in columns.iter().enumerate() {
        let row = u32::try_from(position).unwrap_or(u32::MAX).saturating_add(1);
        let texts = texts(position, column, terms);
        for (index, text) in (0_u16..).zip(texts) {
            sheet.write_string_with_format(row, index, text, &wrapped)?;
        }
        for (index, option) in (OPTIONS..).zip(options(column.content, terms)) {
            sheet.write_string(row, index, option)?;
        }
    }
    Ok(())
}

/// Where the answers of a column stand, as a range of the sheet.
pub(super) fn options_range(position: u32, count: usize) -> String {
    let (row, last) = (position + 2, usize::from(OPTIONS) + count - 1);
    format!("${}${row}:${}${row}", column_letters(usize::from(OPTIONS)), column_letters(last))
}

fn texts(position: usize, column: &Column, terms: &Terms) -> [String; 6] {
    let term = match column.content {
        ColumnContent::Fact(found) => terms.term(found.fact),
        ColumnContent::Kind => None,
    };
    let zh = |text: Option<&zjtx_evaluator::Text>| text.map_or("", |text| text.get(Lang::Zh)).to_owned();
    [
        column_letters(position),
        column.heading.clone(),
        term.map_or("新申请或复核；留空按运行时的选择".to_owned(), how_to_fill),
        zh(term.map(Term::definition)),
        zh(term.and_then(Term::evidence)),
        column.packs.join("；"),
    ]
}

fn how_to_fill(term: &Term) -> String {
    let unit = unit(term).map(|unit| format!("，单位{unit}")).unwrap_or_default();
    match term.kind() {
        FactKind::Bool => "是、否或不清楚".to_owned(),
        FactKind::Choice => "从可选答案中选一项".to_owned(),
        FactKind::Set => "可多选：写可选答案的序号或全文，用分号隔开，例如 1；3；都没有写“无”".to_owned(),
        FactKind::City | FactKind::District => "名称或 GB/T 2260 六位代码".to_owned(),
        FactKind::Industry => "GB/T 4754-2017 两至四位代码".to_owned(),
        FactKind::Rank => "名次，例如 3；没有写“无”".to_owned(),
        FactKind::Text => "与营业执照一致".to_owned(),
        FactKind::Date => "年月日，例如 2015-03-16".to_owned(),
        FactKind::Percent => "百分数，带百分号，例如 12.5%".to_owned(),
        FactKind::Money => format!("数字{unit}；也可写 1.2亿、86000000元"),
        _ => format!("数字{unit}"),
    }
}
