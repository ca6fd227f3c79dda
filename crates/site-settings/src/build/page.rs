//! Heads of pages, and the policy that says what they may connect to.

use crate::{endpoint::Endpoint, site::Site};

/// What a page says of its site in its head.
const SITE: &str = "<meta name=\"site\" content=\"";
const ENDPOINT: &str = "<meta name=\"endpoint\" content=\"";
/// What pages may connect to.
const CONNECT: &str = "connect-src ";

/// A page with the service's name for the former one, and the site's settings in its head.
pub fn dress(page: &str, former_name: &str, site: &Site) -> String {
    let page = page.replace(&escaped(former_name), &escaped(&site.service.zh));
    let page = filled(&page, SITE, &site.to_json());
    let page = filled(&page, ENDPOINT, site.endpoint.as_deref().unwrap_or_default());
    admit(&page, site.endpoint.as_deref())
}

/// A page or header rules whose policies let pages connect to the endpoint and nowhere else abroad.
pub fn admit(text: &str, endpoint: Option<&str>) -> String {
    let endpoint = endpoint.and_then(Endpoint::parse);
    let origin = endpoint.as_ref().and_then(Endpoint::foreign_origin);
    let sources = origin.map_or("'self'".to_owned(), |origin| format!("'self' {origin}"));
    let mut parts = text.split(CONNECT);
    let mut admitted = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(';').unwrap_or(part.len());
        admitted.push_str(&[CONNECT, &sources, &part[end..]].concat());
    }
    admitted
}

/// The page with another value in an attribute.
fn filled(page: &str, opening: &str, value: &str) -> String {
    let Some((before, rest)) = page.split_once(opening) else { return page.to_owned() };
    let after = rest.find('"').map_or("", |end| &rest[end..]);
    [before, opening, &escaped(value), after].concat()
}

/// Text as HTML and its attributes write it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
