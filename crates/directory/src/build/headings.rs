//! What the columns of a list hold, whatever they are called.

use super::fault::Fault;
use super::table::Line;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Ordinal,
    Name,
    Code,
    Title,
    Batch,
    From,
    Until,
    Term,
    City,
    District,
    Former,
    Remark,
}

/// Names of columns, without white space and what stands in brackets.
const NAMES: [(Column, &[&str]); 12] = [
    (Column::Ordinal, &["序号", "编号", "序"]),
    (Column::Name, &["企业名称", "单位名称", "公司名称", "企业全称", "名称", "企业"]),
    (Column::Code, &["统一社会信用代码", "社会信用代码", "信用代码", "机构代码"]),
    (Column::Title, &["称号", "称号名称", "类别", "认定类别", "认定类型", "企业类型", "级别", "认定事项"]),
    (Column::Batch, &["批次", "认定批次", "公告批次", "年度", "认定年度"]),
    (Column::From, &["认定日期", "认定时间", "发证日期", "有效期起", "起始日期", "撤销日期", "取消日期"]),
    (Column::Until, &["有效期至", "有效期止", "到期日期", "到期日", "截止日期"]),
    (Column::Term, &["有效期", "有效期限", "有效期间"]),
    (Column::City, &["市", "地市", "地级市", "所属地市", "所属城市", "所在市", "所在地市", "城市"]),
    (
        Column::District,
        &[
            "区",
            "县",
            "区县",
            "县区",
            "所属区",
            "所属区县",
            "所在区",
            "所在区县",
            "属地",
            "地区",
            "所在地",
            "所属区域",
        ],
    ),
    (Column::Former, &["曾用名", "原名称", "原企业名称", "更名前名称", "变更前名称"]),
    (Column::Remark, &["备注", "说明", "省", "省份", "推荐单位", "主导产品", "所属行业", "行业"]),
];

/// The columns of a list, in their order.
pub(super) type Columns = Vec<(usize, Column)>;

/// Reads a row as headings: two columns that are known at least, the firm's name among them; `None` where it is
/// none.
pub(super) fn columns(line: &Line) -> Option<Columns> {
    let known: Columns = line.cells.iter().filter_map(|(at, text)| Some((*at, column(text)?))).collect();
    let has_name = known.iter().any(|(_, column)| *column == Column::Name);
    let others = known.iter().filter(|(_, column)| *column != Column::Name).count();
    (has_name && others > 0).then_some(known)
}

/// Two columns for one thing, which no row can mean.
pub(super) fn twice(line: &Line, columns: &Columns, file: &str) -> Vec<Fault> {
    let twice = columns.iter().enumerate().filter_map(|(index, (at, column))| {
        let (first, _) = columns[..index].iter().find(|(_, other)| other == column)?;
        (*column != Column::Remark).then_some((*first, *at))
    });
    let fault = |(first, second)| {
        let sentence = format!("与 {} 是同一内容的两列，请只留一列", line.cell(first));
        Fault::at(file, line.cell(second), sentence)
    };
    twice.map(fault).collect()
}

fn column(text: &str) -> Option<Column> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.split(['（', '(']).next().unwrap_or_default().replace(['、', '/', '／'], "");
    let found = NAMES.iter().find(|(_, names)| names.contains(&bare.as_str()));
    found.map(|(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::{Column, column};

    #[test]
    fn headings_are_known_however_lists_write_them() {
        for (text, expected) in [
            ("企 业 名 称", Some(Column::Name)),
            ("企业名称（按公章填写）", Some(Column::Name)),
            ("统一社会\n信用代码", Some(Column::Code)),
            ("县（市、区）", Some(Column::District)),
            ("区/县", Some(Column::District)),
            ("联系电话", None),
        ] {
            assert_eq!(column(text), expected, "{text}");
        }
    }
}
