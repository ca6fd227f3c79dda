//! Who may read releases, and who may fetch blind tokens.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use jiff::civil::Date;
use zjtx_wire::{Access, District, ProblemKind};

use super::App;
use super::problem::Refusal;
use crate::counted::Counted;
use crate::store::{Audit, Scope, Token, TokenHash};
use crate::token;

/// The holder of a token that works.
pub(super) struct Officer {
    scope: Scope,
    expires: Date,
}

impl Officer {
    /// Lets those pass who may read a district; all others learn nothing, not even that it exists.
    pub(super) fn reading(&self, code: &str, counted: &Counted) -> Result<District, Refusal> {
        let district = District::from_code(code).ok_or(ProblemKind::NotAllowed)?;
        let may_read = match self.scope {
            Scope::City => counted.lists(district),
            // Also of a district that ended: its releases stay.
            Scope::District(own) => own == district,
            Scope::Portal => false,
        };
        if may_read { Ok(district) } else { Err(ProblemKind::NotAllowed.into()) }
    }

    /// How far the token reaches on a day; one that reads nothing is refused.
    pub(super) fn access(&self, today: Date) -> Result<Access, Refusal> {
        let district = match self.scope {
            Scope::City => None,
            Scope::District(district) => Some(district),
            Scope::Portal => return Err(ProblemKind::NotAllowed.into()),
        };
        let expires_soon = token::expires_soon(self.expires, today);
        Ok(Access { district, expires: self.expires.to_string(), expires_soon })
    }

    /// Lets the portal pass.
    pub(super) fn issuing(&self) -> Result<(), Refusal> {
        if self.scope == Scope::Portal { Ok(()) } else { Err(ProblemKind::NotAllowed.into()) }
    }

    /// Lets those pass who may read all districts.
    pub(super) fn reading_city(&self) -> Result<(), Refusal> {
        if self.scope == Scope::City { Ok(()) } else { Err(ProblemKind::NotAllowed.into()) }
    }
}

impl FromRequestParts<App> for Officer {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let peer: Option<&ConnectInfo<SocketAddr>> = parts.extensions.get();
        let ConnectInfo(peer) = *peer.ok_or(ProblemKind::NotAllowed)?;
        let Some(hash) = token_of(parts) else {
            return Err(ProblemKind::NotAllowed.into());
        };
        // A good token is never shut out, whoever else uses the same address; only a guess costs.
        let Some(found) = app.services.tokens.run(move |store| store.token(&hash)).await? else {
            let guess = app.charge_refusal(app.sender(peer, &parts.headers));
            return Err(guess.map_or_else(|empty| empty.into(), |()| ProblemKind::NotAllowed.into()));
        };
        let today = app.today();
        if !token::works(&found, today) {
            return Err(ProblemKind::TokenRefused.into());
        }
        if found.last_used != Some(today) {
            touch(app, hash, &found, today);
        }
        let Token { scope, expires, .. } = found;
        Ok(Self { scope, expires })
    }
}

/// A text that could be a token. One that worked once is told to be expired or revoked; any other
/// gets the answer that a stranger to the district gets.
fn token_of(parts: &Parts) -> Option<TokenHash> {
    let (scheme, text) = parts.headers.get(AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token::hash(text.trim())).flatten()
}

/// Notes the first use of the day; a store that takes no writes does not keep anybody from reading.
fn touch(app: &App, hash: TokenHash, token: &Token, today: Date) {
    let audit = Audit {
        day: today,
        actor: token.label.clone(),
        action: "read".to_owned(),
        detail: token.scope.to_string(),
    };
    let writer = app.services.writer.clone();
    tokio::spawn(async move { writer.run(move |store| store.touch_token(&hash, &audit)).await });
}
