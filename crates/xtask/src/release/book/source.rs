//! The book's source: every document of the table of contents, and what documents show, at its place in the repository,
//! so that links between them hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result};
use regex::{Captures, Regex};

/// The table of contents, in the repository and in the book.
const CONTENTS: &str = "docs/SUMMARY.md";
const SUMMARY: &str = "SUMMARY.md";

/// The index of decisions, beneath which the notes are listed.
const DECISIONS: &str = "docs/decisions";

/// The address of a link or picture.
static LINK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r##"(\]\(|src=")([^)"#\s]+)"##).expect("a fixed pattern"));

/// Copies the documents into a folder, with the table of contents that mdBook reads.
pub(super) fn lay_out(root: &Path, folder: &Path) -> Result<()> {
    let contents = contents(root)?;
    let mut files: BTreeSet<String> = BTreeSet::new();
    let mut open: Vec<String> = linked(SUMMARY, &contents).collect();
    while let Some(path) = open.pop() {
        let from = root.join(&path);
        let to = folder.join(&path);
        fs::create_dir_all(to.parent().unwrap_or(folder))?;
        fs::copy(&from, &to).with_context(|| format!("a document links to {path}, which is missing"))?;
        if path.ends_with(".md") {
            let text = fs::read_to_string(&from)?;
            // Other documents come by the table of contents only; the check of links tells those that are not in it.
            open.extend(linked(&path, &text).filter(|other| !other.ends_with(".md")));
        }
        files.insert(path);
        open.retain(|path| !files.contains(path));
    }
    Ok(fs::write(folder.join(SUMMARY), contents)?)
}

/// The table of contents as seen from the top of the repository, with every decision.
fn contents(root: &Path) -> Result<String> {
    let text = fs::read_to_string(root.join(CONTENTS)).with_context(|| format!("{CONTENTS} is missing"))?;
    let from_top = |link: &Captures<'_>| format!("{}{}", &link[1], resolved(CONTENTS, &link[2]));
    let mut text = LINK.replace_all(&text, from_top).into_owned();
    let mut notes = BTreeSet::new();
    for entry in fs::read_dir(root.join(DECISIONS))? {
        notes.insert(entry?.file_name().to_string_lossy().into_owned());
    }
    notes.remove("README.md");
    for name in notes {
        let path = format!("{DECISIONS}/{name}");
        let note = fs::read_to_string(root.join(&path))?;
        let title = note.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']).to_owned();
        text.push_str(&format!("  - [{title}]({path})\n"));
    }
    Ok(text)
}

/// Files that a document links to or shows, by their paths in the repository.
fn linked<'t>(document: &str, text: &'t str) -> impl Iterator<Item = String> + use<'t> {
    let document = document.to_owned();
    let links = LINK.captures_iter(text).map(|link| link.extract::<2>().1[1]);
    links.filter(|link| !link.contains(':')).map(move |link| resolved(&document, link))
}

/// A relative link of a document as a path in the repository.
pub(super) fn resolved(document: &str, link: &str) -> String {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::{linked, resolved};

    #[test]
    fn links_are_read_as_paths_of_the_repository() {
        assert_eq!(resolved("docs/en/a.md", "../../README.md"), "README.md");
        let text = "[a](b.md#c) ![p](images/p.png) <img src=\"../q.png\"> [e](https://example.org) [f](#g)";
        let found: Vec<String> = linked("docs/x.md", text).collect();
        assert_eq!(found, ["docs/b.md", "docs/images/p.png", "q.png"]);
    }
}
