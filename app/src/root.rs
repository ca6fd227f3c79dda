//! The root component: it holds the state, shows the page of the address, and stores what changed.

#[cfg(feature = "desk")]
mod keeping;

#[cfg(feature = "desk")]
use crate::records::{act::Act, record::Record};
use crate::{
    action::Action,
    address::Address,
    carried::Carried,
    draft::{Draft, place_of},
    effects,
    model::{Model, Storage},
    pages,
    reduce::reduce,
    result::purpose,
    rulebook::Rules,
    shell::{frame::shell, titles},
    store::Store,
};
use gloo::events::EventListener;
use js_sys::Function;
use std::rc::Rc;
use yew::prelude::*;
use zjtx_evaluator::Date;

/// Whether this is the part that reads past tests and files, and formats of former versions.
const DESK: bool = cfg!(feature = "desk");

/// The root component.
pub struct App {
    model: Rc<Model>,
    address: Address,
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
    Arrive(Address),
    /// The page's surroundings ask for another scope or language.
    Resume(Box<Carried>),
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
    /// Today on this device.
    pub today: Date,
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
            address: Address::Start,
            moved: false,
            strayed,
            passing: carried.and_then(|carried| carried.history.clone()),
            send: ctx.link().callback(Message::Act),
            #[cfg(feature = "desk")]
            reading: false,
            _address: effects::address::on_change(move |address| link.send_message(Message::Arrive(address))),
        };
        app.arrive(effects::address::present());
        app.moved = carried.is_some();
        app.learn(ctx);
        #[cfg(feature = "desk")]
        app.keep(ctx);
        app.settle();
        if strayed {
            effects::address::go(&Address::File);
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
            Message::Arrive(address) if !pages::draws(&address) => return false,
            Message::Arrive(address) => self.arrive(address),
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
        let store = Store::new(Rc::clone(&self.model), self.send.clone());
        pages::page(&store, &self.address)
            .map_or_else(Html::default, |page| shell(&store, &self.address, page))
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let lang = self.model.lang;
        effects::focus::speak(lang.pick("zh-CN", "en"));
        effects::focus::title(&titles::title(&self.address, lang));
        if std::mem::take(&mut self.moved) {
            effects::focus::arrive();
        }
        if let Address::Form(Some(key)) = &self.address {
            effects::focus::on_answer(key);
            self.address = Address::Form(None);
            effects::address::readdress(&self.address);
        }
        if DESK && let Address::Rule(pack, rule) = &self.address {
            effects::focus::reach(&purpose::anchor(rule));
            // The address keeps the condition; the page is not to jump there again.
            self.address = Address::Pack(pack.clone());
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
        let learned = effects::network::called(ctx.props().whole_rules.clone());
        ctx.link().send_future(async move {
            let rules = learned.await.and_then(|bytes| Rules::read(&bytes));
            Message::Act(Action::Learn(rules))
        });
    }

    /// 「提交」: what was filled in becomes a past test, which is the page that one comes to.
    #[cfg(feature = "desk")]
    fn submit(&mut self) {
        let (id, kept_at) = effects::clock::now();
        let record = Record::of(&self.model.draft, id.clone(), kept_at, &self.model.rules);
        self.act(Action::History(Act::Keep(Box::new(record))));
        self.address = Address::Record(id);
        effects::address::readdress(&self.address);
    }

    fn arrive(&mut self, address: Address) {
        let rules = &self.model.rules;
        if let Address::Form(Some(key)) = &address
            && let Some(place) = place_of(rules.terms(), key)
        {
            self.act(Action::Seek(place));
        }
        self.moved = true;
        self.address = address;
        #[cfg(feature = "desk")]
        if self.address == Address::Submitted {
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
            effects::address::go(&Address::Form(None));
        }
    }
}

/// The first state, and whether the stored draft is one that only the other part can read.
fn opening(props: &AppProps) -> (Model, bool) {
    let (storage, mut stored) = effects::storage::stored(DESK);
    if props.carried.is_some() {
        // What is carried is newer, and what cannot be read was put aside on the way.
        stored.draft = None;
    }
    let strayed = !DESK && stored.draft.as_deref().is_some_and(|text| Draft::parse(text).is_none());
    let model = Model::new(props.rules.clone(), props.today, storage, stored);
    match &props.carried {
        Some(carried) => (carried.clone().continue_in(model), false),
        None => (model, strayed),
    }
}

/// Stores what changed; whether the browser took it, where it takes anything.
fn store_changes(before: &Model, now: &Model) -> bool {
    let mut stored = (before.draft == now.draft && before.firm.slot == now.firm.slot) || store_draft(now);
    stored &= before.lang == now.lang || effects::storage::store_lang(now.lang.pick("zh", "en"));
    if DESK {
        stored &= before.firm == now.firm || effects::storage::store_firm(&now.firm.to_text());
    }
    stored || now.storage == Storage::Page
}

/// An untouched form is not worth keeping.
fn store_draft(model: &Model) -> bool {
    let text = (model.draft.keys().next().is_some()).then(|| model.draft.to_text());
    effects::storage::store_draft(&model.firm.slot, text.as_deref())
}
