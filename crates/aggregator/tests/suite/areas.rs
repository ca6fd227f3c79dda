//! Areas and packs as a site's settings and the rules list them: another city, two endpoints, an area that ends.

use std::fs;
use std::path::PathBuf;

use zjtx_aggregator::store::Scope;
use zjtx_places::Places;
use zjtx_site_settings::{DEFAULT, Site};
use zjtx_wire::{CityReleases, Config, District, DistrictReleases, Level, PackCode, Report, Verdict};

use crate::support::reports::{TIANHE, id, report};
use crate::support::server::{TestServer, generous};

const WEEK: i64 = 7 * 24;

/// Districts of Chengdu.
const JINJIANG: District = District::from_bytes(*b"510104").unwrap();

/// 芳村区, which ended in 2005.
const FANGCUN: District = District::from_bytes(*b"440107").unwrap();

fn of_site(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../rules/sites").join(name)
}

fn server(site_settings: PathBuf) -> TestServer {
    let mut settings = generous();
    settings.release.epsilon = "none".to_owned();
    settings.site_settings = Some(site_settings);
    TestServer::with(settings)
}

async fn send(server: &TestServer, district: District, first: u128, count: u128) -> u16 {
    let period = server.get("/v1/config", None).await.json()["period"].as_str().expect("a period").to_owned();
    let mut status = 0;
    for number in first..first + count {
        let verdict = Verdict::ALL[number as usize % 4];
        let period = period.parse().expect("a period");
        status = server.send(&Report { id: id(number), district, verdict, period, ..report(0) }).await;
    }
    status
}

async fn close(server: &TestServer) {
    server.clock.advance(WEEK);
    server.run_due().await;
}

async fn codes(server: &TestServer) -> zjtx_wire::Codes {
    let config: Config =
        serde_json::from_slice(&server.get("/v1/config", None).await.body).expect("the config");
    config.codes
}

/// Totals of an area's releases, oldest first.
async fn totals(server: &TestServer, district: District) -> Vec<i64> {
    let token = server.issue(Scope::District(district), &format!("{district}-{}", rand::random::<u32>()), 30);
    let answer = server.get(&format!("/v1/districts/{district}/releases"), Some(&token)).await;
    let read: DistrictReleases = serde_json::from_slice(&answer.body).expect("releases");
    let total = |table: serde_json::Value| table["total"].as_i64().expect("a total");
    read.releases.iter().map(|one| total(serde_json::to_value(one.table).expect("a table"))).collect()
}

#[tokio::test]
async fn another_citys_endpoint_counts_its_own_areas_and_names_them() {
    let chengdu = server(of_site("chengdu.toml"));
    let codes = codes(&chengdu).await;
    let names: Vec<_> = codes.districts.iter().map(|area| (area.code.as_str(), area.name.as_str())).collect();
    assert!(names.contains(&("510104", "锦江区")) && names.contains(&("510185", "简阳市")), "{names:?}");
    assert!(!names.iter().any(|(code, _)| code.starts_with("44")), "{names:?}");
    assert_eq!(codes.unstated.code(), "510100");
    assert_eq!(send(&chengdu, JINJIANG, 0, 1).await, 204);
    assert_eq!(send(&chengdu, codes.unstated, 10, 1).await, 204);
    assert_eq!(send(&chengdu, TIANHE, 20, 1).await, 422);
}

#[tokio::test]
async fn a_province_counts_its_cities() {
    let zhejiang = server(of_site("zhejiang.toml"));
    let codes = codes(&zhejiang).await;
    assert_eq!((codes.unstated.code(), codes.districts.len()), ("330000", 12));
    assert_eq!(send(&zhejiang, District::from_code("330100").expect("a code"), 0, 1).await, 204);
}

#[tokio::test]
async fn packs_and_levels_are_those_of_the_rules() {
    let server = TestServer::new();
    let codes = codes(&server).await;
    let listed = codes.packs.iter().find(|pack| pack.pack == "cn-specialized-sme-2026").expect("a pack");
    assert_eq!((listed.name.as_str(), listed.name_en.as_str()), ("国家2026年标准", "national rules of 2026"));
    for pack in &codes.packs {
        let sent = Report { pack: pack.code, level: pack.level, ..report(pack.pack.len() as u128) };
        assert_eq!(server.send(&sent).await, 204, "{pack:?}");
    }
    let unknown = PackCode::from_code("ZZ99Z").expect("a form");
    assert_eq!(server.send(&Report { pack: unknown, ..report(1) }).await, 422);
    let other_level = Level::from_code("7").expect("a form");
    let answer = server.post(Report { level: other_level, ..report(1) }.to_json()).await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["type"]),
        (422, &"urn:zjtx:problem:unknown-code".into())
    );
}

#[tokio::test]
async fn two_endpoints_for_two_areas_run_from_one_build() {
    let (guangzhou, chengdu) = (server(of_site("guangzhou.toml")), server(of_site("chengdu.toml")));
    assert_eq!((send(&guangzhou, TIANHE, 0, 40).await, send(&chengdu, JINJIANG, 0, 44).await), (204, 204));
    assert_eq!((send(&guangzhou, JINJIANG, 100, 1).await, send(&chengdu, TIANHE, 100, 1).await), (422, 422));
    close(&guangzhou).await;
    close(&chengdu).await;
    assert_eq!((totals(&guangzhou, TIANHE).await, totals(&chengdu, JINJIANG).await), (vec![40], vec![44]));
    assert_eq!((totals(&guangzhou, JINJIANG).await, totals(&chengdu, TIANHE).await), (vec![], vec![]));
}

/// The default site, as it was when 芳村区 was one of its areas.
fn before_the_merger(folder: &std::path::Path) -> PathBuf {
    let mut site = Site::read(DEFAULT, &Places::bundled()).expect("settings");
    let mut area = site.areas[0].clone();
    area.code = FANGCUN.to_string();
    area.name.zh = "芳村区".to_owned();
    site.areas.push(area);
    let file = folder.join("site.json");
    fs::write(&file, site.to_json()).expect("a file");
    file
}

#[tokio::test]
async fn an_area_that_ends_keeps_its_releases_and_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = server(before_the_merger(folder.path()));
    assert_eq!(send(&server, FANGCUN, 0, 40).await, 204);
    close(&server).await;
    assert_eq!(send(&server, FANGCUN, 100, 24).await, 204, "what waits when the area ends");

    server.settings.site_settings = None;
    server.restart();
    assert_eq!(send(&server, FANGCUN, 200, 1).await, 422, "nothing new is counted for it");
    let codes = codes(&server).await;
    assert!(!codes.districts.iter().any(|area| area.code == "440107"));
    let former = codes.former.iter().find(|area| area.code == "440107").expect("its name");
    assert_eq!(former.name, "芳村区");
    close(&server).await;
    assert_eq!(totals(&server, FANGCUN).await, [40, 64], "its officer reads on; what waited is released");

    let city = server.issue(Scope::City, "市级", 30);
    let answer = server.get("/v1/city/releases/latest", Some(&city)).await;
    let read: CityReleases = serde_json::from_slice(&answer.body).expect("releases");
    assert_eq!(read.releases.iter().filter(|release| release.district == FANGCUN).count(), 1);
    let csv = server.get("/v1/city/releases.csv", Some(&city)).await;
    let text = String::from_utf8(csv.body).expect("text");
    assert!(text.contains("440107,芳村区,省级专精特新中小企业"), "{text}");
}

#[test]
fn settings_that_cannot_be_used_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in
        [("site.json", "{}"), ("site.toml", "[area]\nserved = \"440106\"\n"), ("none.toml", "")]
    {
        let file = folder.path().join(name);
        fs::write(&file, text).expect("a file");
        let mut settings = generous();
        settings.site_settings = Some(file);
        let error = settings.rules().expect_err(name).to_string();
        assert!(error.contains(name) && error.contains("站点设置"), "{error}");
    }
}
