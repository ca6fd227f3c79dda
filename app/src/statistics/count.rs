//! Contribution 「匿名计数」: which counts a result gives, and what the endpoint's answers mean. It sends
//! nothing itself.

use zjtx_evaluator::{Assessment, Truth};
use zjtx_wire::{Config, District, PackCode, Period, ProblemKind, Report, ReportId, Verdict};

/// How often a report is sent before the page gives up for now.
pub const TRIES: u32 = 6;
/// The longest first wait between two tries, in milliseconds; each further one may be twice as long.
const FIRST_WAIT_MS: f64 = 1_000.0;
/// Nobody is kept waiting for longer than this, in seconds, without being asked.
const LONGEST_WAIT: u32 = 60;

/// The status that asks for proof of work by the rules of the day.
pub const WORK_MISSING: u16 = 428;

/// The verdict of one level, as it may be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The pack that judged.
    pub pack: PackCode,
    /// Its verdict.
    pub verdict: Verdict,
}

/// What an answer means for a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is counted, now or before.
    Counted,
    /// Its week is closed.
    Closed,
    /// It will never be taken.
    Refused,
    /// It may be sent again as it is; after this many seconds, where the endpoint says so.
    Later(Option<u32>),
}

/// The counts of a result: one for each level whose pack is counted.
pub fn counts(assessments: &[Assessment<'_, '_>]) -> Vec<Count> {
    let count = |assessment: &Assessment<'_, '_>| {
        let pack = PackCode::from_pack_id(assessment.pack().id())?;
        Some(Count { pack, verdict: verdict(assessment) })
    };
    assessments.iter().filter_map(count).collect()
}

fn verdict(assessment: &Assessment<'_, '_>) -> Verdict {
    let is_vetoed = assessment.vetoes().iter().any(|veto| veto.truth == Truth::Unmet);
    match assessment.verdict() {
        Truth::Met => Verdict::Met,
        Truth::Unmet if is_vetoed => Verdict::Vetoed,
        Truth::Unmet => Verdict::Unmet,
        Truth::Undetermined => Verdict::Undetermined,
    }
}

impl Count {
    /// The report of this count.
    pub fn report(self, id: ReportId, district: District, period: Period) -> Report {
        Report { id, pack: self.pack, district, verdict: self.verdict, period }
    }

    /// Names this count's week in what the browser keeps.
    pub fn key(self, what: &str, period: Period) -> String {
        format!("zjtx.{what}.{}.{period}", self.pack.code())
    }
}

impl Fate {
    /// What the endpoint's answer means, by its status, the seconds it asks for and its body; `None`
    /// stands for no answer at all. A week that has not begun is not one that was counted.
    pub fn of(answer: Option<(u16, Option<u32>, &str)>) -> Self {
        match answer {
            Some((204, ..)) => Self::Counted,
            Some((410, _, body)) if !body.contains(ProblemKind::PeriodNotBegun.slug()) => Self::Closed,
            Some((WORK_MISSING, ..)) | None => Self::Later(None),
            Some((429 | 500..=599, seconds, _)) => Self::Later(seconds),
            Some(_) => Self::Refused,
        }
    }

    /// Milliseconds to wait before the next try, by the number of tries so far; `None` when there is none. The wait is
    /// drawn by chance, a share from 0 to 1; thus pages do not all come back together.
    pub fn next_try(self, tried: u32, chance: f64) -> Option<i32> {
        let Self::Later(asked) = self else { return None };
        let asked = asked.unwrap_or(0);
        if tried >= TRIES || asked > LONGEST_WAIT {
            return None;
        }
        let by_chance = chance * FIRST_WAIT_MS * f64::from(1 << (tried - 1));
        Some((f64::from(1_000 * asked) + by_chance) as i32)
    }
}

/// Reads what the endpoint says of the running week.
pub fn config(text: &str) -> Option<Config> {
    serde_json::from_str(text).ok()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Fate, TRIES, counts};
    use crate::{
        standing::assess,
        testing::{draft, rules},
    };
    use zjtx_wire::{PackCode, ProblemKind, Verdict};

    fn verdicts(answers: &[(&str, &str)]) -> Vec<(PackCode, Verdict)> {
        let rules = rules();
        let draft = draft(&rules, answers);
        let dossier = draft.dossier(rules.terms());
        let counts = counts(&assess(&draft.scope, &rules, &dossier));
        counts.into_iter().map(|count| (count.pack, count.verdict)).collect()
    }

    #[test]
    fn each_level_has_its_count() {
        let open = [PackCode::Gd21P, PackCode::Cn21L].map(|pack| (pack, Verdict::Undetermined));
        assert_eq!(verdicts(&[]), open);
        let vetoed = verdicts(&[("serious_incident", "true")]);
        assert!(vetoed.contains(&(PackCode::Gd21P, Verdict::Vetoed)), "{vetoed:?}");
        let unmet = verdicts(&[("years_in_segment", "1")]);
        assert!(unmet.contains(&(PackCode::Cn21L, Verdict::Unmet)), "{unmet:?}");
    }

    #[test]
    fn every_pack_of_the_rules_that_is_tested_can_be_counted() {
        let rules = rules();
        let uncounted: Vec<_> = rules
            .packs()
            .iter()
            .filter(|pack| PackCode::from_pack_id(pack.id()).is_none())
            .map(|pack| pack.id().to_owned())
            .collect();
        let levels = ["innovative_sme", "specialized_sme", "little_giant"];
        for id in &uncounted {
            let scheme = rules.pack(id).expect("a pack").scheme();
            assert!(!levels.contains(&scheme), "{id} needs a code in crates/wire");
        }
    }

    fn problem(kind: ProblemKind) -> String {
        serde_json::to_string(&kind.problem()).expect("a problem")
    }

    #[test]
    fn only_what_may_change_is_tried_again() {
        for (answer, fate) in [
            (Some((204, None, "")), Fate::Counted),
            (Some((410, None, &*problem(ProblemKind::PeriodClosed))), Fate::Closed),
            (Some((410, None, &*problem(ProblemKind::PeriodNotBegun))), Fate::Refused),
            (Some((400, None, "")), Fate::Refused),
            (Some((422, None, "")), Fate::Refused),
            (Some((ProblemKind::WorkMissing.status(), None, "")), Fate::Later(None)),
            (Some((429, Some(9), "")), Fate::Later(Some(9))),
            (Some((503, None, "")), Fate::Later(None)),
            (None, Fate::Later(None)),
        ] {
            assert_eq!(Fate::of(answer), fate, "{answer:?}");
        }
        assert_eq!(Fate::Refused.next_try(1, 0.5), None);
    }

    #[test]
    fn waits_grow_and_end() {
        let waits: Vec<_> = (1..=TRIES).map(|tried| Fate::Later(None).next_try(tried, 1.0)).collect();
        assert_eq!(waits, [Some(1_000), Some(2_000), Some(4_000), Some(8_000), Some(16_000), None]);
        assert_eq!(Fate::Later(Some(9)).next_try(1, 0.5), Some(9_500));
        assert_eq!(Fate::Later(Some(61)).next_try(1, 0.5), None);
    }
}
