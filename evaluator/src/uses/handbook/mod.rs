//! A pack as a readable document 「规则说明」: a small tree that a page, Markdown or HTML renders.
//!
//! Everything in it comes from the rule files; nothing is known of a firm. It holds text in one language
//! and no markup.

mod criteria;
mod facts;
mod head;
mod previous;
mod tables;

pub use previous::previous;

use crate::{
    base::text::Lang,
    language::{nodes::Words, packs::Pack, rulebook::Rulebook},
};

/// A pack as a readable document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Id of the pack it shows.
    pub id: String,
    /// Title of the document.
    pub title: String,
    /// What stands in it, in order.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading beneath the title.
    Heading {
        /// 2 for a chapter, 3 and more beneath it.
        level: u8,
        /// Id of the criterion it is of, the same in every version of the pack: what links lead to.
        anchor: Option<String>,
        /// Its text.
        text: String,
    },
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list.
    List(Vec<Item>),
    /// A table.
    Table {
        /// Names of the columns.
        head: Vec<String>,
        /// As many cells a row as there are columns.
        rows: Vec<Vec<String>>,
    },
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// A link.
    Link {
        /// Its text.
        text: String,
        /// Where it leads.
        address: String,
    },
}

/// A member of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its text.
    pub spans: Vec<Span>,
    /// Members beneath it.
    pub items: Vec<Item>,
}

/// A pack of a rulebook as a document.
pub fn document(rulebook: &Rulebook, pack: &Pack, lang: Lang) -> Document {
    let writer = Writer { rulebook, pack, words: Words::of(pack, lang) };
    let mut blocks = writer.head();
    blocks.extend(writer.criteria());
    blocks.extend(writer.score_sheet());
    blocks.extend(writer.size_table());
    blocks.extend(writer.facts());
    blocks.extend(writer.changes());
    Document { id: pack.id().to_owned(), title: pack.title().get(lang).to_owned(), blocks }
}

/// What a document is written from.
struct Writer<'w> {
    rulebook: &'w Rulebook,
    pack: &'w Pack,
    words: Words<'w>,
}

impl Writer<'_> {
    fn chapter(&self, zh: &str, en: &str) -> Block {
        Block::Heading { level: 2, anchor: None, text: self.words.pick(zh, en).to_owned() }
    }

    /// A paragraph that begins with its subject: 依据：….
    fn labelled(&self, zh: &str, en: &str, text: &str) -> Block {
        Block::text(format!("{}{}{text}", self.words.pick(zh, en), self.words.pick("：", ": ")))
    }

    fn columns(&self, names: &[(&str, &str)]) -> Vec<String> {
        names.iter().map(|(zh, en)| self.words.pick(zh, en).to_owned()).collect()
    }
}

impl Block {
    fn text(text: impl Into<String>) -> Self {
        Self::Paragraph(vec![Span::Text(text.into())])
    }
}

impl Item {
    fn text(text: impl Into<String>) -> Self {
        Self { spans: vec![Span::Text(text.into())], items: Vec::new() }
    }
}
