//! What host tests start from: the rulebook of the repository and days.

use crate::{draft::Draft, rules::Rules, scope::Scope};
use zjtx_evaluator::{Date, Rulebook};

/// The repository's rulebook.
pub fn rules() -> Rules {
    Rules::new(Rulebook::load(zjtx_rules::BUNDLE).expect("the repository's rules pass their checks"))
}

/// A day by its ISO form.
pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a valid day")
}

/// A draft of the two tests of 2021 with these answers.
pub fn draft(rules: &Rules, answers: &[(&str, &str)]) -> Draft {
    let scope = Scope::notice_2021(rules).expect("both packs are in the rulebook");
    let mut draft = Draft::new(scope);
    for (key, text) in answers {
        draft.answer(key, text);
    }
    draft
}
