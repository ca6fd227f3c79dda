//! What the size class follows from, as the size table of the rules says.

use zjtx_evaluator::{FactIx, FactKind, Pack, Rulebook};

/// Facts of the size table that a form asks for.
#[derive(Clone, Copy)]
pub struct Sizing {
    /// The industry, which decides the figures.
    pub industry: FactIx,
    /// How many people there are, the figure that most industries have.
    pub people: Option<FactIx>,
    /// The class as the firm declares it.
    pub class: FactIx,
}

impl Sizing {
    /// The facts of the rules' size table; `None` where no pack has one.
    pub fn of(rules: &Rulebook) -> Option<Self> {
        let table = rules.packs().iter().find_map(Pack::size_table)?;
        let is_count =
            |fact: &FactIx| rules.terms().term(*fact).is_some_and(|term| term.kind() == FactKind::Count);
        let mut figures = table.groups().iter().flat_map(|group| &group.indicators).map(|(fact, _)| *fact);
        Some(Self { industry: table.industry(), people: figures.find(is_count), class: table.declared() })
    }
}
