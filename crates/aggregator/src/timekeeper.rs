//! Which time to believe.
//!
//! A week that is closed by mistake cannot be opened again once it is released, so a clock is
//! believed only in bounded steps: while the program runs, its wall clock may not leap away from the
//! clock that nobody sets; after a pause it may not stand before the latest moment that was believed
//! in, nor far after it; and a database with a clock of its own must agree. Whatever the answer, an
//! operator can settle it (`clock accept`).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::calendar;
use crate::clock::Clock;
use crate::store::StoredClock;

/// The longest step of the wall clock that is believed while the program runs.
const STEP: SignedDuration = SignedDuration::from_hours(1);

/// The longest pause of the program after which its clock is believed: one closing may be due then,
/// never two.
pub const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(8 * 24);

/// Why no time is believed: reports are to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The clock stands far after the latest moment that was believed in.
    TooFarAhead,
    /// The database's clock shows another time.
    ClocksDiffer,
}

impl Doubt {
    /// What it is, and what to do, for the log.
    pub fn words(self) -> &'static str {
        match self {
            Self::TooFarAhead => {
                "the clock is more than 8 days past the last time the server knew: set it right, or confirm it with `clock accept`"
            }
            Self::ClocksDiffer => "the clocks of this machine and the database differ by more than 5 minutes",
        }
    }
}

/// Keeps the time that is believed.
pub struct Timekeeper {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    mark: Option<Timestamp>,
    settings: i64,
    /// The last moment that was believed in, by both clocks.
    anchor: Option<(Timestamp, Duration)>,
    /// How far the database's clock is from the believed time.
    skew: Option<SignedDuration>,
}

impl Timekeeper {
    /// Keeps the time of a clock.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, state: Mutex::new(State::default()) }
    }

    /// Takes in what the store remembers.
    pub fn learn(&self, stored: &StoredClock) {
        let (wall, running) = (self.clock.now(), self.clock.running());
        let is_shared = self.clock.is_the_machines();
        let mut state = self.state();
        if state.settings != stored.settings {
            state.anchor = None;
        }
        (state.mark, state.settings, state.skew) = (stored.high_water, stored.settings, None);
        let believed = state.believed(wall, running);
        state.skew = match (believed, stored.database) {
            (Ok(believed), Some(database)) if is_shared => Some(believed.duration_since(database)),
            _ => None,
        };
    }

    /// The time, when one is believed.
    ///
    /// # Errors
    /// When the clock is doubted; nothing may be counted or closed then.
    pub fn now(&self) -> Result<Timestamp, Doubt> {
        self.state().believed(self.clock.now(), self.clock.running())
    }

    /// The time as well as it is known, for what does no lasting harm.
    pub fn estimate(&self) -> Timestamp {
        self.now().unwrap_or_else(|_| self.state().mark.unwrap_or(Timestamp::UNIX_EPOCH))
    }

    /// Milliseconds since the program started.
    pub fn running_ms(&self) -> u64 {
        u64::try_from(self.clock.running().as_millis()).unwrap_or(u64::MAX)
    }

    /// How far the wall clock, or the database's, is from the time that is believed.
    pub fn skew(&self) -> SignedDuration {
        let wall = self.clock.now().duration_since(self.estimate());
        let database = self.state().skew.unwrap_or_default();
        if wall.abs() > database.abs() { wall } else { database }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn believed(&mut self, wall: Timestamp, running: Duration) -> Result<Timestamp, Doubt> {
        if self.skew.is_some_and(|skew| skew.abs() > calendar::TOLERANCE) {
            return Err(Doubt::ClocksDiffer);
        }
        let time = match self.anchor {
            Some(anchor) => followed(anchor, wall, running),
            None => self.first(wall)?,
        };
        if time == wall {
            self.anchor = Some((wall, running));
        }
        Ok(self.mark.map_or(time, |mark| mark.max(time)))
    }

    /// The first look of this run. A clock before the mark stands still until it has caught up.
    fn first(&self, wall: Timestamp) -> Result<Timestamp, Doubt> {
        let Some(mark) = self.mark else { return Ok(wall) };
        let latest = mark.saturating_add(LONGEST_PAUSE).unwrap_or(Timestamp::MAX);
        if wall > latest { Err(Doubt::TooFarAhead) } else { Ok(wall.max(mark)) }
    }
}

/// The wall clock, unless it has leapt: then the time goes on as if it had not.
fn followed(anchor: (Timestamp, Duration), wall: Timestamp, running: Duration) -> Timestamp {
    let passed = SignedDuration::try_from(running.saturating_sub(anchor.1)).unwrap_or(SignedDuration::MAX);
    let expected = anchor.0.saturating_add(passed).unwrap_or(Timestamp::MAX);
    if wall.duration_since(expected).abs() > STEP { expected } else { wall }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use jiff::{SignedDuration, Timestamp};

    use super::{Doubt, Timekeeper};
    use crate::clock::Clock;
    use crate::store::StoredClock;

    /// The wall clock's hours and the program's, from any start.
    struct Hours(Mutex<(i64, u64)>);

    fn at(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(500_000 + hours)
    }

    impl Clock for Hours {
        fn now(&self) -> Timestamp {
            at(self.0.lock().expect("the hours").0)
        }

        fn running(&self) -> Duration {
            Duration::from_secs(self.0.lock().expect("the hours").1 * 3_600)
        }

        fn is_the_machines(&self) -> bool {
            true
        }
    }

    fn started(wall: i64, mark: Option<i64>) -> (Arc<Hours>, Timekeeper) {
        let hours = Arc::new(Hours(Mutex::new((wall, 0))));
        let keeper = Timekeeper::new(Arc::clone(&hours) as _);
        keeper.learn(&StoredClock { high_water: mark.map(at), ..StoredClock::default() });
        (hours, keeper)
    }

    #[test]
    fn a_leap_of_a_running_clock_is_not_followed_there_nor_back() {
        let (hours, keeper) = started(0, Some(0));
        assert_eq!(keeper.now(), Ok(at(0)));
        for leap in [2, 24, 366 * 24, -3, -7 * 24] {
            *hours.0.lock().expect("the hours") = (1 + leap, 1);
            assert_eq!(keeper.now(), Ok(at(1)), "{leap}");
            assert_eq!(keeper.skew(), SignedDuration::from_hours(leap), "{leap}");
        }
        *hours.0.lock().expect("the hours") = (2, 2);
        assert_eq!((keeper.now(), keeper.skew()), (Ok(at(2)), SignedDuration::ZERO));
    }

    #[test]
    fn a_pause_is_believed_up_to_eight_days() {
        for (wall, expected) in [
            (0, Ok(at(0))),
            (8 * 24, Ok(at(8 * 24))),
            (8 * 24 + 1, Err(Doubt::TooFarAhead)),
            (366 * 24, Err(Doubt::TooFarAhead)),
            (-1, Ok(at(0))),
            (-7 * 24, Ok(at(0))),
        ] {
            assert_eq!(started(wall, Some(0)).1.now(), expected, "{wall}");
        }
        assert_eq!(started(366 * 24, None).1.now(), Ok(at(366 * 24)), "a new database knows no time");
    }

    #[test]
    fn doubt_ends_when_the_clock_is_set_right_or_an_operator_vouches_for_it() {
        let (hours, keeper) = started(366 * 24, Some(0));
        assert_eq!((keeper.now(), keeper.estimate()), (Err(Doubt::TooFarAhead), at(0)));
        keeper.learn(&StoredClock { high_water: Some(at(366 * 24)), settings: 1, ..StoredClock::default() });
        assert_eq!(keeper.now(), Ok(at(366 * 24)));
        *hours.0.lock().expect("the hours") = (1, 1);
        assert_eq!(keeper.now(), Ok(at(366 * 24 + 1)));
        keeper.learn(&StoredClock { high_water: Some(at(1)), settings: 2, ..StoredClock::default() });
        assert_eq!(keeper.now(), Ok(at(1)), "back again");
    }

    #[test]
    fn a_database_with_another_time_is_a_reason_to_wait() {
        let (_, keeper) = started(0, Some(0));
        let stored = |minutes| StoredClock {
            high_water: Some(at(0)),
            database: Some(at(0) + SignedDuration::from_mins(minutes)),
            ..StoredClock::default()
        };
        for (minutes, expected) in
            [(5, Ok(at(0))), (6, Err(Doubt::ClocksDiffer)), (0, Ok(at(0))), (-600, Err(Doubt::ClocksDiffer))]
        {
            keeper.learn(&stored(minutes));
            assert_eq!(keeper.now(), expected, "{minutes}");
        }
    }
}
