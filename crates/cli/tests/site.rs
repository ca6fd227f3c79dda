//! `zjtx site check` and `zjtx site build`.

#![allow(clippy::unwrap_used, reason = "a command that cannot be run fails its test")]

mod support;

use std::fs;
use support::{repository, zjtx};

#[test]
fn a_settings_file_is_explained() {
    let run = zjtx(&["site", "check", &repository("rules/sites/zhejiang.toml")]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("服务区域：330000 浙江省"), "{}", run.out);
    assert!(run.out.contains("统计区域（11 个）：330100 杭州市、330200 宁波市"), "{}", run.out);
}

#[test]
fn mistakes_are_told_with_file_and_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.toml");
    let told = |text: &str| {
        fs::write(&file, text).unwrap();
        let run = zjtx(&["site", "check", file.to_str().unwrap()]);
        assert_eq!(run.code, 2, "{text}");
        run.err
    };
    assert!(told("[area]\nserved = \"440100\"\nhue = 1").contains("site.toml：第 3 行：没有“hue”这一项"));
    assert!(told("[area]\nserved = \"44\"").contains("site.toml：area.served："));
    let unknown = "[area]\nserved = \"440100\"\n[schemes]\nticked = [\"giant\"]";
    assert!(told(unknown).contains("没有认定事项“giant”"));
}

#[test]
fn nothing_is_built_from_what_is_no_site() {
    let folder = tempfile::tempdir().unwrap();
    let (empty, out) = (folder.path().join("empty"), folder.path().join("out"));
    fs::create_dir(&empty).unwrap();
    let settings = repository("rules/sites/chengdu.toml");
    let run =
        zjtx(&["site", "build", "--site", &settings, empty.to_str().unwrap(), "-o", out.to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("不是构建好的网站"), "{}", run.err);
    assert!(!out.exists());
}
