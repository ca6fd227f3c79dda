//! A heading taken apart: the name, the year and the unit of `研发费用（万元） 2025年`.

use super::{Unit, When};
use crate::{clean::half_width, unit::money};

/// The parts of a heading.
pub(super) struct Parts {
    /// Name without white space, signs, year and unit.
    pub(super) name: String,
    /// The year, if one is said.
    pub(super) when: When,
    /// The unit in brackets.
    pub(super) unit: Unit,
}

/// Units in brackets that are of no money, and the word that says the same behind a number.
const UNITS: [(&str, &str); 9] = [
    ("%", "%"),
    ("分", "分"),
    ("年", "年"),
    ("项", "项"),
    ("人", "人"),
    ("名", ""),
    ("件", "件"),
    ("个", "个"),
    ("名次", ""),
];

/// Words for the newest closed year and the one before it.
const RELATIVE: [(&str, u8); 8] = [
    ("上上年度", 1),
    ("上上年", 1),
    ("前年", 1),
    ("上一年度", 0),
    ("上年度", 0),
    ("上年末", 0),
    ("上年", 0),
    ("去年", 0),
];

/// Takes a heading apart.
pub(super) fn parts(heading: &str) -> Parts {
    let (rest, unit) = without_unit(&plain(heading));
    let (rest, when) = without_year(&rest);
    Parts { name: core(&rest), when, unit }
}

/// The year of a heading that says nothing else, such as `2025年`.
pub(crate) fn year_alone(heading: &str) -> bool {
    let (rest, when) = without_year(&plain(heading));
    when != When::Unsaid && core(&rest).is_empty()
}

/// Letters and digits of a name, in lower case.
pub(super) fn core(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Half-width forms, no white space.
fn plain(heading: &str) -> String {
    heading.chars().filter(|c| !c.is_whitespace()).map(|c| bracket(half_width(c))).collect()
}

const fn bracket(c: char) -> char {
    match c {
        '【' | '〔' | '[' | '<' | '《' => '(',
        '】' | '〕' | ']' | '>' | '》' => ')',
        c => c,
    }
}

/// The heading without the unit in brackets, and the unit; a year beside it stays.
fn without_unit(heading: &str) -> (String, Unit) {
    let mut rest = heading.to_owned();
    let mut unit = Unit::Unsaid;
    for (from, _) in heading.match_indices('(').rev() {
        let Some(inside) = rest.get(from + 1..).and_then(|tail| tail.split(')').next()) else { continue };
        let to = (from + inside.len() + 2).min(rest.len());
        let pieces: Vec<&str> = inside.split([',', '、', ';', '/']).collect();
        let Some(found) = pieces.iter().find_map(|piece| unit_of(piece)) else { continue };
        unit = found;
        let kept: String = pieces.into_iter().filter(|piece| unit_of(piece).is_none()).collect();
        rest.replace_range(from..to, &kept);
    }
    (rest, unit)
}

/// The unit that words in brackets are; `None` where they are none.
fn unit_of(words: &str) -> Option<Unit> {
    let word = words.trim_start_matches("单位").trim_start_matches([':', '-']);
    let other = UNITS.iter().find(|(name, _)| *name == word).map(|(_, suffix)| Unit::Word(suffix));
    let unknown = word.ends_with('元').then_some(Unit::Unknown);
    other.or_else(|| money(word).map(Unit::Money)).or(unknown)
}

/// The heading without its year, and the year.
fn without_year(heading: &str) -> (String, When) {
    if let Some((from, year)) = four_digits(heading) {
        let (before, after) = (&heading[..from], &heading[from + 4..]);
        let after = ["年12月31日", "年度", "年末", "年底", "年"]
            .iter()
            .find_map(|word| after.strip_prefix(word))
            .unwrap_or_else(|| without_day(after));
        let before = before.trim_end_matches("截至").trim_end_matches("截止");
        return (format!("{before}{after}"), When::Year(year));
    }
    let found = RELATIVE.iter().find(|(word, _)| heading.contains(word));
    found.map_or((heading.to_owned(), When::Unsaid), |(word, back)| {
        (heading.replacen(word, "", 1), When::Back(*back))
    })
}

/// What stands behind the month and day of a date: a heading may be a cell with one.
fn without_day(after: &str) -> &str {
    let is_day = |text: &str| {
        let mut bytes = text.bytes();
        (0..2).all(|_| {
            bytes.next() == Some(b'-') && bytes.by_ref().take(2).filter(u8::is_ascii_digit).count() == 2
        })
    };
    after.split_at_checked(6).filter(|(day, _)| is_day(day)).map_or(after, |(_, rest)| rest)
}

/// Position and value of a year that is not part of a longer number.
fn four_digits(heading: &str) -> Option<(usize, i16)> {
    let bytes = heading.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).find_map(|from| {
        let alone =
            (from == 0 || !is_digit(from - 1)) && (from..from + 4).all(is_digit) && !is_digit(from + 4);
        let year: i16 = heading.get(from..from + 4).filter(|_| alone)?.parse().ok()?;
        (1900..=2999).contains(&year).then_some((from, year))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::unit::Money;

    const fn yuan(power: i8) -> Unit {
        Unit::Money(Money::Yuan(power))
    }

    #[test]
    fn name_year_and_unit_are_told_apart() {
        for (heading, name, when, unit) in [
            ("研发费用（万元） 2025年", "研发费用", When::Year(2025), yuan(4)),
            ("２０２５年度 研发费用【单位：元】", "研发费用", When::Year(2025), yuan(0)),
            ("研发费用（千元）", "研发费用", When::Unsaid, yuan(3)),
            ("研发费用（2025年，人民币元）", "研发费用", When::Year(2025), yuan(0)),
            ("研发费用(RMB'000)2025", "研发费用", When::Year(2025), yuan(3)),
            ("rd_expense_2025", "rdexpense", When::Year(2025), Unit::Unsaid),
            ("上年度营业收入", "营业收入", When::Back(0), Unit::Unsaid),
            ("资产总额2024年末(亿元)", "资产总额", When::Year(2024), yuan(8)),
            ("资产总额 2024-12-31", "资产总额", When::Year(2024), Unit::Unsaid),
            ("占有率（%）", "占有率", When::Unsaid, Unit::Word("%")),
            (
                "新增股权融资（合格机构投资者实缴额）",
                "新增股权融资合格机构投资者实缴额",
                When::Unsaid,
                Unit::Unsaid,
            ),
            ("近三年科技奖励", "近三年科技奖励", When::Unsaid, Unit::Unsaid),
            ("研发费用（美元）", "研发费用", When::Unsaid, Unit::Money(Money::Foreign)),
            ("研发费用（金元）", "研发费用", When::Unsaid, Unit::Unknown),
        ] {
            let parts = parts(heading);
            assert_eq!((parts.name.as_str(), parts.when, parts.unit), (name, when, unit), "{heading}");
        }
    }

    #[test]
    fn a_year_may_stand_alone() {
        assert!(
            year_alone("2025年") && year_alone("2025") && year_alone("上年度") && year_alone("2025-12-31")
        );
        assert!(!year_alone("2025年研发费用") && !year_alone("研发费用"));
    }
}
