//! What a comparison is told in, in both languages.

use super::Transition;
use zjtx_evaluator::{Lang, Terms};

/// What stands on every sheet.
pub(super) const fn warning(lang: Lang) -> &'static str {
    lang.pick(
        "仅供自测参考，不作为评审依据。结论按目前填写得出。",
        "For self-test only; not a basis for any review. Verdicts follow from what is filled in now.",
    )
}

/// From which verdict to which; nothing where it stays.
pub(super) fn transition([before, after]: Transition, lang: Lang) -> String {
    if before == after { String::new() } else { format!("{} → {}", before.name(lang), after.name(lang)) }
}

/// Name of a district or city.
pub(super) fn area(code: &str, terms: &Terms, lang: Lang) -> String {
    if code.is_empty() {
        return lang.pick("未填地区", "No area given").to_owned();
    }
    let cities = &terms.areas().cities;
    let city = cities.iter().find(|city| city.code == code).map(|city| &city.name);
    let district = || cities.iter().flat_map(|city| &city.districts).find(|district| district.code == code);
    let name = city.or_else(|| district().map(|district| &district.name));
    name.map_or_else(|| code.to_owned(), |name| name.get(lang).to_owned())
}
