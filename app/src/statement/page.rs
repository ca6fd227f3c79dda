//! The page 「从财务报表导入」: choose a file, look, take over.

use crate::{
    address::Address,
    effects,
    lists::messages::Statement,
    proposals::choice::Choice,
    shell::heading::heading,
    statement::{
        rows,
        state::{self, Import, Phase},
        words,
    },
    store::Store,
    words::Lang,
};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Draws the page.
pub fn view(store: &Store) -> Html {
    let (lang, import) = (store.lang(), Import::of(store.model()));
    html! {
        <div class="page narrow">
            { heading(words::FROM_STATEMENTS.get(lang)) }
            <p class="lead">{ words::INTRO.get(lang) }</p>
            <p class="actions">
                { file_button(store) }
                <a class="button quiet" href={Address::Form(None).href()}>{ words::BACK.get(lang) }</a>
            </p>
            <div role="status">{ told(&import, lang) }</div>
            { match &import.phase {
                Phase::Refused(reason) => {
                    let reason = reason.as_ref().map_or_else(|| words::LOST.get(lang), |reason| reason.get(lang));
                    refused(&import.file, reason, lang)
                },
                Phase::Found(statement) => found(store, &import.file, statement),
                Phase::Empty | Phase::Reading => Html::default(),
            } }
        </div>
    }
}

fn file_button(store: &Store) -> Html {
    let reading = store.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let file = input.files().and_then(|files| files.get(0));
        // The same file can be chosen again after it was mended.
        input.set_value("");
        if let Some(file) = file {
            state::read(&reading, &file);
        }
    });
    html! {
        <label class="button">
            <input type="file" class="hidden" accept=".xlsx,.xlsm,.xls,.csv,.txt" {onchange} />
            <span>{ words::CHOOSE.get(store.lang()) }</span>
        </label>
    }
}

/// What is said aloud when something begins or ends.
fn told(import: &Import, lang: Lang) -> Html {
    let text = match &import.phase {
        Phase::Reading => words::READING.get(lang).to_owned(),
        Phase::Found(statement) => words::found(lang, &import.file, statement.figures.len()),
        Phase::Empty | Phase::Refused(_) => return Html::default(),
    };
    html! { <p class="notice">{ text }</p> }
}

fn refused(file: &str, reason: &str, lang: Lang) -> Html {
    html! {
        <div class="notice wrong" role="alert">
            <p><b>{ words::NOT_READ.get(lang) }{ file.to_owned() }</b></p>
            <p>{ reason.to_owned() }</p>
        </div>
    }
}

fn found(store: &Store, file: &str, statement: &Rc<Statement>) -> Html {
    let lang = store.lang();
    let rows = rows::rows(statement, store.model());
    html! {
        <>
            if !statement.notes.is_empty() {
                <section class="notice warn" aria-labelledby="left-out">
                    <h2 id="left-out">{ words::NOTES.get(lang) }</h2>
                    <ul>{ for statement.notes.iter().map(|note| html! { <li>{ note.get(lang) }</li> }) }</ul>
                </section>
            }
            if rows.is_empty() {
                <p>{ words::NOTHING.get(lang) }</p>
            } else {
                <Choice key={file.to_owned()} store={store.clone()} rows={Rc::new(rows)}
                    leave={|()| effects::address::go(&Address::Form(None))} />
            }
        </>
    }
}
