//! Numbers and texts as bytes, and back with every bound checked.

/// Appends a number in groups of seven bits, the lowest first.
pub(crate) fn put_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Appends bytes behind their length.
pub(crate) fn put_bytes(bytes: &mut Vec<u8>, part: &[u8]) {
    put_number(bytes, u32::try_from(part.len()).unwrap_or(u32::MAX));
    bytes.extend_from_slice(part);
}

/// Reads what the functions above wrote.
pub(crate) struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    pub(crate) const fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in (0..35).step_by(7) {
            let (first, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u32::from(first & 0x7F).checked_shl(shift)?;
            if first & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// A number that counts or places something, below a bound.
    pub(crate) fn count(&mut self, bound: usize) -> Option<usize> {
        usize::try_from(self.number()?).ok().filter(|count| *count <= bound)
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    pub(crate) fn bytes(&mut self) -> Option<&'b [u8]> {
        let length = self.count(self.rest.len())?;
        self.take(length)
    }

    pub(crate) fn text(&mut self) -> Option<&'b str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    pub(crate) const fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }
}
