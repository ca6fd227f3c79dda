//! `zjtx serve`: a site opened from its release archive or a folder.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use support::{served::Served, zjtx};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const FILES: [(&str, &str); 6] = [
    (
        "_headers",
        "/*\n  Content-Security-Policy: default-src 'none'\n/assets/*\n  Cache-Control: immutable\n",
    ),
    ("index.html", "home"),
    ("404.html", "nothing here"),
    ("assets/app.wasm", "plain"),
    ("assets/app.wasm.br", "by brotli"),
    ("assets/app.wasm.gz", "by gzip"),
];

/// An archive as `cargo xtask release` makes them: the site in a folder, notes beside it.
fn archive(folder: &Path) -> PathBuf {
    let path = folder.join("zjtx-site.zip");
    let named = FILES.map(|(name, text)| (format!("site/{name}"), text));
    write(
        &path,
        named.iter().map(|(name, text)| (name.as_str(), *text)).chain([("nginx.conf", "server {}")]),
    );
    path
}

fn write<'f>(path: &Path, files: impl IntoIterator<Item = (&'f str, &'f str)>) {
    let mut archive = ZipWriter::new(File::create(path).unwrap());
    for (name, text) in files {
        archive
            .start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
}

#[test]
fn an_archive_is_served_as_a_static_host_should_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let served = Served::start(&archive(folder.path()));
    assert!(served.address.starts_with("127.0.0.1:"), "{}", served.address);
    let home = served.ask("/", "");
    assert!(home.starts_with("HTTP/1.1 200") && home.ends_with("home"), "{home}");
    for header in ["content-type: text/html; charset=utf-8", "content-security-policy: default-src 'none'"] {
        assert!(home.contains(header), "{home}");
    }
    for (accepted, body) in [("br, gzip", "by brotli"), ("gzip", "by gzip"), ("identity", "plain")] {
        let answer = served.ask("/assets/app.wasm", &format!("accept-encoding: {accepted}\r\n"));
        assert!(answer.ends_with(body), "{answer}");
        assert!(answer.contains("content-type: application/wasm"), "{answer}");
        assert!(answer.contains("cache-control: immutable"), "{answer}");
    }
    for path in ["/missing", "/_headers", "/../nginx.conf", "/%2e%2e/nginx.conf", "/..%2fnginx.conf"] {
        let answer = served.ask(path, "");
        assert!(answer.starts_with("HTTP/1.1 404") && answer.ends_with("nothing here"), "{path}: {answer}");
    }
    assert_eq!(served.stop(), 0);
}

#[test]
fn a_folder_is_served_where_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in FILES.into_iter().filter(|(name, _)| !name.contains('/')) {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let served = Served::start(folder.path());
    assert!(served.ask("/", "").ends_with("home"));
    served.stop();
    assert!(folder.path().join("index.html").exists());
}

/// What is said where a site cannot be opened, in both languages.
fn told(site: &Path, more: &[&str]) -> [String; 2] {
    ["zh", "en"].map(|lang| {
        let run = zjtx(&[&["serve", site.to_str().unwrap(), "--lang", lang], more].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{}", run.err);
        assert_eq!(run.err.lines().count(), 1, "{}", run.err);
        run.err
    })
}

#[test]
fn what_is_no_site_is_told_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name);
    let [zh, en] = told(&place("absent.zip"), &[]);
    assert!(zh.contains("absent.zip：没有这个文件或文件夹"), "{zh}");
    assert!(en.contains("there is no such file or folder"), "{en}");

    let whole = fs::read(archive(folder.path())).unwrap();
    fs::write(place("half.zip"), &whole[..whole.len() / 2]).unwrap();
    let mut changed = whole.clone();
    let content = whole.windows(4).position(|bytes| bytes == b"home").unwrap();
    changed[content] ^= 1;
    fs::write(place("changed.zip"), changed).unwrap();
    for name in ["half.zip", "changed.zip"] {
        let [zh, en] = told(&place(name), &[]);
        assert!(zh.contains("压缩包不完整或已损坏，请重新下载"), "{zh}");
        assert!(en.contains("please download it again"), "{en}");
    }

    write(&place("other.zip"), [("readme.txt", "text")]);
    let [zh, en] = told(&place("other.zip"), &[]);
    assert!(zh.contains("里面没有网站") && en.contains("holds no site"), "{zh}{en}");

    write(&place("climbing.zip"), [("site/index.html", "home"), ("../outside.txt", "text")]);
    let [zh, _] = told(&place("climbing.zip"), &[]);
    assert!(zh.contains("“../outside.txt”不是网站的文件"), "{zh}");
    assert!(!folder.path().parent().unwrap().join("outside.txt").exists());
}

#[test]
fn a_port_that_is_taken_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let [zh, en] = told(&archive(folder.path()), &["--port", &port]);
    assert!(zh.contains(&format!("端口 {port} 已被占用")) && zh.contains("--port 0"), "{zh}");
    assert!(en.contains(&format!("port {port} is taken")), "{en}");
}
