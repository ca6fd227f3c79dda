//! Gate questions: one 「没有」 in place of several questions on what a firm does not have.

use crate::{
    draft::{Draft, NONE, key_of},
    words::Words,
};
use zjtx_evaluator::{FactKind, FactRef, Terms};

/// A question in front of several.
#[derive(Debug, PartialEq, Eq)]
pub struct Gate {
    /// Its key in the address.
    pub id: &'static str,
    /// What it is about.
    pub title: Words,
    /// The question.
    pub question: Words,
    /// Ids of the facts behind it.
    pub facts: &'static [&'static str],
}

/// All gates.
pub static GATES: [Gate; 3] = [
    Gate {
        id: "gate-financing",
        title: Words::new("股权融资", "Equity financing"),
        question: Words::new(
            "近三年，企业有没有引进股权投资？",
            "Did the enterprise take in equity investment in the last three years?",
        ),
        facts: &["paid_in_equity_financing"],
    },
    Gate {
        id: "gate-awards",
        title: Words::new("科技奖励", "Science and technology awards"),
        question: Words::new(
            "近三年，企业有没有获得过国家级、省级科技奖励（含部级、国防、军队科技奖励）？",
            "Did the enterprise receive a national, provincial, ministerial or defence science award in the last three years?",
        ),
        facts: &[
            "science_award_3y",
            "award_provincial_rank_3y",
            "award_national_rank_3y",
            "award_provincial_or_above_rank_3y",
        ],
    },
    Gate {
        id: "gate-institutions",
        title: Words::new("研发机构", "R&D institutions"),
        question: Words::new(
            "企业有没有自建，或与高等院校、科研机构联合建立的研发机构？",
            "Does the enterprise have an R&D institution, its own or with universities or institutes?",
        ),
        facts: &["rd_institution", "rd_institution_level", "rd_institution_ministerial"],
    },
];

impl Gate {
    /// The gate of a key.
    pub fn find(key: &str) -> Option<&'static Self> {
        GATES.iter().find(|gate| gate.id == key)
    }

    /// Whether a question stands behind it.
    pub fn has(&self, terms: &Terms, place: FactRef) -> bool {
        self.facts.contains(&terms.id(place.fact))
    }

    /// The places behind it among those that are read.
    pub fn places(&self, terms: &Terms, read: &[FactRef]) -> Vec<FactRef> {
        read.iter().copied().filter(|place| self.has(terms, *place)).collect()
    }

    /// Whether it spares questions: several stand behind it, and none of them is answered.
    pub fn spares(&self, terms: &Terms, read: &[FactRef], draft: &Draft) -> bool {
        let places = self.places(terms, read);
        places.len() > 1 && places.iter().all(|place| draft.text(&key_of(terms, *place)).is_empty())
    }

    /// What 「没有」 answers to a question behind it.
    pub fn none(terms: &Terms, place: FactRef) -> &'static str {
        match terms.term(place.fact).map(|term| term.kind()) {
            Some(FactKind::Bool) => "false",
            Some(FactKind::Choice | FactKind::Set | FactKind::Rank) => NONE,
            _ => "0",
        }
    }
}
