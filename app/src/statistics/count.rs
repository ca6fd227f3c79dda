//! Contribution 「匿名计数」: which counts a result gives, and what the endpoint's answers mean. It sends
//! nothing itself.

use zjtx_evaluator::{Assessment, Truth};
use zjtx_wire::{Codes, Config, CountedPack, District, Period, Report, ReportId, Verdict};

/// How often a report is sent before the page gives up for now.
pub const TRIES: u32 = 6;
/// The longest first wait between two tries, in milliseconds; each further one may be twice as long.
const FIRST_WAIT_MS: f64 = 1_000.0;
/// Type of the answer to a report of a week that has not begun.
const NOT_BEGUN: &str = "period-not-begun";
/// Nobody is kept waiting for longer than this, in seconds, without being asked.
const LONGEST_WAIT: u32 = 60;

/// The verdict of one pack; whether it is counted, the endpoint says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The pack's identifier.
    pub pack: String,
    /// Its verdict.
    pub verdict: Verdict,
}

/// The verdict of one level, as it may be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The pack that judged, as the endpoint lists it.
    pub pack: CountedPack,
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
    /// Its week has not begun by the endpoint's clock; it is not counted, and may be sent again.
    Early,
    /// It will never be taken.
    Refused,
    /// It may be sent again as it is; after this many seconds, where the endpoint says so.
    Later(Option<u32>),
}

/// The verdicts of a result.
pub fn judged(assessments: &[Assessment<'_, '_>]) -> Vec<Judged> {
    let of = |one: &Assessment<'_, '_>| Judged { pack: one.pack().id().to_owned(), verdict: verdict(one) };
    assessments.iter().map(of).collect()
}

/// The counts of a result: one for each verdict whose pack the endpoint counts.
pub fn counts(judged: &[Judged], codes: &Codes) -> Vec<Count> {
    let count = |one: &Judged| {
        let pack = codes.packs.iter().find(|pack| pack.pack == one.pack)?.clone();
        Some(Count { pack, verdict: one.verdict })
    };
    judged.iter().filter_map(count).collect()
}

/// The area of a report: the first of the form's places that the endpoint lists, else that none is stated.
pub fn area(places: &[String], codes: &Codes) -> District {
    let listed = |code: &&String| codes.districts.iter().any(|district| district.code == **code);
    places.iter().find(listed).and_then(|code| District::from_code(code)).unwrap_or(codes.unstated)
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
    pub fn report(&self, id: ReportId, district: District, period: Period) -> Report {
        let CountedPack { code: pack, level, .. } = self.pack;
        Report { id, pack, level, district, verdict: self.verdict, period }
    }

    /// Names this count's week in what the browser keeps.
    pub fn key(&self, what: &str, period: Period) -> String {
        format!("zjtx.{what}.{}.{period}", self.pack.code)
    }
}

impl Fate {
    /// What the endpoint's answer means; `None` stands for no answer at all.
    pub fn of(answer: Option<(u16, Option<u32>)>) -> Self {
        match answer {
            Some((204, _)) => Self::Counted,
            Some((410, _)) => Self::Closed,
            Some((428 | 429 | 500..=599, seconds)) => Self::Later(seconds),
            None => Self::Later(None),
            Some(_) => Self::Refused,
        }
    }

    /// The same, of the type that the endpoint's answer names beside its status.
    #[must_use]
    pub fn with_type(self, body: &str) -> Self {
        if self == Self::Closed && body.contains(NOT_BEGUN) { Self::Early } else { self }
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
    use super::{Fate, Judged, TRIES, area, counts, judged};
    use crate::{
        standing::assess,
        testing::{draft, rules},
    };
    use zjtx_wire::{Code, Codes, CountedPack, District, Level, PackCode, Verdict};

    fn verdicts(answers: &[(&str, &str)]) -> Vec<(String, Verdict)> {
        let rules = rules();
        let draft = draft(&rules, answers);
        let dossier = draft.dossier(rules.terms());
        let judged = judged(&assess(&draft.scope, &rules, &dossier));
        judged.into_iter().map(|one| (one.pack, one.verdict)).collect()
    }

    #[test]
    fn each_level_has_its_verdict() {
        let (provincial, national) = ("gd-specialized-sme-2021", "cn-little-giant-2021");
        let open = [provincial, national].map(|pack| (pack.to_owned(), Verdict::Undetermined));
        assert_eq!(verdicts(&[]), open);
        let vetoed = verdicts(&[("serious_incident", "true")]);
        assert!(vetoed.contains(&(provincial.to_owned(), Verdict::Vetoed)), "{vetoed:?}");
        let unmet = verdicts(&[("years_in_segment", "1")]);
        assert!(unmet.contains(&(national.to_owned(), Verdict::Unmet)), "{unmet:?}");
    }

    fn codes() -> Codes {
        let code = |code: &str| Code { code: code.to_owned(), name: String::new(), name_en: String::new() };
        let pack = CountedPack {
            code: PackCode::from_code("AB30C").expect("a code"),
            pack: "ab-pack-2030".to_owned(),
            level: Level::from_code("4").expect("a code"),
            name: String::new(),
            name_en: String::new(),
        };
        Codes {
            packs: vec![pack],
            levels: Vec::new(),
            districts: vec![code("510100"), code("510104")],
            unstated: District::from_code("510100").expect("a code"),
            former: Vec::new(),
            verdicts: Vec::new(),
        }
    }

    #[test]
    fn only_packs_that_the_endpoint_lists_are_counted() {
        let judged = ["ab-pack-2030", "ab-other-2030"]
            .map(|pack| Judged { pack: pack.to_owned(), verdict: Verdict::Met });
        let counts = counts(&judged, &codes());
        let listed: Vec<_> = counts.iter().map(|count| count.pack.code.to_string()).collect();
        assert_eq!(listed, ["AB30C"]);
    }

    #[test]
    fn the_area_is_the_first_place_that_the_endpoint_lists() {
        for (places, expected) in [
            (vec!["510104", "510100"], "510104"),
            (vec!["440106", "440100"], "510100"),
            (vec!["", ""], "510100"),
        ] {
            let places: Vec<String> = places.into_iter().map(str::to_owned).collect();
            assert_eq!(area(&places, &codes()).code(), expected, "{places:?}");
        }
    }

    #[test]
    fn only_what_may_change_is_tried_again() {
        for (answer, fate) in [
            (Some((204, None)), Fate::Counted),
            (Some((410, None)), Fate::Closed),
            (Some((400, None)), Fate::Refused),
            (Some((422, None)), Fate::Refused),
            (Some((428, None)), Fate::Later(None)),
            (Some((429, Some(9))), Fate::Later(Some(9))),
            (Some((503, None)), Fate::Later(None)),
            (None, Fate::Later(None)),
        ] {
            assert_eq!(Fate::of(answer), fate, "{answer:?}");
        }
        assert_eq!(Fate::Refused.next_try(1, 0.5), None);
    }

    #[test]
    fn a_week_that_has_not_begun_is_not_a_closed_one() {
        let gone = Fate::of(Some((410, None)));
        assert_eq!(gone.with_type(r#"{"type":"period-closed"}"#), Fate::Closed);
        assert_eq!(gone.with_type(r#"{"type":"period-not-begun"}"#), Fate::Early);
        assert_eq!(Fate::of(Some((400, None))).with_type("period-not-begun"), Fate::Refused);
    }

    #[test]
    fn waits_grow_and_end() {
        let waits: Vec<_> = (1..=TRIES).map(|tried| Fate::Later(None).next_try(tried, 1.0)).collect();
        assert_eq!(waits, [Some(1_000), Some(2_000), Some(4_000), Some(8_000), Some(16_000), None]);
        assert_eq!(Fate::Later(Some(9)).next_try(1, 0.5), Some(9_500));
        assert_eq!(Fate::Later(Some(61)).next_try(1, 0.5), None);
    }
}
