//! Heads of pages, and the policy that says what they may connect to.

use super::signature::{escaped, signature};
use crate::{endpoint::Endpoint, site::Site};

/// What a page says of its site in its head.
const SITE: &str = "<meta name=\"site\" content=\"";
/// Where a page says who runs it, and its end.
const OFFICE: &str = "<section id=\"office\"";
const OFFICE_END: &str = "</section>";
const ENDPOINT: &str = "<meta name=\"endpoint\" content=\"";
/// What only the form's page has in its head.
const APP: &str = "<meta name=\"offline\"";
/// The script that finds a firm's titles in the site's lists.
const TITLES: &str = "<script type=\"module\" src=\"directory/titles.js\"></script>\n  ";
/// The script that fetches blind tokens from the portal around the page.
const TOKENS: &str = "<script type=\"module\" src=\"embed/tokens.js\"></script>\n  ";
/// What pages may connect to.
const CONNECT: &str = "connect-src ";

/// A page with the service's name for the former one, and the site's settings in its head.
pub fn dress(page: &str, former_name: &str, site: &Site) -> String {
    let page = page.replace(&escaped(former_name), &escaped(&site.service.zh));
    let page = filled(&page, SITE, &site.to_json());
    let page = filled(&page, ENDPOINT, site.endpoint.as_deref().unwrap_or_default());
    let page = loading(&page, TITLES, site.directory);
    let page = loading(&page, TOKENS, site.tokens.is_some());
    let page = signed(&page, site);
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

/// The form's page with or without a script.
fn loading(page: &str, script: &str, is_loaded: bool) -> String {
    let page = page.replace(script, "");
    if is_loaded { page.replace(APP, &[script, APP].concat()) } else { page }
}

/// The page with who runs it, how they are reached, and where the official platform, notices and lists are.
fn signed(page: &str, site: &Site) -> String {
    let Some((before, rest)) = page.split_once(OFFICE) else { return page.to_owned() };
    let Some((head, after)) = rest.split_once(OFFICE_END) else { return page.to_owned() };
    let way = head.split("data-top=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let named = if site.office.is_some() { " named" } else { "" };
    let attributes = format!(" class=\"office{named}\" data-top=\"{way}\" aria-label=\"主办单位\">");
    [before, OFFICE, &attributes, &signature(site, way), OFFICE_END, after].concat()
}

/// The page with another value in an attribute.
fn filled(page: &str, opening: &str, value: &str) -> String {
    let Some((before, rest)) = page.split_once(opening) else { return page.to_owned() };
    let after = rest.find('"').map_or("", |end| &rest[end..]);
    [before, opening, &escaped(value), after].concat()
}
