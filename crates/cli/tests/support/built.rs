//! A built site as small as it can be.

use std::fs;
use std::path::Path;
use zjtx::site_rules::SiteRules;
use zjtx_places::Places;
use zjtx_site::{SUMS_FILE, Sums};
use zjtx_site_settings::{DEFAULT, Site, build::hashed_path};

/// Writes a built site of the files that rules and settings change, and one that neither does.
pub fn site(folder: &Path) {
    let rules = SiteRules::of(&serde_json::from_str(zjtx_rules::BUNDLE).unwrap());
    let rules = rules.unwrap_or_else(|found| panic!("{found:?}"));
    let frame = format!("const c = JSON.parse('{}');", rules.catalog);
    let named = [("rules", "bin", rules.opening), ("all-rules", "bin", rules.whole)];
    let named = named.into_iter().chain([("frame", "js", frame.into_bytes())]);
    let named: Vec<_> =
        named.map(|(stem, ending, bytes)| (hashed_path(stem, ending, &bytes), bytes)).collect();
    let names: Vec<&str> = named.iter().map(|(path, _)| path.as_str()).collect();
    let page = format!("<title>专精特新企业自测</title><meta name=\"site\" content=\"\">{}", names.join(" "));
    let listed = names.iter().map(|path| format!("[\"{path}\",\"sha256-old\"]")).collect::<Vec<_>>();
    let worker = format!("new Map([{}]); const CACHE = `${{CACHES}}sha256-old`;", listed.join(","));
    let plain = rules.plain.into_iter().map(|(path, text)| (path.to_owned(), text));
    let settings = Site::read(DEFAULT, &Places::bundled()).unwrap().to_json();
    let others = [
        ("index.html", page),
        ("sw.js", worker),
        ("site.json", settings),
        (
            "release.json",
            "{\"version\":\"0\",\"commit\":\"\",\"changed\":false,\"licences\":false}\n".to_owned(),
        ),
        ("_headers", "/*\n  X-Kind: page\n".to_owned()),
        ("assets/app.js", "app".to_owned()),
    ];
    let others = others.map(|(path, text)| (path.to_owned(), text));
    fs::create_dir_all(folder.join("assets")).unwrap();
    let texts = plain.chain(others).map(|(path, text)| (path, text.into_bytes()));
    for (path, bytes) in named.into_iter().chain(texts) {
        fs::write(folder.join(path), bytes).unwrap();
    }
    fs::write(folder.join(SUMS_FILE), Sums::of(folder).unwrap().to_text()).unwrap();
}
