//! The password once more in forms that ask for it themselves: of one's own password and second
//! factor (docs/SPEC-users.md, 3.8). Everything else that is grave asks for a proof on a page of
//! its own (`proof`).

use super::sign_in::present_password;
use super::{Users, current};
use crate::PageError;
use jiff::Timestamp;
use maud::Markup;
use pages::Locale;
use pages::forms::Field;
use users::{Presented, Secret, Session};

/// Whether the form has to ask for the password.
pub(super) fn needs_password() -> bool {
    let is_fresh = |session: &Session| session.is_fresh(Timestamp::now());
    current::get().is_some_and(|current| !current.session().is_some_and(is_fresh))
}

/// The field of the password.
pub(super) fn present(locale: Locale) -> Markup {
    present_password(&Field {
        name: "present",
        label: &locale.text("account-password-present"),
        required: true,
        ..Field::default()
    })
}

/// Passes when whoever asks proved lately who they are, or the password is right now.
///
/// # Errors
/// `present-password-refused` and `too-many-tries`.
pub(super) fn proven(
    users: &Users,
    secret: &Secret,
    password: &str,
    presented: &Presented,
    now: Timestamp,
) -> Result<(), PageError> {
    let visitor = users.sign_in.visitor(secret, now)?;
    if visitor.is_some_and(|visitor| visitor.session.is_fresh(now)) {
        return Ok(());
    }
    proven_anew(users, secret, password, presented, now)
}

/// Passes when the password is right now.
///
/// # Errors
/// As [`proven`].
pub(super) fn proven_anew(
    users: &Users,
    secret: &Secret,
    password: &str,
    presented: &Presented,
    now: Timestamp,
) -> Result<(), PageError> {
    let confirmed = users
        .sign_in
        .confirm_password(secret, password, presented, now);
    confirmed.map_err(|error| of_present(error.into()))
}

/// Whoever is signed in typed no name: what is wrong is the password.
pub(super) fn of_present(mut error: PageError) -> PageError {
    if error.code == "sign-in-refused" {
        error.code = "present-password-refused";
    }
    error
}
