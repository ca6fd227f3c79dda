//! Messages between the page in a frame and the loader in the page around it 「嵌入」.
//!
//! [`FromFrame::Hello`] and [`FromHost::Init`] go by window, everything else by the port that comes with
//! `Init`. Blind tokens are asked for apart from these ([`TokensAsked`]): by window, with a port for the answer, so
//! that a plain frame can have them too. The scripts of both ends are tested with the same fixtures as these types: `tests/embed-messages.json`.

use crate::{TokenAnswer, TokenRequest};
use serde::{Deserialize, Serialize};

/// The number one, which marks a message as ours and its protocol as the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct One;

/// What the frame tells its host. No answer of a person is among it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum FromFrame {
    /// To whatever is around the frame, as soon as it listens.
    Hello {
        /// Mark of our messages.
        zz: One,
        /// Version of this list of messages.
        protocol: One,
    },
    /// The page is drawn.
    Ready {
        /// Version of the app.
        app: String,
        /// Ids of the packs in force, lowest level first, with commas between.
        pack: String,
        /// Their revisions in the same order.
        pack_version: String,
    },
    /// How high the page is.
    Height {
        /// CSS pixels.
        px: u32,
    },
    /// A place that the person should see now.
    ScrollTo {
        /// CSS pixels from the frame's top.
        y: u32,
    },
    /// How far the form is filled in.
    Progress {
        /// Questions with an answer.
        answered: u32,
        /// Questions that are asked.
        relevant: u32,
    },
    /// A verdict 「最终判断结果」; only after the person agreed to tell this one.
    Verdict {
        /// Scheme id 「认定事项」.
        scheme: String,
        /// The verdict.
        state: State,
        /// Pack and revision, as `pack@revision`.
        pack_version: String,
    },
    /// The page could not start; it says so to the person itself.
    Error {
        /// Why the page could not start.
        code: Failure,
    },
}

/// What the host tells the frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum FromHost<Facts> {
    /// The answer to a hello; the port for everything else comes with it.
    Init {
        /// Mark of our messages.
        zz: One,
        /// Version of this list of messages.
        protocol: One,
    },
    /// Another look.
    Theme {
        /// The theme that the host asks for.
        theme: Theme,
    },
    /// Another language.
    Lang {
        /// The language that the host asks for.
        lang: Language,
    },
    /// Answers that the host proposes; the person sees them and takes over what is right.
    Prefill {
        /// As the `facts` of a dossier file 「填报档案」.
        facts: Facts,
        /// Where the host has them from, in its own words for the person.
        source: String,
    },
    /// The keyboard's focus comes to the page's heading.
    Focus {},
}

/// What the frame asks of the portal around it, where the site uses blind tokens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum TokensAsked {
    /// To be handed to the endpoint as it is.
    Tokens {
        /// Mark of our messages.
        zz: One,
        /// Version of this list of messages.
        protocol: One,
        /// Numbers that tell nothing of the firm or its answers.
        request: TokenRequest,
    },
}

/// What the portal answers by the port that came with [`TokensAsked`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum TokensGiven {
    /// The endpoint's answer as it came.
    Tokens {
        /// It is checked against the key that the site pins.
        answer: TokenAnswer,
    },
    /// There are none for this firm now.
    None {},
}

/// 「最终判断结果」
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 「符合条件」
    Met,
    /// 「暂不符合条件」
    Unmet,
    /// 「尚不能判断」
    Undetermined,
}

/// Why the page could not start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// The browser has no WebAssembly, or it is blocked.
    NoWasm,
    /// A file of the page did not come, or is of another build.
    NotLoaded,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the person's device has it.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// 中文
    Zh,
    /// English text.
    En,
}

impl TryFrom<u8> for One {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        (number == 1).then_some(Self).ok_or("only 1 is known")
    }
}

impl From<One> for u8 {
    fn from(_: One) -> Self {
        1
    }
}
