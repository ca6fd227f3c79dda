//! How the app's source is laid out: markup stays narrow and flat, and what people read stands in tables of words.

use conformance::files::files;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::{
    fs,
    path::{Path, PathBuf},
};
use syn::{Attribute, Item, Macro, visit::Visit};

/// Characters of a line.
const WIDTH: usize = 120;
/// Elements within each other in one `html!`.
const DEPTH: usize = 4;

/// Whether a file is a table of words, whose lines are as long as its sentences.
fn is_table(path: &Path) -> bool {
    ["words.rs", "titles.rs"].iter().any(|name| path.ends_with(name))
}

/// Files of the app, with their text.
fn sources() -> Vec<(PathBuf, String)> {
    let found = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src"), "rs");
    assert!(found.len() > 100, "only {} files were read", found.len());
    found.into_iter().map(|path| (path.clone(), fs::read_to_string(path).expect("a source file"))).collect()
}

#[test]
fn lines_are_narrow() {
    let mut wide = Vec::new();
    for (path, text) in sources().iter().filter(|(path, _)| !is_table(path)) {
        let lines = text.lines().enumerate().filter(|(_, line)| line.chars().count() > WIDTH);
        wide.extend(lines.map(|(at, _)| format!("{}:{}", path.display(), at + 1)));
    }
    assert!(wide.is_empty(), "{wide:#?}");
}

#[test]
fn markup_is_flat() {
    let (mut deep, mut seen) = (Vec::new(), 0);
    for (path, text) in sources() {
        let mut markup = Markup::default();
        markup.visit_file(&syn::parse_file(&text).expect("Rust"));
        seen += markup.depths.len();
        let most = markup.depths.iter().max().copied().unwrap_or(0);
        deep.extend((most > DEPTH).then(|| format!("{}: {most}", path.display())));
    }
    assert!(seen > 300, "only {seen} pieces of markup were seen");
    assert!(deep.is_empty(), "{deep:#?}");
}

#[test]
fn sentences_stand_in_tables() {
    let is_chinese = |letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter);
    let mut stray = Vec::new();
    for (path, text) in
        sources().into_iter().filter(|(path, _)| !is_table(path) && !path.ends_with("tests.rs"))
    {
        let mut markup = Markup::default();
        markup.visit_file(&syn::parse_file(&text).expect("Rust"));
        let found = markup.literals.into_iter().filter(|text| text.chars().any(is_chinese));
        stray.extend(found.map(|text| format!("{}: {text}", path.display())));
    }
    assert!(stray.is_empty(), "{stray:#?}");
}

/// What stands in a file outside its tests.
#[derive(Default)]
struct Markup {
    /// Elements within each other, of each `html!`.
    depths: Vec<usize>,
    /// Texts written out.
    literals: Vec<String>,
}

impl Visit<'_> for Markup {
    fn visit_item(&mut self, item: &Item) {
        let attributes = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            _ => return syn::visit::visit_item(self, item),
        };
        if !attributes.iter().any(is_of_tests) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_attribute(&mut self, _: &Attribute) {}

    fn visit_lit_str(&mut self, text: &syn::LitStr) {
        self.literals.push(text.value());
    }

    fn visit_macro(&mut self, called: &Macro) {
        self.texts(called.tokens.clone());
        if called.path.is_ident("html") {
            self.markup(called.tokens.clone());
        } else {
            self.within(called.tokens.clone());
        }
    }
}

fn is_of_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
        && attribute.meta.require_list().is_ok_and(|list| {
            list.tokens.clone().into_iter().any(|token| match token {
                TokenTree::Ident(word) => word == "test",
                TokenTree::Group(group) => group.stream().to_string().contains("test"),
                _ => false,
            })
        })
}

impl Markup {
    /// Texts in the tokens of a macro.
    fn texts(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.texts(group.stream()),
                TokenTree::Literal(literal) => {
                    self.literals.extend(Some(literal.to_string()).filter(|text| text.starts_with('"')));
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }

    /// Further `html!` in the tokens of an expression, each with a depth of its own.
    fn within(&mut self, tokens: TokenStream) {
        let mut before = [String::new(), String::new()];
        for token in tokens {
            if let TokenTree::Group(group) = &token {
                let is_markup = before == ["html", "!"];
                if is_markup { self.markup(group.stream()) } else { self.within(group.stream()) }
            }
            before = [std::mem::take(&mut before[1]), token.to_string()];
        }
    }

    fn markup(&mut self, tokens: TokenStream) {
        let mut most = 0;
        self.elements(tokens, 0, &mut most);
        self.depths.push(most);
    }

    /// Elements in markup; braces after `if` and `else` hold markup, too, other braces expressions.
    fn elements(&mut self, tokens: TokenStream, outside: usize, most: &mut usize) {
        let (mut depth, mut is_branch) = (outside, false);
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            match (token, sign(tokens.get(at + 1))) {
                (TokenTree::Group(group), _) if is_branch && group.delimiter() == Delimiter::Brace => {
                    is_branch = false;
                    self.elements(group.stream(), depth, most);
                }
                (TokenTree::Group(group), _) => self.within(group.stream()),
                (TokenTree::Ident(word), _) => is_branch |= *word == "if" || *word == "else",
                (TokenTree::Punct(_), _) if is_branch => {}
                (TokenTree::Punct(mark), next) => match (mark.as_char(), next) {
                    ('<', Some('/')) => depth = depth.saturating_sub(1),
                    // In `</>` the sign before has counted.
                    ('/', Some('>')) if sign(tokens.get(at.wrapping_sub(1))) != Some('<') => {
                        depth = depth.saturating_sub(1);
                    }
                    ('<', _) => depth += 1,
                    _ => {}
                },
                (TokenTree::Literal(_), _) => {}
            }
            *most = depth.max(*most);
        }
    }
}

fn sign(token: Option<&TokenTree>) -> Option<char> {
    match token {
        Some(TokenTree::Punct(mark)) => Some(mark.as_char()),
        _ => None,
    }
}
