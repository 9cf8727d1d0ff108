//! Programs that show an access token: whose it is, and what it may be used for (SPEC-users.md,
//! 3.7).
//!
//! A token may be used for what its user may do, in the one business it names or in all, and for
//! changes only where it says so. Who asks is said for the request as it is for a session, so that
//! History names user and token, and everything in between is the same.

use super::Users;
pub use super::client_address::address_of;
use super::current::{By, get};
pub use super::current::{Current, may, within};
use super::factor_rule::Factor;
use super::gate;
pub use super::gate::sees;
pub use super::requirement::{Act, Wanted};
use crate::{App, PageError, Shared};
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use books::Key;
use jiff::Timestamp;
use std::sync::Arc;
use users::{AccessToken, Event, EventKind, Operation, Scope, Secret};

/// From where a request comes, for the security log.
#[derive(Debug, Clone, Default)]
pub struct Address(pub String);

impl FromRequestParts<Shared> for Address {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, PageError> {
        Ok(parts.extensions.get().cloned().unwrap_or_default())
    }
}

/// Who asks with this token; nothing for one that does not work, which the security log tells where
/// it can.
///
/// # Errors
/// When the directory cannot be read.
pub fn bearer(
    users: &Users,
    secret: &str,
    address: &str,
    now: Timestamp,
) -> Result<Option<Arc<Current>>, PageError> {
    let found = users.sign_in.bearer(&Secret(secret.to_owned()), now)?;
    if found.is_none() {
        // That it does not work is known. Where nothing can be written now, as for a subscriber who
        // is being erased, the answer is the same.
        if let Err(error) = tell(users, None, "unknown", address, now) {
            tracing::warn!(code = error.code, "a refused token was not noted");
        }
    }
    Ok(found.map(|(user, token)| {
        let by = By::Token(Box::new(token));
        Arc::new(Current {
            user,
            by,
            address: address.to_owned(),
            open_until: None,
            // A token was made by somebody who was let in, and has an end of its own.
            factor: Factor::Settled,
        })
    }))
}

/// Revokes a token that was shown where it may not stand: in an address.
///
/// # Errors
/// When the directory cannot be read or written.
pub fn revoke_shown(
    users: &Users,
    secret: &str,
    address: &str,
    now: Timestamp,
) -> Result<(), PageError> {
    let directory = users.sign_in.directory();
    let token = directory.token(AccessToken::digest_of(secret))?;
    if let Some(token) = &token {
        directory.revoke_token(token.user, token.key)?;
    }
    let key = token.map(|token| token.key);
    tell(users, key, "in an address", address, now)
}

fn tell(
    users: &Users,
    about: Option<Key>,
    detail: &str,
    address: &str,
    at: Timestamp,
) -> Result<(), PageError> {
    Ok(users.sign_in.directory().note(&Event {
        at,
        kind: EventKind::TokenRefused,
        by: None,
        about,
        address: address.to_owned(),
        detail: detail.to_owned(),
    })?)
}

/// Passes when whoever asks may do this in a business.
///
/// # Errors
/// `business-not-found` where it is not there for them, `not-allowed` where it is.
pub fn require(
    app: &App,
    business: Key,
    wanted: Wanted,
    address: &Address,
) -> Result<(), PageError> {
    let users = app.users.as_ref().ok_or_else(PageError::not_found)?;
    let current = get().ok_or_else(|| PageError::new(StatusCode::UNAUTHORIZED, "token-refused"))?;
    gate::require(app, users, &current, business, wanted, &address.0)
}

/// Whether a token may be used for an operation in a business, whatever its user may do.
pub(super) fn covers(token: &AccessToken, business: Key, operation: &Operation) -> bool {
    let is_there = token.business.is_none_or(|only| only == business);
    let reads = matches!(operation, Operation::Enter | Operation::View(_));
    is_there && (reads || token.scope == Scope::Write)
}
