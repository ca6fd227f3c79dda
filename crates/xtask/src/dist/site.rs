//! Whose site is built: the settings of a file, or those of the repository's default site.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use zjtx_places::Places;
use zjtx_site_settings::{DEFAULT, Endpoint, Settings, Site};

/// Whose site to build.
#[derive(clap::Args, Default)]
pub(crate) struct SiteOptions {
    /// Settings file of the site, such as rules/sites/chengdu.toml; the default site's where absent
    #[arg(long, value_name = "FILE")]
    pub(crate) site: Option<PathBuf>,
}

impl SiteOptions {
    /// The site, with an endpoint in place of the settings' own where one is named.
    pub(crate) fn read(&self, endpoint: Option<&str>) -> Result<Site> {
        let text = match &self.site {
            Some(file) => {
                fs::read_to_string(file).with_context(|| format!("{} could not be read", file.display()))?
            }
            None => DEFAULT.to_owned(),
        };
        let mut settings = Settings::parse(&text).map_err(|error| anyhow!("{error}"))?;
        if let Some(address) = endpoint {
            settings.statistics.on = true;
            settings.statistics.endpoint = address.to_owned();
        }
        Site::of(settings, &Places::bundled()).map_err(|error| anyhow!("{error}"))
    }
}

/// Reads an endpoint's address from the command line.
pub(crate) fn endpoint(text: &str) -> Result<String, &'static str> {
    match Endpoint::parse(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err("`/` for the site's own server, or an address such as https://stats.example"),
    }
}
