//! The module's exports, and the room in its memory where script and program lay bytes for each other. All that goes
//! between them otherwise is numbers, so that no glue has to be loaded and nothing is allocated.

#![expect(unsafe_code, reason = "the script finds exports by their plain names")]

use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// Bytes of the room; the longest that is laid there are the keys of five weeks, some 400.
const SIZE: usize = 1024;

/// Says that there is no answer.
const NONE: i32 = -1;

static ROOM: [AtomicU8; SIZE] = [const { AtomicU8::new(0) }; SIZE];

/// Where the room begins in the memory.
#[unsafe(no_mangle)]
pub extern "C" fn room() -> usize {
    ROOM.as_ptr().addr()
}

/// Bytes of the room.
#[unsafe(no_mangle)]
pub extern "C" fn size() -> usize {
    SIZE
}

/// Blinds the number whose random bytes are the first `length` of the room.
#[unsafe(no_mangle)]
pub extern "C" fn blind(length: usize) -> i32 {
    answer(length, crate::blind)
}

/// Makes the token of the first `length` bytes of the room.
#[unsafe(no_mangle)]
pub extern "C" fn finish(length: usize) -> i32 {
    answer(length, crate::finish)
}

/// Checks the signature in the first `length` bytes of the room.
#[unsafe(no_mangle)]
pub extern "C" fn verify(length: usize) -> i32 {
    answer(length, crate::verify)
}

/// Lays into the room what the work makes of the first bytes there; returns the answer's length, [`NONE`] where
/// there is none.
fn answer<const LENGTH: usize>(length: usize, work: impl FnOnce(&[u8]) -> Option<[u8; LENGTH]>) -> i32 {
    let mut given = [0; SIZE];
    for (byte, place) in given.iter_mut().zip(&ROOM) {
        *byte = place.load(Relaxed);
    }
    let Some(answer) = given.get(..length).and_then(work) else { return NONE };
    for (byte, place) in answer.iter().zip(&ROOM) {
        place.store(*byte, Relaxed);
    }
    i32::try_from(LENGTH).unwrap_or(NONE)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering::Relaxed;

    use super::{NONE, ROOM, SIZE, answer};

    #[test]
    fn an_answer_stands_where_the_question_stood() {
        for (place, byte) in ROOM.iter().zip(1..=4) {
            place.store(byte, Relaxed);
        }
        let turned = |given: &[u8]| Some([given[1], given[0]]);
        assert_eq!(answer(2, turned), 2);
        let now: Vec<u8> = ROOM[..4].iter().map(|place| place.load(Relaxed)).collect();
        assert_eq!(now, [2, 1, 3, 4]);
        assert_eq!(answer(SIZE + 1, turned), NONE, "more than there is room for");
        assert_eq!(answer(2, |_| None::<[u8; 1]>), NONE);
    }
}
