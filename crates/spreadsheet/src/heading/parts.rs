//! A heading taken apart: the name, the year and the unit of `研发费用（万元） 2025年`.

use super::When;

/// The parts of a heading.
pub(super) struct Parts {
    /// Name without white space, signs, year and unit.
    pub(super) name: String,
    /// The year, if one is said.
    pub(super) when: When,
    /// The unit in brackets, as the evaluator's reader knows it.
    pub(super) unit: &'static str,
}

/// Units that stand in brackets, and the suffix that says the same behind a number.
const UNITS: [(&str, &str); 13] = [
    ("万元", "万元"),
    ("亿元", "亿元"),
    ("元", "元"),
    ("人民币万元", "万元"),
    ("万", "万元"),
    ("%", "%"),
    ("分", "分"),
    ("年", "年"),
    ("项", "项"),
    ("人", "人"),
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

/// Takes a heading apart; `None` where it names a unit that is not known.
pub(super) fn parts(heading: &str) -> Option<Parts> {
    let plain = plain(heading);
    let (rest, unit) = without_unit(&plain)?;
    let (rest, when) = without_year(&rest);
    Some(Parts { name: core(&rest), when, unit })
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
    heading.chars().filter(|c| !c.is_whitespace()).map(half_width).collect()
}

fn half_width(c: char) -> char {
    match c {
        '！'..='～' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        '【' | '〔' | '[' => '(',
        '】' | '〕' | ']' => ')',
        c => c,
    }
}

/// The heading without the unit in brackets; `None` for money in a unit that is not known.
fn without_unit(heading: &str) -> Option<(String, &'static str)> {
    let mut rest = heading.to_owned();
    let mut unit = "";
    for (from, _) in heading.match_indices('(').rev() {
        let Some(inside) = rest.get(from + 1..).and_then(|tail| tail.split(')').next()) else { continue };
        let word = inside.trim_start_matches("单位").trim_start_matches([':', '-']).to_owned();
        let to = (from + inside.len() + 2).min(rest.len());
        match UNITS.iter().find(|(name, _)| *name == word) {
            Some((_, suffix)) => unit = suffix,
            None if word.ends_with('元') => return None,
            None => continue,
        }
        rest.replace_range(from..to, "");
    }
    Some((rest, unit))
}

/// The heading without its year, and the year.
fn without_year(heading: &str) -> (String, When) {
    if let Some((from, year)) = four_digits(heading) {
        let (before, after) = (&heading[..from], &heading[from + 4..]);
        let after = ["年12月31日", "-12-31", "年度", "年末", "年底", "年"]
            .iter()
            .find_map(|word| after.strip_prefix(word))
            .unwrap_or(after);
        let before = before.trim_end_matches("截至").trim_end_matches("截止");
        return (format!("{before}{after}"), When::Year(year));
    }
    let found = RELATIVE.iter().find(|(word, _)| heading.contains(word));
    found.map_or((heading.to_owned(), When::Unsaid), |(word, back)| {
        (heading.replacen(word, "", 1), When::Back(*back))
    })
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

    #[test]
    fn name_year_and_unit_are_told_apart() {
        for (heading, name, when, unit) in [
            ("研发费用（万元） 2025年", "研发费用", When::Year(2025), "万元"),
            ("２０２５年度 研发费用【单位：元】", "研发费用", When::Year(2025), "元"),
            ("rd_expense_2025", "rdexpense", When::Year(2025), ""),
            ("上年度营业收入", "营业收入", When::Back(0), ""),
            ("资产总额2024年末(亿元)", "资产总额", When::Year(2024), "亿元"),
            ("新增股权融资（合格机构投资者实缴额）", "新增股权融资合格机构投资者实缴额", When::Unsaid, ""),
            ("近三年科技奖励", "近三年科技奖励", When::Unsaid, ""),
        ] {
            let parts = parts(heading).expect("a heading");
            assert_eq!((parts.name.as_str(), parts.when, parts.unit), (name, when, unit), "{heading}");
        }
    }

    #[test]
    fn money_in_an_unknown_unit_is_not_guessed() {
        assert!(parts("研发费用（千元）").is_none());
        assert!(parts("研发费用（美元）").is_none());
    }

    #[test]
    fn a_year_may_stand_alone() {
        assert!(year_alone("2025年") && year_alone("2025") && year_alone("上年度"));
        assert!(!year_alone("2025年研发费用") && !year_alone("研发费用"));
    }
}
