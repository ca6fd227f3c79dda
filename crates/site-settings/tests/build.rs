//! A site of another city is the built site in every byte but those that name the city.

#![allow(clippy::unwrap_used, reason = "a file that cannot be read fails its test")]

use std::{collections::BTreeMap, fs, path::Path};
use zjtx_places::Places;
use zjtx_site_settings::{
    DEFAULT, Site,
    build::{BuildError, Layers, Replaced, hashed_path},
};

const INDEX: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"connect-src 'self'; base-uri 'none'\">\
    <title>专精特新企业自测</title><meta name=\"endpoint\" content=\"\"><meta name=\"site\" content=\"\"><h1>专精特新企业自测</h1>\
    <section id=\"office\" data-top=\"\">演示站点，未由任何机关主办</section>";

fn site(text: &str) -> Site {
    Site::read(text, &Places::bundled()).unwrap()
}

/// A file's hash as the worker lists it.
fn hash(bytes: &[u8]) -> String {
    use base64::{Engine, prelude::BASE64_STANDARD};
    use sha2::{Digest, Sha256};
    BASE64_STANDARD.encode(Sha256::digest(bytes))
}

/// A built site of few files.
fn built(folder: &Path) {
    let default = site(DEFAULT);
    let script = format!(
        "new Map([[\"./\",\"sha256-{}\"],[\"site.json\",\"sha256-{}\"]]); const CACHE = `${{CACHES}}sha256-old`;",
        hash(INDEX.as_bytes()),
        hash(default.to_json().as_bytes())
    );
    fs::create_dir_all(folder.join("assets")).unwrap();
    for (path, text) in [
        ("index.html", INDEX),
        ("index.html.gz", "old"),
        ("index.html.br", "old"),
        ("site.json", &default.to_json()),
        ("_headers", "/*\n  Content-Security-Policy: connect-src 'self'; base-uri 'none'\n"),
        ("sw.js", &script),
        ("assets/app.js", "app"),
        ("assets/app.js.gz", "packed"),
    ] {
        fs::write(folder.join(path), text).unwrap();
    }
}

/// Lays a site over a built one, without other files.
fn lay_over(built: &Path, site: Site, lists: Option<&Path>, out: &Path) -> Result<(), BuildError> {
    lay_with(built, site, &Replaced::default(), lists, out)
}

fn lay_with(
    built: &Path,
    site: Site,
    files: &Replaced,
    lists: Option<&Path>,
    out: &Path,
) -> Result<(), BuildError> {
    zjtx_site_settings::build::lay_over(built, Layers { site, files, lists }, out)
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(name, fs::read(&path).unwrap());
        }
    }
    found
}

const ELSEWHERE: &str = "[service]\nname = \"甲市“自测” & 更多\"\n[area]\nserved = \"510100\"\n\
    [statistics]\non = true\nendpoint = \"https://stats.example\"";

#[test]
fn only_what_names_the_site_differs() {
    let folder = tempfile::tempdir().unwrap();
    let (dist, out) = (folder.path().join("dist"), folder.path().join("out"));
    built(&dist);
    lay_over(&dist, site(ELSEWHERE), None, &out).unwrap();
    let (before, after) = (files(&dist), files(&out));
    let differ: Vec<&String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    assert_eq!(differ, ["_headers", "index.html", "index.html.br", "index.html.gz", "site.json", "sw.js"]);
    assert_eq!(before.len(), after.len());
    let page = String::from_utf8(after["index.html"].clone()).unwrap();
    assert!(page.contains("<title>甲市“自测” &amp; 更多</title>"), "{page}");
    assert!(page.contains("connect-src 'self' https://stats.example; base-uri"), "{page}");
    assert!(page.contains("name=\"endpoint\" content=\"https://stats.example/\""), "{page}");
    assert!(page.contains("&quot;510100&quot;"), "{page}");
    assert!(!String::from_utf8_lossy(&after["sw.js"]).contains("sha256-old"));
}

#[test]
fn pages_say_who_runs_them_and_where_their_lists_are() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    built(&path("dist"));
    fs::create_dir(path("lists")).unwrap();
    let office =
        format!("{ELSEWHERE}\n[office]\nname = \"甲局\"\ncontact = \"a@b.example\"\nrecord = \"某ICP备1号\"");
    lay_over(&path("dist"), site(&office), Some(&path("lists")), &path("out")).unwrap();
    let page = fs::read_to_string(path("out/index.html")).unwrap();
    assert!(
        page.contains(">主办单位：甲局　联系方式：a@b.example　某ICP备1号　<a href=\"directory/\"")
            && page.contains(">Run by: 甲局　Contact: a@b.example　某ICP备1号　<a href=\"directory/\""),
        "{page}"
    );
    lay_over(&path("out"), site(ELSEWHERE), None, &path("again")).unwrap();
    let page = fs::read_to_string(path("again/index.html")).unwrap();
    assert!(page.contains(">演示站点，未由任何机关主办</p><p lang=\"en\">A demonstration that no authority runs</p></section>") && !page.contains("directory/"), "{page}");
}

#[test]
fn a_site_can_be_made_from_a_site_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    built(&path("dist"));
    lay_over(&path("dist"), site(DEFAULT), None, &path("default")).unwrap();
    lay_over(&path("default"), site(ELSEWHERE), None, &path("other")).unwrap();
    lay_over(&path("other"), site(DEFAULT), None, &path("back")).unwrap();
    assert_eq!(files(&path("default")), files(&path("back")));
    lay_over(&path("dist"), site(ELSEWHERE), None, &path("default")).unwrap();
    assert_eq!(files(&path("default")), files(&path("other")));
}

#[test]
fn lists_come_along_and_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    built(&path("dist"));
    fs::create_dir(path("lists")).unwrap();
    fs::write(path("lists/index.json"), "{}").unwrap();
    lay_over(&path("dist"), site(DEFAULT), Some(&path("lists")), &path("out")).unwrap();
    assert_eq!(fs::read(path("out/directory/index.json")).unwrap(), b"{}");
    assert!(fs::read_to_string(path("out/site.json")).unwrap().contains("\"directory\":true"));
}

#[test]
fn nothing_is_written_where_something_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("empty")).unwrap();
    let no_site = lay_over(&path("empty"), site(DEFAULT), None, &path("out"));
    assert!(matches!(no_site, Err(BuildError::NoSite(_))));
    built(&path("dist"));
    fs::create_dir(path("letters")).unwrap();
    fs::write(path("letters/mother.txt"), "dear").unwrap();
    let occupied = lay_over(&path("dist"), site(DEFAULT), None, &path("letters"));
    assert!(matches!(occupied, Err(BuildError::Occupied(_))));
    let lost = lay_over(&path("dist"), site(DEFAULT), Some(&path("nowhere")), &path("out"));
    assert!(matches!(lost, Err(BuildError::Io { .. })));
    assert!(!path("out").exists() && !path("out.partial").exists());
    assert_eq!(files(&path("letters")).len(), 1);
}

/// A built site whose page and worker name a file by its content.
fn built_with_rules(folder: &Path) {
    built(folder);
    let old = hashed_path("rules", "bin", b"old");
    fs::write(folder.join(&old), "old").unwrap();
    fs::write(folder.join(format!("{old}.gz")), "old, packed").unwrap();
    fs::write(folder.join("rules.json"), "{}").unwrap();
    let page = INDEX.replace("<h1>", &format!("<link href=\"{old}\"><h1>"));
    fs::write(folder.join("index.html"), page).unwrap();
    let script = format!(
        "new Map([[\"./\",\"sha256-1\"],[\"{old}\",\"sha256-2\"],[\"rules.json\",\"sha256-3\"]]); `${{CACHES}}sha256-old`;"
    );
    fs::write(folder.join("sw.js"), script).unwrap();
}

fn other_rules() -> Replaced {
    let mut files = Replaced::default();
    files.plain.insert("rules.json".to_owned(), b"{\"new\":1}".to_vec());
    files.named.insert(("rules", "bin"), b"new".to_vec());
    files
}

#[test]
fn a_file_that_is_named_by_its_content_gets_a_new_name_wherever_it_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    built_with_rules(&path("dist"));
    lay_with(&path("dist"), site(DEFAULT), &other_rules(), None, &path("out")).unwrap();
    let (old, new) = (hashed_path("rules", "bin", b"old"), hashed_path("rules", "bin", b"new"));
    let out = files(&path("out"));
    assert_eq!(out[&new], b"new");
    assert_eq!(out["rules.json"], b"{\"new\":1}");
    assert!(!out.contains_key(&old) && !out.contains_key(&format!("{old}.gz")), "{:?}", out.keys());
    assert!(out.contains_key(&format!("{new}.gz")), "{:?}", out.keys());
    for name in ["index.html", "sw.js"] {
        let text = String::from_utf8(out[name].clone()).unwrap();
        assert!(text.contains(&new) && !text.contains(&old), "{text}");
    }
    let script = String::from_utf8(out["sw.js"].clone()).unwrap();
    let entry = |path: &str, bytes: &[u8]| format!("[\"{path}\",\"sha256-{}\"]", hash(bytes));
    for (path, name) in [("./", "index.html"), (&new, &new), ("rules.json", "rules.json")] {
        assert!(script.contains(&entry(path, &out[name])), "{path} in {script}");
    }
    assert!(!script.contains("sha256-old"), "{script}");
}

#[test]
fn nothing_is_written_where_the_built_site_lacks_what_is_to_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    built(&path("dist"));
    let lacking = lay_with(&path("dist"), site(DEFAULT), &other_rules(), None, &path("out"));
    assert!(matches!(lacking, Err(BuildError::Lacks(_))), "{lacking:?}");
    assert!(!path("out").exists() && !path("out.partial").exists());
}
