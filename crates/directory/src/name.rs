//! Names of firms as lists write them, and as one.

/// A firm's name in its one form: full-width brackets, half-width letters and digits, no white space.
pub fn normal(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace() && *c != '\u{FEFF}').map(one).collect()
}

fn one(c: char) -> char {
    match c {
        '(' | '﹙' | '[' | '【' | '〔' => '（',
        ')' | '﹚' | ']' | '】' | '〕' => '）',
        '（' | '）' => c,
        '．' | '・' | '•' | '‧' => '·',
        '！'..='～' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        c => c,
    }
}

/// Characters of a name that readers leave out or write otherwise: they are passed over in a search.
pub(crate) const fn is_passed_over(c: char) -> bool {
    matches!(c, '（' | '）' | '·' | '-' | '－')
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn one_firm_has_one_name() {
        for written in ["甲（广州）科技有限公司", "甲(广州)科技有限公司", " 甲（ 广州）科技　有限公司"]
        {
            assert_eq!(normal(written), "甲（广州）科技有限公司");
        }
        assert_eq!(normal("ＡＢ１２科技"), "AB12科技");
    }
}
