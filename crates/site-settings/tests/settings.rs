//! Settings files: those of the repository, and every kind of mistake in one, told by its place.

use std::{fs, path::Path};
use zjtx_places::Places;
use zjtx_site_settings::{DEFAULT, SettingsError, Site};

fn read(text: &str) -> Result<Site, SettingsError> {
    Site::read(text, &Places::bundled())
}

fn message(text: &str) -> String {
    read(text).expect_err("settings with a mistake").to_string()
}

#[test]
fn every_site_of_the_repository_can_be_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/sites");
    let mut served = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of sites") {
        let text = fs::read_to_string(entry.expect("an entry").path()).expect("a file");
        let site = read(&text).expect("a good file");
        assert_eq!(Site::from_json(&site.to_json()), Some(site.clone()));
        served.push((site.area.name.zh, site.areas.len(), site.office.is_none()));
    }
    served.sort();
    let expected = [("广州市", 11, true), ("成都市", 20, true), ("浙江省", 11, true)];
    assert_eq!(served, expected.map(|(name, areas, demo)| (name.to_owned(), areas, demo)));
}

#[test]
fn areas_lie_as_drawn() {
    let site = read(DEFAULT).expect("the default site");
    let at =
        |code: &str| site.areas.iter().find(|area| area.code == code).map(|area| (area.row, area.column));
    assert_eq!((at("440114"), at("440106"), at("440115")), (Some((0, 1)), Some((2, 2)), Some((4, 3))));
}

#[test]
fn without_a_drawing_areas_fill_a_grid_in_their_order() {
    let site = read("[area]\nserved = \"510100\"").expect("good settings");
    let places: Vec<(usize, usize)> = site.areas.iter().map(|area| (area.row, area.column)).collect();
    assert_eq!(places[..7], [(0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (1, 0)]);
    let site = read("[area]\nserved = \"440100\"\norder = [\"南沙区\", \"天河\"]").expect("good settings");
    let names: Vec<&str> = site.areas.iter().map(|area| area.short.as_str()).collect();
    assert_eq!(names[..4], ["南沙", "天河", "荔湾", "越秀"]);
}

#[test]
fn a_mistake_in_the_file_is_told_by_its_line() {
    assert!(message("[area]\nserved = \"440100\"\ncolour = 1").starts_with("第 3 行：没有“colour”这一项"));
    assert!(message("[area]\nserved = 440100").starts_with("第 2 行："));
    assert!(message("[area\n").starts_with("第 1 行："));
    assert!(message("[area]\nserved = \"440100\"\n[office]\nname = \"甲局\"").contains("缺少“contact”"));
}

#[test]
fn a_value_that_cannot_be_right_is_told_by_its_key() {
    let with = |rest: &str| message(&format!("[area]\nserved = \"440100\"\n{rest}"));
    assert!(message("[area]\nserved = \"440106\"").starts_with("area.served：“天河区”是区县"));
    assert!(message("[area]\nserved = \"440199\"").starts_with("area.served：“440199”不是现行"));
    assert!(with("default_region = \"999999\"").starts_with("area.default_region："));
    assert!(with("order = [\"浦东新区\"]").contains("area.order：所辖区域中没有“浦东新区”"));
    assert!(with("order = [\"天河\", \"天河区\"]").contains("area.order：“天河区”写了两次"));
    assert!(with("tiles = [\"天河 天河\"]").contains("area.tiles：“天河”画了两次"));
    assert!(with("tiles = [\"天河\"]").contains("area.tiles：没有画“荔湾区”"));
    assert!(with("[service]\nname = \"<b>\"").starts_with("service.name："));
    assert!(with("[platform]\nname = \"甲\"\nlink = \"javascript:1\"").starts_with("platform.link："));
    assert!(with("[[notices]]\ntitle = \"甲\"\nlink = \"ftp://a\"").starts_with("notices.link："));
    assert!(with("[statistics]\non = true\nendpoint = \"stats\"").starts_with("statistics.endpoint："));
    assert!(message("last_check = \"昨天\"\n[area]\nserved = \"440100\"").starts_with("last_check："));
    let ticked = "[schemes]\noffered = [\"little_giant\"]\nticked = [\"high_tech\"]";
    assert!(with(ticked).starts_with("schemes.ticked：“high_tech”"));
}
