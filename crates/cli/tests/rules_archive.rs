//! `zjtx rules`: rules in a signed archive.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use support::{office::Office, zjtx};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The archive with its files changed; `None` leaves one out.
fn changed(from: &Path, to: &Path, change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>) {
    let mut read = ZipArchive::new(File::open(from).unwrap()).unwrap();
    let mut written = ZipWriter::new(File::create(to).unwrap());
    for index in 0..read.len() {
        let mut entry = read.by_index(index).unwrap();
        let (name, mut bytes) = (entry.name().unwrap().into_owned(), Vec::new());
        entry.read_to_end(&mut bytes).unwrap();
        if let Some(bytes) = change(&name, bytes) {
            written.start_file(name, SimpleFileOptions::default()).unwrap();
            written.write_all(&bytes).unwrap();
        }
    }
    written.finish().unwrap();
}

#[test]
fn signed_rules_are_told_with_revision_signer_and_day_and_can_be_used() {
    let office = Office::new();
    let out = office.text("new-rules");
    let run = office.verify("rules.zip", &["one"], &["-o", &out]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("规则 7，某市工业和信息化局 于 2026-11-29 签名"), "{}", run.out);
    let run = zjtx(&["lint", &out]);
    assert_eq!(run.code, 0, "{}", run.err);
    let mode = fs::metadata(office.place("one")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    // What is there stays.
    let run = office.verify("rules.zip", &["one"], &["-o", &out]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("已经存在，没有改动"), "{}", run.err);
    assert_eq!(zjtx(&["rules", "key", &office.text("one")]).code, 2);
}

#[test]
fn while_keys_change_both_are_trusted_and_afterwards_the_new_one_alone() {
    let office = Office::new();
    assert_eq!(office.pack("two", "new.zip").code, 0);
    for (archive, keys, code) in [
        ("rules.zip", &["one", "two"][..], 0),
        ("new.zip", &["one", "two"], 0),
        ("new.zip", &["two"], 0),
        ("rules.zip", &["two"], 2),
    ] {
        let run = office.verify(archive, keys, &[]);
        assert_eq!(run.code, code, "{archive} {keys:?}: {}", run.err);
    }
}

#[test]
fn what_is_damaged_unsigned_or_changed_is_refused_and_nothing_is_written() {
    let office = Office::new();
    let archive = office.place("rules.zip");
    let out = office.text("out");
    let refused = |name: &str, sentence: &str| {
        let run = office.verify(name, &["one"], &["-o", &out]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{name}");
        assert!(run.err.contains(sentence), "{name}: {}", run.err);
        assert!(!Path::new(&out).exists(), "{name}");
    };
    changed(&archive, &office.place("unsigned.zip"), |name, bytes| (name != "manifest.sig").then_some(bytes));
    refused("unsigned.zip", "没有签名");
    changed(&archive, &office.place("file.zip"), |name, mut bytes| {
        if name == "rules/terms.json" {
            bytes.push(b' ');
        }
        Some(bytes)
    });
    refused("file.zip", "文件与签名的清单不符");
    changed(&archive, &office.place("fewer.zip"), |name, bytes| {
        (name != "rules/rounds.json").then_some(bytes)
    });
    refused("fewer.zip", "文件与签名的清单不符");
    changed(&archive, &office.place("manifest.zip"), |name, bytes| {
        let is_manifest = name == "manifest.json";
        let text = || String::from_utf8(bytes.clone()).unwrap().replace("\"7\"", "\"8\"").into_bytes();
        Some(if is_manifest { text() } else { bytes.clone() })
    });
    refused("manifest.zip", "签名之后被改动");
    let whole = fs::read(&archive).unwrap();
    fs::write(office.place("half.zip"), &whole[..whole.len() / 2]).unwrap();
    refused("half.zip", "压缩包不完整或已损坏");
}

#[test]
fn rules_that_the_checker_refuses_are_not_packed() {
    let office = Office::new();
    let bad = office.place("bad");
    fs::create_dir(&bad).unwrap();
    let (key, out) = (office.text("one"), office.text("bad.zip"));
    let named = ["--key", &key, "--signer", "x", "--revision", "1", "-o", &out];
    let run = zjtx(&[&["rules", "pack", bad.to_str().unwrap()], &named[..]].concat());
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(!Path::new(&out).exists());
}
