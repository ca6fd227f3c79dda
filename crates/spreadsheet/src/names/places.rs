//! Places by name or code, of today or of before a change: 广州市天河区, 440106, 番禺市.

use std::sync::LazyLock;
use zjtx_places::{Level, Place, Places, Wanted};

static PLACES: LazyLock<Places> = LazyLock::new(Places::bundled);

/// The place that a text names; `within` is the code of what another cell says, such as the city, and `home` that of
/// the region which is meant where a name is of several places and nothing says of which.
pub(crate) fn place(text: &str, within: Option<&str>, home: Option<&str>) -> Option<&'static Place> {
    let bare = text.split(['（', '(']).next().unwrap_or(text);
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    let written = [if digits.is_empty() { text } else { six(&digits)? }, bare];
    let province = within.and_then(|code| code.get(..2)).map(|province| format!("{province}0000"));
    let regions = [within, province.as_deref(), home, None];
    let tries = written.iter().flat_map(|text| regions.iter().map(move |within| (*text, *within)));
    tries.filter_map(|(text, within)| one(text, &PLACES.find(text, Wanted { level: None, within }))).next()
}

/// The code of the city of a place: its own, or that of the city around it; none of a province.
pub(crate) fn city_of(place: &Place) -> Option<&'static str> {
    let is_city = |code: &str| {
        let cities = PLACES.find(code, Wanted { level: Some(Level::City), within: None });
        cities.first().map(|city| city.code())
    };
    let around = PLACES.parent(place.code()).map(Place::code);
    is_city(place.code()).or_else(|| is_city(around?))
}

/// The first six digits of a code of six, nine or twelve.
fn six(digits: &str) -> Option<&str> {
    digits.get(..6).filter(|_| matches!(digits.len(), 6 | 9 | 12))
}

/// The only place; of several the outermost where all others lie in it (吉林 is the province or its city), or the
/// one whose name the text begins with (the ground of 南海市 went to 南海区 for the most part).
fn one(text: &str, found: &[&'static Place]) -> Option<&'static Place> {
    let first = found.first()?;
    let region = first.code().trim_end_matches("00");
    if found.iter().all(|place| place.code().starts_with(region)) {
        return Some(first);
    }
    let mut named = found.iter().filter(|place| text.contains(place.short()));
    named.next().filter(|_| named.next().is_none()).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_known_by_every_name_of_today_and_before() {
        for (text, within, code) in [
            ("天河区", None, "440106"),
            ("天河", None, "440106"),
            ("广州市天河区", None, "440106"),
            ("广东省广州市天河区", None, "440106"),
            ("广东广州天河", None, "440106"),
            ("天河区（广州）", None, "440106"),
            ("440106", None, "440106"),
            ("440106000000", None, "440106"),
            ("440106 天河区", None, "440106"),
            ("顺德区", None, "440606"),
            ("佛山市顺德区", None, "440606"),
            ("广东省-佛山市-顺德区", None, "440606"),
            ("顺德市", None, "440606"),
            ("440681", None, "440606"),
            ("番禺市", None, "440113"),
            ("东山区", Some("440100"), "440104"),
            ("萝岗区", None, "440112"),
            ("增城市", None, "440118"),
            ("南海市", None, "440605"),
            ("白云区", None, "440111"),
            ("白云区", Some("520100"), "520113"),
            ("朝阳区", Some("110000"), "110105"),
            ("北京市朝阳区", None, "110105"),
            ("北京", None, "110000"),
            ("江苏省苏州市", None, "320500"),
            ("广州", None, "440100"),
            ("广东省", None, "440000"),
            ("东莞市", None, "441900"),
            ("虎门镇", None, ""),
            ("某区", None, ""),
        ] {
            assert_eq!(place(text, within, Some("440000")).map_or("", Place::code), code, "{text}");
        }
    }

    #[test]
    fn every_place_has_its_city() {
        let city = |text| place(text, None, Some("440000")).and_then(city_of);
        for (text, code) in
            [("顺德区", "440600"), ("广州市", "440100"), ("北京市朝阳区", "110000"), ("东莞市", "441900")]
        {
            assert_eq!(city(text), Some(code), "{text}");
        }
        assert_eq!(city("广东省"), None);
    }
}
