//! One screen of the guided form.

use crate::{
    action::Action,
    address::Address,
    draft::{Draft, Reading, UNSURE, key_of, read_text},
    effects,
    fields::frame,
    form::{guidance::fewest, page::size, questions::Question, section, standing_line},
    guided::{
        gate,
        step::{Course, Step, next},
        words,
    },
    model::Model,
    result::words::told_apart,
    shell::heading::heading,
    standing::assess,
    store::Store,
    words::Lang,
};
use std::rc::Rc;
use yew::prelude::*;
use zjtx_evaluator::{FactIx, FactKind, FactRef, Guide, Term};

/// Properties of a screen.
#[derive(Clone, PartialEq, Properties)]
pub struct AskProps {
    /// The state.
    pub store: Store,
    /// The step that the address names; without one, what is asked first.
    pub step: Option<Step>,
}

/// What a screen shows for as long as it is shown, whatever is answered on it.
#[derive(Clone, PartialEq)]
struct Screen {
    step: Step,
    /// With the years that count.
    questions: Vec<Question>,
    /// Places behind the gate, where it is one.
    behind: Vec<FactRef>,
}

/// Draws a screen.
#[component]
pub fn Ask(props: &AskProps) -> Html {
    let store = &props.store;
    let (model, lang) = (store.model(), store.lang());
    let screen = use_state(|| screen(model, props.step.clone()));
    let dossier = model.draft.dossier(model.rules.terms());
    let assessments = assess(&model.draft.scope, &model.rules, &dossier);
    let guide = Guide::of(&assessments, &model.draft.unsure(model.rules.terms()));
    let unsure = model.draft.unsure(model.rules.terms()).len();
    let answered = model.draft.answered();
    let progress = format!("{answered}/{}", answered + guide.order().len());
    let body = match &*screen {
        None => done(store),
        Some(screen) => {
            let size = size(&assessments, lang);
            let fields =
                screen.questions.iter().map(|question| field(store, screen, &dossier, &size, question));
            asked(store, screen, fields.collect())
        }
    };
    html! {
        <div class="page narrow guided" data-progress={progress}>
            { standing_line::view(store, &assessments, &fewest(&assessments, &guide)) }
            { body }
            if unsure > 0 { <p class="note">{ told_apart(unsure, lang) }</p> }
            <p class="actions">
                <a data-act="result" href={Address::Result.href()}>{ words::RESULT.get(lang) }</a>
                <a data-act="review" href={Address::Review.href()}>{ words::REVIEW.get(lang) }</a>
                <a data-act="all" href={Address::All.href()}>{ words::ALL.get(lang) }</a>
            </p>
        </div>
    }
}

/// The screen of a step, or of what is asked first.
fn screen(model: &Model, step: Option<Step>) -> Option<Screen> {
    let step = step.or_else(|| next(model, &model.draft, None))?;
    let terms = model.rules.terms();
    let dossier = model.draft.dossier(terms);
    let assessments = assess(&model.draft.scope, &model.rules, &dossier);
    let guide = Guide::of(&assessments, &model.draft.unsure(terms));
    let course = Course::of(&assessments, &guide, terms);
    let (facts, behind) = match &step {
        Step::Gate(gate) => (&[][..], gate::places(gate, &course.read)),
        Step::Questions(facts) => (facts.as_slice(), Vec::new()),
    };
    let question = |fact: &FactIx| Question { fact: *fact, years: years(model, &course, *fact) };
    let questions = facts.iter().map(question).collect();
    Some(Screen { step, questions, behind })
}

/// The years of a fact that are still asked for or were answered, newest first; all that are read where there are none.
fn years(model: &Model, course: &Course, fact: FactIx) -> Vec<i16> {
    let terms = model.rules.terms();
    let is_answered = |place: &&FactRef| !model.draft.text(&key_of(terms, **place)).is_empty();
    let of = |place: &&FactRef| place.fact == fact;
    let read = || course.read.iter().filter(of);
    let wanted = read().filter(|place| course.order.contains(place) || is_answered(place));
    let mut years: Vec<i16> = wanted.filter_map(|place| place.year).collect();
    if years.is_empty() {
        years = read().filter_map(|place| place.year).collect();
    }
    let has_years = terms.term(fact).is_some_and(|term| term.period().is_some());
    if has_years && years.is_empty() {
        years.push(model.draft.scope.as_of.year().saturating_sub(1));
    }
    years.sort_unstable_by(|a, b| b.cmp(a));
    years
}

fn asked(store: &Store, screen: &Screen, fields: Html) -> Html {
    let lang = store.lang();
    let terms = store.model().rules.terms();
    let title = match &screen.step {
        Step::Gate(gate) => gate.title.get(lang).to_owned(),
        Step::Questions(facts) => {
            let first = facts.first().and_then(|fact| terms.term(*fact));
            first.map_or_else(String::new, |term| term.term().get(lang).to_owned())
        }
    };
    let is_pressed = screen.is_pressed(store);
    let onsubmit = going_on(store, screen);
    html! {
        <form class="card" {onsubmit} novalidate=true>
            <p class="note">{ words::answered(store.model().draft.answered(), lang) }</p>
            { heading(title) }
            { fields }
            { behind(store, screen) }
            <p class="actions">
                <button type="button" class="button quiet" data-act="previous-question"
                    onclick={|_| effects::address::back()}>
                    { words::BACK.get(lang) }
                </button>
                if !is_pressed {
                    <button type="button" class="button quiet" data-act="not-sure" onclick={unsure(store, screen)}>
                        { words::NOT_SURE_NOW.get(lang) }
                    </button>
                }
                if !is_pressed || screen.is_answered(&store.model().draft, store) {
                    <button type="submit" class="button" data-act="next-question">{ words::NEXT.get(lang) }</button>
                }
            </p>
        </form>
    }
}

impl Screen {
    /// Whether its one answer is a button that goes on by itself.
    fn is_pressed(&self, store: &Store) -> bool {
        let kind = |question: &Question| store.model().rules.terms().term(question.fact).map(Term::kind);
        match self.questions.as_slice() {
            [] => true,
            [only] => matches!(kind(only), Some(FactKind::Bool | FactKind::Choice)),
            _ => false,
        }
    }

    fn places(&self) -> Vec<FactRef> {
        self.questions.iter().flat_map(Question::places).chain(self.behind.iter().copied()).collect()
    }

    fn is_answered(&self, draft: &Draft, store: &Store) -> bool {
        let terms = store.model().rules.terms();
        self.places().into_iter().any(|place| !draft.text(&key_of(terms, place)).is_empty())
    }
}

/// A question: its answers as buttons that go on by themselves, or its fields.
fn field(
    store: &Store,
    screen: &Screen,
    dossier: &zjtx_evaluator::Dossier,
    size: &AttrValue,
    question: &Question,
) -> Html {
    let (terms, lang) = (store.model().rules.terms(), store.lang());
    let Some(term) = terms.term(question.fact) else { return Html::default() };
    if !screen.is_pressed(store) {
        return section::field(store, dossier, size, question);
    }
    let mut answers = match term.kind() {
        FactKind::Bool => vec![("true", words::YES.get(lang)), ("false", words::NO.get(lang))],
        _ => term.choices().map(|(id, name)| (id, name.get(lang))).collect(),
    };
    answers.push((UNSURE, words::NOT_SURE.get(lang)));
    let answers = answers.into_iter().map(|(answer, name)| {
        (answer.to_owned(), name.to_owned(), vec![(term.id().to_owned(), answer.to_owned())])
    });
    html! {
        <>
            { pressed(store, screen, term.id(), term.question().get(lang), answers.collect()) }
            { frame::help(term, lang) }
        </>
    }
}

/// The answers to a gate.
fn behind(store: &Store, screen: &Screen) -> Html {
    let Step::Gate(gate) = &screen.step else { return Html::default() };
    let (terms, lang) = (store.model().rules.terms(), store.lang());
    let all = |answer: &dyn Fn(FactRef) -> &'static str| {
        screen
            .behind
            .iter()
            .map(|place| (key_of(terms, *place), answer(*place).to_owned()))
            .collect::<Vec<_>>()
    };
    let answers = vec![
        ("true".to_owned(), words::THERE_IS.get(lang).to_owned(), Vec::new()),
        (
            "false".to_owned(),
            words::THERE_IS_NONE.get(lang).to_owned(),
            all(&|place| gate::none(terms, place)),
        ),
        (UNSURE.to_owned(), words::NOT_SURE.get(lang).to_owned(), all(&|_| UNSURE)),
    ];
    pressed(store, screen, &gate.id, gate.question.get(lang), answers)
}

/// A value, its name, and what it answers.
type Offered = (String, String, Vec<(String, String)>);

fn pressed(store: &Store, screen: &Screen, id: &str, question: &str, answers: Vec<Offered>) -> Html {
    let draft = &store.model().draft;
    let given = draft.text(id).to_owned();
    html! {
        <fieldset class="question" id={format!("question-{id}")}>
            <legend>{ question.to_owned() }</legend>
            <div class="answers stacked">
                { for answers.into_iter().enumerate().map(|(at, (value, name, answers))| {
                    let element = if at == 0 { id.to_owned() } else { format!("{id}-{at}") };
                    let pressed = if given == value { "true" } else { "false" };
                    html! {
                        <button
                            type="button"
                            id={element}
                            name={id.to_owned()}
                            class="answer"
                            data-act="answer"
                            aria-pressed={pressed}
                            onclick={answering(store, screen, answers)}
                            {value}
                        >
                            { name }
                        </button>
                    }
                }) }
            </div>
        </fieldset>
    }
}

/// Answers, and goes on.
fn answering(store: &Store, screen: &Screen, answers: Vec<(String, String)>) -> Callback<MouseEvent> {
    let (store, screen) = (store.clone(), screen.clone());
    Callback::from(move |_: MouseEvent| go_on(&store, &screen, &answers))
}

/// 「不清楚」 for what is not answered, and on.
fn unsure(store: &Store, screen: &Screen) -> Callback<MouseEvent> {
    let (store, screen) = (store.clone(), screen.clone());
    Callback::from(move |_: MouseEvent| leave(&store, &screen))
}

/// On from figures, unless one cannot be read; what is left blank counts as 「不清楚」.
fn going_on(store: &Store, screen: &Screen) -> Callback<SubmitEvent> {
    let (store, screen) = (store.clone(), screen.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let (model, terms) = (store.model(), store.model().rules.terms());
        let is_misread = |place: &FactRef| {
            let text = model.draft.text(&key_of(terms, *place));
            let reading = terms.term(place.fact).map(|term| read_text(text, term, terms));
            matches!(reading, Some(Reading::Misread(_)))
        };
        match screen.places().into_iter().find(is_misread) {
            Some(place) => {
                store.send(Action::Refuse);
                effects::focus::on(&key_of(terms, place));
            }
            None => leave(&store, &screen),
        }
    })
}

fn leave(store: &Store, screen: &Screen) {
    let terms = store.model().rules.terms();
    let keys = screen.places().into_iter().map(|place| key_of(terms, place));
    let blank = keys.filter(|key| store.model().draft.text(key).trim().is_empty());
    let answers: Vec<_> = blank.map(|key| (key, UNSURE.to_owned())).collect();
    go_on(store, screen, &answers);
}

/// Gives these answers and goes to what is asked next, or to the result.
fn go_on(store: &Store, screen: &Screen, answers: &[(String, String)]) {
    let model = store.model();
    let terms = model.rules.terms();
    let mut draft = Rc::clone(&model.draft);
    for (key, text) in answers {
        Rc::make_mut(&mut draft).answer(key, text);
        store.send(Action::Answer { key: key.clone(), text: text.clone() });
    }
    // One comes back to this question, not to what is asked first then.
    effects::address::readdress(&Address::Guided(Some(screen.step.key(terms))));
    let to = next(model, &draft, Some(&screen.step)).map(|step| Address::Guided(Some(step.key(terms))));
    effects::address::go(&to.unwrap_or(Address::Result));
}

/// Nothing is left to ask.
fn done(store: &Store) -> Html {
    let lang: Lang = store.lang();
    html! {
        <section class="card">
            { heading(words::DONE.get(lang)) }
            <p>{ words::DONE_WHY.get(lang) }</p>
            <p class="actions"><a class="button" href={Address::Result.href()}>{ words::SEE.get(lang) }</a></p>
        </section>
    }
}
