//! Where a site's statistics endpoint is.

/// An endpoint's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint(String);

impl Endpoint {
    /// Reads `/`, for the site's own server, or an address such as `https://stats.example`.
    pub fn parse(text: &str) -> Option<Self> {
        let has_scheme = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
        let is_plain = !text.contains([' ', ';', '"', '\'', '<', '>', '&']);
        (text == "/" || has_scheme && is_plain).then(|| Self(text.trim_end_matches('/').to_owned() + "/"))
    }

    /// The address as pages have it, with a slash at its end.
    pub fn address(&self) -> &str {
        &self.0
    }

    /// What a policy must let pages connect to besides their own origin.
    pub fn foreign_origin(&self) -> Option<&str> {
        let address = self.0.trim_end_matches('/');
        let path = address.find("://").and_then(|at| address[at + 3..].find('/').map(|slash| at + 3 + slash));
        (!address.is_empty()).then(|| &address[..path.unwrap_or(address.len())])
    }
}
