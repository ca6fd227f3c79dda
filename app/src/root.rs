//! The root component: it holds the state, shows the page of the address once the page's part is there, and
//! stores what changed.

use crate::{
    action::Action,
    address::Address,
    draft::place_of,
    effects,
    form::{
        self,
        standing_line::{self, Standing},
    },
    message::{AppProps, Message},
    model::Model,
    part::{Loaded, Part},
    reduce::reduce,
    result::purpose,
    rulebook::Rules,
    shell::{frame, titles},
    split::{Entry, Keeping},
    standing::assess,
    start,
    store::Store,
    storing::{met, stored},
    visits::Visits,
};
use gloo::events::EventListener;
use std::rc::Rc;
use yew::prelude::*;

/// The root component.
pub struct App {
    model: Rc<Model>,
    /// The page that is shown; none before the first one is there.
    shown: Option<Address>,
    /// The page that is waited for.
    wanted: Option<Address>,
    /// Whether a person came to the page from another one.
    moved: bool,
    /// The pages of the history.
    visits: Visits,
    /// The parts that were loaded.
    parts: Vec<(Part, &'static Entry)>,
    /// Looks after past tests, once a part was loaded.
    keeping: Option<&'static Keeping>,
    /// Whether what looks after answers was asked for.
    is_kept: bool,
    /// Whether the whole rulebook is on its way.
    is_learning: bool,
    /// The verdicts as they were last said.
    said: Vec<Standing>,
    /// How often the form changed.
    changes: u32,
    /// One for the page's whole life, so that a field whose answer did not change is not drawn anew.
    send: Callback<Action>,
    /// The stored form of the present firm as this tab knows it.
    known: Option<String>,
    _address: EventListener,
    _stored: EventListener,
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let (link, elsewhere) = (ctx.link().clone(), ctx.link().clone());
        let (storage, kept) = effects::storage::stored();
        let mut app = Self {
            model: Rc::new(Model::new(ctx.props().rules.clone(), ctx.props().today, storage, kept)),
            shown: None,
            wanted: None,
            moved: false,
            visits: Visits::default(),
            parts: Vec::new(),
            keeping: None,
            is_kept: false,
            is_learning: false,
            said: Vec::new(),
            changes: 0,
            send: ctx.link().callback(Message::Act),
            known: None,
            _address: effects::address::on_change(move |address| link.send_message(Message::Arrive(address))),
            _stored: effects::storage::on_stored_elsewhere(move || {
                elsewhere.send_message(Message::Elsewhere)
            }),
        };
        app.know();
        app.say();
        app.visits.count();
        app.go(ctx, effects::address::present());
        app.learn(ctx);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => {
                if matches!(action, Action::Answer { .. } | Action::Renew) {
                    self.look_after(ctx);
                }
                self.act(action);
                self.await_quiet(ctx);
            }
            Message::Arrive(address) => {
                self.visits.count();
                self.go(ctx, address);
            }
            Message::Came(part, loaded) => self.take_in(part, loaded),
            // What pages read of the storage by themselves may have changed too.
            Message::Elsewhere if !self.meet() => self.model = Rc::new(Model::clone(&self.model)),
            Message::Quiet(change) => return change == self.changes && self.say(),
            Message::Elsewhere => {}
            Message::Asked(asked) => asked.set(Rc::make_mut(&mut self.model)),
        }
        self.proceed();
        self.learn(ctx);
        self.tend();
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let store = Store::new(Rc::clone(&self.model), self.send.clone());
        match &self.shown {
            None => frame::loading(store.lang()),
            Some(address) => frame::shell(&store, address, self.page(&store, address)),
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let lang = self.model.lang;
        effects::focus::speak(lang.pick("zh-CN", "en"));
        let Some(address) = self.shown.clone() else { return };
        let is_wrong = address.asks() && self.model.is_wrong();
        let site = self.model.rules.site().name(lang);
        effects::focus::title(&titles::title(&address, is_wrong, site, lang));
        if std::mem::take(&mut self.moved) {
            self.visits.arrive(&address);
        }
        match address {
            Address::Form(Some(key)) => {
                effects::focus::on_answer(&key);
                effects::address::readdress(&Address::Form(None));
                self.shown = Some(Address::Form(None));
            }
            Address::Rule(pack, rule) => {
                effects::focus::reach(&purpose::anchor(&rule));
                // The address keeps the condition; the page is not to jump there again.
                self.shown = Some(Address::Pack(pack));
            }
            _ => {}
        }
    }
}

impl App {
    /// Whether the form is there: not while the stored draft is one that only a later part can read.
    pub fn is_ready(&self) -> bool {
        self.model.unread.is_none()
    }

    /// Fetches what looks after answers once there are some: doubts are found there.
    fn look_after(&mut self, ctx: &Context<Self>) {
        if self.keeping.is_none() && !std::mem::replace(&mut self.is_kept, true) {
            let part = Part::Result;
            ctx.link().send_future(async move { Message::Came(part, part.load().await) });
        }
    }

    fn page(&self, store: &Store, address: &Address) -> Html {
        let loaded = Part::of(address).and_then(|part| self.entry(part));
        match (address, loaded) {
            (Address::Start, _) => start::view(store),
            (Address::Form(_) | Address::Section(_) | Address::All, _) => {
                html! { <form::page::Form store={store.clone()} /> }
            }
            (_, Some(entry)) => (entry.page)(store, address),
            (_, None) => Html::default(),
        }
    }

    fn entry(&self, part: Part) -> Option<&'static Entry> {
        self.parts.iter().find(|(other, _)| *other == part).map(|(_, entry)| *entry)
    }

    /// Goes to a page, at once or when its part is there.
    fn go(&mut self, ctx: &Context<Self>, address: Address) {
        effects::focus::tell_failure(false);
        if let Ok(today) = effects::clock::today() {
            // A page may stay open over night.
            Rc::make_mut(&mut self.model).today = today;
        }
        let address = self.safe(self.in_mode(address));
        if let Some(part) = Part::of(&address)
            && self.entry(part).is_none()
        {
            ctx.link().send_future(async move { Message::Came(part, part.load().await) });
        }
        if self.model.unlearned {
            // A network that failed once may be there again.
            Rc::make_mut(&mut self.model).unlearned = false;
        }
        self.wanted = Some(address);
        self.proceed();
    }

    /// The form as this device asks it, where the address does not say how.
    fn in_mode(&self, address: Address) -> Address {
        match address {
            Address::Form(place) if self.model.guided => {
                let guided = Address::Guided(place);
                effects::address::readdress(&guided);
                guided
            }
            address => address,
        }
    }

    /// The page itself, or the dossier file's: nothing may be typed over a draft that is not read yet.
    fn safe(&self, address: Address) -> Address {
        if self.model.unread.is_none() || Part::of(&address).is_some_and(|part| !part.is_form()) {
            return address;
        }
        effects::address::readdress(&Address::File);
        Address::File
    }

    /// Takes in a part that came.
    fn take_in(&mut self, part: Part, loaded: Option<Loaded>) {
        let Some(Loaded { entry, keeping }) = loaded else { return self.fail() };
        if self.entry(part).is_none() {
            self.parts.push((part, entry));
        }
        if let Some(keeping) = keeping
            && self.keeping.replace(keeping).is_none()
        {
            self.change(keeping.take_over);
        }
    }

    /// Says what changed once nothing is typed for a while.
    fn await_quiet(&mut self, ctx: &Context<Self>) {
        const QUIET: i32 = 700;
        self.changes = self.changes.wrapping_add(1);
        let change = self.changes;
        ctx.link().send_future(async move {
            effects::network::wait(QUIET).await;
            Message::Quiet(change)
        });
    }

    /// Whether something changed of the verdicts that is to be said.
    fn say(&mut self) -> bool {
        let model = &self.model;
        let store = Store::new(Rc::clone(model), self.send.clone());
        let dossier = model.draft.dossier(model.rules.terms());
        let now = standing_line::standings(&store, &assess(&model.draft.scope, &model.rules, &dossier));
        let before = std::mem::replace(&mut self.said, now);
        let said = standing_line::changes(&before, &self.said, model.lang);
        let is_new = said != model.said;
        Rc::make_mut(&mut self.model).said = said;
        is_new
    }

    /// What is waited for does not come.
    fn fail(&mut self) {
        if self.wanted.take().is_some() {
            effects::focus::tell_failure(true);
        }
    }

    /// Shows the page that is waited for, if all that it needs is there.
    fn proceed(&mut self) {
        let Some(address) = self.wanted.take() else { return };
        let has = |part: Part| self.entry(part).is_some() && (part.is_form() || self.knows_all());
        let is_ready = Part::of(&address).is_none_or(has);
        match (is_ready, self.keeping) {
            (false, _) => self.wanted = Some(address),
            (true, Some(keeping)) if address == Address::Submitted => {
                let (action, record) = (keeping.submit)(&self.model);
                self.act(action);
                effects::address::readdress(&record);
                self.show(record);
            }
            (true, _) => self.show(address),
        }
    }

    fn show(&mut self, address: Address) {
        if let Address::Form(Some(key)) = &address
            && let Some(place) = place_of(self.model.rules.terms(), key)
        {
            self.act(Action::Seek(place));
        }
        match address {
            Address::Section(section) => self.act(Action::OpenSection(section)),
            Address::All if self.model.guided => self.act(Action::Guide(false)),
            Address::Guided(_) if !self.model.guided => self.act(Action::Guide(true)),
            // One steps back from the second section to the first.
            Address::Form(None) | Address::All if self.visits.returned => self.act(Action::OpenSection(0)),
            _ => {}
        }
        self.moved = self.shown.is_some();
        self.shown = Some(address);
    }

    fn knows_all(&self) -> bool {
        self.model.rules.omitted().is_empty()
    }

    /// Fetches the whole rulebook where the rules at hand are not enough.
    fn learn(&mut self, ctx: &Context<Self>) {
        let is_wanted = self.wanted.as_ref().and_then(Part::of).is_some_and(|part| !part.is_form());
        let is_enough = self.model.has_rules() && (self.knows_all() || !is_wanted);
        if is_enough || self.model.unlearned || self.is_learning {
            return;
        }
        self.is_learning = true;
        let learned = effects::network::called(ctx.props().whole_rules.clone());
        let site = Rc::clone(ctx.props().rules.site());
        ctx.link().send_future(async move {
            let rules = learned.await.and_then(|bytes| Rules::read(&bytes, site));
            Message::Act(Action::Learn(rules))
        });
    }

    /// Lets the parts do what a change asked for.
    fn tend(&mut self) {
        if let (Some(keeping), Some(address)) = (self.keeping, &self.shown) {
            (keeping.tend)(Rc::make_mut(&mut self.model), address, &self.send);
        }
        for (_, entry) in &self.parts {
            (entry.tend)(Rc::make_mut(&mut self.model), &self.send);
        }
    }

    /// Takes over what another tab stored of this firm; whether there was something.
    fn meet(&mut self) -> bool {
        let next = met(&self.model, &mut self.known);
        let met = next.is_some();
        if let Some(next) = next {
            self.model = Rc::new(next);
        }
        met
    }

    fn know(&mut self) {
        self.known = effects::storage::draft(&self.model.firm.slot);
    }

    fn act(&mut self, action: Action) {
        // A tab that was asleep hears of nothing; what others stored meanwhile is not overwritten.
        self.meet();
        let learned = matches!(action, Action::Learn(_));
        let next = reduce(&self.model, action);
        self.adopt(next);
        if learned {
            self.is_learning = false;
            if self.model.unlearned {
                self.fail();
            }
        }
        if let Some(address) = Rc::make_mut(&mut self.model).going.take() {
            effects::address::go(&address);
        }
    }

    fn change(&mut self, how: fn(&mut Model)) {
        self.meet();
        let mut next = Model::clone(&self.model);
        how(&mut next);
        self.adopt(next);
    }

    /// Goes on with another state, and stores what changed.
    fn adopt(&mut self, next: Model) {
        self.model = Rc::new(stored(&self.model, next));
        self.know();
    }
}
