//! The site's pages, made from the repository's HTML files.

use std::fs;

use anyhow::{Context, Result, bail};
use zjtx_site::{CONTENT_SECURITY_POLICY, HeaderRules};

use super::asset::Asset;
use crate::repository::Repository;

/// Stands in a page for the policy.
const POLICY_PLACE: &str = "%CONTENT_SECURITY_POLICY%";

/// Policy directives that browsers ignore, and complain of, in a page.
const HEADER_ONLY: &[&str] = &["frame-ancestors"];

/// Folders whose files a page may name.
const FOLDERS: &[&str] = &["static", "pkg"];

/// A page of the site.
pub(crate) struct Page {
    /// Its file in the repository.
    pub(crate) source: &'static str,
    /// Its place in the site.
    pub(crate) path: &'static str,
    /// The way from that place to the site's top, such as `../`.
    pub(crate) up: &'static str,
}

/// Whether the page's source names the asset.
pub(crate) fn names(template: &str, asset: &Asset) -> bool {
    template.contains(&quoted(&asset.source))
}

impl Page {
    /// The page's source.
    pub(crate) fn read(&self, repository: &Repository) -> Result<String> {
        let file = repository.root().join(self.source);
        fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))
    }

    /// Whether it is what a first visit loads.
    pub(crate) fn is_first(&self) -> bool {
        self.up.is_empty()
    }

    /// The page with the assets' hashed names and the policy in their places.
    pub(crate) fn fill(&self, template: &str, assets: &[Asset], headers: &HeaderRules) -> Result<String> {
        let mut page = template.replace(POLICY_PLACE, &policy(headers)?);
        for asset in assets {
            let name = format!("{}{}", self.up, asset.hashed_path());
            page = page.replace(&quoted(&asset.source), &quoted(&name));
        }
        match FOLDERS.iter().find_map(|folder| name_below(&page, folder)) {
            Some(name) => bail!("{} names {name}, but the build makes no such file", self.source),
            None => Ok(page),
        }
    }
}

/// Whether the page loads the asset at once; others it names for later, in a `content`.
pub(crate) fn loads(template: &str, asset: &Asset) -> bool {
    let name = quoted(&asset.source);
    ["href=", "src="].iter().any(|attribute| template.contains(&format!("{attribute}{name}")))
}

fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

fn policy(headers: &HeaderRules) -> Result<String> {
    let policy = headers
        .value("/", CONTENT_SECURITY_POLICY)
        .context("static/site/_headers gives `/` no Content-Security-Policy")?;
    let directives = policy.split(';').map(str::trim);
    let for_pages =
        directives.filter(|directive| !HEADER_ONLY.iter().any(|name| directive.starts_with(name)));
    Ok(for_pages.collect::<Vec<_>>().join("; "))
}

fn name_below<'a>(page: &'a str, folder: &str) -> Option<&'a str> {
    let start = page.find(&format!("\"{folder}/"))?;
    page.get(start + 1..)?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::{Asset, HeaderRules, Page};

    const PAGE: Page = Page { source: "static/statistics/index.html", path: "stats/index.html", up: "../" };

    fn headers() -> HeaderRules {
        let text = "/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors *\n";
        HeaderRules::parse(text).expect("these rules are well formed")
    }

    #[test]
    fn names_and_policy_are_filled_in() {
        let template = r#"<meta content="%CONTENT_SECURITY_POLICY%"><script src="static/site/boot.js">"#;
        let boot = Asset::new("static/site/boot.js", b"one".to_vec());
        let page = PAGE.fill(template, &[boot], &headers()).expect("a page with known names");
        let expected = r#"<meta content="default-src 'none'"><script src="../assets/boot-7692c3ad3540.js">"#;
        assert_eq!(page, expected);
    }

    #[test]
    fn an_unknown_name_is_told() {
        let error =
            PAGE.fill(r#"<link href="pkg/lost.js">"#, &[], &headers()).expect_err("no asset has that name");
        assert!(error.to_string().contains("pkg/lost.js"), "{error}");
    }
}
