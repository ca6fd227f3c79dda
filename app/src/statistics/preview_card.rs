//! What would be sent, drawn, and the buttons that decide.

use crate::{
    address::Address,
    statistics::{
        count,
        preview::{Preview, name},
        sending,
        step::Step,
        words,
    },
    store::Store,
    words::Lang,
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use zjtx_wire::{Code, REPORT_LENGTH, TOKEN_REPORT_LENGTH};

impl Preview {
    /// Sends the reports and tells what came of it.
    pub fn send(&self, endpoint: &str, step: &UseStateSetter<Step>) -> Callback<MouseEvent> {
        let (preview, endpoint, step) = (self.clone(), endpoint.to_owned(), step.clone());
        Callback::from(move |_| {
            let (preview, endpoint, step) = (preview.clone(), endpoint.clone(), step.clone());
            step.set(Step::Sending(None));
            spawn_local(async move {
                let tell = |wait| step.set(Step::Sending(wait));
                let fates = sending::send(&endpoint, &preview, tell).await;
                step.set(Step::Told(fates, preview));
            });
        })
    }

    /// Draws what would be sent, and the buttons that decide.
    pub fn view(&self, store: &Store, endpoint: &str, step: UseStateSetter<Step>) -> Html {
        let lang = store.lang();
        if self.open.is_empty() && self.done.is_empty() {
            return html! { <p role="status">{ words::NOT_COUNTED_HERE.get(lang) }</p> };
        }
        if self.open.is_empty() {
            return html! { <p role="status">{ words::ALREADY_COUNTED_THIS_WEEK.get(lang) }</p> };
        }
        let onsend = self.send(endpoint, &step);
        let decline = step.clone();
        html! {
            <>
                { self.district_field(lang, step) }
                <p>{ words::all_that_would_be(lang, self.lengths()) }</p>
                { for self.open.iter().map(|one| html! {
                    <pre class="bytes">{ one.sent(&one.report(self.district, self.period)) }</pre>
                }) }
                { legend(lang) }
                { self.token_note(lang) }
                { for self.done.iter().map(|count| html! {
                    <p class="note">
                        { self.level_name(&count.pack.level, lang) }{ words::COLON_ALREADY_COUNTED.get(lang) }
                    </p>
                }) }
                <p class="actions">
                    <button type="button" class="button" onclick={onsend}>{ words::SEND.get(lang) }</button>
                    <button type="button" class="button quiet" onclick={move |_| decline.set(Step::Offered)}>
                        { words::DO_NOT_SEND.get(lang) }
                    </button>
                </p>
            </>
        }
    }

    /// Bytes of the lines, each with a token or without.
    fn lengths(&self) -> String {
        let with = self.open.iter().filter(|one| one.token.is_some()).count();
        match with {
            0 => REPORT_LENGTH.to_string(),
            all if all == self.open.len() => TOKEN_REPORT_LENGTH.to_string(),
            _ => format!("{REPORT_LENGTH}, {TOKEN_REPORT_LENGTH}"),
        }
    }

    /// What tokens mean for these lines, on sites that use them.
    fn token_note(&self, lang: Lang) -> Html {
        let text = match self.wait {
            _ if !self.takes_tokens => return Html::default(),
            Some(seconds) => words::tokens_not_yet(lang, words::after(lang, seconds)),
            None if self.open.iter().all(|one| one.token.is_some()) => words::T_TOKEN.get(lang).to_owned(),
            None => words::WITHOUT_TOKEN.get(lang).to_owned(),
        };
        html! { <p class="note" data-tokens="">{ text }</p> }
    }

    fn district_field(&self, lang: Lang, step: UseStateSetter<Step>) -> Html {
        let preview = self.clone();
        let onchange = Callback::from(move |event: Event| {
            let field: web_sys::HtmlSelectElement = event.target_unchecked_into();
            let district = count::area(&[field.value()], &preview.codes);
            step.set(Step::Shown(Self { district, ..preview.clone() }));
        });
        html! {
            <p>
                <label for="contribute-district">{ words::DISTRICT.get(lang) }</label>
                <select id="contribute-district" class="field" {onchange}>
                    { for self.codes.districts.iter().map(|entry| html! {
                        <option value={entry.code.clone()} selected={entry.code == self.district.code()}>
                            { self.district_name(entry, lang) }
                        </option>
                    }) }
                </select>
            </p>
        }
    }

    fn district_name(&self, entry: &Code, lang: Lang) -> String {
        if entry.code == self.codes.unstated.code() {
            return words::NOT_STATED_OR_NOT.get(lang).to_owned();
        }
        name(entry, lang).to_owned()
    }
}

fn legend(lang: Lang) -> Html {
    html! {
        <p class="note">
            { words::V_FORMAT_VERSION_ID.get(lang) }
            { " " }<a href={Address::Privacy.href()}>{ words::PRIVACY.get(lang) }</a>
        </p>
    }
}
