//! A site as its server answers a browser that sends nothing but the request.

use super::words::Say;
use anyhow::{Context, Result, bail};
use std::time::Duration;
use ureq::Agent;
use zjtx_evaluator::Lang;

/// How long one file may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Bytes of the largest file of a site, and more.
const MOST: u64 = 64 << 20;

/// The page of a folder, which servers hand out under the folder's own name.
const PAGE: &str = "index.html";

/// The address of a site's folder.
pub struct Address {
    /// With a slash at its end.
    folder: String,
    agent: Agent,
}

impl Address {
    /// Reads the address of a site or of its first page; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let is_address = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
        let page = text.split(['?', '#']).next().filter(|_| is_address)?;
        let folder = page.strip_suffix(PAGE).unwrap_or(page).trim_end_matches('/');
        let config = Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false);
        Some(Self { folder: format!("{folder}/"), agent: config.build().into() })
    }

    /// What the server answers for a file; `None` where it has none.
    pub fn read(&self, path: &str, lang: Lang) -> Result<Option<Vec<u8>>> {
        let page = path.strip_suffix(PAGE).filter(|folder| folder.is_empty() || folder.ends_with('/'));
        let address = format!("{}{}", self.folder, page.unwrap_or(path));
        let request = self.agent.get(&address).header("accept-encoding", "identity");
        let mut answer = request.call().with_context(|| Say::NoAnswer(&address).to(lang))?;
        match answer.status().as_u16() {
            200 => {}
            404 | 410 => return Ok(None),
            status => bail!(Say::Refused(&address, status).to(lang)),
        }
        let bytes = answer.body_mut().with_config().limit(MOST).read_to_vec();
        Ok(Some(bytes.with_context(|| Say::NoAnswer(&address).to(lang))?))
    }
}
