//! Section 1: exact numbers, their literals and their canonical writing.

use num_rational::BigRational;

/// A whole number as a fraction.
pub(crate) fn whole(number: i64) -> BigRational {
    BigRational::from_integer(number.into())
}

/// An optional minus, ASCII digits, an optional point with digits.
pub(crate) fn decimal(text: &str) -> Option<BigRational> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let numeric = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some((integer, fraction)) = digits.split_once('.') else {
        return text.parse().ok().filter(|_| numeric(digits)).map(BigRational::from_integer);
    };
    if !numeric(integer) || !numeric(fraction) {
        return None;
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    let scale = "0".repeat(fraction.len());
    format!("{sign}{integer}{fraction}/1{scale}").parse().ok()
}

/// A literal with its unit: money in 万元, percent as the fraction it means, everything else as it stands.
pub(crate) fn literal(text: &str) -> Result<BigRational, String> {
    let unit_at =
        text.find(|sign: char| !sign.is_ascii_digit() && sign != '-' && sign != '.').unwrap_or(text.len());
    let (digits, unit) = text.split_at(unit_at);
    let number = decimal(digits).ok_or_else(|| format!("字面量「{text}」不是数"))?;
    match unit {
        "万元" | "分" | "年" | "项" | "人" | "名" | "天" => Ok(number),
        "亿元" => Ok(number * whole(10_000)),
        "%" => Ok(number / whole(100)),
        _ => Err(format!("字面量「{text}」的单位不在语言之内")),
    }
}

/// Points as least and most: `7分`, or a span `7–8分` where experts give them.
pub(crate) fn points_span(text: &str) -> Result<(BigRational, BigRational), String> {
    match text.split_once('–') {
        None => literal(text).map(|points| (points.clone(), points)),
        Some((least, most)) => Ok((literal(&format!("{least}分"))?, literal(most)?)),
    }
}

/// The shortest decimal string of a multiple of a millionth: `79`, `2.5`, `-0.25`.
pub(crate) fn canonical(number: &BigRational) -> String {
    let millionths = (number * whole(1_000_000)).to_integer().to_string();
    let (sign, digits) = match millionths.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", millionths.as_str()),
    };
    let padded = format!("{digits:0>7}");
    let (integer, fraction) = padded.split_at(padded.len() - 6);
    let joined = format!("{sign}{integer}.{fraction}");
    joined.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{canonical, decimal, literal, whole};

    #[test]
    fn a_decimal_is_digits_with_an_optional_minus_and_point() {
        assert_eq!(decimal("8600.50"), Some(whole(17_201) / whole(2)));
        assert_eq!(decimal("-0.25"), Some(whole(-1) / whole(4)));
        for wrong in ["", "-", "+5", ".5", "5.", "1e3", "1,000", "５", " 5", "NaN", "--1"] {
            assert_eq!(decimal(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_literal_is_read_in_its_unit() {
        assert_eq!(literal("1亿元"), literal("10000万元"));
        assert_eq!(literal("3%"), Ok(whole(3) / whole(100)));
        assert_eq!(literal("60分"), Ok(whole(60)));
        assert!(literal("60").is_err());
        assert!(literal("60里").is_err());
    }

    #[test]
    fn a_number_is_written_in_its_shortest_form() {
        for text in ["0", "79", "2.5", "100", "-0.25", "0.000001"] {
            assert_eq!(decimal(text).as_ref().map(canonical).as_deref(), Some(text));
        }
        assert_eq!(canonical(&(whole(50) / whole(20))), "2.5");
    }
}
