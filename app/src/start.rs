//! The first page: what to test, by which rules, and why these.

use crate::{
    action::Action,
    address::Address,
    model::Model,
    scope::Scope,
    shell::heading::heading,
    store::Store,
    words::{self, Lang, say},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use zjtx_evaluator::{ApplicationKind, Confidence, Date, Pack};

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <div class="page narrow">
            { heading(lang.pick("企业自测：创新型、专精特新、“小巨人”", "Self-test: innovative (创新型), specialized (专精特新), little giant (小巨人)")) }
            <p class="lead">{ lang.pick(
                "对照国家和省级公布的条件逐条判断，列出要求、本企业数据、差距和依据。",
                "Judged condition by condition against the published rules of the nation and of provinces, each with its requirement, your figure, the margin and the source.",
            ) }</p>
            <p class="notice warn"><b>{ words::warning(lang) }</b></p>
            { continuing(store) }
            <section class="card" aria-labelledby="choose">
                <h2 id="choose">{ lang.pick("自测范围", "What to test") }</h2>
                { rules_of(store) }
                { region(store) }
                { kind(store) }
                { levels(store) }
                <p class="actions">
                    <a class="button" data-act="start" href={Address::Form(None).href()}>{ lang.pick("开始填写", "Start") }</a>
                    <a class="button quiet" href={Address::File.href()}>{ lang.pick("导入填报文件", "Open a dossier file") }</a>
                </p>
            </section>
            <p class="note">
                { lang.pick("填写内容仅在本机浏览器中计算和保存，不上传，无需登录。", "What you fill in is computed and kept in this browser only. Nothing is uploaded and no account is needed.") }
                <br />
                { lang.pick("可随时在", "You can clear it all at any time on the ") }
                <a href={Address::Privacy.href()}>{ lang.pick("隐私", "privacy") }</a>
                { lang.pick("页清除本机全部数据。", " page.") }
            </p>
        </div>
    }
}

fn continuing(store: &Store) -> Html {
    let draft = &store.model().draft;
    let (lang, answered) = (store.lang(), draft.answered());
    if answered == 0 {
        return Html::default();
    }
    let firm = if draft.firm().is_empty() { String::new() } else { format!("{} · ", draft.firm()) };
    html! {
        <section class="card" aria-labelledby="continue">
            <h2 id="continue">{ lang.pick("继续上次填报", "Go on where you were") }</h2>
            <p>{ firm }{ say!(lang, "已填 {answered} 项，暂存在本机", "{answered} answers, kept on this device") }</p>
            <p class="actions">
                <a class="button" data-act="resume" href={Address::Form(None).href()}>{ lang.pick("继续填写", "Go on") }</a>
                <button type="button" class="button quiet" data-act="new" onclick={store.on(Action::StartAfresh)}>
                    { lang.pick("重新填写（原内容可恢复）", "Start afresh (the old answers can be had back)") }
                </button>
            </p>
        </section>
    }
}

fn rules_of(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let today = model.today;
    let scope = &model.draft.scope;
    let of_2021 = Scope::notice_2021(&model.rules);
    let is_2021 = of_2021.as_ref().is_some_and(|of_2021| of_2021.as_of == scope.as_of);
    let on_today =
        if is_2021 { Scope::on(today, &model.rules) } else { Scope { as_of: today, ..scope.clone() } };
    html! {
        <fieldset>
            <legend>{ lang.pick("适用标准", "Which rules apply") }</legend>
            <div class="answers stacked">
                { option(store, "rules", scope.as_of == today, on_today, say!(lang, "现行标准（{today}）", "In force today ({today})")) }
                if let Some(of_2021) = of_2021 {
                    { option(store, "rules", is_2021, of_2021, lang.pick("2021 年标准（省级专精特新、第三批“小巨人”）", "The two self-tests of 2021: provincial 专精特新 and 小巨人").to_owned()) }
                }
            </div>
            { another_day(store) }
        </fieldset>
    }
}

fn another_day(store: &Store) -> Html {
    let (scope, lang) = (store.model().draft.scope.clone(), store.lang());
    let value = scope.as_of.to_string();
    let send = store.sender();
    let onchange = Callback::from(move |event: Event| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        if let Some(as_of) = Date::parse(&text) {
            send.emit(Action::Choose(Scope { as_of, ..scope.clone() }));
        }
    });
    html! {
        <p class="day">
            <label for="as-of">{ lang.pick("或者选一个日期", "or another day") }</label>
            <input id="as-of" class="field" type="date" {value} {onchange} />
        </p>
    }
}

fn region(store: &Store) -> Html {
    let (scope, lang) = (&store.model().draft.scope, store.lang());
    let rules = &store.model().rules;
    let home = scope.home(rules);
    let to = |region: &str| Scope { region: region.to_owned(), ..scope.clone() };
    // A region with rules of its own by its name, the nation as everywhere else; the narrowest first.
    let own = rules.catalog().regions.iter().rev();
    let choices = own.map(|region| {
        let name = match region.registered_by {
            Some(_) => region.name.get(lang),
            None => lang.pick("其他地区（按全国标准）", "Elsewhere (national rules)"),
        };
        option(store, "region", region.code == home, to(&region.code), name.to_owned())
    });
    html! {
        <fieldset>
            <legend>{ lang.pick("企业登记地", "Where the enterprise is registered") }</legend>
            <div class="answers">
                { for choices }
            </div>
        </fieldset>
    }
}

fn kind(store: &Store) -> Html {
    let (scope, lang) = (&store.model().draft.scope, store.lang());
    let choice = |kind: ApplicationKind| {
        let to = Scope { application_kind: kind, ..scope.clone() };
        let name = words::application_kind(kind, lang).to_owned();
        option(store, "kind", scope.application_kind == kind, to, name)
    };
    html! {
        <fieldset>
            <legend>{ lang.pick("申请类型", "Kind of application") }</legend>
            <div class="answers">{ choice(ApplicationKind::First) }{ choice(ApplicationKind::Renewal) }</div>
        </fieldset>
    }
}

fn option(store: &Store, name: &'static str, checked: bool, to: Scope, label: String) -> Html {
    let onchange = store.on::<Event>(Action::Choose(to));
    html! {
        <label class="answer"><input type="radio" {name} {checked} {onchange} /><span>{ label }</span></label>
    }
}

fn levels(store: &Store) -> Html {
    let (model, lang) = (store.model(), store.lang());
    let steps = model
        .rules
        .catalog()
        .schemes
        .iter()
        .filter(|scheme| scheme.level > 0 && model.rules.site().offers(&scheme.id));
    html! {
        <fieldset>
            <legend>{ lang.pick("自测级别（可多选）", "Which levels") }</legend>
            <div class="answers stacked">
                { for steps.map(|scheme| level(store, &scheme.id, scheme.title.get(lang))) }
            </div>
        </fieldset>
    }
}

fn level(store: &Store, scheme: &str, title: &str) -> Html {
    let model = store.model();
    let scope = &model.draft.scope;
    let onchange = store.on::<Event>(Action::Choose(scope.clone().toggled(scheme)));
    html! {
        <label class="answer">
            <input type="checkbox" checked={scope.has(scheme)} {onchange} />
            <span>{ title }<small>{ why(model, scope.pack_of(scheme, &model.rules), store.lang()) }</small></span>
        </label>
    }
}

/// Which pack applies and why; or that none does.
pub fn why(model: &Model, pack: Option<&Pack>, lang: Lang) -> String {
    let scope = &model.draft.scope;
    let day = scope.as_of;
    let row = pack.and_then(|pack| {
        let mut rows = pack.in_force().iter();
        let row = rows.find(|row| row.kinds.contains(&scope.application_kind) && row.span().contains(day))?;
        Some((pack, row))
    });
    let Some((pack, row)) = row else {
        return say!(lang, "该日期（{day}）没有适用的标准", "no standard applies on {day}");
    };
    let numbers: Vec<&str> = pack.sources().iter().map(|source| model.rules.number_of(source)).collect();
    let numbers = numbers.join(lang.pick("、", ", "));
    let from = row.from;
    let until = row.to.map_or_else(String::new, |to| say!(lang, "至 {to}", " until {to}"));
    let unsure = match row.confidence {
        Confidence::Confirmed => "",
        _ => lang.pick("（日期待核）", " (dates unconfirmed)"),
    };
    say!(
        lang,
        "依据：{numbers}，{from} 起{until}施行{unsure}",
        "Under {numbers}, in force from {from}{until}{unsure}"
    )
}
