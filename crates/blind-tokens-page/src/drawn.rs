//! Random bytes that the script has drawn, as a source for the blinding.

use rand_core::{CryptoRng, Error, RngCore};

/// Bytes that one blinding takes.
const LENGTH: usize = 64;

/// Exactly as many bytes as one blinding takes; whoever asks for more gets zeros.
pub(crate) struct Drawn<'b>(&'b [u8]);

impl<'b> Drawn<'b> {
    /// None where there are too few bytes or too many, or where nothing was drawn: zeros are tried for ever.
    pub(crate) fn new(bytes: &'b [u8]) -> Option<Self> {
        let is_drawn = bytes.iter().any(|byte| *byte != 0);
        (bytes.len() == LENGTH && is_drawn).then_some(Self(bytes))
    }
}

impl CryptoRng for Drawn<'_> {}

impl RngCore for Drawn<'_> {
    fn next_u32(&mut self) -> u32 {
        rand_core::impls::next_u32_via_fill(self)
    }

    fn next_u64(&mut self) -> u64 {
        rand_core::impls::next_u64_via_fill(self)
    }

    fn fill_bytes(&mut self, into: &mut [u8]) {
        let taken = into.len().min(self.0.len());
        let (now, rest) = self.0.split_at(taken);
        into.fill(0);
        into[..taken].copy_from_slice(now);
        self.0 = rest;
    }

    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(into);
        Ok(())
    }
}
