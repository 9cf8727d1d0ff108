//! Who is answered in the editions where people sign in: Server and Cloud.
//!
//! - `current`: who asks, for as long as a request lasts, wherever its work is done.
//! - `requirement`: what each address asks for, in one table; what is in none asks for everything.
//! - `gate`: the middleware that finds out who asks and lets the request pass or not.
//! - `offers`: pages without what their reader may not do; `entrance`: where a business begins for
//!   them.
//! - [`programs`]: programs that show an access token instead, for the crate `api`.
//! - `sign_in`, `setup`, `new_password`, `account`, `second_factor`, `tokens`, `people`: the pages.
//! - `proof`: what is grave, and the proof that is asked for before it; `proving`: the password in
//!   forms that ask for it themselves.
//! - `security_log`: the lines about who may do what, for administrators.
//! - `telling`: lines of that log about what was done with books and backups.
//! - `letters`: what is written to users by email, and `own_email`: where to.
//!
//! Where [`App::users`](crate::App) is absent nobody signs in: Desktop, where whoever sits at the
//! computer is the owner. The rules are docs/SPEC-users.md.

mod account;
mod client_address;
mod cookies;
pub mod current;
mod entrance;
mod factor_rule;
mod gate;
mod letters;
mod new_password;
mod offers;
mod own_access;
mod own_email;
mod people;
pub mod programs;
mod proof;
mod proving;
mod requirement;
mod second_factor;
mod security_log;
mod setup;
mod sign_in;
pub mod telling;
mod tokens;

pub use client_address::client_address;
pub use current::OpenUntil;
pub(crate) use entrance::entrances;
pub use gate::is_signed_in;
pub(crate) use gate::{Presents, gate, sees};
pub(crate) use letters::Letters;

use crate::request::Visitor;
use crate::{PageError, Shared};
use axum::Router;
use axum::http::StatusCode;
use current::Current;
use factor_rule::Factor;
use pages::{Action, Argument, Locale};
use std::net::IpAddr;
use std::sync::Arc;
use users::{Role, SignIn, UsersError};

/// The users of an installation, and how they reach it.
pub struct Users {
    /// Signs them in.
    pub sign_in: SignIn,
    /// What authenticators call this installation.
    pub name: String,
    /// Whether browsers reach it by HTTPS: cookies are for that alone then.
    pub is_secure: bool,
    /// Where links in emails lead, as `https://books.example.com`; never taken from a request.
    pub origin: String,
    /// Who may say for whom they ask: addresses of proxies in front.
    pub proxies: Vec<IpAddr>,
    /// What is different where users of several subscribers sign in at one address; nothing where
    /// there is one installation.
    pub subscribed: Option<Subscribed>,
}

/// Users of one subscriber among many: the Cloud edition.
pub struct Subscribed {
    /// Where newcomers make an account of their own: nobody is let in by a code on a console.
    pub sign_up: String,
    /// What access tokens carry behind their beginning, in small letters and figures, so that
    /// whoever is shown one knows whose users to ask.
    pub mark: String,
    /// Whether there is nothing at an address in this edition, whoever asks.
    pub is_absent: fn(&str) -> bool,
}

impl Users {
    /// Whether there is nothing at an address where these users sign in.
    fn lacks(&self, path: &str) -> bool {
        let subscribed = self.subscribed.as_ref();
        subscribed.is_some_and(|it| (it.is_absent)(path))
    }
}

impl Users {
    /// Shared by handlers.
    pub fn shared(self) -> Arc<Self> {
        Arc::new(self)
    }
}

pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .merge(sign_in::routes())
        .merge(setup::routes())
        .merge(new_password::routes())
        .merge(account::routes())
        .merge(own_email::routes())
        .merge(proof::routes())
        .merge(second_factor::routes())
        .merge(tokens::routes())
        .merge(people::routes())
        .merge(security_log::routes())
}

/// The users of this installation; nothing is at these addresses where nobody signs in.
pub(crate) fn users_of(app: &Shared) -> Result<Arc<Users>, PageError> {
    app.users.clone().ok_or_else(PageError::not_found)
}

/// Who is signed in, as the top of a page shows it.
pub(crate) struct AccountHead {
    name: String,
    people: Option<Action>,
    acting: Option<Action>,
    told: Option<String>,
}

/// What stands at the top of every page: that a payment is late or a trial ends, else that a second
/// factor will be needed, unless `path` is that of the page that sets it up.
fn told(locale: Locale, current: &Current, path: &str) -> Option<String> {
    let (key, day) = match (current.open_until, current.factor) {
        (Some(OpenUntil::PastDue(day)), _) => ("cloud-past-due", day),
        (Some(OpenUntil::Trial(day)), _) => ("cloud-trial-ends", day),
        (None, Factor::Wanted(day)) if path != factor_rule::PAGE => ("factor-wanted", day),
        (None, _) => return None,
    };
    let day = locale.date(day);
    Some(locale.text_with(key, &[("date", Argument::Text(&day))]))
}

impl AccountHead {
    /// Whoever asks; nobody where nobody signs in.
    pub fn now(visitor: &Visitor) -> Option<Self> {
        let locale = visitor.locale;
        let current = current::get()?;
        let action = |label: &str, href: &str| Action {
            label: locale.text(label),
            href: href.to_owned(),
        };
        let is_administrator = current.user.role == Role::Administrator;
        Some(Self {
            name: current.full_name(),
            people: is_administrator.then(|| action("people-title", "/users")),
            acting: current
                .administrator()
                .is_some()
                .then(|| action("people-act-end", "/account/acting/end")),
            told: told(locale, &current, &visitor.path),
        })
    }

    /// For the layout.
    pub fn shown(&self) -> pages::Account<'_> {
        pages::Account {
            name: &self.name,
            href: "/account",
            people: self.people.as_ref(),
            acting: self.acting.as_ref(),
            told: self.told.as_deref(),
        }
    }
}

impl From<UsersError> for PageError {
    fn from(error: UsersError) -> Self {
        let status = match &error {
            UsersError::Directory { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            UsersError::Unreachable { .. } => StatusCode::SERVICE_UNAVAILABLE,
            UsersError::TooManyTries { .. } => StatusCode::TOO_MANY_REQUESTS,
            UsersError::UserNotFound => StatusCode::NOT_FOUND,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self {
            status,
            code: error.code(),
            arguments: error.arguments(),
        }
    }
}
