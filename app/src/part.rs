//! The parts of the app that are loaded when a page of theirs is opened. The build splits them off after
//! linking (`crates/xtask/src/dist/split.rs`); here they are functions that one waits for. Once a part is there,
//! nothing more is waited for. Few parts, because what several of them share becomes a file for each set of them.

use crate::{
    address::Address,
    advice, guided, lists, records, result,
    split::{Entry, Keeping},
};
use wasm_bindgen_futures::spawn_local;

/// A part that is loaded apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The form, question by question 「引导模式」.
    Guided,
    /// Results, and what keeps past tests.
    Result,
    /// Answers to be checked, past tests, firms and files.
    Records,
    /// Advice, preparation, rounds; rules, and what the site says of itself.
    Advice,
    /// Lists of firms, and the site in other sites' pages.
    Lists,
}

/// What came of loading a part.
pub struct Loaded {
    /// What it gives.
    pub entry: &'static Entry,
    /// What looks after past tests: it comes with every part but the form's.
    pub keeping: Option<&'static Keeping>,
}

impl Part {
    /// The part that draws the page of an address; `None` for what is there from the start.
    pub const fn of(address: &Address) -> Option<Self> {
        Some(match address {
            Address::Start | Address::Form(_) | Address::Section(_) | Address::All => return None,
            Address::Guided(_) => Self::Guided,
            Address::Submitted | Address::Result | Address::Record(_) => Self::Result,
            Address::Review | Address::Records | Address::Compare(..) => Self::Records,
            Address::Firms | Address::File => Self::Records,
            Address::Routes(_) | Address::Preparation(_) | Address::Rounds => Self::Advice,
            Address::Rules | Address::Pack(_) | Address::Rule(..) => Self::Advice,
            Address::Privacy | Address::About | Address::Accessibility | Address::Lost => Self::Advice,
            Address::Batch | Address::Statement | Address::Embed | Address::Prefill => Self::Lists,
        })
    }

    /// Whether it asks for answers, and so needs neither past tests nor more rules than the form does.
    pub const fn is_form(self) -> bool {
        matches!(self, Self::Guided)
    }

    /// Loads it, and past tests with it; `None` where it does not come.
    pub async fn load(self) -> Option<Loaded> {
        if !self.is_form() {
            // Both are fetched at the same time; what fails here is asked for again below.
            spawn_local(async { drop(result::part::keeping().await) });
        }
        let entry = match self {
            Self::Guided => guided::part::load().await,
            Self::Result => result::part::load().await,
            Self::Records => records::part::load().await,
            Self::Advice => advice::part::load().await,
            Self::Lists => lists::part::load().await,
        };
        let entry = entry.ok()?;
        let keeping = if self.is_form() { None } else { Some(result::part::keeping().await.ok()?) };
        Some(Loaded { entry, keeping })
    }
}
