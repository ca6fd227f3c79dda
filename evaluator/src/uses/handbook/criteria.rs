//! The chapters and their criteria.

use super::{Block, Item, Writer};
use crate::language::{
    nodes::Node,
    packs::{Body, Criterion},
    words::{Clause, Condition},
};

impl Writer<'_> {
    pub(super) fn criteria(&self) -> Vec<Block> {
        let chapters = self.pack.chapters();
        let mut blocks = Vec::new();
        for (zh, en, criteria) in [
            ("前置资质", "Prerequisites", &chapters.prerequisites),
            ("否决性条件（须都没有）", "Vetoes (none may apply)", &chapters.vetoes),
            ("必备条件（须全部满足）", "Gates (all must be met)", &chapters.gates),
        ] {
            if !criteria.is_empty() {
                blocks.push(self.chapter(zh, en));
                criteria.iter().for_each(|criterion| self.criterion(criterion, 3, &mut blocks));
            }
        }
        if let Some(routes) = &chapters.routes {
            blocks.push(self.chapter("认定途径（满足任一即可）", "Routes"));
            self.criterion(routes, 3, &mut blocks);
        }
        if !chapters.declarations.is_empty() {
            blocks.push(self.chapter("自述事项（不参与判断）", "Declarations (not counted)"));
            chapters.declarations.iter().for_each(|criterion| self.criterion(criterion, 3, &mut blocks));
        }
        blocks
    }

    fn criterion(&self, criterion: &Criterion, level: u8, blocks: &mut Vec<Block>) {
        let text = format!("{} {}", criterion.id, criterion.title.get(self.words.lang));
        blocks.push(Block::Heading { level, anchor: Some(criterion.id.clone()), text });
        let children = criterion.children();
        match &criterion.body {
            Body::Test { test, renewal } => blocks.push(self.tests(test, renewal.as_ref())),
            Body::AllOf(_) => {
                blocks.push(Block::text(self.words.pick("以下各项须全部满足。", "All of these.")))
            }
            Body::AnyOf(_) => {
                blocks.push(Block::text(self.words.pick("以下各项满足任一。", "Any of these.")))
            }
        }
        blocks.push(self.citation(criterion));
        blocks.extend(self.remarks(criterion));
        children.iter().for_each(|child| self.criterion(child, level.saturating_add(1), blocks));
    }

    /// What the test requires, and what another one requires of renewals.
    fn tests(&self, test: &Node, renewal: Option<&Node>) -> Block {
        let items = |node: &Node| node.describe_each(&self.words).iter().map(item).collect::<Vec<_>>();
        let Some(renewal) = renewal else { return Block::List(items(test)) };
        let side =
            |zh: &str, en: &str, node| Item { items: items(node), ..Item::text(self.words.pick(zh, en)) };
        Block::List(vec![side("新申请", "First application", test), side("复核", "Renewal", renewal)])
    }

    fn citation(&self, criterion: &Criterion) -> Block {
        let cite = &criterion.cite;
        let number = self.rulebook.source(&cite.source).map_or("", |source| source.number.as_str());
        let confidence = self.words.confidence(criterion.confidence);
        let text = self.words.either(
            || format!("{number} {}：“{}”（{confidence}）", cite.clause, cite.text),
            || format!("{number} {}: “{}” ({confidence})", cite.clause, cite.text),
        );
        self.labelled("依据", "Source", &text)
    }

    fn remarks(&self, criterion: &Criterion) -> Vec<Block> {
        let words = &self.words;
        let mut remarks = Vec::new();
        remarks.extend(criterion.role.map(|role| self.labelled("性质", "Kind", words.role(role))));
        if let [kind] = criterion.applies_to.as_slice() {
            remarks.push(self.labelled("只考查", "Examined only for", &words.kinds(&[*kind])));
        }
        remarks.extend(criterion.in_force.map(|span| self.labelled("施行", "In force", &words.days(span))));
        if criterion.self_declared {
            remarks.push(Block::text(words.pick("由企业如实说明。", "Stated by the enterprise.")));
        }
        remarks
            .extend(criterion.note.as_ref().map(|note| self.labelled("说明", "Note", note.get(words.lang))));
        remarks
    }
}

fn item(clause: &Clause) -> Item {
    match clause {
        Clause::Condition(Condition { subject, requirement }) => {
            Item::text(format!("{subject} {requirement}"))
        }
        Clause::Group { heading, clauses } => {
            Item { items: clauses.iter().map(item).collect(), ..Item::text(heading.as_str()) }
        }
    }
}
