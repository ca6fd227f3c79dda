//! Heads of pages, and the policy that says what they may connect to.

use crate::{
    endpoint::Endpoint,
    site::{Notice, Site},
};

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
    [before, OFFICE, &attributes, &parts(site, way).join("　"), OFFICE_END, after].concat()
}

fn parts(site: &Site, way: &str) -> Vec<String> {
    let mut parts = match &site.office {
        None => vec!["演示站点，未由任何机关主办".to_owned()],
        Some(office) => {
            let record = office.record.iter().map(|record| escaped(record));
            let named = format!("主办单位：{}", escaped(&office.name.zh));
            [named, format!("联系方式：{}", escaped(&office.contact))].into_iter().chain(record).collect()
        }
    };
    let link = |name: &str, to: &str| {
        format!("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escaped(to), escaped(name))
    };
    if site.directory {
        parts.push(link("认定名单查询", &format!("{way}directory/")));
    }
    parts.extend(site.platform.iter().map(|platform| link(&platform.name.zh, &platform.link)));
    parts.extend(site.notices.iter().map(|Notice { title, link: to, .. }| link(title, to)));
    parts.extend(site.last_check.iter().map(|day| format!("标准核对日期：{day}")));
    parts
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
