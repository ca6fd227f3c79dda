//! `licences.html`: the licences of what others made, with their texts, each text once.

use std::collections::BTreeMap;
use std::fmt::Write;

use zjtx::html::escaped;

use super::components::Component;

const HEAD: &str = "<!doctype html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
    <title>所用第三方软件的许可 · Licences of third-party software</title>\n\
    <h1>所用第三方软件的许可 · Licences of third-party software</h1>\n\
    <p><a href=\"./#/about\">返回 · Back</a></p>\n";

/// The page.
pub(super) fn page(components: &[Component]) -> String {
    let texts = components.iter().flat_map(|component| component.texts.iter().map(String::as_str));
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    for text in texts {
        let next = numbers.len() + 1;
        numbers.entry(text).or_insert(next);
    }
    let mut page = HEAD.to_owned() + "<ul>\n";
    for component in components {
        let links = component.texts.iter().filter_map(|text| numbers.get(text.as_str()));
        let links: String = links.map(|number| format!(" <a href=\"#t{number}\">[{number}]</a>")).collect();
        let Component { name, version, licence, .. } = component;
        let _ = writeln!(page, "<li>{} {}: {}{links}", escaped(name), escaped(version), escaped(licence));
    }
    page.push_str("</ul>\n");
    let mut ordered: Vec<(usize, &str)> = numbers.iter().map(|(text, number)| (*number, *text)).collect();
    ordered.sort_unstable();
    for (number, text) in ordered {
        let _ = writeln!(page, "<h2 id=\"t{number}\">[{number}]</h2>\n<pre>{}</pre>", escaped(text.trim()));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::{Component, page};

    fn component(name: &str, text: &str) -> Component {
        let [name, version, licence] = [name, "1.0.0", "MIT"].map(str::to_owned);
        Component {
            purl: format!("pkg:cargo/{name}@1.0.0"),
            name,
            version,
            licence,
            texts: vec![text.to_owned()],
        }
    }

    #[test]
    fn each_text_stands_once_and_is_led_to() {
        let page = page(&[component("one", "a <b>"), component("two", "a <b>"), component("three", "c")]);
        assert_eq!(page.matches("a &lt;b&gt;").count(), 1, "{page}");
        assert_eq!(page.matches("href=\"#t1\"").count(), 2, "{page}");
        assert_eq!(page.matches("href=\"#t2\"").count(), 1, "{page}");
    }
}
