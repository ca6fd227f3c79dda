//! What a node consists of, for everyone who walks rules without evaluating them.

use super::Node;
use crate::{
    base::number::Literal,
    language::{quantities::Quantity, terms::FactIx},
};
use std::fmt;

/// What a node consists of: how its truth comes about, the nodes beneath it, and what it reads itself.
#[derive(Clone, Debug)]
pub struct Parts<'n> {
    /// How its truth follows.
    pub join: Join,
    /// The nodes beneath it, in their order.
    pub children: Vec<Child<'n>>,
    /// What it reads itself.
    pub inputs: Vec<Input<'n>>,
}

/// How the truth of a node follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// From what it reads itself.
    Inputs,
    /// Every child must hold.
    Every,
    /// One child must hold.
    Any,
    /// This number of children must hold, or more.
    Several(usize),
    /// The first child must hold, unless the second does.
    Waived,
    /// The only child must not hold.
    Opposite,
    /// All children must come to the same.
    Agreed {
        /// Whether there is a reading beside them that requires nothing, so that it is always met.
        or_nothing: bool,
    },
    /// What the node reads picks one of the children.
    Picked,
}

/// A node beneath another.
#[derive(Clone, Copy, Debug)]
pub struct Child<'n> {
    /// Child node.
    pub node: &'n Node,
    /// Where it is written in its parent's object.
    pub place: Place,
    /// In how many periods it is evaluated, counted back from its parent's.
    pub periods: u8,
}

/// A place in a node's object in its rule file; shown as a JSON pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Key of the kind of node.
    kind: &'static str,
    /// A field of the kind.
    field: Option<&'static str>,
    /// An item of the list that stands there.
    item: Option<usize>,
    /// A field of that item.
    of_item: Option<&'static str>,
}

/// What a node reads itself.
#[derive(Clone, Debug)]
pub enum Input<'n> {
    /// A quantity, and the values at which the truth may turn.
    Quantity(&'n Quantity, Vec<Threshold>),
    /// A fact each of whose answers may count differently.
    Answer(FactIx),
    /// A set, and the answers that count, as bits.
    Among(FactIx, u64),
    /// A rank, the last place that is good enough, and where that is written.
    Rank(FactIx, u32, Place),
    /// Where the firm is.
    City(FactIx),
    /// A confirmation: answered 否 it stays open.
    Confirmation(FactIx),
    /// The size class.
    SizeClass,
    /// The score sheet.
    Score,
}

/// A value at which a truth may turn, and where it is written.
#[derive(Clone, Copy, Debug)]
pub struct Threshold {
    /// Number of the threshold.
    pub literal: Literal,
    /// Where it is written.
    pub place: Place,
}

impl<'n> Parts<'n> {
    /// A node that reads, with nothing beneath it.
    pub(super) fn leaf(input: Input<'n>) -> Self {
        Self { join: Join::Inputs, children: Vec::new(), inputs: vec![input] }
    }

    /// A node whose truth follows from those beneath it alone.
    pub(super) const fn joined(join: Join, children: Vec<Child<'n>>) -> Self {
        Self { join, children, inputs: Vec::new() }
    }
}

impl<'n> Child<'n> {
    /// A node that is evaluated in its parent's period.
    pub(super) const fn at(place: Place, node: &'n Node) -> Self {
        Self { node, place, periods: 1 }
    }

    /// The nodes of a list.
    pub(super) fn each(list: Place, nodes: &'n [Node]) -> Vec<Self> {
        nodes.iter().enumerate().map(|(index, node)| Self::at(list.item(index), node)).collect()
    }
}

impl Place {
    /// The kind itself.
    pub(super) const fn of(kind: &'static str) -> Self {
        Self { kind, field: None, item: None, of_item: None }
    }

    /// A field of the kind.
    pub(super) const fn field(self, field: &'static str) -> Self {
        Self { field: Some(field), ..self }
    }

    /// An item of the list that stands there.
    pub(super) const fn item(self, index: usize) -> Self {
        Self { item: Some(index), ..self }
    }

    /// A field of that item.
    pub(super) const fn of_item(self, field: &'static str) -> Self {
        Self { of_item: Some(field), ..self }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}", self.kind)?;
        self.field.iter().try_for_each(|field| write!(f, "/{field}"))?;
        self.item.iter().try_for_each(|index| write!(f, "/{index}"))?;
        self.of_item.iter().try_for_each(|field| write!(f, "/{field}"))
    }
}

impl Input<'_> {
    /// Calls `f` with every fact of the dossier that it names, and how many periods back it is read.
    pub fn each_fact(&self, years_ago: u8, f: &mut dyn FnMut(FactIx, u8)) {
        match self {
            Self::Quantity(quantity, _) => quantity.each_fact(years_ago, f),
            Self::Answer(fact)
            | Self::Among(fact, _)
            | Self::Rank(fact, ..)
            | Self::City(fact)
            | Self::Confirmation(fact) => f(*fact, 0),
            Self::SizeClass | Self::Score => {}
        }
    }
}

impl Node {
    /// Whether it reads the score sheet itself.
    pub fn reads_score(&self) -> bool {
        self.parts().inputs.iter().any(|input| matches!(input, Input::Score))
    }

    /// Calls `f` with every fact that the node or one beneath it names.
    pub fn each_fact(&self, f: &mut dyn FnMut(FactIx)) {
        let parts = self.parts();
        parts.inputs.iter().for_each(|input| input.each_fact(0, &mut |fact, _| f(fact)));
        parts.children.iter().for_each(|child| child.node.each_fact(f));
    }
}
