//! 「申报批次」: the known rounds of each scheme, what is announced and what is only expected told apart.

use crate::{
    address::Address,
    preparation::list,
    result::citation,
    shell::heading::heading,
    store::Store,
    words::{Lang, say},
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
            { heading(lang.pick("申报批次", "Rounds of application")) }
            <p>{ say!(
                lang,
                "各认定事项有出处的批次和截止日，按今天（{today}）计算天数。“已公布”是所引文件写明的日期；“仅为推测”是按以往批次推断的，没有文件，以正式通知为准。",
                "The rounds and deadlines of each scheme that have a source, with the days counted from today ({today}). “Announced” days are written in the cited document; “only expected” ones are inferred from earlier rounds, no document states them, and the notice will count."
            ) }</p>
            <p class="actions screen-only">
                <a class="button quiet" href={Address::Preparation(None).href()}>{ lang.pick("准备清单", "Preparation list") }</a>
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
            if to_come.is_empty() { <p>{ lang.pick("没有查到还未结束的批次。", "No round that is not over was found.") }</p> }
            <ul class="plain">{ for to_come.into_iter().map(|round| item(store, round)) }</ul>
            if !over.is_empty() {
                <details class="over">
                    <summary>{ lang.pick("已结束的批次", "Rounds that are over") }</summary>
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
            <ul class="stages">{ for round.stages.iter().map(|stage| html! { <li>{ self::stage(stage, model.today, lang) }</li> }) }</ul>
            { citation::cited(store, &round.cite, round.confidence, None) }
            if let Some(note) = &round.note { <p class="note">{ note.get(lang) }</p> }
        </li>
    }
}

/// 「已公布」 or 「仅为推测」.
pub fn status(status: RoundStatus, lang: Lang) -> Html {
    match status {
        RoundStatus::Announced => {
            html! { <span class="pill met">{ lang.pick("已公布", "announced") }</span> }
        }
        RoundStatus::Expected => {
            html! { <span class="pill open"><span aria-hidden="true">{ "?" }</span>{ lang.pick("仅为推测", "only expected") }</span> }
        }
    }
}

fn purposes(round: &Round, lang: Lang) -> String {
    let name = |purpose: &RoundPurpose| match purpose {
        RoundPurpose::First => lang.pick("新申请", "first application"),
        RoundPurpose::Renewal => lang.pick("复核", "renewal (复核)"),
        RoundPurpose::Update => {
            lang.pick("已有称号的企业更新信息", "yearly update by firms that hold the title")
        }
    };
    let names: Vec<&str> = round.purposes.iter().map(name).collect();
    names.join(lang.pick("、", ", "))
}

/// What is done, by whom, when, and in how many days.
fn stage(stage: &Stage, today: Date, lang: Lang) -> Html {
    let by = match stage.by {
        StageActor::Enterprise => lang.pick("企业", "firms"),
        StageActor::Authority => lang.pick("主管部门", "authorities"),
    };
    html! {
        <>
            { stage.title.get(lang) }{ say!(lang, "（{by}）：", " ({by}): ") }
            <b class="points">{ span(stage, lang) }</b>{ " " }{ left(stage, today, lang) }
        </>
    }
}

/// The days of a stage, or its months where only these are known.
pub fn span(stage: &Stage, lang: Lang) -> String {
    let name = |day: Date| if stage.by_month { month(day, lang) } else { day.to_string() };
    match (stage.from.map(name), stage.to.map(name)) {
        (Some(from), Some(to)) => say!(lang, "{from} 至 {to}", "{from} to {to}"),
        (None, Some(to)) => say!(lang, "{to} 前", "by {to}"),
        (Some(from), None) => say!(lang, "{from} 起", "from {from}"),
        (None, None) => String::new(),
    }
}

fn month(day: Date, lang: Lang) -> String {
    let (year, (month, _)) = (day.year(), day.month_day());
    say!(lang, "{year} 年 {month} 月", "{year}-{month:02}")
}

/// Days left.
fn left(stage: &Stage, today: Date, lang: Lang) -> String {
    let days = |day: Option<Date>| day.map(|day| today.days_until(day));
    let about = if stage.by_month { lang.pick("约 ", "about ") } else { "" };
    match (days(stage.from), days(stage.to)) {
        (_, Some(left)) if left < 0 => lang.pick("已截止", "over").to_owned(),
        (_, Some(0)) => lang.pick("今天截止", "ends today").to_owned(),
        (Some(until), _) if until > 0 => {
            say!(lang, "{about}{until} 天后开始", "begins in {about}{until} days")
        }
        (_, Some(left)) => say!(lang, "还剩 {left} 天", "{left} days left"),
        _ => lang.pick("已开始", "has begun").to_owned(),
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
