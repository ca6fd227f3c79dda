//! The level of a list that is a firm's next one: the lowest above all titles that it holds.

use zjtx_evaluator::{Dossier, FactIx, Rulebook, Value};

/// Levels of a list and the titles of the rules, each by how high it stands.
pub(crate) struct Ladder {
    titles: Vec<(FactIx, u8)>,
    levels: Vec<u8>,
}

impl Ladder {
    /// For the schemes that a list is judged by.
    pub(crate) fn of(rulebook: &Rulebook, schemes: &[&str]) -> Self {
        let known = &rulebook.catalog().schemes;
        let title = |id: &String| rulebook.terms().find(id);
        let titles = known.iter().filter_map(|scheme| Some((title(scheme.held_as.as_ref()?)?, scheme.level)));
        let level =
            |id: &&str| known.iter().find(|scheme| scheme.id == **id).map_or(0, |scheme| scheme.level);
        Self { titles: titles.collect(), levels: schemes.iter().map(level).collect() }
    }

    /// Position of the level; none where nothing of the list is above.
    pub(crate) fn next(&self, dossier: &Dossier) -> Option<usize> {
        let is_held = |fact| dossier.get(fact) == Some(&Value::Bool(true));
        let held = self.titles.iter().filter(|(fact, _)| is_held(*fact)).map(|(_, level)| *level);
        let held = held.max().unwrap_or_default();
        let above = self.levels.iter().enumerate().filter(|(_, level)| **level > held);
        above.min_by_key(|(_, level)| **level).map(|(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::Ladder;
    use zjtx_evaluator::{ApplicationKind, Date, Dossier, Rulebook, Value};

    #[test]
    fn the_next_level_is_the_lowest_above_all_titles_that_are_held() {
        let rulebook = Rulebook::load(zjtx_rules::BUNDLE).expect("the rules pass the check");
        let ladder = Ladder::of(&rulebook, &["little_giant", "specialized_sme", "innovative_sme"]);
        let day = Date::parse("2026-11-29").expect("a day");
        let next = |titles: &[(&str, bool)]| {
            let mut dossier = Dossier::new(rulebook.terms(), day, ApplicationKind::First);
            for (title, is_held) in titles {
                let fact = rulebook.terms().find(title).expect("a fact");
                dossier.set(fact, Some(Value::Bool(*is_held)));
            }
            ladder.next(&dossier)
        };
        assert_eq!(next(&[]), Some(2));
        assert_eq!(next(&[("innovative_title", false)]), Some(2));
        assert_eq!(next(&[("innovative_title", true)]), Some(1));
        assert_eq!(next(&[("innovative_title", true), ("specialized_title", true)]), Some(0));
        assert_eq!(next(&[("little_giant_title", true)]), None);
    }
}
