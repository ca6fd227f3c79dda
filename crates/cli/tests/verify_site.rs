//! `zjtx verify-site`: which files of a site are the release's.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use support::{Run, repository, served::Served, zjtx};
use tempfile::TempDir;
use zjtx_places::Places;
use zjtx_site::{SUMS_FILE, Sums, hash};
use zjtx_site_settings::{DEFAULT, Site};

const INDEX: &str =
    "<title>专精特新企业自测</title><meta name=\"endpoint\" content=\"\"><meta name=\"site\" content=\"\">";

/// A folder with a release of few files, and a place for more.
fn release() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("release");
    fs::create_dir_all(site.join("assets")).unwrap();
    let settings = Site::read(DEFAULT, &Places::bundled()).unwrap().to_json();
    for (path, text) in [
        ("index.html", INDEX),
        ("404.html", "nothing here"),
        ("site.json", &settings),
        ("_headers", "/*\n  Content-Security-Policy: connect-src 'self'; base-uri 'none'\n"),
        ("sw.js", "const CACHE = `${CACHES}sha256-old`;"),
        ("assets/app.js", "app"),
        ("assets/app.js.gz", "packed"),
    ] {
        fs::write(site.join(path), text).unwrap();
    }
    fs::write(site.join(SUMS_FILE), Sums::of(&site).unwrap().to_text()).unwrap();
    (folder, site)
}

/// The same for a city, as the command makes it.
fn of_a_city(release: &Path) -> PathBuf {
    let city = release.with_file_name("city");
    let settings = repository("rules/sites/chengdu.toml");
    let run = zjtx(&["site", "build", "--site", &settings, text(release), "-o", text(&city)]);
    assert_eq!(run.code, 0, "{}", run.err);
    city
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn verify(arguments: &[&str]) -> Run {
    zjtx(&[&["verify-site"], arguments].concat())
}

#[test]
fn a_release_is_known_by_its_bytes_and_the_hash_of_its_list() {
    let (_kept, site) = release();
    let run = verify(&[text(&site)]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("与发布的文件相同：7 个"), "{}", run.out);
    let sums = fs::read(site.join(SUMS_FILE)).unwrap();
    assert!(run.out.contains(&format!("SHA256SUMS 的校验值：{}", hash(&sums))), "{}", run.out);
    assert!(run.out.contains("清单是网站自己的"), "{}", run.out);
}

#[test]
fn what_settings_may_change_is_named_and_compared_where_the_release_is_at_hand() {
    let (_kept, site) = release();
    let city = of_a_city(&site);
    let run = verify(&[text(&city)]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("内容未核对：index.html、site.json、sw.js"), "{}", run.out);

    let run = verify(&[text(&city), "--release", text(&site), "--lang", "en"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("as they say: index.html, site.json, sw.js"), "{}", run.out);
    assert!(!run.out.contains("not compared"), "{}", run.out);

    let page = fs::read_to_string(city.join("index.html")).unwrap();
    fs::write(city.join("index.html"), page + "<script src=\"more.js\"></script>").unwrap();
    let run = verify(&[text(&city), "--release", text(&site)]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.out.contains("与发布的文件不同：index.html\n"), "{}", run.out);
    assert_eq!(verify(&[text(&city)]).code, 0);
}

#[test]
fn other_bytes_missing_and_foreign_files_are_named() {
    let (_kept, site) = release();
    let sums = site.with_file_name("zjtx-SHA256SUMS");
    fs::copy(site.join(SUMS_FILE), &sums).unwrap();
    fs::write(site.join("assets/app.js"), "another").unwrap();
    fs::remove_file(site.join("404.html")).unwrap();
    fs::write(site.join("assets/more.js"), "more").unwrap();
    // A list that was made to fit the changed files is found out by the release's own.
    fs::write(site.join(SUMS_FILE), Sums::of(&site).unwrap().to_text()).unwrap();
    assert_eq!(verify(&[text(&site)]).code, 0);
    let run = verify(&[text(&site), "--release", text(&sums)]);
    assert_eq!(run.code, 2, "{}", run.err);
    for line in ["与发布的文件不同：assets/app.js\n", "缺少：404.html\n", "不是发布的文件：assets/more.js\n"]
    {
        assert!(run.out.contains(line), "{}", run.out);
    }
    assert!(run.out.contains("不是原样的发布"), "{}", run.out);
}

#[test]
fn a_server_is_asked_for_every_file_that_it_shows() {
    let (_kept, site) = release();
    let city = of_a_city(&site);
    let served = Served::start(&city);
    let address = format!("http://{}/", served.address);
    let run = verify(&[&address, "--release", text(&site)]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("由站点设置改写，与设置一致：index.html、site.json、sw.js"), "{}", run.out);
    assert!(run.out.contains("未单独取得（压缩副本与响应头）：2 个"), "{}", run.out);
    assert!(run.out.contains("服务器给别人"), "{}", run.out);

    fs::write(city.join("assets/app.js"), "another").unwrap();
    let run = verify(&[&address, "--lang", "en"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(run.out.contains("not as released: assets/app.js\n"), "{}", run.out);
    served.stop();
    let run = verify(&[&address]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("没有应答，请检查网址和网络"), "{}", run.err);
}

#[test]
fn what_cannot_be_compared_is_told() {
    let (_kept, site) = release();
    fs::write(site.join(SUMS_FILE), "<!doctype html>").unwrap();
    let told = |arguments: &[&str], sentence: &str| {
        let run = verify(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{sentence}");
        assert!(run.err.contains(sentence), "{}", run.err);
    };
    told(&[text(&site)], "它不是校验值清单");
    told(&[text(&site.join("absent"))], "没有这个文件或文件夹");
    told(&["ftp://self-test.example/"], "应为 https:// 或 http:// 开头的网址");
}
