//! Where the site's statistics endpoint is: with the site, elsewhere, or nowhere.

use std::str::FromStr;

/// Stands in the pages for the endpoint's address.
const ADDRESS_PLACE: &str = "%ENDPOINT%";

/// What the policy lets pages connect to; an endpoint elsewhere is added.
const OWN_ORIGIN: &str = "connect-src 'self'";

/// The statistics endpoint's address, `/` where it is the site's own server; empty for none, which takes
/// everything that has to do with it off the pages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Endpoint(String);

impl FromStr for Endpoint {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let has_scheme = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
        let is_plain = !text.contains([' ', ';', '"', '\'', '<']);
        if text == "/" || has_scheme && is_plain {
            Ok(Self(text.to_owned()))
        } else {
            Err("`/` for the site's own server, or an address such as https://stats.example")
        }
    }
}

impl Endpoint {
    /// The endpoint of the server that serves the site too.
    pub(crate) fn of_the_site() -> Self {
        Self("/".to_owned())
    }

    /// The page with the address in its place.
    pub(crate) fn fill(&self, page: &str) -> String {
        page.replace(ADDRESS_PLACE, &self.0)
    }

    /// The header rules, which let pages connect to the endpoint.
    pub(crate) fn admit(&self, headers: &str) -> String {
        if self.0.starts_with("http") {
            headers.replace(OWN_ORIGIN, &format!("{OWN_ORIGIN} {}", self.0.trim_end_matches('/')))
        } else {
            headers.to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Endpoint;

    #[test]
    fn pages_may_connect_to_an_endpoint_elsewhere() {
        let rules = "/*\n  Content-Security-Policy: connect-src 'self'; base-uri 'none'\n";
        let elsewhere: Endpoint = "https://stats.example/".parse().expect("an address");
        assert_eq!(elsewhere.admit(rules), rules.replace("'self';", "'self' https://stats.example;"));
        assert!("https://stats.example; script-src *".parse::<Endpoint>().is_err());
        for endpoint in [Endpoint::default(), Endpoint::of_the_site()] {
            assert_eq!(endpoint.admit(rules), rules);
        }
    }
}
