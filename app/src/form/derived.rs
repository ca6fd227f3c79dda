//! Figures that follow from answers 「占比」「增长率」「资产负债率」, shown as they arise. They judge nothing.

use crate::form::words;
use crate::words::Lang;
use zjtx_evaluator::{Dossier, FactRef, Terms, number::format_micros};

/// What follows from an answer together with others; empty where nothing does.
pub fn derived(dossier: &Dossier, terms: &Terms, place: FactRef, lang: Lang) -> String {
    let Some(term) = terms.term(place.fact) else { return String::new() };
    let number = |place: FactRef| match place.year {
        Some(year) => dossier.get_year(place.fact, year),
        None => dossier.get(place.fact)?.as_number(),
    };
    let mut parts = Vec::new();
    if let Some(share) = term.share_of() {
        let base = number(FactRef { fact: share.of, ..place });
        let percent = percent(number(place), base, lang);
        parts.extend(percent.map(|percent| [share.label.get(lang), &percent].concat()));
    }
    if let Some(year) = place.year.filter(|_| term.shows_growth()) {
        let before = number(FactRef { year: Some(year.saturating_sub(1)), ..place });
        let more = number(place).zip(before).map(|(now, before)| now - before);
        let growth = percent(more, before, lang);
        parts.extend(growth.map(|growth| words::growth(&growth, lang)));
    }
    parts.join(words::COMMA.get(lang))
}

/// A ratio in percent, to be put behind its name: two decimals, cut off and called 「约」 where there are more,
/// because a rounded figure could seem to reach a threshold that it does not.
fn percent(of: Option<i64>, to: Option<i64>, lang: Lang) -> Option<String> {
    let (of, to) = (i128::from(of?) * 10_000, i128::from(to.filter(|to| *to > 0)?));
    let about = if of % to == 0 { " " } else { words::ABOUT.get(lang) };
    Some(format!("{about}{}%", format_micros(of / to * 10_000)))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::derived;
    use crate::{
        draft::place_of,
        testing::{draft, rules},
        words::Lang,
    };

    const ANSWERS: [(&str, &str); 9] = [
        ("operating_revenue@2020", "8600"),
        ("operating_revenue@2019", "8000"),
        ("core_business_revenue@2020", "7000"),
        ("total_assets@2020", "10000"),
        ("total_liabilities@2020", "7500.0001"),
        ("rd_staff", "25"),
        ("employee_total", "50"),
        ("rd_expense@2020", "257.9999"),
        ("rd_expense@2019", "100"),
    ];

    fn shown(key: &str, answers: &[(&str, &str)]) -> String {
        let rules = rules();
        let dossier = draft(&rules, answers).dossier(rules.terms());
        derived(&dossier, rules.terms(), place_of(rules.terms(), key).expect("a place"), Lang::Zh)
    }

    #[test]
    fn shares_and_growth_arise_from_answers() {
        for (key, text) in [
            ("core_business_revenue@2020", "占营业收入约 81.39%"),
            ("operating_revenue@2020", "同比增长 7.5%"),
            ("operating_revenue@2019", ""),
            ("rd_staff", "占职工总数 50%"),
            ("employee_total", ""),
            ("rd_expense@2019", "占营业收入 1.25%"),
            ("leading_product_revenue@2020", ""),
        ] {
            assert_eq!(shown(key, &ANSWERS), text, "{key}");
        }
    }

    #[test]
    fn a_figure_that_is_cut_off_never_seems_to_reach_a_threshold() {
        assert_eq!(shown("rd_expense@2020", &ANSWERS), "占营业收入约 2.99%");
        assert_eq!(shown("total_liabilities@2020", &ANSWERS), "资产负债率约 75%");
    }

    #[test]
    fn nothing_follows_from_nothing_and_from_zero() {
        assert_eq!(shown("rd_staff", &[("rd_staff", "3")]), "");
        assert_eq!(shown("rd_staff", &[("rd_staff", "3"), ("employee_total", "0")]), "");
        let falling = [("operating_revenue@2020", "90"), ("operating_revenue@2019", "100")];
        assert_eq!(shown("operating_revenue@2020", &falling), "同比增长 -10%");
        let losing = [("operating_revenue@2020", "90"), ("operating_revenue@2019", "-100")];
        assert_eq!(shown("operating_revenue@2020", &losing), "");
    }
}
