//! What a document begins with: for whom and when, remarks, and the documents the pack rests on.

use super::{Block, Item, Span, Writer};
use crate::language::{packs::InForce, rulebook::Source};

impl Writer<'_> {
    pub(super) fn head(&self) -> Vec<Block> {
        let mut blocks = vec![self.labelled("适用", "For", &self.scope()), self.validity()];
        blocks.extend(self.pack.note().map(|note| Block::text(note.get(self.words.lang))));
        let sources: Vec<&Source> =
            self.pack.sources().iter().filter_map(|id| self.rulebook.source(id)).collect();
        if !sources.is_empty() {
            blocks.push(self.chapter("依据文件", "Sources"));
            blocks.push(Block::List(sources.into_iter().map(|source| self.source(source)).collect()));
        }
        blocks
    }

    /// Region, scheme, and which revision of the pack this is.
    fn scope(&self) -> String {
        let (catalog, pack, lang) = (self.rulebook.catalog(), self.pack, self.words.lang);
        let region = catalog.regions.iter().find(|region| region.code == pack.region());
        let scheme = catalog.schemes.iter().find(|scheme| scheme.id == pack.scheme());
        let parts = [region.map(|region| &region.name), scheme.map(|scheme| &scheme.title)];
        let names: Vec<&str> = parts.into_iter().flatten().map(|text| text.get(lang)).collect();
        let pack = format!("{} · {}", pack.id(), pack.revision());
        self.words.either(
            || format!("{}（{pack}）", names.join(" · ")),
            || format!("{} (pack {pack})", names.join(" · ")),
        )
    }

    fn validity(&self) -> Block {
        let row = |row: &InForce| {
            let note = row.note.as_ref().map_or("", |note| note.get(self.words.lang));
            let (span, confidence) =
                (self.words.validity(row.span(), &row.kinds), self.words.confidence(row.confidence));
            self.words.either(
                || format!("有效期 {span}：{confidence}。{note}"),
                || format!("In force {span}: {confidence}. {note}"),
            )
        };
        Block::List(self.pack.in_force().iter().map(|doc| Item::text(row(doc))).collect())
    }

    fn source(&self, source: &Source) -> Item {
        let words = &self.words;
        let (title, number, issuer) = (&source.title, &source.number, &source.issuer);
        let name = words
            .either(|| format!("{title}（{number}，{issuer}）"), || format!("{title} ({number}, {issuer})"));
        let (checked, confidence) = (source.checked_on, words.confidence(source.confidence));
        let note = source.note.as_ref().map_or("", |note| note.get(words.lang));
        let about = words.either(
            || format!("。核对于 {checked}，{confidence}。{note}"),
            || format!(". Checked on {checked}, {confidence}. {note}"),
        );
        let name = match &source.link {
            Some(address) => Span::Link { text: name, address: address.clone() },
            None => Span::Text(name),
        };
        Item { spans: vec![name, Span::Text(about)], items: Vec::new() }
    }
}
