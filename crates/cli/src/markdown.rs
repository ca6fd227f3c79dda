//! A document as Markdown (CommonMark with tables); a criterion's anchor is its id.

use crate::html;
use zjtx_evaluator::handbook::{Block, Document, Item, Span};

/// The whole document.
pub fn markdown(document: &Document) -> String {
    let mut text = format!("# {}\n", escaped(&document.title));
    for block in &document.blocks {
        text.push('\n');
        write_block(block, &mut text);
    }
    text
}

fn write_block(block: &Block, text: &mut String) {
    match block {
        Block::Heading { level, anchor, text: heading } => {
            let place = |anchor: &String| format!("<a id=\"{}\"></a>\n\n", html::escaped(anchor));
            text.push_str(&anchor.as_ref().map(place).unwrap_or_default());
            text.push_str(&format!("{} {}\n", "#".repeat(usize::from(*level)), escaped(heading)));
        }
        Block::Paragraph(spans) => text.push_str(&format!("{}\n", inline(spans))),
        Block::List(items) => items.iter().for_each(|item| write_item(item, 0, text)),
        Block::Table { head, rows } => {
            write_row(head, text);
            write_row(&vec!["---"; head.len()], text);
            rows.iter().for_each(|row| write_row(row, text));
        }
    }
}

fn write_item(item: &Item, depth: usize, text: &mut String) {
    text.push_str(&format!("{}- {}\n", "  ".repeat(depth), inline(&item.spans)));
    item.items.iter().for_each(|item| write_item(item, depth + 1, text));
}

fn write_row<C: AsRef<str>>(cells: &[C], text: &mut String) {
    for cell in cells {
        let is_rule = cell.as_ref() == "---";
        let cell = if is_rule { "---".to_owned() } else { escaped(cell.as_ref()) };
        text.push_str(&format!("| {cell} "));
    }
    text.push_str("|\n");
}

fn inline(spans: &[Span]) -> String {
    let span = |span: &Span| match span {
        Span::Text(text) => escaped(text),
        Span::Link { text, address } => format!("[{}](<{}>)", escaped(text), address.replace(['<', '>'], "")),
    };
    spans.iter().map(span).collect()
}

/// Text that stays text: no markup, and on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' | '+' => {
                escaped.extend(['\\', c])
            }
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
        let document = Document {
            id: "p".to_owned(),
            title: "a *b* <i>".to_owned(),
            blocks: vec![Block::Table { head: vec!["x|y".to_owned()], rows: vec![vec!["1\n2".to_owned()]] }],
        };
        assert_eq!(markdown(&document), "# a \\*b\\* \\<i\\>\n\n| x\\|y |\n| --- |\n| 1 2 |\n");
    }
}
