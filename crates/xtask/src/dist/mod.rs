//! Builds the site: the app as wasm, and everything it needs, in one folder for any static host.
//!
//! Files that the page names get a hash of their content into their own name, so that they may be
//! kept for ever; all other files of `static/` keep their names.

mod asset;
mod compress;
mod output;
mod page;
mod wasm;

use std::fs;

use anyhow::{Context, Result};
use zjtx_evaluator::RulebookDoc;
use zjtx_site::{HEADERS_FILE, HeaderRules};

use crate::repository::Repository;
use crate::setup;
use asset::Asset;
use output::Output;

/// One file of the first load.
pub(crate) struct Part {
    /// Its name in the sources.
    pub(crate) name: String,
    /// Its size in bytes of gzip.
    pub(crate) gzip: usize,
}

/// Builds the site into `dist/`; what has not changed is left as it is.
///
/// Returns the parts of the first load: the page and every file that it names.
pub(crate) fn build(repository: &Repository) -> Result<Vec<Part>> {
    setup::ensure(repository, &setup::for_building(repository)?)?;
    let mut assets = wasm::build(repository)?;
    assets.push(Asset::new("pkg/rules.bin", rules_bundle()?));
    assets.extend(asset::below(repository.root(), "static")?);
    assemble(repository, &assets)
}

/// The rules bundle in the compact form that the app reads: field names and a JSON parser would cost
/// the first load more than the rules themselves.
fn rules_bundle() -> Result<Vec<u8>> {
    let doc: RulebookDoc = serde_json::from_str(zjtx_rules::BUNDLE).context("rules/ is not well formed")?;
    postcard::to_allocvec(&doc).context("the rules bundle could not be packed")
}

fn assemble(repository: &Repository, assets: &[Asset]) -> Result<Vec<Part>> {
    let page_file = repository.root().join("index.html");
    let template = fs::read_to_string(&page_file)
        .with_context(|| format!("{} could not be read", page_file.display()))?;
    let headers = HeaderRules::read(&repository.root().join("static").join(HEADERS_FILE))?;
    let page = page::fill(&template, assets, &headers)?;

    let mut output = Output::new(repository.dist());
    let (named, others): (Vec<_>, Vec<_>) = assets.iter().partition(|asset| page::names(&template, asset));
    let mut parts = Vec::new();
    for asset in named {
        let gzip = output.write(&asset.hashed_path(), &asset.bytes)?;
        parts.push(Part { name: asset.source.clone(), gzip });
    }
    for asset in others {
        output.write(asset.plain_path(), &asset.bytes)?;
    }
    // The page comes last: whatever it names is there before it.
    let gzip = output.write("index.html", page.as_bytes())?;
    parts.push(Part { name: "index.html".to_owned(), gzip });
    output.remove_others()?;
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::{RulebookDoc, rules_bundle};

    #[test]
    fn the_packed_rules_are_the_rules() {
        let packed = rules_bundle().expect("the repository's rules can be packed");
        let unpacked: RulebookDoc = postcard::from_bytes(&packed).expect("what was packed can be unpacked");
        let written: RulebookDoc = serde_json::from_str(zjtx_rules::BUNDLE).expect("the rules are JSON");
        assert!(unpacked == written, "a document changed on its way");
    }
}
