//! Sixteen bytes as 22 characters of base64url, without padding.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The length of the text.
pub(crate) const LENGTH: usize = 22;

/// The first 21 characters carry six bits each, the last one the remaining two.
const BITS_OF_LAST: u32 = 2;

pub(crate) fn encode(bytes: [u8; 16]) -> String {
    let number = u128::from_be_bytes(bytes);
    let character = |sextet: u128| char::from(ALPHABET[(sextet & 63) as usize]);
    let mut text: String =
        (1..LENGTH as u32).map(|place| character(number >> (u128::BITS - 6 * place))).collect();
    text.push(character((number << (6 - BITS_OF_LAST)) & 63));
    text
}

/// `None` for any text that [`encode`] does not give, so that no number has two spellings.
pub(crate) fn decode(text: &str) -> Option<[u8; 16]> {
    let (last, first) = text.as_bytes().split_last()?;
    if text.len() != LENGTH {
        return None;
    }
    let mut number: u128 = 0;
    for character in first {
        number = number << 6 | sextet(*character)?;
    }
    number = number << BITS_OF_LAST | sextet(*last)? >> (6 - BITS_OF_LAST);
    let bytes = number.to_be_bytes();
    (encode(bytes) == text).then_some(bytes)
}

fn sextet(character: u8) -> Option<u128> {
    ALPHABET.iter().position(|letter| *letter == character).map(|place| place as u128)
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn known_texts() {
        assert_eq!(encode([0; 16]), "AAAAAAAAAAAAAAAAAAAAAA");
        assert_eq!(encode([255; 16]), "_____________________w");
        assert_eq!(encode(*b"0123456789abcdef"), "MDEyMzQ1Njc4OWFiY2RlZg");
    }

    #[test]
    fn every_bit_survives() {
        for bit in 0..128 {
            let bytes = (1_u128 << bit).to_be_bytes();
            assert_eq!(decode(&encode(bytes)), Some(bytes), "bit {bit}");
        }
    }

    #[test]
    fn one_number_has_one_spelling() {
        for text in ["", "AAAA", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAA+"]
        {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
