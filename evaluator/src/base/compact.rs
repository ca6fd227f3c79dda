//! How values are written and read. Reading cannot fail half-way: what is not there reads as nothing
//! and is remembered, so that no step needs a way out of its own. That is what keeps it small, a third
//! of what a serializer with errors takes in the page.

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

    /// Which of so many variants comes.
    pub(crate) fn variant(&mut self, count: usize) -> u8 {
        let variant = u8::read(self);
        if usize::from(variant) < count {
            return variant;
        }
        self.is_wrong = true;
        0
    }

    fn length(&mut self) -> usize {
        usize::from(u16::read(self))
    }
}

fn write_length(length: usize, out: &mut Vec<u8>) {
    u16::try_from(length).unwrap_or(u16::MAX).write(out);
}

/// A value that a compact rulebook is made of.
pub(crate) trait Compact: Sized {
    /// Appends it.
    fn write(&self, out: &mut Vec<u8>);

    /// Reads it.
    fn read(from: &mut Reader<'_>) -> Self;
}

/// Makes a type [`Compact`] by naming its fields or variants once more; a forgotten one does not compile.
macro_rules! compact {
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
                let mut variant = 0_u8;
                $(
                    if let Self::$variant $(($inner))? $({ $($field),* })? = self {
                        out.push(variant);
                        $($crate::base::compact::Compact::write($inner, out);)?
                        $($($crate::base::compact::Compact::write($field, out);)*)?
                    }
                    variant = variant.wrapping_add(1);
                )*
                let _ = variant;
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

/// A value that is carried along as its bytes, so that a program that never opens it has no need of what
/// reads it.
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
