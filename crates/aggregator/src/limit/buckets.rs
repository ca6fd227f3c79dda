//! Many buckets in a table of fixed size.

use super::bucket::{Bucket, Empty, Rate};

/// How many places a key may be kept at.
const WAYS: usize = 8;

#[derive(Clone, Copy, Default)]
struct Slot {
    key: u64,
    bucket: Bucket,
}

/// Buckets by key. The table never grows: a key takes the place of a bucket that is full again, and
/// where there is none it shares one bucket with all others that find no place. So a flood of
/// addresses neither fills the memory nor empties anyone's bucket.
pub struct Buckets {
    slots: Box<[Slot]>,
    shared: Bucket,
    rate: Rate,
}

impl Buckets {
    /// A table of at least `entries` places.
    pub fn new(entries: usize, rate: Rate) -> Self {
        let sets = entries.div_ceil(WAYS).next_power_of_two();
        Self { slots: vec![Slot::default(); sets * WAYS].into_boxed_slice(), shared: Bucket::default(), rate }
    }

    /// Forgets every key.
    pub fn clear(&mut self) {
        self.slots.fill(Slot::default());
        self.shared = Bucket::default();
    }

    /// Takes one request out of the key's bucket; returns how many are out of it now.
    ///
    /// # Errors
    /// When the bucket is empty; nothing is taken then.
    pub fn charge(&mut self, key: u64, now_ms: u64) -> Result<u32, Empty> {
        let rate = self.rate;
        self.bucket_mut(key, now_ms).charge(rate, now_ms)
    }

    /// Seconds until the key's next request is allowed; `None` when it is allowed now.
    pub fn wait(&self, key: u64, now_ms: u64) -> Option<u32> {
        let own = self.slots[self.set(key)].iter().find(|slot| slot.key == key);
        own.and_then(|slot| slot.bucket.wait(self.rate, now_ms))
    }

    /// How many keys have a bucket that is not full.
    pub fn entries(&self, now_ms: u64) -> usize {
        self.slots.iter().filter(|slot| !slot.bucket.is_full(self.rate, now_ms)).count()
    }

    /// Whether keys without a place share a bucket now.
    pub fn is_overcrowded(&self, now_ms: u64) -> bool {
        !self.shared.is_full(self.rate, now_ms)
    }

    /// The table's size in bytes.
    pub fn size(&self) -> usize {
        size_of_val(&*self.slots)
    }

    fn bucket_mut(&mut self, key: u64, now_ms: u64) -> &mut Bucket {
        let (set, rate) = (self.set(key), self.rate);
        let ways = &mut self.slots[set];
        let own = ways.iter().position(|slot| slot.key == key);
        let free = || ways.iter().position(|slot| slot.bucket.is_full(rate, now_ms));
        match own.or_else(free) {
            Some(place) => {
                ways[place].key = key;
                &mut ways[place].bucket
            }
            None => &mut self.shared,
        }
    }

    fn set(&self, key: u64) -> std::ops::Range<usize> {
        let sets = self.slots.len() / WAYS;
        let first = (key as usize % sets) * WAYS;
        first..first + WAYS
    }
}
