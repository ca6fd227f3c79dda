//! The parts of the app that are loaded when a page of theirs is opened. The build splits them off after
//! linking (`crates/xtask/src/dist/split.rs`); here they are functions that one waits for. Once a part is there,
//! nothing more is waited for. Few parts, because what several of them share becomes a file for each set of them.

use crate::{
    address::Address,
    advice, lists, result,
    split::{Entry, Keeping},
};
use wasm_bindgen_futures::spawn_local;

/// A part that is loaded apart.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Results and past tests, and what keeps them.
    Result,
    /// Advice, preparation, rounds; rules, and what the site says of itself.
    Advice,
    /// Lists of firms, and the site in other sites' pages.
    Lists,
}

/// What came of loading a part.
pub struct Loaded {
    /// What it gives.
    pub entry: &'static Entry,
    /// What looks after past tests: it comes with every part.
    pub keeping: &'static Keeping,
}

impl Part {
    /// The part that draws the page of an address; `None` for what is there from the start.
    pub const fn of(address: &Address) -> Option<Self> {
        Some(match address {
            Address::Start | Address::Form(_) | Address::Section(_) => return None,
            Address::Submitted | Address::Result | Address::Record(_) | Address::Records => Self::Result,
            Address::Compare(..) | Address::Firms | Address::File => Self::Result,
            Address::Routes(_) | Address::Preparation(_) | Address::Rounds => Self::Advice,
            Address::Rules | Address::Pack(_) | Address::Rule(..) => Self::Advice,
            Address::Privacy | Address::About | Address::Lost => Self::Advice,
            Address::Batch | Address::Statement | Address::Embed | Address::Prefill => Self::Lists,
        })
    }

    /// Loads it, and past tests with it; `None` where it does not come.
    pub async fn load(self) -> Option<Loaded> {
        // Both are fetched at the same time; what fails here is asked for again below.
        spawn_local(async { drop(result::part::keeping().await) });
        let entry = match self {
            Self::Result => result::part::load().await,
            Self::Advice => advice::part::load().await,
            Self::Lists => lists::part::load().await,
        };
        Some(Loaded { entry: entry.ok()?, keeping: result::part::keeping().await.ok()? })
    }
}
