//! The scale of a slider: a hundred round steps that hold what is filled in and what is required.

use zjtx_evaluator::number::MILLION;

/// Steps of every slider.
pub const STEPS: i64 = 100;

/// Where a slider begins and how far a step goes, in millionths of the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    least: i64,
    step: i64,
}

impl Scale {
    /// A scale within the bounds of a fact that holds these figures with room beyond them; steps are
    /// multiples of `unit`.
    pub fn over((least, most): (i64, i64), figures: &[i64], unit: i64) -> Self {
        let far = figures.iter().map(|figure| figure.saturating_abs()).max().unwrap_or(0);
        let reach = far.saturating_add(far / 2).max(10 * MILLION).min(most);
        let below = least < 0 && figures.iter().any(|figure| *figure < 0);
        let span = if below { reach.saturating_mul(2) } else { reach };
        let step = round_up(span.saturating_add(STEPS - 1) / STEPS, unit);
        Self { least: if below { -(step * (STEPS / 2)) } else { 0 }, step }
    }

    /// The figure of a step.
    pub fn figure(self, position: i64) -> i64 {
        self.least.saturating_add(self.step.saturating_mul(position.clamp(0, STEPS)))
    }

    /// The step that is nearest to a figure.
    pub fn position(self, figure: i64) -> i64 {
        let steps = figure.saturating_sub(self.least).saturating_add(self.step / 2).div_euclid(self.step);
        steps.clamp(0, STEPS)
    }
}

/// The next of 1, 2, 5, 10, 20, 50 … times the unit.
fn round_up(least: i64, unit: i64) -> i64 {
    let mut decade = unit;
    loop {
        for times in [1, 2, 5] {
            let round = decade.saturating_mul(times);
            if round >= least {
                return round;
            }
        }
        decade = decade.saturating_mul(10);
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{MILLION, STEPS, Scale};

    const MONEY: (i64, i64) = (-1_000_000_000_000_000, 1_000_000_000_000_000);

    #[test]
    fn a_scale_holds_what_is_filled_in_and_required() {
        for (own, wanted) in [(0, 150), (140, 150), (78_000_000, 3), (7, 7), (-30, 20), (-30, -10)] {
            let figures = [own * MILLION, wanted * MILLION];
            let scale = Scale::over(MONEY, &figures, 1);
            let (first, last) = (scale.figure(0), scale.figure(STEPS));
            assert!(figures.iter().all(|figure| (first..=last).contains(figure)), "{figures:?} {scale:?}");
        }
    }

    #[test]
    fn every_step_of_a_count_is_whole() {
        let scale = Scale::over((0, 100_000_000 * MILLION), &[3 * MILLION], MILLION);
        assert!((0..=STEPS).all(|position| scale.figure(position) % MILLION == 0));
        assert_eq!(scale.figure(1), MILLION);
    }

    #[test]
    fn a_step_and_its_figure_belong_together() {
        let scale = Scale::over(MONEY, &[140 * MILLION, -3], 1);
        for position in 0..=STEPS {
            assert_eq!(scale.position(scale.figure(position)), position);
        }
        assert_eq!((scale.position(i64::MIN), scale.position(i64::MAX)), (0, STEPS));
    }

    #[test]
    fn nothing_goes_beyond_what_a_fact_can_be_by_more_than_rounding() {
        let scale = Scale::over((0, 100 * MILLION), &[90 * MILLION], 1);
        assert_eq!(scale.figure(STEPS), 100 * MILLION);
    }
}
