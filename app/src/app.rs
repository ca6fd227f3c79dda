//! The root component: it holds the state, shows the page of the address, and stores what changed.

use crate::{
    action::Action,
    draft::Draft,
    effects,
    model::{Model, Storage},
    pages,
    record::{Record, Unreadable},
    reduce::reduce,
    route::Route,
    rules::Rules,
    shell::shell,
    words::Lang,
};
use std::rc::Rc;
use yew::prelude::*;

/// The state as components share it.
#[derive(Clone, PartialEq)]
pub struct State(Model);

/// The state and the way to change it.
#[derive(Clone, PartialEq)]
pub struct Store(UseReducerHandle<State>);

/// The way to change the state; the same for the page's whole life.
pub type Dispatcher = UseReducerDispatcher<State>;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(reduce(&self.0, action)))
    }
}

impl Store {
    /// The state.
    pub fn model(&self) -> &Model {
        &self.0.0
    }

    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.model().lang
    }

    /// Something happened.
    pub fn send(&self, action: Action) {
        self.0.dispatch(action);
    }

    /// The way to change the state.
    pub fn dispatcher(&self) -> Dispatcher {
        self.0.dispatcher()
    }

    /// A callback that makes this happen whenever its event comes.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let dispatcher = self.dispatcher();
        Callback::from(move |_| dispatcher.dispatch(action.clone()))
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AppProps {
    rules: Rules,
}

/// Draws the app into the page.
pub fn mount(rules: Rules) {
    effects::dress();
    yew::Renderer::<App>::with_root_and_props(effects::root(), AppProps { rules }).render();
}

fn opening(rules: &Rules) -> State {
    let (storage, mut stored) = effects::stored();
    if let Some(lang) = effects::parameter("lang") {
        stored.lang = Some(lang);
    }
    State(Model::new(rules.clone(), effects::today(), storage, stored))
}

#[component]
fn App(props: &AppProps) -> Html {
    let store = Store(use_reducer(|| opening(&props.rules)));
    let route = use_state(effects::route);
    use_address(&route);
    use_storing(&store);
    use_arrival(&route, store.lang());
    html! { { shell(&store, &route, pages::page(&store, &route)) } }
}

#[hook]
fn use_address(route: &UseStateHandle<Route>) {
    let route = route.clone();
    use_effect_with((), move |()| {
        let listener = effects::on_route(move |to| route.set(to));
        move || drop(listener)
    });
}

#[hook]
fn use_arrival(route: &Route, lang: Lang) {
    let first = use_mut_ref(|| true);
    use_effect_with((route.clone(), lang), move |(route, lang)| {
        effects::speak(lang.pick("zh-CN", "en"));
        effects::arrive(&pages::title(route, *lang), !first.replace(false));
    });
}

/// Stores what changed since the last drawing; the first drawing shows what is stored already.
#[hook]
fn use_storing(store: &Store) {
    let model = store.model();
    let last = use_mut_ref(|| (model.draft.clone(), model.lang, model.records.clone(), Rc::default()));
    let now = (model.draft.clone(), model.lang, model.records.clone(), model.unreadable.clone());
    let (works, send) = (model.storage == Storage::Browser, store.dispatcher());
    use_effect_with(now, move |now| {
        let before = last.replace(now.clone());
        let mut stored = before.0 == now.0 || store_draft(&now.0);
        stored &= before.1 == now.1 || effects::store_lang(now.1.pick("zh", "en"));
        stored &= store_records(&before.2, &now.2);
        stored &= store_unreadable(&before.3, &now.3);
        if works && !stored {
            send.dispatch(Action::StorageFailed);
        }
    });
}

/// An untouched form is not worth keeping.
fn store_draft(draft: &Draft) -> bool {
    let text = (draft.keys().next().is_some()).then(|| draft.to_json());
    effects::store_draft(text.as_deref())
}

fn store_records(before: &[Record], now: &[Record]) -> bool {
    let has = |list: &[Record], id: &str| list.iter().any(|record| record.id == id);
    before.iter().filter(|old| !has(now, &old.id)).for_each(|old| effects::forget_record(&old.id));
    let new = now.iter().filter(|record| !has(before, &record.id));
    new.fold(true, |stored, record| stored & effects::store_record(&record.id, &record.to_json()))
}

fn store_unreadable(before: &[Unreadable], now: &[Unreadable]) -> bool {
    before.iter().filter(|old| !now.contains(old)).for_each(|old| effects::forget_record(&old.key));
    let new = now.iter().filter(|item| !before.contains(item));
    new.fold(true, |stored, item| stored & effects::store_record(&item.key, &item.text))
}
