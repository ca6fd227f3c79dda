//! No link of the pages is dead, and none loads anything from elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Result, ensure};
use regex::Regex;
use zjtx::archive::{self, Files};

static LINK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"<[^>]*?\b(href|src)="([^"]*)""#).expect("a fixed pattern"));
static ID: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"\bid="([^"]*)""#).expect("a fixed pattern"));

/// Goes through all links of all pages in a folder; an error names those that lead nowhere.
pub(super) fn check(folder: &Path) -> Result<()> {
    let mut files = Files::new();
    archive::add(&mut files, "", folder)?;
    let dead = dead(&files);
    ensure!(dead.is_empty(), "links of the documents that lead nowhere:\n{}", dead.join("\n"));
    Ok(())
}

fn dead(files: &Files) -> Vec<String> {
    let pages: BTreeMap<&str, String> = files
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, bytes)| (name.as_str(), String::from_utf8_lossy(bytes).into_owned()))
        .collect();
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(name, text)| (*name, ID.captures_iter(text).map(first).collect())).collect();
    let mut found = Vec::new();
    for (name, text) in &pages {
        for link in LINK.captures_iter(text) {
            let (_, [kind, address]) = link.extract();
            if !is_alive(files, &ids, name, kind, address) {
                found.push(format!("{name}: {address}"));
            }
        }
    }
    found
}

fn first<'t>(captures: regex::Captures<'t>) -> &'t str {
    captures.extract::<1>().1[0]
}

fn is_alive(
    files: &Files,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
    page: &str,
    kind: &str,
    address: &str,
) -> bool {
    if address.contains("://") {
        return kind == "href";
    }
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = if path.is_empty() { page.to_owned() } else { super::source::resolved(page, path) };
    let has_fragment = || ids.get(path.as_str()).is_some_and(|ids| ids.contains(fragment));
    files.contains_key(&path) && (fragment.is_empty() || has_fragment())
}

#[cfg(test)]
mod tests {
    use super::{Files, dead};

    #[test]
    fn a_link_to_no_file_or_no_heading_is_told() {
        let page = "<a href=\"b.html#there\"></a><a href=\"b.html#gone\"></a><a href=\"gone.html\"></a>\
                    <a href=\"https://example.org\"></a><script src=\"https://example.org/x.js\"></script>";
        let mut files = Files::new();
        files.insert("docs/a.html".to_owned(), page.as_bytes().to_vec());
        files.insert("docs/b.html".to_owned(), b"<h2 id=\"there\"></h2>".to_vec());
        let expected = ["b.html#gone", "gone.html", "https://example.org/x.js"];
        assert_eq!(dead(&files), expected.map(|address| format!("docs/a.html: {address}")));
    }
}
