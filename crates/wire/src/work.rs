//! Proof of work: a speed bump that the server may ask for.
//!
//! The work is an eight-byte number such that SHA-256 over the salt of [`WorkRules`] as text, the
//! report's id (16 bytes) and the number (8 bytes, big endian) starts with the stated count of zero
//! bits. It travels in a header, because the report has one fixed form.

#[cfg(feature = "work")]
use sha2::{Digest, Sha256};

#[cfg(feature = "work")]
use crate::{ReportId, WorkRules};

/// The request header of the work, in lower case.
pub const WORK_HEADER: &str = "zjtx-work";

/// The header's value: this many hexadecimal digits in lower case.
pub const WORK_LENGTH: usize = 16;

#[cfg(feature = "work")]
impl WorkRules {
    /// The header's value for a report. The effort doubles with every bit.
    pub fn find(&self, id: &ReportId) -> String {
        let number = (0..u64::MAX).find(|number| self.leading_zeros(id, *number) >= self.bits);
        format!("{:016x}", number.unwrap_or(u64::MAX))
    }

    /// Whether a header's value is the work for a report.
    pub fn accepts(&self, id: &ReportId, digits: &str) -> bool {
        let number = (digits.len() == WORK_LENGTH).then(|| u64::from_str_radix(digits, 16).ok()).flatten();
        number.is_some_and(|number| self.leading_zeros(id, number) >= self.bits)
    }

    fn leading_zeros(&self, id: &ReportId, number: u64) -> u32 {
        let digest = Sha256::new()
            .chain_update(&self.salt)
            .chain_update(id.as_bytes())
            .chain_update(number.to_be_bytes())
            .finalize();
        let zeros = digest.iter().take_while(|byte| **byte == 0).count();
        8 * zeros as u32 + digest.get(zeros).map_or(0, |byte| byte.leading_zeros())
    }
}

#[cfg(all(test, feature = "work"))]
mod tests {
    use super::{ReportId, WorkRules};

    #[test]
    fn what_is_found_is_accepted_for_that_report_alone() {
        let rules = WorkRules { salt: "salt".to_owned(), bits: 12 };
        let [one, other] = [1, 2].map(|byte| ReportId::from_bytes([byte; 16]));
        let digits = rules.find(&one);
        assert!(rules.accepts(&one, &digits));
        assert!(!rules.accepts(&other, &digits));
        for wrong in ["", "0", "+00000000000000f", "zzzzzzzzzzzzzzzz"] {
            assert!(!rules.accepts(&one, wrong), "{wrong}");
        }
    }
}
