//! Rows beneath the headings that are no firms: sums, headings that come again, notes, signatures.

use super::{content::Content, date, row::Row};
use zjtx_evaluator::Text;

/// What a row is instead of a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aside {
    /// 合计, 小计 and the like.
    Sum,
    /// Headings that come again.
    Headings,
    /// Units or numbers of the columns.
    Columns,
    /// Notes and remarks.
    Note,
    /// Who made the list, and when.
    Signature,
}

impl Aside {
    /// Rows that were left out, as one line.
    pub(super) fn told(self, rows: &str) -> Text {
        let (zh, en) = match self {
            Self::Sum => ("合计、小计等汇总行", "sums"),
            Self::Headings => ("重复的表头", "headings that come again"),
            Self::Columns => ("各列的单位或栏次", "units or numbers of the columns"),
            Self::Note => ("说明文字", "notes"),
            Self::Signature => ("落款（填表人、日期等）", "signatures"),
        };
        Text {
            zh: format!("第 {rows} 行是{zh}，不是企业，未判断"),
            en: format!("rows {rows}: {en}, no firms; left out"),
        }
    }
}

/// Words of sums.
const SUMS: [&str; 18] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "累计",
    "汇总",
    "总和",
    "总数",
    "平均",
    "均值",
    "最大值",
    "最小值",
    "中位数",
    "占比",
    "total",
    "subtotal",
    "sum",
    "average",
];
/// How names of firms end.
const FIRMS: [&str; 16] = [
    "公司",
    "厂",
    "社",
    "店",
    "院",
    "所",
    "部",
    "行",
    "中心",
    "集团",
    "企业",
    "工作室",
    "合伙",
    "ltd",
    "inc",
    "llc",
];
/// Words that begin a note, where a sign or a number follows.
const NOTES: [&str; 10] =
    ["注", "附注", "备注", "说明", "填表说明", "填报说明", "填写说明", "数据来源", "资料来源", "note"];
/// Signs and words that begin a note by themselves.
const NOTE_SIGNS: [&str; 8] = ["※", "★", "*注", "＊", "以下空白", "以下无正文", "此页以下", "本表"];
/// Words before who made a list, and when.
const SIGNED: [&str; 40] = [
    "填表人",
    "填报人",
    "制表人",
    "制表",
    "审核人",
    "审核",
    "复核人",
    "复核",
    "负责人",
    "单位负责人",
    "企业负责人",
    "财务负责人",
    "经办人",
    "联系人",
    "联系电话",
    "联系方式",
    "填报单位",
    "填表单位",
    "报送单位",
    "编制单位",
    "制表单位",
    "汇总单位",
    "单位",
    "单位盖章",
    "单位公章",
    "盖章",
    "公章",
    "签字",
    "签名",
    "签章",
    "打印人",
    "打印时间",
    "填表日期",
    "填报日期",
    "填报时间",
    "制表日期",
    "制表时间",
    "报送日期",
    "日期",
    "页码",
];

/// What a row is, if it is no firm; `name` is the column of the firms' names, `is_after_note` says that the
/// row above is a note.
pub(super) fn aside(row: &Row, name: Option<usize>, is_after_note: bool) -> Option<Aside> {
    let texts = || row.cells.iter().filter_map(|cell| text(&cell.content).map(|text| (cell.column, text)));
    let (_, first) = texts().next()?;
    let labels =
        || texts().filter(|(column, _)| name.is_none_or(|name| *column <= name)).map(|(_, text)| text);
    let is_alone = row.cells.len() == 1;
    if labels().any(is_sum) {
        Some(Aside::Sum)
    } else if is_note(first) || is_alone && is_after_note && !is_firm(first) {
        Some(Aside::Note)
    } else if is_signature(first) || is_alone && is_day(first) {
        Some(Aside::Signature)
    } else {
        None
    }
}

fn text(content: &Content) -> Option<&str> {
    match content {
        Content::Text(text) => Some(text.as_str()),
        _ => None,
    }
}

/// Letters and digits, in lower case, of a text that is short enough to be a label.
fn label(text: &str) -> Option<String> {
    const LONGEST: usize = 60;
    let letters = || text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    (text.len() <= LONGEST).then(|| letters().collect())
}

fn is_firm(text: &str) -> bool {
    let end = text.trim_end_matches(['）', ')', '.', ' ']).to_lowercase();
    FIRMS.iter().any(|word| end.ends_with(word))
}

fn is_sum(text: &str) -> bool {
    const LONGEST: usize = 12;
    let Some(label) = label(text).filter(|label| label.chars().count() <= LONGEST) else { return false };
    let is_count = label.starts_with('共') && label.ends_with(['家', '户']);
    let has_sum = SUMS.iter().any(|word| label.starts_with(word) || label.ends_with(word));
    is_count || has_sum && !is_firm(&label)
}

fn is_note(text: &str) -> bool {
    let bare = text.trim_start_matches(['（', '(', '—', '-', ' ', '【']);
    let is_sign = |c: char| ":：1234567890①②③（(、.．】)） ".contains(c);
    let begins = |word: &&str| {
        let rest =
            bare.get(..word.len()).filter(|head| head.eq_ignore_ascii_case(word)).and(bare.get(word.len()..));
        rest.is_some_and(|rest| rest.is_empty() && word.len() > 3 || rest.starts_with(is_sign))
    };
    NOTES.iter().any(begins) || NOTE_SIGNS.iter().any(|sign| bare.starts_with(sign))
}

fn is_signature(text: &str) -> bool {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([':', '：', '(', '（', '_', '/']);
    let is_page =
        compact.starts_with('第') && compact.contains('页') && compact.chars().count() <= LONGEST_PAGE;
    is_page || SIGNED.iter().any(|word| compact.strip_prefix(word).is_some_and(ends))
}

/// 第 1 页，共 20 页.
const LONGEST_PAGE: usize = 14;

/// A day, or the blanks for one: `年 月 日`.
fn is_day(text: &str) -> bool {
    date::read(text).is_some() || label(text).is_some_and(|label| label == "年月日")
}

/// Whether every cell is a unit or a number of its column: 元, %, 项, or 1, 2, 3.
pub(super) fn is_about_columns(row: &Row) -> bool {
    const WORDS: [&str; 16] =
        ["%", "项", "人", "个", "件", "年", "分", "名", "家", "-", "—", "/", "是/否", "是否", "文本", "日期"];
    let texts: Vec<String> = row.cells.iter().map(|cell| cell.content.shown().into_owned()).collect();
    let is_unit = |text: &String| {
        let bare = text.trim_matches(['（', '）', '(', ')']);
        WORDS.contains(&bare) || crate::unit::money(bare).is_some()
    };
    let units = texts.iter().filter(|text| crate::unit::money(text.as_str()).is_some()).count();
    (units > 0 && texts.iter().all(is_unit)) || are_numbered(&texts)
}

/// 甲, 乙, 1, 2, 3 …
fn are_numbered(texts: &[String]) -> bool {
    const LEAST: usize = 3;
    let bare = |text: &String| text.trim_matches(['（', '）', '(', ')', '栏', '[', ']']).to_owned();
    let numbers: Vec<u32> = texts.iter().filter_map(|text| bare(text).parse().ok()).collect();
    let letters = texts
        .iter()
        .filter(|text| ["甲", "乙", "丙", "丁", "A", "B", "C"].contains(&bare(text).as_str()))
        .count();
    let ascend =
        numbers.windows(2).all(|pair| matches!(pair, [one, next] if one.checked_add(1) == Some(*next)));
    numbers.len() + letters == texts.len() && numbers.len() >= LEAST && numbers.first() == Some(&1) && ascend
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_notes_and_signatures_are_told_from_firms() {
        for text in [
            "合计",
            "合 计",
            "合计：",
            "总计",
            "小计",
            "天河区小计",
            "全市合计",
            "本页合计",
            "Total",
            "平均值",
            "共 300 家",
            "合计（300家）",
        ] {
            assert!(is_sum(text), "{text}");
        }
        for text in [
            "注：以上为未审数",
            "注:1.单位万元",
            "备注：无",
            "说明：按年报填写",
            "※金额为含税",
            "(注：略)",
            "填表说明：",
            "数据来源：统计局",
            "以下空白",
            "——以下空白——",
            "注1：略",
        ] {
            assert!(is_note(text), "{text}");
        }
        for text in [
            "填表人：张三",
            "审核人：",
            "制表：李四",
            "填报单位（盖章）：",
            "联系电话：020",
            "填表日期：2026-05-01",
            "第 1 页，共 3 页",
            "单位负责人：王",
            "日 期：",
            "审核",
        ] {
            assert!(is_signature(text), "{text}");
        }
        for text in [
            "甲公司",
            "合计科技有限公司",
            "注塑机械厂",
            "说明书印刷公司",
            "审核通软件有限公司",
            "共享科技公司",
            "汇总数据公司",
            "广州备注科技公司",
            "平均律音乐公司",
            "日期网络公司",
            "单位换算软件公司",
            "总计",
        ]
        .iter()
        .filter(|text| **text != "总计")
        {
            assert!(!is_sum(text) && !is_note(text) && !is_signature(text), "{text}");
        }
        assert!(is_day("2026年5月1日") && is_day("    年  月  日") && !is_day("甲"));
    }
}
