//! The service worker, made from `static/site/sw.js`: which files it keeps, and how their bytes are known.

use anyhow::{Result, ensure};
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::Value;
use sha2::{Digest, Sha256};
use zjtx::site_rules::DOCUMENTS;

/// The worker's name in the sources; it keeps that name and is not among the files it keeps.
pub(crate) const SOURCE: &str = "static/site/sw.js";

/// Stand in the worker's source for the files and for what tells one version from another.
const FILES_PLACE: &str = "\"%FILES%\"";
const LATER_PLACE: &str = "\"%LATER%\"";
const VERSION_PLACE: &str = "%VERSION%";

/// Files of the site that a host reads, or that a page which is there never needs.
const NOT_KEPT: &[&str] = &["_headers", "404.html", "licences.html"];

/// The pages of recognised firms keep what they need themselves, on sites that have lists; blind tokens are fetched from
/// a portal, which needs a network.
const NEVER_KEPT: [&str; 5] =
    ["directory/", "assets/directory", "assets/firms", "embed/tokens", "blind-tokens"];

/// What only lists of firms need, half a megabyte, and the table of places: kept when used or at leisure.
const LATER: [&str; 4] = ["assets/lists", "lists-charts.js", "places.txt", DOCUMENTS];

/// The files of the built site that the worker keeps.
#[derive(Default)]
pub(crate) struct KeptFiles {
    first: Vec<Value>,
    later: Vec<Value>,
}

impl KeptFiles {
    /// Takes up a file of the site.
    pub(crate) fn add(&mut self, path: &str, bytes: &[u8]) {
        let is_apart = NEVER_KEPT.iter().any(|start| path.starts_with(start));
        if NOT_KEPT.contains(&path) || is_apart {
            return;
        }
        // The page's address is the site's folder.
        let path = if path == "index.html" { "./" } else { path };
        let files =
            if LATER.iter().any(|later| path.starts_with(later)) { &mut self.later } else { &mut self.first };
        files.push(Value::from(vec![path.to_owned(), integrity(bytes)]));
    }

    /// The worker that keeps these files; its version changes with any of them.
    pub(crate) fn fill(self, template: &str) -> Result<String> {
        for place in [FILES_PLACE, LATER_PLACE, VERSION_PLACE] {
            ensure!(template.contains(place), "{SOURCE} has no place {place}");
        }
        let [first, later] = [self.first, self.later].map(|files| Value::from(files).to_string());
        let version = integrity(format!("{first}{later}").as_bytes());
        let filled = template.replace(FILES_PLACE, &first).replace(LATER_PLACE, &later);
        Ok(filled.replace(VERSION_PLACE, &version))
    }
}

/// The content's hash as `fetch` compares it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::KeptFiles;

    const TEMPLATE: &str = "new Map(\"%FILES%\"); new Map(\"%LATER%\"); // %VERSION%";

    fn filled(page: &str) -> String {
        let mut files = KeptFiles::default();
        files.add("_headers", b"headers");
        files.add("index.html", page.as_bytes());
        files.fill(TEMPLATE).expect("a template with all places")
    }

    #[test]
    fn files_are_known_by_their_bytes() {
        // printf one | openssl dgst -sha256 -binary | base64
        let expected = "new Map([[\"./\",\"sha256-dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z/0Me0=\"]]); new Map([]); // sha256-";
        let worker = filled("one");
        assert!(worker.starts_with(expected), "{worker}");
    }

    #[test]
    fn another_file_is_another_version() {
        let version = |page| filled(page).rsplit(' ').next().map(str::to_owned);
        assert_ne!(version("one"), version("two"));
        assert_eq!(version("one"), version("one"));
    }

    #[test]
    fn the_program_for_lists_may_come_later() {
        let mut files = KeptFiles::default();
        let desk = "assets/desk_bg-0123456789ab.wasm";
        for path in ["assets/lists_bg-0123456789ab.wasm", desk, "lists-charts.js"] {
            files.add(path, b"one");
        }
        let worker = files.fill(TEMPLATE).expect("a template with all places");
        let (first, later) = worker.split_once("; ").expect("two lists");
        assert!(first.contains("desk") && !first.contains("lists"), "{first}");
        assert!(later.contains("lists") && !later.contains("desk"), "{later}");
    }

    #[test]
    fn a_template_without_a_place_is_refused() {
        assert!(KeptFiles::default().fill("// %VERSION%").is_err());
    }
}
