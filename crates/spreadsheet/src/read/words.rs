//! What people are told of columns and sheets.

use crate::{heading::Target, place::column_letters};
use zjtx_evaluator::{Term, Terms, Text};

/// A heading that is not known.
pub(super) fn not_understood(position: usize, heading: &str) -> Text {
    let letters = column_letters(position);
    Text {
        zh: format!("{letters}列“{heading}”未识别，已忽略"),
        en: format!("column {letters}, “{heading}”, was not understood and not used"),
    }
}

/// A heading of a yearly fact without a year.
pub(super) fn newest_assumed(position: usize, asked: &Text) -> Text {
    let (letters, Text { zh, en }) = (column_letters(position), asked);
    Text {
        zh: format!("{letters}列“{zh}”没有写年份，按最近一期读"),
        en: format!("column {letters}, “{en}”, names no year and was read as the newest"),
    }
}

/// A sheet that one cannot see.
pub(super) fn hidden_sheet() -> Text {
    Text {
        zh: "这张工作表是隐藏的，其中的企业也读入了；不需要的请删去这张表".to_owned(),
        en: "this sheet is hidden, and its firms were read too; delete the sheet if they are not wanted"
            .to_owned(),
    }
}

/// A column that one cannot see.
pub(super) fn hidden_column(position: usize, heading: &str) -> Text {
    let letters = column_letters(position);
    Text {
        zh: format!("{letters}列“{heading}”是隐藏的，也读入了"),
        en: format!("column {letters}, “{heading}”, is hidden and was read too"),
    }
}

/// Rows that one cannot see.
pub(super) fn hidden_rows(rows: &str) -> Text {
    Text {
        zh: format!("第 {rows} 行是隐藏的，其中的企业也读入了；不需要的请删去"),
        en: format!(
            "rows {rows} are hidden, and their firms were read too; delete them if they are not wanted"
        ),
    }
}

/// Cells that say that nothing is known.
pub(super) fn not_given(position: usize, asked: &Text, rows: &str) -> Text {
    let (letters, Text { zh, en }) = (column_letters(position), asked);
    Text {
        zh: format!("{letters}列“{zh}”第 {rows} 行写的是暂无、横线之类，按未填处理"),
        en: format!("column {letters}, “{en}”, rows {rows}: dashes and the like count as not given"),
    }
}

/// What a column asks for, with its year.
pub(super) fn asked(target: Target, terms: &Terms, year: Option<i16>) -> Text {
    let of_fact = |fact| terms.term(fact).map(Term::term).cloned().unwrap_or_default();
    match (target, year) {
        (Target::AsOf, _) => Text { zh: "申报日期".to_owned(), en: "Day of application".to_owned() },
        (Target::Kind, _) => Text { zh: "申请类型".to_owned(), en: "Kind of application".to_owned() },
        (Target::Yearly(fact, _), Some(year)) => {
            let Text { zh, en } = of_fact(fact);
            Text { zh: format!("{zh} {year} 年"), en: format!("{en} {year}") }
        }
        (Target::Once(fact) | Target::Yearly(fact, _), _) => of_fact(fact),
    }
}
