//! Documents as HTML: a fragment for a page, or a whole page that needs no script.
//!
//! A criterion's anchor is its id; on a page of several packs it is `pack.criterion`.

use zjtx_evaluator::{
    Lang, Rulebook,
    handbook::{self, Block, Document, Item, Span},
};

/// Plain enough to read on a phone and on paper, where each document begins a sheet.
pub const STYLE: &str = "body{max-width:50rem;margin:auto;padding:1rem;font-family:system-ui,sans-serif;\
line-height:1.6;overflow-wrap:anywhere}table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid #999;padding:.3rem .6rem;\
text-align:left;vertical-align:top}\
@media print{body{max-width:none;padding:0;font-size:10pt}nav{display:none}table{display:table}\
tr{break-inside:avoid}section+section{break-before:page}}";

/// What stands around the documents of a page.
pub struct Surroundings<'a> {
    /// Elements of the head that bring the style.
    pub head: &'a str,
    /// HTML before the contents.
    pub lead: &'a str,
}

/// All packs of a rulebook on one page, with a table of contents.
pub fn rules_page(rulebook: &Rulebook, around: &Surroundings<'_>, lang: Lang) -> String {
    let documents: Vec<Document> =
        rulebook.packs().iter().map(|pack| handbook::document(rulebook, pack, lang)).collect();
    page(lang.pick("规则说明", "The rules"), &documents, around, lang)
}

/// A whole page with the documents one after the other.
pub fn page(title: &str, documents: &[Document], around: &Surroundings<'_>, lang: Lang) -> String {
    let (title, code) = (escaped(title), lang.pick("zh-CN", "en"));
    let scope = |document: &Document| {
        if documents.len() > 1 { format!("{}.", document.id) } else { String::new() }
    };
    let fragments: String =
        documents.iter().map(|document| fragment(document, &scope(document), 1)).collect();
    let contents = if documents.len() > 1 { contents(documents) } else { String::new() };
    let Surroundings { head, lead } = around;
    format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n{head}\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         {lead}{contents}{fragments}</main>\n</body>\n</html>\n"
    )
}

fn contents(documents: &[Document]) -> String {
    let line = |document: &Document| {
        format!("<li><a href=\"#{}\">{}</a></li>\n", escaped(&document.id), escaped(&document.title))
    };
    let lines: String = documents.iter().map(line).collect();
    format!("<nav>\n<ul>\n{lines}</ul>\n</nav>\n")
}

/// A document as a section whose headings stand `below` levels under the page's own and whose anchors begin
/// with `scope`.
fn fragment(document: &Document, scope: &str, below: u8) -> String {
    let (id, title) = (escaped(&document.id), escaped(&document.title));
    let level = heading_level(1, below);
    let blocks: String = document.blocks.iter().map(|block| block_html(block, scope, below)).collect();
    format!("<section id=\"{id}\">\n<h{level}>{title}</h{level}>\n{blocks}</section>\n")
}

/// HTML has six levels; deeper headings share the last.
fn heading_level(level: u8, below: u8) -> u8 {
    level.saturating_add(below).clamp(1, 6)
}

fn block_html(block: &Block, scope: &str, below: u8) -> String {
    match block {
        Block::Heading { level, anchor, text } => {
            let level = heading_level(*level, below);
            let anchor =
                anchor.as_ref().map(|anchor| format!(" id=\"{}\"", escaped(&format!("{scope}{anchor}"))));
            format!("<h{level}{}>{}</h{level}>\n", anchor.unwrap_or_default(), escaped(text))
        }
        Block::Paragraph(spans) => format!("<p>{}</p>\n", inline(spans)),
        Block::List(items) => list(items),
        Block::Table { head, rows } => {
            let rows: String = rows.iter().map(|cells| row(cells, "td")).collect();
            let head = row(head, "th scope=\"col\"");
            format!("<table>\n<thead>\n{head}</thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
        }
    }
}

fn list(items: &[Item]) -> String {
    let item = |item: &Item| {
        let beneath = if item.items.is_empty() { String::new() } else { format!("\n{}", list(&item.items)) };
        format!("<li>{}{beneath}</li>\n", inline(&item.spans))
    };
    let items: String = items.iter().map(item).collect();
    format!("<ul>\n{items}</ul>\n")
}

fn row(cells: &[String], tag: &str) -> String {
    let name = tag.split(' ').next().unwrap_or(tag);
    let cells: String = cells.iter().map(|cell| format!("<{tag}>{}</{name}>", escaped(cell))).collect();
    format!("<tr>{cells}</tr>\n")
}

fn inline(spans: &[Span]) -> String {
    let span = |span: &Span| match span {
        Span::Text(text) => escaped(text),
        Span::Link { text, address } if is_web(address) => {
            format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escaped(address), escaped(text))
        }
        Span::Link { text, .. } => escaped(text),
    };
    spans.iter().map(span).collect()
}

/// Other schemes could run script.
fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// Text as HTML writes it, in attributes too.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let link = |address: &str| Span::Link { text: "a&b".to_owned(), address: address.to_owned() };
        let document = Document {
            id: "p".to_owned(),
            title: "<script>\"".to_owned(),
            blocks: vec![Block::Paragraph(vec![link("javascript:x"), link("https://x/?a=1&b=\"")])],
        };
        let html = fragment(&document, "", 0);
        assert!(html.contains("<h1>&lt;script&gt;&quot;</h1>"), "{html}");
        assert!(
            html.contains(
                "<p>a&amp;b<a href=\"https://x/?a=1&amp;b=&quot;\" rel=\"noreferrer\">a&amp;b</a></p>"
            ),
            "{html}"
        );
    }
}
