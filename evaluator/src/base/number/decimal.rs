//! Decimal text to millionths and back, without rounding.

/// Millionths in one.
pub const MILLION: i64 = 1_000_000;

/// Why a text is not a number that can be kept exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not a plain decimal.
    NotANumber,
    /// More decimals than millionths can hold.
    TooFine,
    /// Beyond any bound a quantity has.
    TooLarge,
}

/// Reads `-12.5` times ten to the `exponent` as millionths, exactly.
///
/// # Errors
/// When the text is no plain decimal or cannot be kept exactly in an `i64` of millionths.
pub fn parse_micros(text: &str, exponent: i32) -> Result<i64, DecimalError> {
    if let Some(short) = short_whole(text).filter(|_| exponent == 0) {
        return Ok(short.wrapping_mul(MILLION));
    }
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = !whole.is_empty()
        && (!digits.contains('.') || !decimals.is_empty())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && !decimals.contains('.');
    if !plain {
        return Err(DecimalError::NotANumber);
    }
    let magnitude = shifted(whole, decimals.trim_end_matches('0'), exponent.saturating_add(6))?;
    Ok(if negative { magnitude.saturating_neg() } else { magnitude })
}

/// A whole number of up to twelve digits, as most are: its millionths fit into 63 bits.
fn short_whole(text: &str) -> Option<i64> {
    if !(1..=12).contains(&text.len()) {
        return None;
    }
    let mut digits = text.bytes().map(|byte| byte.is_ascii_digit().then(|| i64::from(byte & 0xf)));
    digits.try_fold(0_i64, |whole, digit| Some(whole.wrapping_mul(10).wrapping_add(digit?)))
}

/// `whole.decimals` times ten to the `exponent`, which must come out whole.
fn shifted(whole: &str, decimals: &str, exponent: i32) -> Result<i64, DecimalError> {
    let digits = || whole.bytes().chain(decimals.bytes());
    let is_zero = |digit: u8| digit == b'0';
    if digits().all(is_zero) {
        return Ok(0);
    }
    let fine = i32::try_from(decimals.len()).map_err(|_| DecimalError::TooFine)?;
    let zeros = exponent.saturating_sub(fine);
    let count = |number: i32| usize::try_from(number).unwrap_or(0);
    let (added, dropped) = (count(zeros), count(zeros.saturating_neg()));
    if !digits().rev().take(dropped).all(is_zero) {
        return Err(DecimalError::TooFine);
    }
    let kept = whole.len().saturating_add(decimals.len()).saturating_sub(dropped);
    let digits = digits().take(kept).chain(std::iter::repeat_n(b'0', added));
    let mut values = digits.map(|digit| i64::from(digit & 0xf));
    let whole = values.try_fold(0_i64, |whole, digit| whole.checked_mul(10)?.checked_add(digit));
    whole.ok_or(DecimalError::TooLarge)
}

/// Canonical decimal text of millionths: `12.5`, `-0.01`, `79`.
pub fn format_micros(micros: i128) -> String {
    let sign = if micros < 0 { "-" } else { "" };
    let magnitude = micros.unsigned_abs();
    let million = u128::from(MILLION.unsigned_abs());
    let whole = magnitude.checked_div(million).unwrap_or(0);
    let rest = magnitude.checked_rem(million).unwrap_or(0);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let decimals = format!("{rest:06}");
    format!("{sign}{whole}.{}", decimals.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_millionths_agree() {
        for (text, micros) in [("0", 0), ("1200", 1_200_000_000), ("0.000001", 1), ("-3.5", -3_500_000)] {
            assert_eq!(parse_micros(text, 0), Ok(micros));
            assert_eq!(format_micros(i128::from(micros)), text);
        }
        assert_eq!(parse_micros("007.50", 0), Ok(7_500_000));
        assert_eq!(parse_micros("999999999999", 0), Ok(999_999_999_999_000_000));
        assert_eq!(parse_micros("9223372036854.775807", 0), Ok(i64::MAX));
        assert_eq!(parse_micros("86000000", -4), parse_micros("8600", 0));
        assert_eq!(parse_micros("0.01", -4), Ok(1));
        assert_eq!(parse_micros("1.2", 4), parse_micros("12000", 0));
    }

    #[test]
    fn what_cannot_be_kept_is_refused() {
        assert_eq!(parse_micros("0.0000001", 0), Err(DecimalError::TooFine));
        assert_eq!(parse_micros("0.001", -4), Err(DecimalError::TooFine));
        assert_eq!(parse_micros("1000000000000000000000000000000", 0), Err(DecimalError::TooLarge));
        assert_eq!(parse_micros("9999999999999", 0), Err(DecimalError::TooLarge));
        for wrong in ["", "-", ".5", "5.", "1.2.3", "1e3", "NaN", "1 2", "--1", "٣"] {
            assert_eq!(parse_micros(wrong, 0), Err(DecimalError::NotANumber), "{wrong}");
        }
    }
}
