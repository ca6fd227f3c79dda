//! What stands beneath a node, and which facts it names itself.

use super::Node;
use crate::language::terms::FactIx;

impl Node {
    /// The nodes beneath with their places, as JSON pointers from this node's object.
    pub fn children(&self) -> Vec<(String, &Self)> {
        match self {
            Self::All(nodes) => numbered("/all", "", nodes),
            Self::Any(nodes) => numbered("/any", "", nodes),
            Self::Not(node) => vec![("/not".to_owned(), node)],
            Self::AtLeastN(node) => numbered("/at_least_n/of", "", &node.of),
            Self::WaivedIf(node) => vec![
                ("/waived_if/test".to_owned(), &node.test),
                ("/waived_if/waiver".to_owned(), &node.waiver),
            ],
            Self::Ambiguous(node) => {
                let readings = node.readings.iter().enumerate();
                let tests = readings.filter_map(|(index, reading)| Some((index, reading.test.as_ref()?)));
                tests.map(|(index, test)| (format!("/ambiguous/readings/{index}/test"), test)).collect()
            }
            Self::EveryYear(years) => vec![("/every_year/test".to_owned(), &years.test)],
            Self::AnyYear(years) => vec![("/any_year/test".to_owned(), &years.test)],
            Self::ThresholdBy(node) => {
                numbered("/threshold_by/rows", "/test", node.rows.iter().map(|row| &row.test))
            }
            Self::Compare(_)
            | Self::Holds(_)
            | Self::Title(_)
            | Self::OneOf(_)
            | Self::IncludesAny(_)
            | Self::RankWithin(_)
            | Self::SizeClass(_)
            | Self::Review(_)
            | Self::Score => Vec::new(),
        }
    }

    /// Calls `f` with every fact that the node or one beneath it names.
    pub fn each_fact(&self, f: &mut dyn FnMut(FactIx)) {
        match self {
            Self::Compare(node) => node.quantity.each_fact(0, &mut |fact, _| f(fact)),
            Self::Holds(fact) | Self::Title(fact) | Self::Review(fact) => f(*fact),
            Self::OneOf(node) => f(node.fact),
            Self::IncludesAny(node) => f(node.fact),
            Self::RankWithin(node) => f(node.fact),
            Self::ThresholdBy(node) => node.each_selector_fact(0, &mut |fact, _| f(fact)),
            _ => {}
        }
        self.children().into_iter().for_each(|(_, child)| child.each_fact(f));
    }
}

fn numbered<'n>(
    list: &str,
    test: &str,
    nodes: impl IntoIterator<Item = &'n Node>,
) -> Vec<(String, &'n Node)> {
    let nodes = nodes.into_iter().enumerate();
    nodes.map(|(index, node)| (format!("{list}/{index}{test}"), node)).collect()
}
