//! Who runs a site, as its pages say at their foot: in both languages, of which the style sheet shows the reader's.

use crate::site::{Named, Notice, Site};

/// The words of a language.
struct Words {
    lang: &'static str,
    demonstration: &'static str,
    office: &'static str,
    contact: &'static str,
    lists: &'static str,
    checked: &'static str,
    of: fn(&Named) -> &str,
}

static LANGUAGES: [Words; 2] = [
    Words {
        lang: "zh-CN",
        demonstration: "演示站点，未由任何机关主办",
        office: "主办单位：",
        contact: "联系方式：",
        lists: "认定名单查询",
        checked: "标准核对日期：",
        of: |name| &name.zh,
    },
    Words {
        lang: "en",
        demonstration: "A demonstration that no authority runs",
        office: "Run by: ",
        contact: "Contact: ",
        lists: "Recognised firms",
        checked: "Rules last checked on ",
        of: |name| &name.en,
    },
];

/// Who runs the site and what they link to, as HTML; `way` leads from the page to the site's folder.
pub fn signature(site: &Site, way: &str) -> String {
    let said =
        |words: &Words| format!("<p lang=\"{}\">{}</p>", words.lang, parts(site, way, words).join("　"));
    LANGUAGES.iter().map(said).collect()
}

fn parts(site: &Site, way: &str, words: &Words) -> Vec<String> {
    let mut parts = match &site.office {
        None => vec![words.demonstration.to_owned()],
        Some(office) => {
            let record = office.record.iter().map(|record| escaped(record));
            let named = [words.office, &escaped((words.of)(&office.name))].concat();
            [named, [words.contact, &escaped(&office.contact)].concat()].into_iter().chain(record).collect()
        }
    };
    let link = |name: &str, to: &str| {
        format!("<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escaped(to), escaped(name))
    };
    if site.directory {
        parts.push(link(words.lists, &format!("{way}directory/")));
    }
    parts.extend(site.platform.iter().map(|platform| link((words.of)(&platform.name), &platform.link)));
    parts.extend(site.notices.iter().map(|Notice { title, link: to, .. }| link(title, to)));
    parts.extend(site.last_check.iter().map(|day| [words.checked, day].concat()));
    parts
}

/// Text as HTML and its attributes write it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
