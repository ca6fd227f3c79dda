//! What changed, as plain data.

/// Something that changed, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What changed.
    pub about: About,
    /// How; of an added or removed part its requirements.
    pub differences: Vec<Difference>,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The pack as a whole.
    Pack,
    /// A criterion.
    Criterion(Pair),
    /// A group of the score sheet.
    Group(Pair),
    /// An indicator of the score sheet.
    Indicator(Pair),
}

/// A part of the old pack and its counterpart in the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pair {
    /// In both, as named before and now.
    Both(Name, Name),
    /// Only in the new one.
    Added(Name),
    /// Only in the old one.
    Removed(Name),
}

/// Id and title of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Id of the policy sheet.
    pub id: String,
    /// Title of what changed, for people.
    pub title: String,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The same thing is required otherwise: 上年度营业收入 不低于 1000万元 → 不低于 1500万元.
    Requirement {
        /// What is measured or asked.
        subject: String,
        /// What was required.
        old: String,
        /// What is required.
        new: String,
    },
    /// Required, or given points for, only now.
    Now(String),
    /// Required, or given points for, only before.
    Before(String),
    /// Another aspect.
    Aspect {
        /// The aspect that changed.
        aspect: Aspect,
        /// As it was; empty where there was none.
        old: String,
        /// As it is; empty where there is none.
        new: String,
    },
}

/// An aspect of a pack or one of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// When and for whom it is in force.
    Validity,
    /// Documents it rests on.
    Sources,
    /// The size table; only that it differs is told.
    SizeTable,
    /// The pack's title.
    Title,
    /// How the requirements belong together.
    Structure,
    /// Document and place in it.
    Citation,
    /// Words of the document.
    Wording,
    /// How sure the reading is.
    Confidence,
    /// Kinds of application it is examined for.
    Kinds,
    /// Points of the whole.
    Full,
    /// Points to reach.
    PassMark,
    /// Remark of the authors of the rules.
    Note,
}
