//! Strong Kleene truth 「判断」 (docs/language.md §2).

use serde::{Deserialize, Serialize};

/// What can be said of a condition with the facts at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Truth {
    /// 「不满足」
    Unmet,
    /// 「尚不能判断」: more information could make it either.
    Undetermined,
    /// 「满足」
    Met,
}

// The variants are ordered unmet < undetermined < met, which makes Kleene's
// conjunction the minimum and his disjunction the maximum.
impl Truth {
    /// Id in results.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Undetermined => "undetermined",
            Self::Unmet => "unmet",
        }
    }

    /// Truth of a settled yes or no.
    pub const fn settled(yes: bool) -> Self {
        if yes { Self::Met } else { Self::Unmet }
    }

    /// Truth of an answer that may be absent.
    pub const fn of_answer(answer: Option<bool>) -> Self {
        match answer {
            Some(yes) => Self::settled(yes),
            None => Self::Undetermined,
        }
    }

    /// The opposite; undetermined stays undetermined.
    #[must_use]
    pub const fn negated(self) -> Self {
        match self {
            Self::Met => Self::Unmet,
            Self::Undetermined => Self::Undetermined,
            Self::Unmet => Self::Met,
        }
    }

    /// Met when both are, unmet when one is.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Met when one is, unmet when both are.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// Conjunction; met for nothing.
    pub fn all(truths: impl IntoIterator<Item = Self>) -> Self {
        truths.into_iter().fold(Self::Met, Self::and)
    }

    /// Disjunction; unmet for nothing.
    pub fn any(truths: impl IntoIterator<Item = Self>) -> Self {
        truths.into_iter().fold(Self::Unmet, Self::or)
    }

    /// The common truth, or undetermined where they differ; `None` for nothing.
    pub fn agreed(truths: impl IntoIterator<Item = Self>) -> Option<Self> {
        truths.into_iter().reduce(|a, b| if a == b { a } else { Self::Undetermined })
    }
}
