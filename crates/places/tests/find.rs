//! What people write for a place, and which place it is.

#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

use std::sync::LazyLock;
use zjtx_places::{Level, Places, Wanted};

static PLACES: LazyLock<Places> = LazyLock::new(Places::bundled);

fn found(text: &str, level: Option<Level>, within: Option<&str>) -> Vec<&'static str> {
    PLACES.find(text, Wanted { level, within }).iter().map(|place| place.code()).collect()
}

#[test]
fn names_and_codes_mean_their_place() {
    for (text, code) in [
        ("440106", "440106"),
        ("天河区", "440106"),
        ("天河", "440106"),
        ("广州市天河区", "440106"),
        ("广东省广州市天河区", "440106"),
        ("广东省/广州市/天河区", "440106"),
        ("广州 天河", "440106"),
        ("广东省天河区", "440106"),
        ("中国广东省", "440000"),
        ("广州", "440100"),
        ("北京市朝阳区", "110105"),
        ("长春朝阳区", "220104"),
        ("恩施州", "422800"),
        ("内蒙古", "150000"),
        ("济源市", "419001"),
        ("神农架林区", "429021"),
        ("石河子", "659001"),
    ] {
        assert_eq!(found(text, None, None), [code], "{text}");
    }
}

#[test]
fn one_name_of_several_places_is_ambiguous_until_the_city_is_known() {
    assert_eq!(found("朝阳区", None, None), ["110105", "220104"]);
    assert_eq!(found("朝阳区", None, Some("220100")), ["220104"]);
    assert_eq!(found("朝阳", Some(Level::City), None), ["211300"]);
    assert_eq!(found("鼓楼区", Some(Level::County), Some("350100")), ["350102"]);
}

#[test]
fn former_codes_and_names_mean_what_became_of_them() {
    assert_eq!(found("440102", None, None), ["440104"]);
    assert_eq!(found("440116", None, None), ["440112"]);
    assert_eq!(found("东山区", Some(Level::County), Some("440100")), ["440104"]);
    assert_eq!(found("番禺市", None, None), ["440113"]);
    assert_eq!(found("广州市萝岗区", None, None), ["440112"]);
    assert_eq!(found("440127", None, None), ["441802", "441803"]);
}

#[test]
fn municipalities_and_counties_without_a_city_are_cities_of_a_form() {
    assert_eq!(found("上海市", Some(Level::City), None), ["310000"]);
    assert_eq!(found("济源市", Some(Level::City), None), ["419001"]);
    assert_eq!(found("广东省", Some(Level::City), None), [""; 0]);
    assert_eq!(found("浦东新区", Some(Level::City), None), [""; 0]);
}

#[test]
fn what_is_no_place_is_none() {
    for text in ["", "天", "没有的地方", "999999", "天河区天河区", "440", "北京市天河区"] {
        assert_eq!(found(text, None, None), [""; 0], "{text}");
    }
}

#[test]
fn every_place_is_found_by_its_code_and_by_its_full_name() {
    for place in PLACES.all() {
        assert_eq!(found(place.code(), None, None), [place.code()]);
        assert_eq!(found(&PLACES.full_name(place), None, None), [place.code()], "{}", place.name());
    }
}

#[test]
fn places_nearby_come_first_while_one_types() {
    let typed = |text: &str, near: &str| {
        PLACES.search(text, near, 3).iter().map(|hit| hit.place.code()).collect::<Vec<_>>()
    };
    assert_eq!(typed("朝阳", "220000")[0], "220104");
    assert_eq!(typed("tianhe", "440100"), ["440106"]);
    assert_eq!(typed("44010", "440100"), ["440100", "440103", "440104"]);
    assert_eq!(PLACES.get("440106").unwrap().english(), "Tianhe District");
    assert_eq!(PLACES.get("440100").unwrap().english(), "Guangzhou");
}

#[test]
fn the_city_of_a_place_is_what_forms_ask_for() {
    let city = |code: &str| PLACES.city_of(PLACES.get(code).unwrap()).map(|city| city.code());
    for (place, expected) in [
        ("440106", Some("440100")),
        ("440100", Some("440100")),
        ("110105", Some("110000")),
        ("110000", Some("110000")),
        ("419001", Some("419001")),
        ("440000", None),
    ] {
        assert_eq!(city(place), expected, "{place}");
    }
}

#[test]
fn what_is_near_is_found_first_and_named_in_english_from_within() {
    let first = |near: &str| PLACES.search("白云", near, 5).first().map(|hit| hit.place.code().to_owned());
    assert_eq!((first("440100").as_deref(), first("520000").as_deref()), (Some("440111"), Some("520113")));
    let wuhou = PLACES.search("wuhou", "440100", 5);
    assert_eq!(PLACES.full_english(wuhou[0].place), "Wuhou District, Chengdu, Sichuan");
}

#[test]
fn a_former_name_or_code_finds_what_became_of_the_place() {
    let first = |typed: &str, near: &str| {
        let hit = PLACES.search(typed, near, 9).into_iter().next()?;
        Some((hit.place.code(), hit.once.map(|once| (once.code, once.name, once.until))))
    };
    assert_eq!(first("芳村", "440100"), Some(("440103", Some(("440107", "芳村区", 2005)))));
    assert_eq!(first("440107", "440100"), Some(("440103", Some(("440107", "芳村区", 2005)))));
    // Two steps on; and what another place is called now comes first away from there.
    assert_eq!(first("339005", ""), Some(("330109", Some(("339005", "萧山市", 1990)))));
    assert_eq!(first("东山区", "230000"), Some(("230406", None)));
    assert_eq!(first("东山区", "440100"), Some(("440104", Some(("440102", "东山区", 2005)))));
    let divided: Vec<_> = PLACES.search("清远县", "", 9).iter().map(|hit| hit.place.code()).collect();
    assert_eq!(divided, ["441802", "441803"]);
}
