//! Decimal numbers moved by powers of ten, digit by digit: nothing is rounded.

/// A plain decimal times a power of ten; `None` where the text is no plain decimal.
pub(crate) fn shift(decimal: &str, power: i8) -> Option<String> {
    let (sign, digits) = match decimal.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", decimal),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(fraction) || digits.is_empty() || whole.len() + fraction.len() == 0 {
        return None;
    }
    let all: String = format!("{whole}{fraction}");
    let point = i64::try_from(whole.len()).ok()? + i64::from(power);
    let padded = match usize::try_from(-point) {
        Ok(zeros) => format!("{}{all}", "0".repeat(zeros)),
        Err(_) => all,
    };
    let point = usize::try_from(point.max(0)).ok()?;
    let padded = format!("{padded:0<point$}");
    let (whole, fraction) = padded.split_at(point);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{whole}{point}{fraction}"))
}

#[cfg(test)]
mod tests {
    use super::shift;

    #[test]
    fn the_point_moves_and_no_digit_is_lost() {
        for (text, power, moved) in [
            ("12000", 3, "12000000"),
            ("12.345", 2, "1234.5"),
            ("0.125", 2, "12.5"),
            ("-0.5", 4, "-5000"),
            ("12345678", -4, "1234.5678"),
            ("5", -4, "0.0005"),
            ("0", 8, "0"),
            ("007.50", 0, "7.5"),
            (".5", 1, "5"),
            ("5.", 1, "50"),
        ] {
            assert_eq!(shift(text, power).as_deref(), Some(moved), "{text}");
        }
        for text in ["", "-", ".", "1e5", "1,000", "甲"] {
            assert_eq!(shift(text, 1), None, "{text}");
        }
    }
}
