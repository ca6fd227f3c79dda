//! 「申报批次」: the known rounds of each scheme, what is announced and what is only expected told apart.

use crate::{
    address::Address, preparation::list, result::citation, rounds::words, shell::heading::heading,
    store::Store, words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{Date, Round, RoundPurpose, RoundStatus, Stage, StageActor};

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let rounds = model.rules.rounds();
    let today = model.today;
    html! {
        <div class="page narrow">
            { heading(words::ROUNDS_OF_APPLICATION.get(lang)) }
            <p>{ words::the_rounds_and_deadlines(lang, today) }</p>
            <p class="actions screen-only">
                <a class="button quiet" href={Address::Preparation(None).href()}>
                    { words::PREPARATION_LIST.get(lang) }
                </a>
            </p>
            { for model.rules.catalog().schemes.iter().map(|scheme| {
                let own = rounds.iter().filter(|round| round.scheme == scheme.id).collect();
                section(store, scheme.title.get(lang), own)
            }) }
        </div>
    }
}

/// The rounds of a scheme: those to come, the nearest first, then those that are over.
fn section(store: &Store, title: &str, rounds: Vec<&Round>) -> Html {
    if rounds.is_empty() {
        return Html::default();
    }
    let (today, lang) = (store.model().today, store.lang());
    let (mut over, mut to_come): (Vec<_>, Vec<_>) =
        rounds.into_iter().partition(|round| round.last_day().is_some_and(|last| last < today));
    to_come.sort_by_key(|round| list::target_day(round));
    over.sort_by_key(|round| std::cmp::Reverse(round.last_day()));
    html! {
        <section class="card chapter">
            <h2>{ title.to_owned() }</h2>
            if to_come.is_empty() { <p>{ words::NO_ROUND_THAT_IS.get(lang) }</p> }
            <ul class="plain">{ for to_come.into_iter().map(|round| item(store, round)) }</ul>
            if !over.is_empty() {
                <details class="over">
                    <summary>{ words::ROUNDS_THAT_ARE_OVER.get(lang) }</summary>
                    <ul class="plain">{ for over.into_iter().map(|round| item(store, round)) }</ul>
                </details>
            }
        </section>
    }
}

fn item(store: &Store, round: &Round) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let region = model.rules.region_name(&round.region, lang).to_owned();
    html! {
        <li class="criterion">
            <div class="criterion-head">
                <h3>{ round.title.get(lang) }</h3>
                { status(round.status, lang) }
            </div>
            <p class="note">{ region }{ " · " }{ purposes(round, lang) }</p>
            <ul class="stages">
                { for round.stages.iter().map(|stage| html! { <li>{ self::stage(stage, model.today, lang) }</li> }) }
            </ul>
            { citation::cited(store, &round.cite, round.confidence, None) }
            if let Some(note) = &round.note { <p class="note">{ note.get(lang) }</p> }
        </li>
    }
}

/// 「已公布」 or 「预计」.
pub fn status(status: RoundStatus, lang: Lang) -> Html {
    match status {
        RoundStatus::Announced => {
            html! { <span class="pill met">{ words::ANNOUNCED.get(lang) }</span> }
        }
        RoundStatus::Expected => {
            html! {
                <span class="pill open"><span aria-hidden="true">{ "?" }</span>{ words::ONLY_EXPECTED.get(lang) }</span>
            }
        }
    }
}

fn purposes(round: &Round, lang: Lang) -> String {
    let name = |purpose: &RoundPurpose| match purpose {
        RoundPurpose::First => words::FIRST_APPLICATION.get(lang),
        RoundPurpose::Renewal => words::RENEWAL.get(lang),
        RoundPurpose::Update => words::YEARLY_UPDATE_BY_FIRMS.get(lang),
    };
    let names: Vec<&str> = round.purposes.iter().map(name).collect();
    names.join(words::LIST_COMMA.get(lang))
}

/// What is done, by whom, when, and in how many days.
fn stage(stage: &Stage, today: Date, lang: Lang) -> Html {
    let by = match stage.by {
        StageActor::Enterprise => words::FIRMS.get(lang),
        StageActor::Authority => words::AUTHORITIES.get(lang),
    };
    html! {
        <>
            { stage.title.get(lang) }{ words::basis(lang, by) }
            <b class="points">{ span(stage, lang) }</b>{ " " }{ left(stage, today, lang) }
        </>
    }
}

/// The days of a stage, or its months where only these are known.
pub fn span(stage: &Stage, lang: Lang) -> String {
    let name = |day: Date| if stage.by_month { month(day, lang) } else { day.to_string() };
    match (stage.from.map(name), stage.to.map(name)) {
        (Some(from), Some(to)) => words::to(lang, &from, &to),
        (None, Some(to)) => words::by(lang, &to),
        (Some(from), None) => words::from(lang, &from),
        (None, None) => String::new(),
    }
}

fn month(day: Date, lang: Lang) -> String {
    let (year, (month, _)) = (day.year(), day.month_day());
    words::month_of_year(lang, year, month)
}

/// Days left.
fn left(stage: &Stage, today: Date, lang: Lang) -> String {
    let days = |day: Option<Date>| day.map(|day| today.days_until(day));
    let about = if stage.by_month { words::ABOUT.get(lang) } else { "" };
    match (days(stage.from), days(stage.to)) {
        (_, Some(left)) if left < 0 => words::OVER.get(lang).to_owned(),
        (_, Some(0)) => words::ENDS_TODAY.get(lang).to_owned(),
        (Some(until), _) if until > 0 => words::begins_in_days(lang, about, until),
        (_, Some(left)) => words::days_left(lang, left),
        _ => words::HAS_BEGUN.get(lang).to_owned(),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{left, span};
    use crate::{testing::day, words::Lang};
    use zjtx_evaluator::{Stage, StageActor, Text};

    fn stage(from: Option<&str>, to: Option<&str>, by_month: bool) -> Stage {
        let title = Text { zh: "申报".to_owned(), en: "Filing".to_owned() };
        Stage { title, by: StageActor::Enterprise, from: from.map(day), to: to.map(day), by_month }
    }

    #[test]
    fn days_left_are_told_before_during_and_after() {
        let stage = stage(Some("2026-04-25"), Some("2026-05-25"), false);
        for (today, told) in [
            ("2026-04-24", "1 天后开始"),
            ("2026-04-25", "还剩 30 天"),
            ("2026-05-25", "今天截止"),
            ("2026-05-26", "已截止"),
        ] {
            assert_eq!(left(&stage, day(today), Lang::Zh), told, "{today}");
        }
    }

    #[test]
    fn months_are_told_as_months() {
        let stage = stage(Some("2027-06-01"), Some("2027-07-31"), true);
        assert_eq!(span(&stage, Lang::Zh), "2027 年 6 月 至 2027 年 7 月");
        assert_eq!(left(&stage, day("2026-11-22"), Lang::En), "begins in about 191 days");
    }

    #[test]
    fn a_single_day_is_enough() {
        let by = stage(None, Some("2027-05-31"), false);
        assert_eq!(span(&by, Lang::En), "by 2027-05-31");
        assert_eq!(left(&by, day("2027-05-31"), Lang::Zh), "今天截止");
        assert_eq!(left(&stage(Some("2027-03-01"), None, false), day("2027-03-01"), Lang::Zh), "已开始");
    }
}
