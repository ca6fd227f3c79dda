//! One level: where it stands, its verdict, and its chapters.

use crate::{
    address::Address,
    effects,
    result::{
        fold::fold,
        marks::{look, verdict_mark},
        purpose::Purpose,
        reasons, score, words,
    },
    standing::Tally,
    store::Store,
    words::Lang,
};
use yew::prelude::*;
use zjtx_evaluator::{Assessment, Truth};

/// Where the level stands, beside the form.
pub fn standing(store: &Store, assessment: &Assessment<'_, '_>) -> Html {
    let lang = store.lang();
    let name = store.model().rules.scheme_title(assessment.pack().scheme(), lang).to_owned();
    html! {
        <div class="level">
            <h3>{ name }{ " " }{ verdict_mark(assessment.verdict(), lang) }</h3>
            <p class="note">{ tally(assessment, lang) }</p>
            { score::bar(assessment, lang) }
        </div>
    }
}

/// 已满足 n · 暂不满足 n · 待填 n · 待核 n
fn tally(assessment: &Assessment<'_, '_>, lang: Lang) -> String {
    let Tally { met, unmet, open, review } = Tally::of(assessment);
    let counts = words::tally(met, unmet, open, lang);
    if review == 0 { counts } else { words::with_review(&counts, review, lang) }
}

/// The verdict of a level, with the way to its reasons.
pub fn summary(store: &Store, assessment: &Assessment<'_, '_>) -> Html {
    let lang = store.lang();
    let (class, sign) = look(assessment.verdict());
    let name = store.model().rules.scheme_title(assessment.pack().scheme(), lang).to_owned();
    // Goes to the reasons further down; the address stays the page's own.
    let id = assessment.pack().id().to_owned();
    let jump = Callback::from(move |_: MouseEvent| effects::focus::reach(&id));
    html! {
        <section class={classes!("card", "verdict", class)}>
            <p class="sign" aria-hidden="true">{ sign }</p>
            <div>
                <h2>{ name.clone() }</h2>
                <p class="big">{ words::verdict(assessment.verdict(), lang) }</p>
                { for assessment.notes(lang).into_iter().map(|note| html! { <p class="note">{ note }</p> }) }
                <p class="note">{ tally(assessment, lang) }</p>
                { score::bar(assessment, lang) }
                <button type="button" class="link screen-only" onclick={jump}>
                    { words::SEE_EACH.get(lang) }<span class="visually-hidden">{ " " }{ name }</span>
                </button>
            </div>
        </section>
    }
}

/// The reasons of a level; of one that is met they are one line.
pub fn detail(store: &Store, assessment: &Assessment<'_, '_>, purpose: Purpose) -> Html {
    let (lang, pack) = (store.lang(), assessment.pack());
    let notes = html! {
        <>
            <p class="note">
                { basis(store, assessment) }
                <span class="screen-only">
                    { " · " }<a href={Address::Pack(pack.id().to_owned()).href()}>{ words::SEE_RULES.get(lang) }</a>
                </span>
            </p>
            if let Some(note) = pack.note() { <p class="note">{ note.get(lang) }</p> }
        </>
    };
    let reasons = reasons::view(store, assessment, purpose);
    html! {
        <section class="level-detail" aria-labelledby={pack.id().to_owned()}>
            <h2 id={pack.id().to_owned()} tabindex="-1">{ pack.title().get(lang) }</h2>
            if assessment.verdict() == Truth::Met {
                { fold(words::SEE_REASONS.get(lang).to_owned(), html! { <>{ reasons }{ notes }</> }) }
            } else {
                { reasons }{ fold(words::BASIS.get(lang).to_owned(), notes) }
            }
        </section>
    }
}

/// The documents and the pack that the verdict rests on.
fn basis(store: &Store, assessment: &Assessment<'_, '_>) -> String {
    let (rules, lang, pack) = (&store.model().rules, store.lang(), assessment.pack());
    let numbers: Vec<&str> = pack.sources().iter().map(|source| rules.number_of(source)).collect();
    let numbers = numbers.join(words::LIST_COMMA.get(lang));
    let (revision, day) = (pack.revision(), assessment.dossier().as_of());
    words::basis(&numbers, revision, day, lang)
}
