//! Statements of the unit for a whole table: 「单位：元」, “in RMB thousands”, a title in brackets.

use super::{Money, leading, money};
use crate::clean::folded;

/// What a cell or a sheet's name states for its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Statement {
    /// One unit of renminbi, as a power of ten above 元.
    Yuan(i8),
    /// Another currency.
    Foreign,
    /// Several units at once.
    Several,
}

/// Words before a unit: the first that is found decides where to look.
const LABELS: [&str; 5] = ["单位", "unit", "币种", "以", "in"];
/// Words between such a word and the unit.
const BETWEEN: [&str; 14] =
    ["均", "都", "皆", "统", "一", "律", "为", "是", "用", "按", "以", ":", "s", "of"];
/// What may stand behind a unit: 元素 is no unit.
const BEHIND: [char; 26] = [
    ')', ']', '】', '〕', ',', '，', '、', ';', '；', '。', '.', '/', '\n', '和', '及', '计', '为', '列',
    '表', '填', '整', '币', '单', '或', '|', '-',
];

/// The unit that a text states for its table; `None` where it states none.
pub(crate) fn statement(text: &str) -> Option<Statement> {
    let folded = folded(text);
    let mut found: Vec<Money> = alone(text).into_iter().collect();
    found.extend(bracketed(&folded));
    found.extend(LABELS.iter().flat_map(|label| labelled(&folded, label)));
    combined(&found)
}

/// One statement of several words for the unit.
fn combined(found: &[Money]) -> Option<Statement> {
    if found.contains(&Money::Foreign) {
        return Some(Statement::Foreign);
    }
    let mut powers = found.iter().filter_map(|money| match money {
        Money::Yuan(power) => Some(*power),
        Money::Renminbi | Money::Foreign => None,
    });
    let first = powers.next()?;
    Some(if powers.all(|power| power == first) { Statement::Yuan(first) } else { Statement::Several })
}

/// A text that is nothing but a unit, or ends with one behind a sign: `企业清单_千元`.
fn alone(text: &str) -> Option<Money> {
    let last = text.rsplit(['_', '-', '－', ' ', '　', '·']).next().filter(|last| last.len() < text.len());
    money(text).or_else(|| money(last?).filter(|found| matches!(found, Money::Yuan(_))))
}

/// Units in brackets.
fn bracketed(folded: &str) -> impl Iterator<Item = Money> {
    let opened = folded.split(['(', '[', '【', '〔']).skip(1);
    opened.filter_map(|inside| money(inside.split([')', ']', '】', '〕']).next()?))
}

/// Units behind a label, each of 「单位：万元、人」.
fn labelled<'f>(folded: &'f str, label: &'f str) -> Vec<Money> {
    let behind = folded.match_indices(label).map(|(at, _)| folded.get(at + label.len()..).unwrap_or(""));
    behind.flat_map(listed).collect()
}

/// The units at the beginning, with other words for units between them.
fn listed(behind: &str) -> Vec<Money> {
    let mut rest = behind;
    while let Some(after) = BETWEEN.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = after;
    }
    let mut units = Vec::new();
    for part in rest.split(['、', ',', '/', '，', '和', '及']).take(6) {
        match leading(part) {
            Some((unit, after)) if after.is_empty() || after.starts_with(BEHIND) => units.push(unit),
            // 人, % and the like are units of other columns.
            _ if part.chars().count() <= 2 => {}
            _ => break,
        }
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_may_state_its_unit_in_any_usual_wording() {
        for (text, power) in [
            ("单位：元", 0),
            ("单位:千元", 3),
            ("金额单位：人民币万元", 4),
            ("（单位：百万元）", 6),
            ("货币单位：亿元", 8),
            ("币种：人民币 单位：元", 0),
            ("2025年企业摸底表（万元）", 4),
            ("企业经营情况表（金额单位：元）", 0),
            ("注：表中金额单位均为元", 0),
            ("本表以千元为单位", 3),
            ("以下金额均以万元计。", 4),
            ("单位：万元、人、%", 4),
            ("单位：人、万元", 4),
            ("计量单位：元", 0),
            ("人民币元", 0),
            ("元", 0),
            ("RMB'000", 3),
            ("Unit: RMB million", 6),
            ("Amounts in RMB thousand", 3),
            ("企业清单_千元", 3),
            ("单位统一为元", 0),
            ("金额单位为：元；人数单位为：人", 0),
        ] {
            assert_eq!(statement(text), Some(Statement::Yuan(power)), "{text}");
        }
    }

    #[test]
    fn other_words_state_none_and_other_currencies_are_known() {
        for text in [
            "填表单位：某某公司",
            "单位：元素科技公司",
            "三元区企业清单",
            "企业摸底表",
            "单位负责人：王",
            "Sheet1",
            "主要单位",
            "以旧换新企业",
        ] {
            assert_eq!(statement(text), None, "{text}");
        }
        for text in ["单位：美元", "单位：万美元", "金额单位：USD", "（港币千元）"] {
            assert_eq!(statement(text), Some(Statement::Foreign), "{text}");
        }
        for text in ["单位：万元、元", "单位：元/万元"] {
            assert_eq!(statement(text), Some(Statement::Several), "{text}");
        }
    }
}
