//! Proof of work: a speed bump that the server may ask for.
//!
//! The work is an eight-byte number such that SHA-256 over the salt of
//! [`WorkRules`](crate::WorkRules) as text, the report's id (16 bytes) and the number (8 bytes, big
//! endian) starts with the stated count of zero bits. It travels in a header, because the report
//! has one fixed form.

/// The request header of the work, in lower case.
pub const WORK_HEADER: &str = "zjtx-work";

/// The header's value: this many hexadecimal digits in lower case.
pub const WORK_LENGTH: usize = 16;
