//! Unified social credit codes 「统一社会信用代码」 (GB 32100): their form and their two check characters.

use thiserror::Error;

/// Characters of a code, by their value.
const CHARACTERS: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Characters of the organisation's part, by their value.
const LETTERS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// Weights of the organisation's eight characters.
const WEIGHTS: [usize; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CodeError {
    /// Not eighteen of its characters.
    #[error("应为 18 位数字和大写字母（不含 I、O、S、V、Z）")]
    Form,
    /// A check character that does not fit: a slip of the pen.
    #[error("校验位不符，请核对是否写错")]
    Check,
}

/// Whether a code is one, by form and check characters.
///
/// # Errors
/// What is wrong with it.
pub fn check(code: &str) -> Result<[u8; 18], CodeError> {
    let code: [u8; 18] = code.as_bytes().try_into().map_err(|_| CodeError::Form)?;
    if code.iter().any(|byte| !CHARACTERS.contains(byte)) {
        return Err(CodeError::Form);
    }
    if code[17] != last(&code) || !has_organisation(&code) {
        return Err(CodeError::Check);
    }
    Ok(code)
}

/// The eighteenth character that the first seventeen ask for.
pub(crate) fn last(code: &[u8; 18]) -> u8 {
    let (mut sum, mut weight) = (0, 1);
    for byte in &code[..17] {
        sum += CHARACTERS.iter().position(|known| known == byte).unwrap_or(0) * weight;
        weight = weight * 3 % 31;
    }
    CHARACTERS[(31 - sum % 31) % 31]
}

/// The ninth character that the organisation's eight ask for.
pub(crate) fn organisation(body: &[u8]) -> u8 {
    let values = body.iter().map(|byte| LETTERS.iter().position(|known| known == byte).unwrap_or(0));
    let sum: usize = values.zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        digit => LETTERS[digit],
    }
}

fn has_organisation(code: &[u8; 18]) -> bool {
    code[16] == organisation(&code[8..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_characters_find_slips() {
        // Made up: an organisation 12345678 with its check characters.
        let mut code = *b"91440101123456780?";
        code[16] = organisation(&code[8..16]);
        code[17] = last(&code);
        let good = std::str::from_utf8(&code).expect("ASCII");
        assert_eq!(check(good), Ok(code));
        for at in 0..18 {
            let mut slipped = code;
            slipped[at] = if code[at] == b'7' { b'1' } else { b'7' };
            let text = std::str::from_utf8(&slipped).expect("ASCII");
            assert_eq!(check(text), Err(CodeError::Check), "{text}");
        }
        for text in ["", "9144", "91440101MA5O00000X", "91440101ma59x0000x"] {
            assert_eq!(check(text), Err(CodeError::Form), "{text}");
        }
    }
}
