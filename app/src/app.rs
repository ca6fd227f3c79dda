//! The root component: it holds the state, shows the page of the address, and stores what changed.

#[cfg(feature = "desk")]
mod keeping;

use crate::{
    action::Action,
    carried::Carried,
    draft::{Draft, place_of},
    effects,
    model::{Model, Storage},
    pages,
    reduce::reduce,
    report,
    route::Route,
    rules::Rules,
    shell::shell,
    words::Lang,
};
#[cfg(feature = "desk")]
use crate::{history::Act, record::Record};
use gloo::events::EventListener;
use js_sys::Function;
use std::rc::Rc;
use yew::prelude::*;

/// Whether this is the part that reads past tests and files, and formats of former versions.
const DESK: bool = cfg!(feature = "desk");

/// The root component.
pub struct App {
    model: Rc<Model>,
    route: Route,
    /// Whether a person came to the page from another one.
    moved: bool,
    /// Whether the stored draft is one that only the other part can read.
    strayed: bool,
    /// Past tests on their way through a part that does not read them.
    passing: Option<String>,
    /// One for the page's whole life, so that a field whose answer did not change is not drawn anew.
    send: Callback<Action>,
    /// Whether a past test is being read.
    #[cfg(feature = "desk")]
    reading: bool,
    _address: EventListener,
}

/// What reaches the root component.
pub enum Message {
    /// Something happened.
    Act(Action),
    /// The address names another page.
    Arrive(Route),
    /// The page's surroundings ask for another scope or language.
    Resume(Box<Carried>),
}

/// The state and the way to change it.
#[derive(Clone)]
pub struct Store {
    model: Rc<Model>,
    send: Callback<Action>,
}

impl PartialEq for Store {
    /// Every change makes another model, so the same one is the equal one.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.model, &other.model)
    }
}

impl Store {
    /// The state.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The reader's language.
    pub fn lang(&self) -> Lang {
        self.model.lang
    }

    /// Something happened.
    pub fn send(&self, action: Action) {
        self.send.emit(action);
    }

    /// The way to change the state; the same for the page's whole life.
    pub fn sender(&self) -> Callback<Action> {
        self.send.clone()
    }

    /// A callback that makes this happen whenever its event comes.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let send = self.sender();
        Callback::from(move |_| send.emit(action.clone()))
    }
}

/// What the root component starts from.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The rulebook.
    pub rules: Rules,
    /// The state that another part of the app left behind.
    pub carried: Option<Carried>,
    /// Gives a promise of the bytes of all rules.
    pub whole_rules: Function,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let (model, strayed) = opening(ctx.props());
        let carried = ctx.props().carried.as_ref();
        let mut app = Self {
            model: Rc::new(model),
            route: Route::Start,
            moved: false,
            strayed,
            passing: carried.and_then(|carried| carried.history.clone()),
            send: ctx.link().callback(Message::Act),
            #[cfg(feature = "desk")]
            reading: false,
            _address: effects::on_route(move |route| link.send_message(Message::Arrive(route))),
        };
        app.arrive(effects::route());
        app.moved = carried.is_some();
        app.learn(ctx);
        #[cfg(feature = "desk")]
        app.keep(ctx);
        app.settle();
        if strayed {
            effects::go(&Route::File);
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            #[cfg(feature = "desk")]
            Message::Act(action) if self.postpone(ctx, &action) => return false,
            Message::Act(action) => {
                self.act(action);
                self.learn(ctx);
            }
            // The page loads the part of the app that draws it.
            Message::Arrive(route) if !pages::draws(&route) => return false,
            Message::Arrive(route) => self.arrive(route),
            // Nobody chose it, so it is not kept.
            Message::Resume(carried) => {
                self.model = Rc::new(carried.continue_in(Model::clone(&self.model)));
                self.learn(ctx);
            }
        }
        #[cfg(feature = "desk")]
        self.keep(ctx);
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let store = Store { model: Rc::clone(&self.model), send: self.send.clone() };
        pages::page(&store, &self.route).map_or_else(Html::default, |page| shell(&store, &self.route, page))
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let lang = self.model.lang;
        effects::speak(lang.pick("zh-CN", "en"));
        effects::title(&pages::title(&self.route, lang));
        if std::mem::take(&mut self.moved) {
            effects::arrive();
        }
        if let Route::Form(Some(key)) = &self.route {
            effects::focus_answer(key);
            self.route = Route::Form(None);
            effects::readdress(&self.route);
        }
        if DESK && let Route::Rule(pack, rule) = &self.route {
            effects::reach(&report::anchor(rule));
            // The address keeps the condition; the page is not to jump there again.
            self.route = Route::Pack(pack.clone());
        }
    }
}

impl App {
    /// What the next part of the app goes on with; nothing where that is to read the stored draft.
    pub fn carried(&self) -> Option<Carried> {
        (!self.strayed).then(|| Carried::of(&self.model, self.passing.clone()))
    }

    /// Stores a draft that was taken over from an older format.
    fn settle(&self) {
        if DESK {
            store_draft(&self.model);
        }
    }

    /// Fetches the whole rulebook where the rules at hand are not enough.
    fn learn(&self, ctx: &Context<Self>) {
        if self.model.has_rules() || self.model.unlearned {
            return;
        }
        let learned = effects::called(ctx.props().whole_rules.clone());
        ctx.link().send_future(async move {
            let rules = learned.await.and_then(|bytes| Rules::read(&bytes));
            Message::Act(Action::Learn(rules))
        });
    }

    /// 「提交」: what was filled in becomes a past test, which is the page that one comes to.
    #[cfg(feature = "desk")]
    fn submit(&mut self) {
        let (id, kept_at) = effects::now();
        let record = Record::of(&self.model.draft, id.clone(), kept_at, &self.model.rules);
        self.act(Action::History(Act::Keep(Box::new(record))));
        self.route = Route::Record(id);
        effects::readdress(&self.route);
    }

    fn arrive(&mut self, route: Route) {
        let rules = &self.model.rules;
        if let Route::Form(Some(key)) = &route
            && let Some(place) = place_of(rules.terms(), key)
        {
            self.act(Action::Seek(place));
        }
        self.moved = true;
        self.route = route;
        #[cfg(feature = "desk")]
        if self.route == Route::Submitted {
            self.submit();
        }
    }

    fn act(&mut self, action: Action) {
        #[cfg(feature = "desk")]
        let edits =
            matches!(&action, Action::History(Act::Edit(id)) if self.model.history.records.contains_key(id));
        let next = reduce(&self.model, action);
        let next =
            if store_changes(&self.model, &next) { next } else { reduce(&next, Action::StorageFailed) };
        self.model = Rc::new(next);
        #[cfg(feature = "desk")]
        if edits {
            effects::go(&Route::Form(None));
        }
    }
}

/// The first state, and whether the stored draft is one that only the other part can read.
fn opening(props: &AppProps) -> (Model, bool) {
    let (storage, mut stored) = effects::stored(DESK);
    if props.carried.is_some() {
        // What is carried is newer, and what cannot be read was put aside on the way.
        stored.draft = None;
    }
    let strayed = !DESK && stored.draft.as_deref().is_some_and(|text| Draft::parse(text).is_none());
    let model = Model::new(props.rules.clone(), effects::today(), storage, stored);
    match &props.carried {
        Some(carried) => (carried.clone().continue_in(model), false),
        None => (model, strayed),
    }
}

/// Stores what changed; whether the browser took it, where it takes anything.
fn store_changes(before: &Model, now: &Model) -> bool {
    let mut stored = (before.draft == now.draft && before.firm.slot == now.firm.slot) || store_draft(now);
    stored &= before.lang == now.lang || effects::store_lang(now.lang.pick("zh", "en"));
    if DESK {
        stored &= before.firm == now.firm || effects::store_firm(&now.firm.to_text());
    }
    stored || now.storage == Storage::Page
}

/// An untouched form is not worth keeping.
fn store_draft(model: &Model) -> bool {
    let text = (model.draft.keys().next().is_some()).then(|| model.draft.to_text());
    effects::store_draft(&model.firm.slot, text.as_deref())
}
