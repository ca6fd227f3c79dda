//! The first page: what to test, by which rules, and why these.

mod words;

use crate::{
    action::Action,
    address::Address,
    effects::focus,
    model::Model,
    scope::Scope,
    shell::{frame::learning_words, heading::heading},
    store::Store,
    words::{Lang, application_kind, warning},
};
use web_sys::HtmlInputElement;
use yew::prelude::*;
use zjtx_evaluator::{ApplicationKind, Confidence, Date};

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let lang = store.lang();
    html! {
        <div class="page narrow">
            { heading(words::HEADING.get(lang)) }
            <p class="lead">{ words::LEAD.get(lang) }</p>
            <p class="notice warn"><b>{ warning(lang) }</b></p>
            { continuing(store) }
            <section class="card" aria-labelledby="choose">
                <h2 id="choose">{ words::WHAT_TO_TEST.get(lang) }</h2>
                { rules_of(store) }
                { region(store) }
                { kind(store) }
                { levels(store) }
                <p class="actions">
                    <a class="button" data-act="start" href={Address::Form(None).href()}>{ words::START.get(lang) }</a>
                    <a class="button quiet" href={Address::File.href()}>{ words::OPEN_A_FILE.get(lang) }</a>
                </p>
            </section>
            <p class="note">
                { words::STAYS_HERE.get(lang) }
                <br />
                { words::CLEARED_ON.get(lang) }
                <a href={Address::Privacy.href()}>{ words::PRIVACY.get(lang) }</a>
                { words::PRIVACY_PAGE.get(lang) }
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
            <h2 id="continue">{ words::WHERE_YOU_WERE.get(lang) }</h2>
            <p>{ firm }{ words::answers_kept(answered, lang) }</p>
            <p class="actions">
                <a class="button" data-act="resume" href={Address::Form(None).href()}>{ words::GO_ON.get(lang) }</a>
                <button type="button" class="button quiet" data-act="new" onclick={store.on(Action::StartAfresh)}>
                    { words::START_AFRESH.get(lang) }
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
            <legend>{ words::WHICH_RULES.get(lang) }</legend>
            <div class="answers stacked">
                { option(store, "rules", scope.as_of == today, on_today, words::in_force_today(today, lang)) }
                if let Some(of_2021) = of_2021 {
                    { option(store, "rules", is_2021, of_2021, words::RULES_OF_2021.get(lang).to_owned()) }
                }
            </div>
            { another_day(store) }
        </fieldset>
    }
}

fn another_day(store: &Store) -> Html {
    let (scope, lang) = (store.model().draft.scope.clone(), store.lang());
    let value = focus::day_beside_typing("as-of", scope.as_of);
    let send = store.sender();
    let onchange = Callback::from(move |event: Event| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        if let Some(as_of) = Date::parse(&text) {
            send.emit(Action::Choose(Scope { as_of, ..scope.clone() }));
        }
    });
    html! {
        <p class="day">
            <label for="as-of">{ words::ANOTHER_DAY.get(lang) }</label>
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
            None => words::ELSEWHERE.get(lang),
        };
        option(store, "region", region.code == home, to(&region.code), name.to_owned())
    });
    html! {
        <fieldset>
            <legend>{ words::WHERE_REGISTERED.get(lang) }</legend>
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
        let name = application_kind(kind, lang).to_owned();
        option(store, "kind", scope.application_kind == kind, to, name)
    };
    html! {
        <fieldset>
            <legend>{ words::APPLICATION_KIND.get(lang) }</legend>
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
            <legend>{ words::WHICH_LEVELS.get(lang) }</legend>
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
            <span>{ title }<small>{ why(model, scheme, store.lang()) }</small></span>
        </label>
    }
}

/// Which pack applies and why; or that none does, as far as the rules are there. They come once the level is chosen.
fn why(model: &Model, scheme: &str, lang: Lang) -> String {
    let scope = &model.draft.scope;
    let day = scope.as_of;
    let row = scope.pack_of(scheme, &model.rules).and_then(|pack| {
        let mut rows = pack.in_force().iter();
        let row = rows.find(|row| row.kinds.contains(&scope.application_kind) && row.span().contains(day))?;
        Some((pack, row))
    });
    let Some((pack, row)) = row else {
        return if model.rules.knows(scheme, day, scope.application_kind) {
            words::no_standard(day, lang)
        } else if scope.has(scheme) {
            learning_words(model).to_owned()
        } else {
            String::new()
        };
    };
    let numbers: Vec<&str> = pack.sources().iter().map(|source| model.rules.number_of(source)).collect();
    let numbers = numbers.join(words::LIST_COMMA.get(lang));
    let until = row.to.map_or_else(String::new, |to| words::until(to, lang));
    let unsure = match row.confidence {
        Confidence::Confirmed => "",
        _ => words::DATES_UNCONFIRMED.get(lang),
    };
    words::applies_under(&numbers, row.from, &until, unsure, lang)
}
