//! `zjtx site build --rules`: signed rules laid over a built site, and told from other bytes by `zjtx verify-site`.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use support::{Run, built, office::Office, repository, zjtx};
use zjtx_evaluator::Rulebook;
use zjtx_site::{SUMS_FILE, Sums};
use zjtx_site_settings::build::path_of;

/// The pack whose revision other rules change.
const PACK: &str = "cn-specialized-sme-2026";

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let sums = Sums::of(folder).unwrap();
    sums.iter().map(|(path, _)| (path.to_owned(), fs::read(folder.join(path)).unwrap())).collect()
}

/// An office with a built site, and settings that trust these keys.
struct Publisher {
    office: Office,
    dist: PathBuf,
}

impl Publisher {
    fn new() -> Self {
        let office = Office::new();
        let dist = office.place("dist");
        built::site(&dist);
        Self { office, dist }
    }

    /// Rules with another revision of a pack, signed by a key.
    fn renew(&self, key: &str, archive: &str) {
        let folder = self.office.place("new-rules");
        let run = self.office.verify("rules.zip", &["one"], &["-o", folder.to_str().unwrap()]);
        assert_eq!(run.code, 0, "{}", run.err);
        let file = folder.join(format!("packs/{PACK}.json"));
        let mut pack: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        pack["revision"] = Value::from("99");
        fs::write(&file, pack.to_string()).unwrap();
        let run = self.office.pack_folder(folder.to_str().unwrap(), key, archive);
        assert_eq!(run.code, 0, "{}", run.err);
        fs::remove_dir_all(&folder).unwrap();
    }

    /// Builds the site of settings that trust these keys, with the rules of an archive.
    fn build(&self, archive: &str, keys: &[&str], out: &str) -> Run {
        let settings = self.office.place("site.toml");
        let lines: Vec<String> = keys.iter().map(|key| format!("\"{}\"", self.office.line(key))).collect();
        let text = fs::read_to_string(repository("rules/sites/chengdu.toml")).unwrap();
        fs::write(&settings, format!("{text}\n[rules]\ntrusted = [{}]\n", lines.join(", "))).unwrap();
        let (archive, out) = (self.office.text(archive), self.office.text(out));
        let dist = self.dist.to_str().unwrap();
        zjtx(&["site", "build", "--site", settings.to_str().unwrap(), "--rules", &archive, dist, "-o", &out])
    }

    fn verify(&self, site: &str, more: &[&str]) -> Run {
        let (site, dist) = (self.office.text(site), self.dist.to_str().unwrap());
        zjtx(&[&["verify-site", &site, "--release", dist], more].concat())
    }
}

fn named<'f>(files: &'f BTreeMap<String, Vec<u8>>, stem: &str, ending: &str) -> &'f [u8] {
    &files[path_of(files.keys().map(String::as_str), stem, ending).unwrap()]
}

#[test]
fn a_site_takes_signed_rules_wherever_it_has_rules() {
    let publisher = Publisher::new();
    publisher.renew("one", "new.zip");
    let run = publisher.build("new.zip", &["one"], "out");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("规则 7，某市工业和信息化局 于 2026-11-29 签名"), "{}", run.out);
    let (before, out) = (files(&publisher.dist), files(&publisher.office.place("out")));
    let whole = Rulebook::from_compact(named(&out, "all-rules", "bin")).unwrap();
    assert_eq!(whole.pack(PACK).unwrap().revision(), "99");
    let opening = Rulebook::from_compact(named(&out, "rules", "bin")).unwrap();
    assert_eq!(opening.pack(PACK).unwrap().revision(), "99");
    let documents: Value = serde_json::from_slice(&out["rules.json"]).unwrap();
    assert!(documents["packs"].as_array().unwrap().iter().any(|pack| pack["revision"] == "99"));
    assert_ne!(out["criteria.html"], before["criteria.html"]);
    let origin: Value = serde_json::from_slice(&out["release.json"]).unwrap();
    assert_eq!(origin["rules"]["signer"], "某市工业和信息化局");
    let [page, worker] = ["index.html", "sw.js"].map(|path| String::from_utf8(out[path].clone()).unwrap());
    for path in out.keys().filter(|path| path.starts_with("assets/") && !path.ends_with("app.js")) {
        assert!(page.contains(path) && worker.contains(path), "{path}");
    }
    assert_eq!(out.len(), before.len(), "{:?}", out.keys());
    assert_eq!(out["assets/app.js"], b"app");
}

#[test]
fn the_builds_own_rules_change_no_byte_of_them() {
    let publisher = Publisher::new();
    assert_eq!(publisher.build("rules.zip", &["one"], "out").code, 0);
    let (before, out) = (files(&publisher.dist), files(&publisher.office.place("out")));
    let differ: Vec<&String> = before.keys().filter(|path| before.get(*path) != out.get(*path)).collect();
    assert_eq!(differ, ["index.html", "release.json", "site.json", "sw.js"]);
}

#[test]
fn rules_that_nobody_trusts_leave_the_old_site_as_it_was() {
    let publisher = Publisher::new();
    assert_eq!(publisher.build("rules.zip", &["one"], "out").code, 0);
    let before = files(&publisher.office.place("out"));
    publisher.renew("two", "new.zip");
    let whole = fs::read(publisher.office.place("rules.zip")).unwrap();
    fs::write(publisher.office.place("half.zip"), &whole[..whole.len() / 2]).unwrap();
    for (archive, keys, sentence) in [
        ("new.zip", &["one"][..], "不是由所信任的密钥签名"),
        ("new.zip", &[], "[rules] trusted 没有写信任谁的签名"),
        ("half.zip", &["one"], "压缩包不完整或已损坏"),
    ] {
        let run = publisher.build(archive, keys, "out");
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{sentence}");
        assert!(run.err.contains(sentence), "{}", run.err);
        assert_eq!(files(&publisher.office.place("out")), before, "{sentence}");
        assert!(!publisher.office.place("out.partial").exists());
    }
}

#[test]
fn while_a_key_changes_both_are_trusted_and_afterwards_the_new_one_alone() {
    let publisher = Publisher::new();
    publisher.renew("two", "new.zip");
    for (archive, keys, code) in [
        ("rules.zip", &["one", "two"][..], 0),
        ("new.zip", &["one", "two"], 0),
        ("new.zip", &["two"], 0),
        ("rules.zip", &["two"], 2),
    ] {
        let run = publisher.build(archive, keys, "out");
        assert_eq!(run.code, code, "{archive} {keys:?}: {}", run.err);
    }
}

#[test]
fn a_site_of_another_version_takes_no_rules() {
    let publisher = Publisher::new();
    let before = files(&publisher.dist);
    let path = path_of(before.keys().map(String::as_str), "all-rules", "bin").unwrap();
    fs::write(publisher.dist.join(path), [&before[path][..], &[0]].concat()).unwrap();
    let run = publisher.build("rules.zip", &["one"], "out");
    assert_eq!(run.code, 2);
    assert!(run.err.contains("网站与本程序不是同一版，没有采用规则"), "{}", run.err);
    assert!(!publisher.office.place("out").exists());
}

#[test]
fn a_visitor_can_compare_the_rules_that_a_site_took() {
    let publisher = Publisher::new();
    publisher.renew("one", "new.zip");
    assert_eq!(publisher.build("new.zip", &["one"], "out").code, 0);
    let run = publisher.verify("out", &[]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.out.contains("网站自称换用规则 7（某市工业和信息化局，2026-11-29）"), "{}", run.out);

    let (rules, key) = (publisher.office.text("new.zip"), publisher.office.text("one.pub"));
    let with = ["--rules", &rules, "--trusted", &key];
    let run = publisher.verify("out", &with);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("由签名的规则改写，与规则一致："), "{}", run.out);
    assert!(run.out.contains("没有发现发布之外的内容"), "{}", run.out);

    let criteria = publisher.office.place("out/criteria.html");
    fs::write(&criteria, fs::read_to_string(&criteria).unwrap() + "<p>另加一条</p>").unwrap();
    let run = publisher.verify("out", &with);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.out.contains("与发布的文件不同：criteria.html\n"), "{}", run.out);

    let sums = publisher.office.place("zjtx-SHA256SUMS");
    fs::copy(publisher.dist.join(SUMS_FILE), &sums).unwrap();
    let site = publisher.office.text("out");
    let run = zjtx(&[&["verify-site", &site, "--release", sums.to_str().unwrap()], &with[..]].concat());
    assert_eq!(run.code, 2);
    assert!(run.err.contains("只有校验值清单不够"), "{}", run.err);
}
