//! Letters to users: a link for a new password, and notices that something about how they sign in
//! has changed (security.md S32; SPEC-users.md, 3.9).
//!
//! They go through the mail account of the installation, each on a thread of its own, so that no
//! page waits for a mail server: whoever asks for a link can tell neither by the answer nor by the
//! time it takes whether there is such a user. A letter that fails is a line in the log, without
//! the address; whoever misses it asks again.

use super::Users;
use crate::stamp::random_key;
use crate::{App, Shared};
use jiff::{SignedDuration, Timestamp};
use mail::{Letter, Mailbox, send_letter};
use pages::{Argument, Locale};
use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use users::{Secret, User};

/// Letters that are under way at the same time; more are not sent.
const UNDER_WAY_COUNT_MAX: usize = 16;

/// The letters of a running program.
#[derive(Default)]
pub(crate) struct Letters {
    under_way: AtomicUsize,
    /// When those of the last hour were begun, the earliest first.
    begun: Mutex<VecDeque<Timestamp>>,
}

impl Letters {
    /// Whether one more may be begun within the hour; it counts then.
    fn count_in(&self, per_hour: u32, now: Timestamp) -> bool {
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        let hour_ago = now - SignedDuration::from_hours(1);
        while begun.front().is_some_and(|at| *at < hour_ago) {
            begun.pop_front();
        }
        let is_free = u32::try_from(begun.len()).is_ok_and(|count| count < per_hour);
        if is_free {
            begun.push_back(now);
        }
        is_free
    }
}

/// What a notice tells its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Another password was set.
    Password,
    /// A second factor was added or taken away.
    SecondFactor,
    /// Letters go to another address from now on; this one goes to the address before.
    Email,
}

/// Whether the installation has a mail account. One that cannot be read is none.
pub(super) fn can_write(app: &App) -> bool {
    let kept = app.mailroom.vault().and_then(|it| it.installation_mail());
    kept.is_ok_and(|settings| settings.is_some())
}

/// The letter with a link; none where the user has no address that letters can go to.
pub(super) fn of_link(
    locale: Locale,
    users: &Users,
    user: &User,
    secret: &Secret,
) -> Option<Letter> {
    let link = format!("{}/new-password/{}", users.origin, secret.0);
    letter(
        locale,
        users,
        user,
        "letter-link-subject",
        "letter-link-text",
        &link,
    )
}

/// The notice of a change; none where the user has no address.
pub(super) fn of_change(locale: Locale, users: &Users, user: &User, told: Told) -> Option<Letter> {
    let key = match told {
        Told::Password => "letter-password-text",
        Told::SecondFactor => "letter-second-factor-text",
        Told::Email => "letter-email-text",
    };
    letter(locale, users, user, "letter-change-subject", key, "")
}

fn letter(
    locale: Locale,
    users: &Users,
    user: &User,
    subject: &str,
    text: &str,
    link: &str,
) -> Option<Letter> {
    let to = Mailbox::new(Some(&user.full_name), &user.email).ok()?;
    let facts = [
        ("server", Argument::Text(&users.name)),
        ("name", Argument::Text(&user.full_name)),
        ("user", Argument::Text(&user.name)),
        ("link", Argument::Text(link)),
    ];
    Some(Letter {
        to,
        subject: locale.text_with(subject, &facts),
        text: locale.text_with(text, &facts),
    })
}

/// Sends a letter in its own time. Nothing to send takes as long here as something.
pub(super) fn post(app: &Shared, letter: Option<Letter>) {
    let app = app.clone();
    let begun = thread::Builder::new()
        .name("letter".to_owned())
        .spawn(move || {
            let letters = &app.jobs.letters;
            if letters.under_way.fetch_add(1, Ordering::Relaxed) < UNDER_WAY_COUNT_MAX {
                if let Err(code) = letter.map_or(Ok(()), |letter| send(&app, &letter)) {
                    tracing::warn!(code, "a letter was not sent");
                }
            } else {
                tracing::warn!("too many letters are under way; one was not sent");
            }
            letters.under_way.fetch_sub(1, Ordering::Relaxed);
        });
    if let Err(error) = begun {
        tracing::warn!(%error, "no thread for a letter");
    }
}

/// Hands a letter over, where there is an account; the code of what went wrong.
fn send(app: &App, letter: &Letter) -> Result<(), &'static str> {
    let vault = app.mailroom.vault().map_err(|error| error.code())?;
    let Some(settings) = vault.installation_mail().map_err(|error| error.code())? else {
        return Ok(());
    };
    let now = Timestamp::now();
    if !app.jobs.letters.count_in(settings.emails_per_hour, now) {
        return Err("letters-limited");
    }
    let key = random_key().map_err(|error| error.code)?;
    send_letter(&settings, app.mailroom.letters_policy, key, letter, now)
        .map_err(|failure| failure.code.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_letters_are_begun_within_an_hour_than_the_account_allows() {
        let letters = Letters::default();
        let at = |minute| Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minute);
        assert!(letters.count_in(2, at(0)));
        assert!(letters.count_in(2, at(30)));
        assert!(!letters.count_in(2, at(59)));
        assert!(letters.count_in(2, at(61)), "the first is over an hour ago");
        assert!(!letters.count_in(2, at(62)));
    }
}
