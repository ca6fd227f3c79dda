//! Figures picked by what people write: `S3/operating_revenue`, `pass_mark`, `S10`.

use crate::Figure;
use zjtx_evaluator::number::{Literal, Unit};

/// A name that does not pick one figure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    /// No figure is called so.
    #[error("没有叫“{name}”的数值；可写：{}", listed(.choices))]
    Unknown {
        /// What was written.
        name: String,
        /// What could be meant.
        choices: Vec<String>,
    },
    /// Several are.
    #[error("“{name}”不止一处，请写明是哪一处：{}", listed(.choices))]
    Ambiguous {
        /// What was written.
        name: String,
        /// What could be meant.
        choices: Vec<String>,
    },
    /// It is one, but not in this unit.
    #[error("“{text}”的单位与“{name}”不同，现行为 {now}")]
    Unit {
        /// What was written.
        name: String,
        /// The new figure.
        text: String,
        /// The present one.
        now: String,
    },
    /// The new figure is none.
    #[error("“{0}”不是带单位的数（例如 1200万元、3%、4项、3年、60分）")]
    NoFigure(String),
}

/// Choices that are told; a pack has more than a hundred figures.
const TOLD: usize = 12;

fn listed(choices: &[String]) -> String {
    let told = choices.iter().take(TOLD).map(String::as_str).collect::<Vec<_>>().join("；");
    if choices.len() > TOLD { format!("{told}；……（--figures 列出全部）") } else { told }
}

/// The position of the figure that a name means, for a new figure of a unit.
pub(crate) fn find(figures: &[Figure], name: &str, text: &str) -> Result<usize, NameError> {
    let literal = Literal::parse(text).map_err(|_| NameError::NoFigure(text.to_owned()))?;
    let named = named(figures, name);
    let unit = |at: &&usize| figures.get(**at).map(|figure| figure.literal.unit()) == Some(literal.unit());
    let fitting: Vec<usize> = named.iter().filter(unit).copied().collect();
    match (fitting.as_slice(), named.as_slice()) {
        ([one], _) => Ok(*one),
        ([], [one]) => Err(NameError::Unit {
            name: name.to_owned(),
            text: text.to_owned(),
            now: figures.get(*one).map(|figure| figure.text.clone()).unwrap_or_default(),
        }),
        ([], []) => {
            Err(NameError::Unknown { name: name.to_owned(), choices: near(figures, name, literal.unit()) })
        }
        (several, all) => {
            let several = if several.is_empty() { all } else { several };
            Err(NameError::Ambiguous { name: name.to_owned(), choices: choices(figures, several) })
        }
    }
}

/// Figures with the id and all the tags of a name; its full name picks one alone.
fn named(figures: &[Figure], name: &str) -> Vec<usize> {
    let exact = figures.iter().position(|figure| figure.name == name);
    if let Some(exact) = exact.filter(|_| name.contains('/')) {
        return vec![exact];
    }
    let mut parts = name.split('/');
    let id = parts.next().unwrap_or_default();
    let tags: Vec<&str> = parts.collect();
    let is_meant = |figure: &Figure| {
        figure.id == id && tags.iter().all(|tag| figure.tags.iter().any(|known| known == tag))
    };
    (0..).zip(figures).filter(|(_, figure)| is_meant(figure)).map(|(at, _)| at).collect()
}

/// What a name that none has could mean: figures of its id, else those of the unit.
fn near(figures: &[Figure], name: &str, unit: Unit) -> Vec<String> {
    let id = name.split('/').next().unwrap_or_default();
    let of = |holds: &dyn Fn(&Figure) -> bool| -> Vec<usize> {
        (0..).zip(figures).filter(|(_, figure)| holds(figure)).map(|(at, _)| at).collect()
    };
    let same = of(&|figure| figure.id == id);
    choices(figures, &if same.is_empty() { of(&|figure| figure.literal.unit() == unit) } else { same })
}

fn choices(figures: &[Figure], among: &[usize]) -> Vec<String> {
    let told = |figure: &Figure| format!("{}（{}）", figure.name, figure.words.zh);
    among.iter().filter_map(|at| figures.get(*at)).map(told).collect()
}
