//! `zjtx demo`: a site with made-up firms, lists and counts, at one page of links.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use support::{built, served::Served, zjtx};
use tempfile::TempDir;

/// Says what the endpoint says, and stays until it is ended.
const ENDPOINT: &str = "#!/bin/sh\n\
    test \"$1\" = demo || exit 1\n\
    test -d \"$ZJTX_SITE/demo\" || exit 1\n\
    echo 'demo token read:city one'\n\
    echo 'demo token read:district:440103 two'\n\
    echo \"serving the site at http://127.0.0.1:9/\"\n\
    exec tail -f /dev/null\n";

/// A folder with a built site, and the program as somebody downloads it.
fn downloaded() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    built::site(&folder.path().join("site"));
    fs::copy(env!("CARGO_BIN_EXE_zjtx"), folder.path().join("zjtx-linux-x86_64")).unwrap();
    folder
}

fn demo(folder: &Path) -> Command {
    let mut command = Command::new(folder.join("zjtx-linux-x86_64"));
    command.args(["demo", "--port", "0"]).current_dir(folder).stdout(Stdio::piped());
    command
}

#[test]
fn the_site_beside_the_program_is_shown_with_made_up_firms_and_nothing_stays() {
    let folder = downloaded();
    let served = Served::from(demo(folder.path()));
    let page = served.ask("/demo/", "");
    assert!(page.contains("一张企业清单") && page.contains("href=\"../directory/\""), "{page}");
    assert!(!page.contains("/stats/"), "{page}");
    let [firm, list] = ["/demo/firm.dossier.json", "/demo/firms.csv"].map(|path| served.ask(path, ""));
    assert!(served.ask("/directory/index.json", "").starts_with("HTTP/1.1 200"));
    let body = |answer: &str| answer.split_once("\r\n\r\n").unwrap().1.to_owned();
    for (command, name, text) in [("evaluate", "firm.json", body(&firm)), ("batch", "firms.csv", body(&list))]
    {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        let run = zjtx(&[&[command, file.to_str().unwrap()], more(command)].concat());
        assert_eq!(run.code, 0, "{command}: {}", run.err);
        assert!(!run.err.contains("错误"), "{command}: {}", run.err);
    }
    assert_eq!(served.stop(), 0, "temporary files stay");
}

fn more(command: &str) -> &'static [&'static str] {
    if command == "batch" { &["-o", "-"] } else { &[] }
}

#[test]
fn the_endpoint_beside_the_program_brings_the_counts() {
    let folder = downloaded();
    let endpoint = folder.path().join("zjtx-aggregator-linux-x86_64");
    fs::write(&endpoint, ENDPOINT).unwrap();
    fs::set_permissions(&endpoint, PermissionsExt::from_mode(0o755)).unwrap();
    let served = Served::from(demo(folder.path()));
    assert_eq!(served.address, "127.0.0.1:9");
    let page = served.temporary_file("site/demo/index.html");
    for link in ["href=\"../stats/#token=one\"", "href=\"../stats/#token=two\""] {
        assert!(page.contains(link), "{page}");
    }
    assert!(served.temporary_file("site/site.json").contains("\"endpoint\":\"/\""));
    assert_eq!(served.stop(), 0, "temporary files stay");
}

#[test]
fn without_a_site_one_sentence_says_what_to_do() {
    let folder = downloaded();
    fs::remove_dir_all(folder.path().join("site")).unwrap();
    let output = demo(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, "没有找到网站：请把 zjtx-site-….zip 放在本程序旁边，或写明它的位置\n");
}
