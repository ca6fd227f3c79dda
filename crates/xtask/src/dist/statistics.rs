//! The officers' page 「区统计」: its script, and apart from it the charts, which come with the first chart.

use std::fs;

use anyhow::{Context, Result};

use super::asset::Asset;
use super::bundle::bundle;
use crate::repository::Repository;

/// The names of its scripts in the site, and the files in which they start.
const SCRIPTS: &[(&str, &str)] =
    &[("statistics", "static/statistics/page/main.js"), ("charts", "static/statistics/charts.js")];

const STYLE: &str = "static/statistics/statistics.css";

/// Bundles the scripts, each alone and only with what it uses; returns them with the style.
pub(crate) fn build(repository: &Repository) -> Result<Vec<Asset>> {
    let style = fs::read(repository.root().join(STYLE));
    let style = style.with_context(|| format!("{STYLE} could not be read"))?;
    let mut assets = vec![Asset::new(STYLE, style)];
    for (name, start) in SCRIPTS {
        assets.push(Asset::new(format!("pkg/{name}.js"), bundle(repository, name, start, &[])?));
    }
    Ok(assets)
}
