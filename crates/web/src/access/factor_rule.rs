//! Administrators of the Cloud edition need a second factor (SPEC-cloud.md, 8.5): a password alone
//! would open the books of a whole firm to whoever learns it.
//!
//! It is wanted from the first day on, and needed after a week: then whoever works with the
//! password alone is led to the page that sets it up, and gets nowhere else. The portal does not
//! ask for this rule, so that nobody is kept from their backups.

use super::Users;
use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use users::{Role, Session, User};

use crate::PageError;

/// How long an administrator may work without one, from the day on which the account was made.
const GRACE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The page that sets it up.
pub(super) const PAGE: &str = "/account/second-factor";

/// Whether somebody owes a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Factor {
    /// Nothing is owed.
    #[default]
    Settled,
    /// It will be needed from this day on.
    Wanted(Date),
    /// It is needed now.
    Needed,
}

impl Factor {
    /// What this user owes, who signed in with this session.
    ///
    /// # Errors
    /// When the users cannot be asked.
    pub fn of(
        users: &Users,
        user: &User,
        session: &Session,
        now: Timestamp,
    ) -> Result<Self, PageError> {
        if users.subscribed.is_none() || user.role != Role::Administrator {
            return Ok(Self::Settled);
        }
        let kept = users.sign_in.directory().credentials(session.user)?;
        if kept.sealed_seed.is_some() {
            return Ok(Self::Settled);
        }
        let until = user.created_at.checked_add(GRACE);
        Ok(match until {
            Ok(until) if now < until => Self::Wanted(until.to_zoned(TimeZone::UTC).date()),
            _ => Self::Needed,
        })
    }

    /// The answer to whoever needs one first; nothing where the way is free, as it always is to
    /// where it is set up and to the way out.
    pub fn answer(self, request: &Request) -> Option<Response> {
        let path = request.uri().path();
        let is_way = path == PAGE || path == "/account/sign-out";
        if self != Self::Needed || is_way {
            return None;
        }
        Some(match *request.method() {
            Method::GET => Redirect::to(PAGE).into_response(),
            _ => PageError::new(StatusCode::FORBIDDEN, "second-factor-needed").into_response(),
        })
    }
}
