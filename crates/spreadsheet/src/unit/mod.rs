//! Units of money as tables state them: in a heading, a title, a cell of its own, a sheet's name, a number
//! format, or behind an amount.

mod shift;
mod statement;

pub(crate) use shift::shift;
pub(crate) use statement::{Statement, statement};

use crate::clean::folded;

/// What words say of the unit of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Money {
    /// That many powers of ten above 元.
    Yuan(i8),
    /// Renminbi, without saying how much of it.
    Renminbi,
    /// Another currency.
    Foreign,
}

/// Names of units, in half-width lower case, and their powers of ten above 元; longer ones first.
const UNITS: [(&str, i8); 39] = [
    ("tenthousandyuan", 4),
    ("hundredmillion", 8),
    ("thousandyuan", 3),
    ("millionyuan", 6),
    ("tenthousand", 4),
    ("thousands", 3),
    ("thousand", 3),
    ("millions", 6),
    ("million", 6),
    ("yuan", 0),
    ("千万元", 7),
    ("百万元", 6),
    ("十万元", 5),
    ("佰万元", 6),
    ("仟万元", 7),
    ("百万圆", 6),
    ("万圆", 4),
    ("千圆", 3),
    ("亿圆", 8),
    ("百元", 2),
    ("千元", 3),
    ("仟元", 3),
    ("万元", 4),
    ("萬元", 4),
    ("亿元", 8),
    ("億元", 8),
    ("千万", 7),
    ("百万", 6),
    ("'000", 3),
    ("’000", 3),
    ("000s", 3),
    ("mn", 6),
    ("千", 3),
    ("万", 4),
    ("萬", 4),
    ("亿", 8),
    ("億", 8),
    ("元", 0),
    ("圆", 0),
];

/// Words for renminbi, that say nothing of the power of ten.
const RENMINBI: [&str; 6] = ["人民币", "人民幣", "renminbi", "rmb", "cny", "¥"];

/// Words for other currencies.
const FOREIGN: [&str; 27] = [
    "美元",
    "美金",
    "港元",
    "港币",
    "港幣",
    "欧元",
    "日元",
    "日圆",
    "英镑",
    "韩元",
    "澳元",
    "加元",
    "台币",
    "新台币",
    "澳门元",
    "新元",
    "卢布",
    "外币",
    "泰铢",
    "usd",
    "hkd",
    "eur",
    "jpy",
    "gbp",
    "$",
    "€",
    "£",
];

/// Words around a unit that belong to neither.
const AROUND: [&str; 12] =
    ["单位", "金额", "货币", "币种", "计量", "计价", "为", "以", "计", "in", "unit", "of"];

/// Signs around a unit.
const SIGNS: [char; 13] = [':', '：', '/', '-', '_', ',', '(', ')', '[', ']', '=', '.', ';'];

/// What words are of the unit of money, if they are of nothing else.
pub(crate) fn money(words: &str) -> Option<Money> {
    let folded = folded(words);
    let mut rest = folded.trim_matches(SIGNS);
    let (mut unit, mut renminbi) = (None, false);
    while !rest.is_empty() {
        rest = if let Some(after) = prefix(rest, &FOREIGN) {
            // The currency settles it, whatever stands behind.
            return (after.len() < rest.len()).then_some(Money::Foreign);
        } else if let Some((word, power)) = UNITS.iter().find(|(word, _)| rest.starts_with(word)) {
            if unit.is_some_and(|known| known != *power) || foreign_behind(rest, word) {
                return foreign_behind(rest, word).then_some(Money::Foreign);
            }
            unit = Some(*power);
            rest.strip_prefix(word)?
        } else if let Some(after) = prefix(rest, &RENMINBI) {
            renminbi = true;
            after
        } else {
            prefix(rest, &AROUND)?
        };
        rest = rest.trim_start_matches(SIGNS).trim_start_matches('整');
    }
    unit.map(Money::Yuan).or_else(|| renminbi.then_some(Money::Renminbi))
}

/// Whether 万 belongs to 万美元.
fn foreign_behind(rest: &str, word: &str) -> bool {
    rest.strip_prefix(word).is_some_and(|after| prefix(after, &FOREIGN).is_some())
}

fn prefix<'t>(text: &'t str, words: &[&str]) -> Option<&'t str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// The unit that a text begins with, and what is behind it: `元、人` is 元 and `、人`.
fn leading(folded: &str) -> Option<(Money, &str)> {
    let mut rest = folded;
    let mut renminbi = false;
    while let Some(after) = prefix(rest, &RENMINBI).or_else(|| rest.strip_prefix([':', '('])) {
        renminbi = true;
        rest = after;
    }
    if let Some(after) = prefix(rest, &FOREIGN) {
        return Some((Money::Foreign, after));
    }
    if let Some((word, power)) = UNITS.iter().find(|(word, _)| rest.starts_with(word)) {
        let after = rest.strip_prefix(word)?;
        if let Some(after) = prefix(after, &FOREIGN) {
            return Some((Money::Foreign, after));
        }
        return Some((Money::Yuan(*power), after));
    }
    (renminbi && rest.len() < folded.len()).then_some((Money::Renminbi, rest))
}

/// The unit's name.
pub(crate) fn name(power: i8) -> &'static str {
    match power {
        0 => "元",
        2 => "百元",
        3 => "千元",
        4 => "万元",
        5 => "十万元",
        6 => "百万元",
        7 => "千万元",
        _ => "亿元",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_known_in_every_usual_wording() {
        for (words, power) in [
            ("元", 0),
            ("（元）", 0),
            ("人民币元", 0),
            ("人民币：元", 0),
            ("RMB 元", 0),
            ("元整", 0),
            ("千元", 3),
            ("仟元", 3),
            ("RMB'000", 3),
            ("RMB thousand", 3),
            ("万元", 4),
            ("人民币万元", 4),
            ("万元人民币", 4),
            ("单位：万元", 4),
            ("百万元", 6),
            ("CNY million", 6),
            ("千万元", 7),
            ("亿元", 8),
            ("亿", 8),
            ("金额单位：人民币亿元", 8),
            ("以千元计", 3),
            ("￥元", 0),
        ] {
            assert_eq!(money(words), Some(Money::Yuan(power)), "{words}");
        }
        for words in ["美元", "万美元", "USD", "US$'000", "港币", "$", "€"] {
            assert!(matches!(money(words), Some(Money::Foreign) | None), "{words}");
        }
        assert_eq!(money("人民币"), Some(Money::Renminbi));
        for words in ["人", "三元区", "元素", "公司", "", "单位"] {
            assert_eq!(money(words), None, "{words}");
        }
    }
}
