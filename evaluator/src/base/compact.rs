//! How checked values are written as bytes and read back.
//!
//! Reading never stops half-way: missing bytes read as zero and set an error flag, so callers need no early
//! return. That keeps it small: a third of what a serializer with errors takes in the page.

use std::{array, marker::PhantomData, sync::Arc};

/// Bytes that are being read.
pub(crate) struct Reader<'b> {
    bytes: &'b [u8],
    is_wrong: bool,
}

impl<'b> Reader<'b> {
    pub(crate) const fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, is_wrong: false }
    }

    /// Whether everything that was read was there, and nothing else.
    pub(crate) const fn is_done(&self) -> bool {
        self.bytes.is_empty() && !self.is_wrong
    }

    fn take(&mut self, count: usize) -> &'b [u8] {
        let Some((taken, rest)) = self.bytes.split_at_checked(count) else {
            self.is_wrong = true;
            return &[];
        };
        self.bytes = rest;
        taken
    }

    fn take_array<const N: usize>(&mut self) -> [u8; N] {
        self.take(N).try_into().unwrap_or([0; N])
    }

    /// The number of the next variant, of an enum with `count` of them.
    pub(crate) fn variant(&mut self, count: usize) -> u8 {
        let variant = u8::read(self);
        if usize::from(variant) < count {
            return variant;
        }
        self.is_wrong = true;
        0
    }

    /// A length, seven bits a byte, the lowest first; the highest bit says that more follow.
    fn length(&mut self) -> usize {
        let mut length = 0_usize;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = u8::read(self);
            length |= usize::from(byte & 0x7F).wrapping_shl(shift);
            if byte & 0x80 == 0 {
                return length;
            }
        }
        self.is_wrong = true;
        0
    }
}

fn write_length(mut length: usize, out: &mut Vec<u8>) {
    loop {
        let [low, ..] = length.to_le_bytes();
        length = length.wrapping_shr(7);
        if length == 0 {
            return out.push(low & 0x7F);
        }
        out.push(low | 0x80);
    }
}

/// Position of a variant in the list of its enum.
pub(crate) fn variant_of(variant: &str, variants: &[&str]) -> u8 {
    let position = variants.iter().position(|listed| *listed == variant);
    position.and_then(|position| u8::try_from(position).ok()).unwrap_or(u8::MAX)
}

/// A value that a compact rulebook is made of.
pub(crate) trait Compact: Sized {
    /// Appends the value's bytes.
    fn write(&self, out: &mut Vec<u8>);

    /// Reads what [`Compact::write`] wrote.
    fn read(from: &mut Reader<'_>) -> Self;
}

/// Makes a type [`Compact`] by naming its fields or variants once more. A forgotten field does not compile, for
/// the type is built of all of them; nor does a forgotten variant, for it is matched.
macro_rules! compact {
    (struct $name:ident) => {
        impl $crate::base::compact::Compact for $name {
            fn write(&self, _: &mut Vec<u8>) {}

            fn read(_: &mut $crate::base::compact::Reader<'_>) -> Self {
                Self
            }
        }
    };
    (struct $name:ident { $($field:ident),* $(,)? }) => {
        impl $crate::base::compact::Compact for $name {
            fn write(&self, out: &mut Vec<u8>) {
                $($crate::base::compact::Compact::write(&self.$field, out);)*
            }

            fn read(from: &mut $crate::base::compact::Reader<'_>) -> Self {
                Self { $($field: $crate::base::compact::Compact::read(from)),* }
            }
        }
    };
    (struct $name:ident(inner)) => {
        impl $crate::base::compact::Compact for $name {
            fn write(&self, out: &mut Vec<u8>) {
                $crate::base::compact::Compact::write(&self.0, out);
            }

            fn read(from: &mut $crate::base::compact::Reader<'_>) -> Self {
                Self($crate::base::compact::Compact::read(from))
            }
        }
    };
    (enum $name:ident { $($variant:ident $(($inner:ident))? $({ $($field:ident),* $(,)? })?),* $(,)? }) => {
        impl $crate::base::compact::Compact for $name {
            fn write(&self, out: &mut Vec<u8>) {
                let variants = [$(stringify!($variant)),*];
                match self {
                    $(Self::$variant $(($inner))? $({ $($field),* })? => {
                        out.push($crate::base::compact::variant_of(stringify!($variant), &variants));
                        $($crate::base::compact::Compact::write($inner, out);)?
                        $($($crate::base::compact::Compact::write($field, out);)*)?
                    })*
                }
            }

            fn read(from: &mut $crate::base::compact::Reader<'_>) -> Self {
                let mut variant = from.variant([$(stringify!($variant)),*].len());
                $(
                    if variant == 0 {
                        $(let $inner = $crate::base::compact::Compact::read(from);)?
                        $($(let $field = $crate::base::compact::Compact::read(from);)*)?
                        return Self::$variant $(($inner))? $({ $($field),* })?;
                    }
                    variant = variant.wrapping_sub(1);
                )*
                // There is no such variant: the reader gave one of those above.
                Self::read(from)
            }
        }
    };
}
pub(crate) use compact;

macro_rules! compact_number {
    ($($name:ident),*) => {
        $(impl Compact for $name {
            fn write(&self, out: &mut Vec<u8>) {
                out.extend_from_slice(&self.to_le_bytes());
            }

            fn read(from: &mut Reader<'_>) -> Self {
                Self::from_le_bytes(from.take_array())
            }
        })*
    };
}
compact_number!(u8, u16, u32, u64, i16, i64);

impl Compact for usize {
    fn write(&self, out: &mut Vec<u8>) {
        write_length(*self, out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        from.length()
    }
}

impl Compact for bool {
    fn write(&self, out: &mut Vec<u8>) {
        u8::from(*self).write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        u8::read(from) != 0
    }
}

impl Compact for String {
    fn write(&self, out: &mut Vec<u8>) {
        write_length(self.len(), out);
        out.extend_from_slice(self.as_bytes());
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let length = from.length();
        Self::from_utf8_lossy(from.take(length)).into_owned()
    }
}

impl<T: Compact> Compact for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        write_length(self.len(), out);
        self.iter().for_each(|item| item.write(out));
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let mut items = Self::new();
        for _ in 0..from.length() {
            if from.is_wrong {
                break;
            }
            items.push(T::read(from));
        }
        items
    }
}

/// A value carried along as its bytes. A program that never opens it needs no code to read it.
#[derive(Clone, Debug)]
pub(crate) struct Sealed<T> {
    bytes: Vec<u8>,
    value: PhantomData<T>,
}

impl<T: Compact> Sealed<T> {
    pub(crate) fn of(value: &T) -> Self {
        let mut bytes = Vec::new();
        value.write(&mut bytes);
        Self { bytes, value: PhantomData }
    }

    /// The value; `None` where the bytes are not of one.
    pub(crate) fn open(&self) -> Option<T> {
        let from = &mut Reader::new(&self.bytes);
        let value = T::read(from);
        from.is_done().then_some(value)
    }
}

impl<T> Compact for Sealed<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.bytes.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let length = from.length();
        Self { bytes: from.take(length).to_vec(), value: PhantomData }
    }
}

impl<T: Compact> Compact for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        self.is_some().write(out);
        self.iter().for_each(|item| item.write(out));
    }

    fn read(from: &mut Reader<'_>) -> Self {
        bool::read(from).then(|| T::read(from))
    }
}

impl<T: Compact> Compact for Box<T> {
    fn write(&self, out: &mut Vec<u8>) {
        T::write(self, out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self::new(T::read(from))
    }
}

impl<T: Compact> Compact for Arc<T> {
    fn write(&self, out: &mut Vec<u8>) {
        T::write(self, out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        Self::new(T::read(from))
    }
}

impl<A: Compact, B: Compact> Compact for (A, B) {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
        self.1.write(out);
    }

    fn read(from: &mut Reader<'_>) -> Self {
        let first = A::read(from);
        (first, B::read(from))
    }
}

impl<T: Compact, const N: usize> Compact for [T; N] {
    fn write(&self, out: &mut Vec<u8>) {
        self.iter().for_each(|item| item.write(out));
    }

    fn read(from: &mut Reader<'_>) -> Self {
        array::from_fn(|_| T::read(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Debug, PartialEq, Eq)]
    enum Answer {
        None,
        Text(String),
        Span { from: u16, to: Option<u16> },
    }

    compact!(enum Answer { None, Text(inner), Span { from, to } });

    fn written<T: Compact>(value: &T) -> Vec<u8> {
        let mut bytes = Vec::new();
        value.write(&mut bytes);
        bytes
    }

    fn read<T: Compact>(bytes: &[u8]) -> Option<T> {
        let from = &mut Reader::new(bytes);
        let value = T::read(from);
        from.is_done().then_some(value)
    }

    #[test]
    fn every_variant_is_read_as_it_was_written() {
        let answers = [
            Answer::None,
            Answer::Text("是".to_owned()),
            Answer::Span { from: 1, to: Some(2) },
            Answer::Span { from: 3, to: None },
        ];
        let answers = Vec::from(answers);
        assert_eq!(read(&written(&answers)), Some(answers));
    }

    #[test]
    fn lists_and_texts_of_any_length_are_read_as_they_were_written() {
        for length in [0, 1, 127, 128, 16_383, 16_384, 65_535, 65_536, 200_000] {
            let list: Vec<u16> = (0..=u16::MAX).cycle().take(length).collect();
            assert_eq!(read(&written(&list)), Some(list), "{length}");
            let text = "x".repeat(length);
            assert_eq!(read(&written(&text)), Some(text), "{length}");
        }
    }

    #[test]
    fn an_unknown_variant_and_an_endless_length_are_wrong() {
        assert_eq!(read::<Answer>(&[3]), None);
        assert_eq!(read::<Vec<u8>>(&[0xFF; 12]), None);
        assert_eq!(read::<String>(&[2, b'x']), None);
    }
}
