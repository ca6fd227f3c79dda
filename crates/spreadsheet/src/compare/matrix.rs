//! How many firms went from which verdict to which, by level and area, and by which condition.

use super::{ComparedFirm, causes};
use crate::{judge::Level, result::words};
use std::collections::BTreeMap;
use zjtx_evaluator::{Lang, Text, Truth};

/// What a firm came to on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// 符合条件
    Met,
    /// 暂不符合条件
    Unmet,
    /// 尚不能判断
    Undetermined,
    /// No rules apply.
    NoRules,
}

/// All states, in the order of tables.
pub const STATES: [State; 4] = [State::Met, State::Unmet, State::Undetermined, State::NoRules];

/// An area with fewer firms is small: its figures may tell which firm is meant.
pub const SMALL: u64 = 5;

/// From which state to which.
pub type Transition = [State; 2];

/// Counts over a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Rows with a firm.
    pub firms: u64,
    /// Rows with mistakes, which were not judged.
    pub mistaken: u64,
    /// By position of the level.
    pub levels: Vec<LevelMatrix>,
    /// Firms by area code; the empty code stands for none.
    pub areas: BTreeMap<String, u64>,
}

/// Counts of a level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelMatrix {
    /// Firms by transition.
    pub transitions: BTreeMap<Transition, u64>,
    /// Firms by area code and transition.
    pub by_area: BTreeMap<(String, Transition), u64>,
    /// Firms by transition, pack and id of a condition that made it, with its name; a firm may count for several.
    pub causes: BTreeMap<(Transition, String, String), (Text, u64)>,
}

impl State {
    /// The state of a level.
    pub fn of(level: &Level<'_>) -> Self {
        match level.verdict.as_ref().map(|verdict| verdict.truth) {
            Some(Truth::Met) => Self::Met,
            Some(Truth::Unmet) => Self::Unmet,
            Some(Truth::Undetermined) => Self::Undetermined,
            None => Self::NoRules,
        }
    }
}

impl State {
    /// Its name in the words of the self-test.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Met => words::verdict(Truth::Met, lang),
            Self::Unmet => words::verdict(Truth::Unmet, lang),
            Self::Undetermined => words::verdict(Truth::Undetermined, lang),
            Self::NoRules => words::no_rules(lang),
        }
    }
}

impl Matrix {
    /// What is said where an area is small.
    pub const fn small_note(lang: Lang) -> &'static str {
        lang.pick(
            "有的地区不足 5 家企业，数字可能让人认出是哪一家；对外提供前请合并或隐去。",
            "Some areas have fewer than 5 firms, whose figures may tell which firm is meant; merge or hide them \
             before passing this on.",
        )
    }

    /// A matrix of `levels` levels with nothing counted.
    pub fn new(levels: usize) -> Self {
        Self { levels: (0..levels).map(|_| LevelMatrix::default()).collect(), ..Self::default() }
    }

    /// One more firm.
    pub fn add(&mut self, firm: &ComparedFirm<'_>) {
        self.firms += 1;
        if !firm.mistakes.is_empty() {
            self.mistaken += 1;
            return;
        }
        let area = firm.area.clone().unwrap_or_default();
        for (count, sides) in self.levels.iter_mut().zip(&firm.levels) {
            count.add(&area, sides);
        }
        *self.areas.entry(area).or_default() += 1;
    }

    /// Whether an area has so few firms that its figures may tell which is meant.
    pub fn has_small_areas(&self) -> bool {
        self.areas.values().any(|firms| *firms < SMALL)
    }
}

impl LevelMatrix {
    fn add(&mut self, area: &str, sides: &[Level<'_>; 2]) {
        let transition = [State::of(&sides[0]), State::of(&sides[1])];
        *self.transitions.entry(transition).or_default() += 1;
        *self.by_area.entry((area.to_owned(), transition)).or_default() += 1;
        for (pack, condition) in causes(sides) {
            let key = (transition, pack.to_owned(), condition.id.clone());
            self.causes.entry(key).or_insert_with(|| (condition.title.clone(), 0)).1 += 1;
        }
    }

    /// Firms of a transition.
    pub fn firms(&self, transition: Transition) -> u64 {
        self.transitions.get(&transition).copied().unwrap_or(0)
    }
}
