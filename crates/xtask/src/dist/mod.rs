//! Builds the site: the app as wasm, and everything it needs, in one folder for any static host.
//!
//! Files that the page names get a hash of their content into their own name, so that they may be
//! kept for ever; all other files of `static/site/` keep their names.

mod app;
pub(crate) mod asset;
mod bundle;
mod compress;
mod embed;
mod floor;
mod glue;
mod optimized;
pub(crate) mod origin;
mod output;
mod page;
mod rooms;
mod site;
mod split;
pub(crate) mod wasm;
mod worker;

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use serde_json::Value;
use zjtx::site_rules::SiteRules;
use zjtx_site::{HEADERS_FILE, HeaderRules};
use zjtx_site_settings::{
    FILE, ServiceSettings, Site,
    build::{admit, dress},
};

use crate::repository::Repository;
use crate::setup;
use asset::{Asset, Named};
use output::Output;
pub(crate) use output::Sent;
use page::Page;
pub(crate) use site::{SiteOptions, endpoint};
use worker::KeptFiles;

/// A file that is loaded, by its name in the sources.
pub(crate) type Load = (String, Sent);

/// What people receive, and when.
#[derive(Default)]
pub(crate) struct Loads {
    /// The app's page and every file that it loads at once.
    pub(crate) first: Vec<Load>,
    /// Every file that comes between 提交 and the drawn result.
    pub(crate) result: Vec<Load>,
    /// The script and the program of blind tokens, which sites that use them load besides.
    pub(crate) tokens: Vec<Load>,
}

/// Files that a page names and that are loaded with the first page that is not of the form.
const WITH_RESULT: [&str; 2] = ["pkg/all-rules.bin", "static/site/read.css"];

/// Files of blind tokens, loaded in a portal's frame on sites that use them.
const WITH_TOKENS: [&str; 2] = ["pkg/embed/tokens.js", "pkg/blind-tokens.wasm"];

/// The table of places, which the form fetches when a place is looked for (`app/src/fields/place.rs`).
const PLACES: &str = "pkg/places.txt";

/// The worker that carries messages to the program for lists.
const LIST_WORKER: &str = "static/lists/worker.js";

/// The charts of page 批量摸底, which come with the first of them; nothing that is loaded before names them.
const LIST_CHARTS: (&str, &str) = ("pkg/lists-charts.js", "static/lists/charts.js");

/// Where the script of the copy on the device starts.
const OFFLINE: &str = "static/site/offline.js";

/// Scripts of `static/site/` that only go out as parts of others.
const BUNDLED: [&str; 2] = [OFFLINE, "static/site/storage.mjs"];

/// The pages; the first one is the app's.
const PAGES: &[Page] = &[
    Page { source: "index.html", path: "index.html", up: "" },
    Page { source: "static/statistics/index.html", path: "stats/index.html", up: "../" },
    Page { source: "static/directory/index.html", path: "directory/index.html", up: "../" },
];

/// Builds a site into `dist/`; what has not changed is left as it is.
///
/// Returns what is loaded first, and what when a result is opened.
pub(crate) fn build(repository: &Repository, site: &Site) -> Result<Loads> {
    build_with(repository, site, None)
}

/// The same with the page of third-party licences, which releases have.
pub(crate) fn build_with(repository: &Repository, site: &Site, licences: Option<&str>) -> Result<Loads> {
    setup::ensure(repository, &setup::for_building(repository)?)?;
    let mut assets = app::build(repository)?;
    assets.extend(wasm::apart(repository)?);
    floor::check(&assets)?;
    assets.extend(rules(repository)?);
    assets.extend(rooms::build(repository)?);
    assets.push(Asset::new("pkg/offline.js", bundle::bundle(repository, "offline", OFFLINE, &[])?));
    assets.extend(embed::loader(repository)?);
    assets.push(asset::file(repository.root(), LIST_WORKER)?);
    let (name, start) = LIST_CHARTS;
    assets.push(Asset::new(name, bundle::bundle(repository, "lists-charts", start, &[])?));
    assets.extend(asset::below(repository.root(), "static/site")?);
    assets.retain(|asset| !BUNDLED.contains(&asset.source.as_str()));
    for headers in assets.iter_mut().filter(|asset| asset.plain_path() == HEADERS_FILE) {
        headers.bytes =
            admit(&String::from_utf8_lossy(&headers.bytes), site.endpoint.as_deref()).into_bytes();
    }
    assets.push(origin::asset(repository, licences.is_some()));
    assets.extend(licences.map(|page| Asset::new(origin::LICENCES, page.as_bytes().to_vec())));
    assets.push(Asset::new(FILE, site.to_json().into_bytes()));
    assets.push(Asset::new(PLACES, zjtx_places::BUNDLED.as_bytes().to_vec()));
    assemble(repository, &assets, site)
}

/// The rules as files of the site, and the script of an embedded page, which is told of them.
fn rules(repository: &Repository) -> Result<Vec<Asset>> {
    let bundle: Value = serde_json::from_str(zjtx_rules::BUNDLE).context("rules/ is not JSON")?;
    let rules = SiteRules::of(&bundle).map_err(|found| {
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        anyhow!("rules/ does not pass the check:\n{}", found.join("\n"))
    })?;
    let frame = embed::build(repository, &rules.catalog)?;
    let mut assets =
        vec![frame, Asset::new("pkg/rules.bin", rules.opening), Asset::new("pkg/all-rules.bin", rules.whole)];
    let plain = rules.plain.into_iter();
    assets.extend(plain.map(|(name, text)| Asset::new(format!("pkg/{name}"), text.into_bytes())));
    Ok(assets)
}

fn assemble(repository: &Repository, assets: &[Asset], site: &Site) -> Result<Loads> {
    let headers = assets.iter().find(|asset| asset.plain_path() == HEADERS_FILE);
    let headers = headers.with_context(|| format!("static/site/{HEADERS_FILE} is missing"))?;
    let headers = HeaderRules::parse(&String::from_utf8_lossy(&headers.bytes))?;
    let templates = PAGES.iter().map(|page| page.read(repository)).collect::<Result<Vec<_>>>()?;

    let mut output = Built::new(repository.dist());
    let mut loads = Loads::default();
    for asset in assets.iter().filter(|asset| asset.source != worker::SOURCE) {
        if asset.named == Named::ByPage && !templates.iter().any(|template| page::names(template, asset)) {
            let sent = output.write(asset.plain_path(), &asset.bytes)?;
            if WITH_TOKENS.contains(&asset.source.as_str()) {
                loads.tokens.push((asset.source.clone(), sent));
            }
            continue;
        }
        let load = (asset.source.clone(), output.write(&asset.hashed_path(), &asset.bytes)?);
        if templates.first().is_some_and(|template| page::loads(template, asset)) {
            loads.first.push(load);
        } else if asset.named == (Named::ByGlue { for_result: true })
            || WITH_RESULT.contains(&load.0.as_str())
        {
            loads.result.push(load);
        }
    }
    // The pages come after whatever they name, and the worker after whatever it keeps.
    for (page, template) in PAGES.iter().zip(&templates) {
        let filled = page.fill(template, assets, &headers)?;
        let text = dress(&filled, &ServiceSettings::default().name, site);
        let sent = output.write(page.path, text.as_bytes())?;
        if page.is_first() {
            loads.first.push((page.source.to_owned(), sent));
        }
    }
    output.finish(assets)?;
    Ok(loads)
}

/// The site's folder, and what its worker is to keep of it.
struct Built {
    output: Output,
    kept: KeptFiles,
}

impl Built {
    fn new(folder: PathBuf) -> Self {
        Self { output: Output::new(folder), kept: KeptFiles::default() }
    }

    /// Writes a file; returns the bytes that hosts send for it.
    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<Sent> {
        self.kept.add(path, bytes);
        self.output.write(path, bytes)
    }

    /// Writes the worker, removes what is no longer of the site, and lists the hashes of what is.
    fn finish(mut self, assets: &[Asset]) -> Result<()> {
        let asset = assets.iter().find(|asset| asset.source == worker::SOURCE);
        let asset = asset.with_context(|| format!("there is no {}", worker::SOURCE))?;
        let script = self.kept.fill(str::from_utf8(&asset.bytes)?)?;
        self.output.write(asset.plain_path(), script.as_bytes())?;
        self.output.remove_others()?;
        self.output.write_sums()
    }
}
