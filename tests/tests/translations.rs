//! What people who hand over, deploy or embed read stands in Chinese and in English, and both say the same: headings of the
//! same depths in the same order, the same tables, and the same commands and settings.

use std::{fs, path::Path};

/// The documents, Chinese beside English.
const PAIRS: [(&str, &str); 5] = [
    ("README.md", "docs/en/README.md"),
    ("docs/deployment.md", "docs/en/deployment.md"),
    ("docs/embedding.md", "docs/en/embedding.md"),
    ("docs/privacy.md", "docs/en/privacy.md"),
    ("docs/versions.md", "docs/en/versions.md"),
];

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What both languages have alike of a document.
#[derive(Debug, Default)]
struct Shape {
    /// Depth of each heading.
    headings: Vec<usize>,
    /// Columns of each row of a table.
    rows: Vec<usize>,
    /// Lines of code blocks, without comments.
    code: Vec<String>,
}

impl Shape {
    fn of(text: &str) -> Self {
        let mut shape = Self::default();
        let mut is_code = false;
        for line in text.lines() {
            if line.starts_with("```") {
                is_code = !is_code;
            } else if is_code {
                shape.code.push(without_comment(line).to_owned());
            } else if line.starts_with('#') {
                shape.headings.push(line.chars().take_while(|letter| *letter == '#').count());
            } else if line.starts_with('|') {
                shape.rows.push(line.matches('|').count());
            }
        }
        shape
    }
}

fn without_comment(line: &str) -> &str {
    let comment = if line.starts_with('#') { Some(0) } else { line.find(" #") };
    comment.and_then(|at| line.get(..at)).unwrap_or(line).trim_end()
}

/// Whether an English line does what a Chinese one does: the same up to the first Chinese name.
fn is_same(zh: &str, en: &str) -> bool {
    match zh.find(|letter: char| !letter.is_ascii() && !en.contains(letter)) {
        Some(at) => zh.get(..at).is_some_and(|start| en.starts_with(start)),
        None => zh == en,
    }
}

#[test]
fn both_languages_have_the_same_headings_tables_and_commands() {
    for (zh, en) in PAIRS {
        let (chinese, english) = (Shape::of(&read(zh)), Shape::of(&read(en)));
        assert_eq!(chinese.headings, english.headings, "headings of {zh} and {en}");
        assert_eq!(chinese.rows, english.rows, "tables of {zh} and {en}");
        assert_eq!(chinese.code.len(), english.code.len(), "code of {zh} and {en}");
        for (one, other) in chinese.code.iter().zip(&english.code) {
            assert!(is_same(one, other), "{zh}: {one}\n{en}: {other}");
        }
    }
}

#[test]
fn documents_in_two_languages_lead_to_each_other() {
    for (zh, en) in PAIRS {
        let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let head = |path| read(path).lines().take(12).collect::<String>();
        assert!(head(zh).contains(&format!("en/{}", name(en))), "{zh} does not begin with a link to {en}");
        assert!(head(en).contains(&format!("../{}", name(zh))), "{en} does not begin with a link to {zh}");
    }
}

#[test]
fn every_document_is_in_the_table_of_contents() {
    let contents = read("docs/SUMMARY.md");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs");
    for folder in ["", "en/"] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder") {
            let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
            let is_listed = contents.contains(&format!("({folder}{name})"));
            assert!(is_listed || !name.ends_with(".md") || name == "SUMMARY.md", "docs/{folder}{name}");
        }
    }
}
