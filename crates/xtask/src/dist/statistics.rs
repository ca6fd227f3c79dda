//! The officers' page 「区统计」: its script, and apart from it the charts, which come with the first chart.

use anyhow::Result;

use super::asset::{self, Asset};
use super::bundle::bundle;
use crate::repository::Repository;

/// The names of its scripts in the site, and the files in which they start.
const SCRIPTS: &[(&str, &str)] =
    &[("statistics", "static/statistics/page/main.js"), ("charts", "static/statistics/charts.js")];

const STYLE: &str = "static/statistics/statistics.css";

/// Bundles the scripts, each alone and only with what it uses; returns them with the style.
pub(crate) fn build(repository: &Repository) -> Result<Vec<Asset>> {
    let mut assets = vec![asset::file(repository.root(), STYLE)?];
    for (name, start) in SCRIPTS {
        assets.push(Asset::new(format!("pkg/{name}.js"), bundle(repository, name, start, &[])?));
    }
    Ok(assets)
}
