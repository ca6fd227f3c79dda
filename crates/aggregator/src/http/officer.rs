//! Who may read releases.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use jiff::civil::Date;
use zjtx_wire::{Access, District, ProblemKind};

use super::App;
use super::problem::Refusal;
use crate::calendar;
use crate::limit::client_address;
use crate::store::{Scope, Token, TokenHash};
use crate::token;
use crate::writer::Unavailable;

/// The holder of a token that works.
pub(super) struct Officer {
    scope: Scope,
    expires: Date,
}

impl Officer {
    /// Lets those pass who may read a district; all others learn nothing, not even that it exists.
    pub(super) fn reading(&self, code: &str) -> Result<District, Refusal> {
        let district = District::from_code(code).ok_or(ProblemKind::NotAllowed)?;
        match self.scope {
            Scope::City => Ok(district),
            Scope::District(own) if own == district => Ok(district),
            Scope::District(_) => Err(ProblemKind::NotAllowed.into()),
        }
    }

    /// How far the token reaches on a day.
    pub(super) fn access(&self, today: Date) -> Access {
        let district = match self.scope {
            Scope::City => None,
            Scope::District(district) => Some(district),
        };
        let expires_soon = token::expires_soon(self.expires, today);
        Access { district, expires: self.expires.to_string(), expires_soon }
    }

    /// Lets those pass who may read all districts.
    pub(super) fn reading_city(&self) -> Result<(), Refusal> {
        if self.scope == Scope::City { Ok(()) } else { Err(ProblemKind::NotAllowed.into()) }
    }
}

impl FromRequestParts<App> for Officer {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Refusal> {
        let address = sender(parts, app)?;
        if let Some(wait_seconds) = app.shut_out(address) {
            return Err(Refusal::too_many(wait_seconds));
        }
        let result = known(parts, app).await;
        if matches!(result, Err(Failure::Token(_))) {
            app.charge_refusal(address);
        }
        let Token { scope, expires, .. } = result?;
        Ok(Self { scope, expires })
    }
}

fn sender(parts: &Parts, app: &App) -> Result<IpAddr, Refusal> {
    let peer: Option<&ConnectInfo<SocketAddr>> = parts.extensions.get();
    let ConnectInfo(peer) = peer.ok_or(ProblemKind::NotAllowed)?;
    Ok(client_address(*peer, &parts.headers, &app.proxies))
}

/// Why nobody was recognised.
enum Failure {
    Token(ProblemKind),
    Store(Unavailable),
}

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Token(kind) => kind.into(),
            Failure::Store(unavailable) => unavailable.into(),
        }
    }
}

/// The token of a request. One that worked once is told to be expired or revoked; any other text
/// gets the answer that a stranger to the district gets.
async fn known(parts: &Parts, app: &App) -> Result<Token, Failure> {
    let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let hash = header.and_then(|value| value.strip_prefix("Bearer ")).and_then(token::hash);
    let hash = hash.ok_or(Failure::Token(ProblemKind::NotAllowed))?;
    let found = app.services.reader.run(move |store| store.token(&hash)).await.map_err(Failure::Store)?;
    let found = found.ok_or(Failure::Token(ProblemKind::NotAllowed))?;
    let today = calendar::day_of(app.now());
    if !token::works(&found, today) {
        return Err(Failure::Token(ProblemKind::TokenRefused));
    }
    if found.last_used != Some(today) {
        touch(app, hash).await.map_err(Failure::Store)?;
    }
    Ok(found)
}

async fn touch(app: &App, hash: TokenHash) -> Result<(), Unavailable> {
    let today = calendar::day_of(app.now());
    app.services.writer.run(move |store| store.touch_token(&hash, today)).await?.map_err(|_| Unavailable)
}
