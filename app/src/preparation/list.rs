//! The preparation list 「准备清单」: what is done of it, and its steps counted back from a deadline.

use std::collections::BTreeSet;
use zjtx_evaluator::{Date, Round, RoundPurpose};

/// Names of what is stored.
const FIRM: &str = "firm";
const ROUND: &str = "round";
const DAY: &str = "day";
const DONE: &str = "done";

/// What is kept of a list on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preparation {
    /// 「企业全称」 that it is for; empty where none was given.
    pub firm: String,
    /// What it is counted back from.
    pub target: Option<Target>,
    /// Ids of the steps and the evidence that are done with.
    pub done: BTreeSet<String>,
}

/// What a list is counted back from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The round of this id.
    Round(String),
    /// A day that the firm set itself.
    Day(Date),
}

impl Preparation {
    /// What was kept for a firm; a list of another firm is not taken over.
    pub fn read(text: Option<&str>, firm: &str) -> Self {
        let mut kept = Self { firm: firm.to_owned(), ..Self::default() };
        let stored = text.unwrap_or_default();
        let mut was_for = String::new();
        for (name, value) in form_urlencoded::parse(stored.as_bytes()) {
            match &*name {
                FIRM => was_for = value.into_owned(),
                ROUND => kept.target = Some(Target::Round(value.into_owned())),
                DAY => kept.target = Date::parse(&value).map(Target::Day),
                DONE => drop(kept.done.insert(value.into_owned())),
                _ => {}
            }
        }
        let is_same = was_for.is_empty() || was_for == firm;
        if is_same { kept } else { Self { firm: firm.to_owned(), ..Self::default() } }
    }

    /// As it is stored.
    pub fn to_text(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.append_pair(FIRM, &self.firm);
        match &self.target {
            Some(Target::Round(id)) => drop(text.append_pair(ROUND, id)),
            Some(Target::Day(day)) => drop(text.append_pair(DAY, &day.to_string())),
            None => {}
        }
        for id in &self.done {
            text.append_pair(DONE, id);
        }
        text.finish()
    }

    /// With a step or piece of evidence done with, or no longer.
    #[must_use]
    pub fn toggled(mut self, id: &str) -> Self {
        if !self.done.remove(id) {
            self.done.insert(id.to_owned());
        }
        self
    }
}

/// The day that a round is prepared for: its deadline, or the first day that is known of it.
pub fn target_day(round: &Round) -> Option<Date> {
    round.deadline().or_else(|| round.first_day())
}

/// Rounds of application that are still to come for a region and schemes, the nearest first.
pub fn to_come(
    rounds: Vec<Round>,
    today: Date,
    purpose: RoundPurpose,
    region: &str,
    has: impl Fn(&str) -> bool,
) -> Vec<Round> {
    let mut rounds = rounds;
    rounds.retain(|round| {
        round.purposes.contains(&purpose)
            && round.is_for(region)
            && has(&round.scheme)
            && target_day(round).is_some_and(|day| day >= today)
    });
    rounds.sort_by_key(target_day);
    rounds
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{Preparation, Target, to_come};
    use crate::testing::{day, rules};
    use zjtx_evaluator::RoundPurpose;

    fn kept() -> Preparation {
        let target = Some(Target::Round("little-giant-2027".to_owned()));
        Preparation { firm: "甲公司".to_owned(), target, ..Preparation::default() }
    }

    #[test]
    fn what_was_ticked_is_there_again() {
        let list = kept().toggled("营业执照").toggled("audit").toggled("test").toggled("test");
        assert_eq!(Preparation::read(Some(&list.to_text()), "甲公司"), list);
        assert!(list.done.contains("audit") && !list.done.contains("test"));
        let own = Preparation { target: Some(Target::Day(day("2027-03-01"))), ..list };
        assert_eq!(Preparation::read(Some(&own.to_text()), "甲公司"), own);
    }

    #[test]
    fn the_list_of_another_firm_is_not_taken_over() {
        let list = kept().toggled("audit");
        assert!(Preparation::read(Some(&list.to_text()), "乙公司").done.is_empty());
        let nameless = Preparation { firm: String::new(), ..list };
        assert_eq!(Preparation::read(Some(&nameless.to_text()), "乙公司").done.len(), 1);
        assert_eq!(Preparation::read(None, "乙公司").firm, "乙公司");
    }

    #[test]
    fn steps_come_one_after_the_other_before_the_deadline() {
        let steps = rules().catalog().preparation();
        let deadline = day("2027-05-31");
        let days: Vec<_> = steps.iter().filter_map(|step| deadline.days_earlier(step.days)).collect();
        assert_eq!((days.len(), steps.iter().filter(|step| !step.evidence.is_empty()).count()), (7, 1));
        assert!(days.is_sorted() && days.last() < Some(&day("2027-05-31")));
        assert_eq!(days.first(), Some(&day("2027-03-02")));
    }

    #[test]
    fn only_rounds_to_come_are_offered_the_nearest_first() {
        let offered = |today: &str, region: &str, purpose| -> Vec<String> {
            let rounds =
                to_come(rules().rounds(), day(today), purpose, region, |scheme| scheme != "tech_sme");
            rounds.into_iter().map(|round| round.id).collect()
        };
        let now = offered("2026-11-22", "440106", RoundPurpose::First);
        assert_eq!(now, ["little-giant-2027", "gd-champion-2027", "gd-innovative-2027", "gd-high-tech-2027"]);
        assert_eq!(offered("2026-11-22", "110000", RoundPurpose::First), ["little-giant-2027"]);
        assert_eq!(
            offered("2026-05-25", "000000", RoundPurpose::First),
            ["little-giant-2026", "little-giant-2027"]
        );
        assert_eq!(offered("2026-05-26", "000000", RoundPurpose::First), ["little-giant-2027"]);
        assert!(offered("2030-01-01", "440106", RoundPurpose::Renewal).is_empty());
    }
}
