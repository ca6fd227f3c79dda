//! 「准备清单」: the steps to an application and the evidence it needs, to tick off and to print.

use crate::{
    action::Action,
    address::Address,
    draft::Draft,
    effects,
    preparation::{
        list::{Preparation, Target, target_day, to_come},
        reach, words,
    },
    records::reading,
    result::evidence::{self, Proof},
    rounds::page,
    shell::heading::heading,
    standing::assess,
    store::Store,
    words::Lang,
};
use std::rc::Rc;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;
use zjtx_evaluator::{ApplicationKind, Assessment, Date, PreparationStep, Round, RoundPurpose, RoundStatus};

/// Draws the page, for the form as it is filled in or for a past test.
pub fn view(store: &Store, record: Option<&str>) -> Html {
    match record {
        None => list(store, Rc::clone(&store.model().draft), "draft"),
        Some(id) => reading::read(store, id, |record| list(store, Rc::new(record.draft.clone()), id)),
    }
}

fn list(store: &Store, draft: Rc<Draft>, id: &str) -> Html {
    let id = id.to_owned();
    html! { <List key={id.clone()} store={store.clone()} {draft} id={id.clone()} /> }
}

/// Properties of the list.
#[derive(Clone, PartialEq, Properties)]
struct ListProps {
    store: Store,
    draft: Rc<Draft>,
    /// Where its ticks are kept.
    id: AttrValue,
}

#[component]
fn List(props: &ListProps) -> Html {
    let ListProps { store, draft, id } = props;
    // Read anew each time: another tab may have ticked something of the same list.
    let unstored = use_state(|| None);
    let stored = || Preparation::read(effects::storage::preparation(id).as_deref(), draft.firm());
    let kept = (*unstored).clone().unwrap_or_else(stored);
    let (redraw, setter) = (use_force_update(), unstored.setter());
    let (send, key) = (store.sender(), id.clone());
    let keep = Callback::from(move |list: Preparation| {
        if effects::storage::store_preparation(&key, &list.to_text()) {
            redraw.force_update();
        } else {
            send.emit(Action::StorageFailed);
            setter.set(Some(list));
        }
    });
    let rounds = choices(store, draft);
    let (rules, lang) = (&store.model().rules, store.lang());
    let dossier = draft.dossier(rules.terms());
    let assessments = assess(&draft.scope, rules, &dossier);
    let reached = reach::first(rules, &assessments, &rounds);
    let page = Page { lang, today: store.model().today, kept: &kept, keep, reached };
    let target = page.target(&rounds);
    let proofs = evidence::proofs(rules, &target.levels(&assessments), lang);
    let back = if id == "draft" { Address::Result } else { Address::Record(id.to_string()) };
    html! {
        <div class="page narrow preparation">
            if !draft.firm().is_empty() { <p class="note">{ draft.firm().to_owned() }</p> }
            { heading(words::PREPARATION_LIST.get(lang)) }
            <p class="notice warn">{ words::HOW_LONG_BEFORE_THE.get(lang) }</p>
            { page.choosing(&rounds) }
            <p class="target">{ page.target_words(&target) }</p>
            <ol class="plain steps">
                { for rules.catalog().preparation().iter().map(|step| page.step(step, &target, &proofs)) }
            </ol>
            <p class="note screen-only">{ words::THE_TICKS_ARE_KEPT.get(lang) }</p>
            <p class="actions screen-only">
                <button type="button" class="button" onclick={|_| effects::files::print()}>
                    { words::PRINT.get(lang) }
                </button>
                <a class="button quiet" href={back.href()}>{ words::BACK_TO_THE_RESULT.get(lang) }</a>
                <a class="button quiet" href={Address::Rounds.href()}>{ words::ROUNDS.get(lang) }</a>
            </p>
        </div>
    }
}

/// Rounds to come for what a draft is tested for.
fn choices(store: &Store, draft: &Draft) -> Vec<Round> {
    let (model, scope) = (store.model(), &draft.scope);
    let purpose = match scope.application_kind {
        ApplicationKind::First => RoundPurpose::First,
        ApplicationKind::Renewal => RoundPurpose::Renewal,
    };
    to_come(model.rules.rounds(), model.today, purpose, &scope.region, |scheme| scope.has(scheme))
}

/// What the list is counted back from.
enum Chosen<'r> {
    Nothing,
    Day(Date),
    Round(&'r Round, Date),
}

impl Chosen<'_> {
    const fn day(&self) -> Option<Date> {
        match self {
            Self::Nothing => None,
            Self::Day(day) | Self::Round(_, day) => Some(*day),
        }
    }

    /// What is applied for: the level of the round, or else every level.
    fn levels<'a, 'p, 'd>(&self, assessments: &'a [Assessment<'p, 'd>]) -> Vec<&'a Assessment<'p, 'd>> {
        let is_meant = |assessment: &&Assessment<'_, '_>| match self {
            Self::Round(round, _) => assessment.pack().scheme() == round.scheme,
            Self::Nothing | Self::Day(_) => true,
        };
        assessments.iter().filter(is_meant).collect()
    }
}

/// What the parts of the page are drawn with.
struct Page<'p> {
    lang: Lang,
    today: Date,
    kept: &'p Preparation,
    keep: Callback<Preparation>,
    /// The round that is counted back from while nothing is chosen.
    reached: Option<&'p Round>,
}

impl Page<'_> {
    /// The chosen round or day; at first the round of the highest level within reach.
    fn target<'r>(&'r self, rounds: &'r [Round]) -> Chosen<'r> {
        let found = match &self.kept.target {
            Some(Target::Day(day)) => return Chosen::Day(*day),
            Some(Target::Round(id)) => rounds.iter().find(|round| round.id == *id),
            None => None,
        };
        let round = found.or(self.reached);
        round.and_then(|round| Some(Chosen::Round(round, target_day(round)?))).unwrap_or(Chosen::Nothing)
    }

    /// A list of rounds, and a day of one's own.
    fn choosing(&self, rounds: &[Round]) -> Html {
        let lang = self.lang;
        let chosen = self.target(rounds);
        let is_own = matches!(self.kept.target, Some(Target::Day(_)));
        let day =
            chosen.day().map_or_else(String::new, |day| effects::focus::day_beside_typing("deadline", day));
        let on_round = self.setting(|event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            (!id.is_empty()).then_some(Target::Round(id))
        });
        let on_day = self.setting(|event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            Date::parse(&text).map(Target::Day)
        });
        let is_chosen = |round: &Round| matches!(chosen, Chosen::Round(other, _) if other.id == round.id);
        html! {
            <div class="card filters screen-only">
                if !rounds.is_empty() {
                    <p>
                        <label for="round">{ words::COUNTED_BACK_FROM_WHICH.get(lang) }</label>
                        <select id="round" class="field" onchange={on_round}>
                            if is_own { <option value="" selected={true}>{ words::A_DAY_OF_MY.get(lang) }</option> }
                            { for rounds.iter().map(|round| html! {
                                <option value={round.id.clone()} selected={is_chosen(round)}>
                                    { option_words(round, lang) }
                                </option>
                            }) }
                        </select>
                    </p>
                }
                <p>
                    <label for="deadline">{ words::OR_A_DEADLINE_OF.get(lang) }</label>
                    <input id="deadline" class="field" type="date" value={day} onchange={on_day} />
                </p>
            </div>
        }
    }

    /// Keeps the target that an event chose, if it chose one.
    fn setting(&self, chosen: impl Fn(Event) -> Option<Target> + 'static) -> Callback<Event> {
        let (kept, keep) = (self.kept.clone(), self.keep.clone());
        Callback::from(move |event| {
            if let Some(target) = chosen(event) {
                keep.emit(Preparation { target: Some(target), ..kept.clone() });
            }
        })
    }

    /// What the days are counted back from, and how far that is.
    fn target_words(&self, chosen: &Chosen<'_>) -> Html {
        let lang = self.lang;
        let Some(day) = chosen.day() else {
            return html! { words::NO_ROUND_TO_COME.get(lang) };
        };
        let left = self.today.days_until(day);
        let days = words::days_from_today(lang, day, left);
        match chosen {
            Chosen::Round(round, _) => html! {
                <>
                    <b>{ round.title.get(lang) }</b>{ " " }{ page::status(round.status, lang) }<br />
                    { meaning(round, lang) }{ days }
                </>
            },
            _ => html! { <><b>{ words::YOUR_OWN_DEADLINE.get(lang) }</b>{ days }</> },
        }
    }

    fn step(&self, step: &PreparationStep, chosen: &Chosen<'_>, proofs: &[Proof<'_>]) -> Html {
        let lang = self.lang;
        let due = chosen.day().and_then(|deadline| deadline.days_earlier(step.days));
        let text = html! {
            <>
                <b>{ step.what.get(lang).to_owned() }</b>
                <small>{ self.when(step, due) }</small>
            </>
        };
        html! {
            <li class="step">
                { self.tick(&step.id, text) }
                if !step.evidence.is_empty() {
                    <ul class="plain">
                        { for proofs.iter().map(|proof| html! {
                            <li>{ self.tick(proof.id, evidence::line(proof, lang)) }</li>
                        }) }
                    </ul>
                }
            </li>
        }
    }

    /// 建议不晚于 2027-03-01（提前 90 天）.
    fn when(&self, step: &PreparationStep, due: Option<Date>) -> String {
        let (lang, days) = (self.lang, step.days);
        let Some(due) = due else {
            return words::advised_days_ahead(lang, days);
        };
        let late = due < self.today && !self.kept.done.contains(&step.id);
        let late = if late { words::THAT_DAY_HAS_PASSED.get(lang) } else { "" };
        words::advised_by_days_ahead(lang, due, days, late)
    }

    /// A box to tick.
    fn tick(&self, id: &str, text: Html) -> Html {
        let (keep, next) = (self.keep.clone(), self.kept.clone().toggled(id));
        let onchange = Callback::from(move |_: Event| keep.emit(next.clone()));
        html! {
            <label class="answer">
                <input type="checkbox" checked={self.kept.done.contains(id)} {onchange} /><span>{ text }</span>
            </label>
        }
    }
}

fn option_words(round: &Round, lang: Lang) -> String {
    let title = round.title.get(lang);
    match round.status {
        RoundStatus::Announced => title.to_owned(),
        RoundStatus::Expected => words::only_expected(lang, title),
    }
}

/// What the day of a round is.
fn meaning(round: &Round, lang: Lang) -> &'static str {
    match (round.deadline(), round.status) {
        (Some(_), RoundStatus::Announced) => words::DEADLINE.get(lang),
        (Some(_), RoundStatus::Expected) => words::EXPECTED_TO_END_AT.get(lang),
        (None, _) => words::THE_DAYS_OF_FILING.get(lang),
    }
}
