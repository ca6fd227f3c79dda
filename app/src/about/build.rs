//! Which build this site is, and whether it is the release as it was made.

use crate::{about::words, effects::network, words::Lang};
use serde::Deserialize;
use std::fmt::Write;
use yew::{platform::spawn_local, prelude::*};

/// What the site's build says of itself.
const BUILD: &str = "release.json";
/// The list of the hashes of all files.
const SUMS: &str = "SHA256SUMS";

/// Licences of what is compiled in; only releases have it.
const LICENCES: &str = "licences.html";

/// Digits of a commit that are shown.
const SHORT: usize = 12;

/// The content of `release.json`.
#[derive(Clone, PartialEq, Deserialize)]
struct Origin {
    /// The commit; empty where it was not known.
    commit: String,
    /// Whether files had changed since.
    changed: bool,
    /// Whether the site has the page of licences.
    licences: bool,
    /// Where its rules come from; `None` where they are the build's own.
    rules: Option<Signed>,
}

/// Where rules come from that took the place of the build's own.
#[derive(Clone, PartialEq, Deserialize)]
struct Signed {
    /// Their revision, as the signer counts.
    revision: String,
    /// Who signed them.
    signer: String,
    /// The day of signing.
    day: String,
    /// Fingerprint of the signer's key.
    key: String,
}

/// How far the list's hash is.
#[derive(Clone, PartialEq)]
enum Sum {
    NotAsked,
    Computing,
    NoFile,
    NoHash,
    Is(String),
}

/// Properties of the section.
#[derive(Clone, PartialEq, Properties)]
pub struct BuildProps {
    /// The page's language.
    pub lang: Lang,
}

/// Draws version, commit and licences, and the list's hash when asked for.
#[component]
pub fn Build(props: &BuildProps) -> Html {
    let lang = props.lang;
    let origin = use_state(|| None::<Origin>);
    let set = origin.setter();
    use_effect_with((), move |()| spawn_local(async move { set.set(read().await) }));
    let sum = use_state(|| Sum::NotAsked);
    let set = sum.setter();
    let onclick = Callback::from(move |_: MouseEvent| {
        let set = set.clone();
        set.set(Sum::Computing);
        spawn_local(async move { set.set(compute().await) });
    });
    html! {
        <>
            <p>{ "zjtx " }{ env!("CARGO_PKG_VERSION") }{ " · MIT OR Apache-2.0" }</p>
            { for (*origin).iter().map(|origin| described(origin, lang)) }
            <h2>{ words::AS_RELEASED.get(lang) }</h2>
            <p>{ words::HOW.get(lang) }</p>
            <p>
                <button type="button" class="button quiet" {onclick} disabled={*sum == Sum::Computing}>
                    { words::COMPUTE.get(lang) }
                </button>
            </p>
            <p role="status">{ told(&sum, lang) }</p>
        </>
    }
}

/// The text of a file as the server has it now; `None` where it is not there.
async fn served(path: &str) -> Option<String> {
    let answer = network::get(path).await?;
    (answer.status == 200).then_some(answer.text)
}

async fn read() -> Option<Origin> {
    serde_json::from_str(&served(BUILD).await?).ok()
}

async fn compute() -> Sum {
    let Some(list) = served(SUMS).await else { return Sum::NoFile };
    let Some(hash) = network::sha256(list.as_bytes()).await else { return Sum::NoHash };
    Sum::Is(hash.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    }))
}

fn described(origin: &Origin, lang: Lang) -> Html {
    let commit = origin.commit.get(..SHORT).unwrap_or(&origin.commit);
    html! {
        <>
            if !commit.is_empty() {
                <p>{ words::COMMIT.get(lang) }<code>{ commit }</code>
                    if origin.changed { { words::CHANGED.get(lang) } }</p>
            }
            if let Some(rules) = &origin.rules {
                <p>{ words::signed_rules(&rules.revision, &rules.signer, &rules.day, lang) }
                    <code>{ &rules.key }</code></p>
            }
            if origin.licences {
                <p><a href={LICENCES}>{ words::LICENCES.get(lang) }</a></p>
            }
        </>
    }
}

fn told(sum: &Sum, lang: Lang) -> Html {
    match sum {
        Sum::NotAsked => Html::default(),
        Sum::Computing => html! { { words::COMPUTING.get(lang) } },
        Sum::NoFile => html! { { words::NO_FILE.get(lang) } },
        Sum::NoHash => html! { { words::NO_HASH.get(lang) } },
        Sum::Is(hash) => html! { <><a href={SUMS}>{ SUMS }</a>{ "  " }<code>{ hash.as_str() }</code></> },
    }
}
