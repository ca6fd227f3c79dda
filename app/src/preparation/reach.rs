//! Which round a firm prepares for while it has chosen none.

use crate::rulebook::Rules;
use zjtx_evaluator::{Assessment, Round, Truth};

/// The next round of the highest level that is met or may be, as far as is filled in; the nearest round where none is.
pub fn first<'r>(
    rules: &Rules,
    assessments: &[Assessment<'_, '_>],
    rounds: &'r [Round],
) -> Option<&'r Round> {
    let level = |scheme: &str| {
        let schemes = &rules.catalog().schemes;
        schemes.iter().find(|known| known.id == scheme).map(|known| known.level)
    };
    let is_reached = |round: &&Round| {
        let mut judged = assessments.iter().filter(|assessment| assessment.pack().scheme() == round.scheme);
        judged.any(|assessment| assessment.verdict() != Truth::Unmet)
    };
    // Of equals the nearest, which comes first.
    let highest = rounds.iter().filter(is_reached).rev().max_by_key(|round| level(&round.scheme));
    highest.or_else(|| rounds.first())
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::first;
    use crate::{
        draft::Draft,
        preparation::list::to_come,
        scope::Scope,
        standing::assess,
        testing::{day, rules},
    };
    use zjtx_evaluator::{Dossier, RoundPurpose};

    const TODAY: &str = "2026-11-28";

    /// The round of a firm with these answers besides those of the sample firm.
    fn of(answers: &[(&str, &str)]) -> Option<String> {
        let rules = rules();
        let text = include_str!("../../../tests/guide/sample-firm.dossier.json");
        let dossier = Dossier::parse(text, rules.terms()).expect("a dossier");
        let mut draft = Draft::of_dossier(&dossier, &Scope::on(day(TODAY), &rules), &rules);
        answers.iter().for_each(|(key, text)| draft.answer(key, text));
        let dossier = draft.dossier(rules.terms());
        let assessments = assess(&draft.scope, &rules, &dossier);
        let has = |scheme: &str| draft.scope.has(scheme);
        let rounds = to_come(rules.rounds(), day(TODAY), RoundPurpose::First, &draft.scope.region, has);
        first(&rules, &assessments, &rounds).map(|round| round.id.clone())
    }

    #[test]
    fn it_is_that_of_the_highest_level_within_reach() {
        assert_eq!(of(&[]).as_deref(), Some("gd-innovative-2027"), "no title, so no little giant");
        let may_be = [("specialized_title", "true"), ("rd_expense@2025", ""), ("class1_ip_owned", "5")];
        assert_eq!(of(&may_be).as_deref(), Some("little-giant-2027"));
    }
}
