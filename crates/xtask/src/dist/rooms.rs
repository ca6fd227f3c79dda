//! The rooms beside the app: the officers' page 「区统计」, whose charts come with the first chart, and the pages of
//! recognised firms.

use anyhow::Result;

use super::asset::{self, Asset};
use super::bundle::bundle;
use crate::repository::Repository;

/// The names of its scripts in the site, and the files in which they start.
const SCRIPTS: &[(&str, &str)] = &[
    ("statistics", "static/statistics/page/main.js"),
    ("charts", "static/statistics/charts.js"),
    ("directory", "static/directory/page/main.js"),
    // Only sites with lists load these: `zjtx site build --directory` puts the first into the form's page, and with
    // it there the worker of page 批量摸底 imports the second.
    ("directory/titles", "static/directory/titles.js"),
    ("directory/in-lists", "static/directory/in-lists.js"),
    // Only sites whose settings use blind tokens load this.
    ("embed/tokens", "static/embed/tokens/main.js"),
];

const STYLES: [&str; 2] = ["static/statistics/statistics.css", "static/directory/directory.css"];

/// Bundles the scripts, each alone and only with what it uses; returns them with the styles.
pub(crate) fn build(repository: &Repository) -> Result<Vec<Asset>> {
    let mut assets = Vec::new();
    for name in STYLES {
        assets.push(asset::file(repository.root(), name)?);
    }
    for (name, start) in SCRIPTS {
        assets.push(Asset::new(format!("pkg/{name}.js"), bundle(repository, name, start, &[])?));
    }
    Ok(assets)
}
