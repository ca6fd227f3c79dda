//! What a node requires, in words.

use crate::base::text::Lang;

/// What is measured or asked, and what is required of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What is measured or asked: 上年度营业收入.
    pub subject: String,
    /// What is required of it: 不低于 1000万元.
    pub requirement: String,
}

/// A condition, or a heading with what stands beneath it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// A single condition.
    Condition(Condition),
    /// Several clauses and how they belong together.
    Group {
        /// How they belong together: 满足以下任一项.
        heading: String,
        /// Two or more, as a rule.
        clauses: Vec<Clause>,
    },
}

impl Clause {
    pub(crate) fn condition(subject: String, requirement: impl Into<String>) -> Self {
        Self::Condition(Condition { subject, requirement: requirement.into() })
    }

    pub(crate) fn group(heading: impl Into<String>, clauses: Vec<Self>) -> Self {
        Self::Group { heading: heading.into(), clauses }
    }

    /// The clause on one line.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Condition(Condition { subject, requirement }) => format!("{subject} {requirement}"),
            Self::Group { heading, clauses } => {
                let parts: Vec<String> = clauses.iter().map(|clause| clause.sentence(lang)).collect();
                match lang {
                    Lang::Zh => format!("{heading}（{}）", parts.join("；")),
                    Lang::En => format!("{heading} ({})", parts.join("; ")),
                }
            }
        }
    }

    /// Its conditions, each with the headings above it.
    pub fn conditions(&self) -> Vec<(Vec<&str>, &Condition)> {
        let mut found = Vec::new();
        self.gather(&mut Vec::new(), &mut found);
        found
    }

    fn gather<'c>(&'c self, above: &mut Vec<&'c str>, found: &mut Vec<(Vec<&'c str>, &'c Condition)>) {
        match self {
            Self::Condition(condition) => found.push((above.clone(), condition)),
            Self::Group { heading, clauses } => {
                above.push(heading);
                clauses.iter().for_each(|clause| clause.gather(above, found));
                above.pop();
            }
        }
    }
}
