//! Where an email stands and what went wrong with it, in words.

use maud::{Markup, html};
use pages::tables::{BadgeKind, badge};
use pages::{Argument, Locale};
use store::{Email, EmailState};

/// The name of a state; an email that came with a file and waits for a person is held.
pub(super) fn state_name(locale: Locale, email: &Email) -> String {
    if is_held(email) {
        locale.text("email-state-held")
    } else {
        locale.text(state_key(email.state))
    }
}

/// Whether it waits for a person and not for the sender.
pub(super) fn is_held(email: &Email) -> bool {
    email.is_held && email.state == EmailState::Queued
}

/// The key of a state's name.
pub(super) fn state_key(state: EmailState) -> &'static str {
    match state {
        EmailState::Draft => "email-state-draft",
        EmailState::Queued => "email-state-queued",
        EmailState::Sending => "email-state-sending",
        EmailState::Uncertain => "email-state-uncertain",
        EmailState::Sent => "email-state-sent",
        EmailState::Failed => "email-state-failed",
    }
}

/// The state as a badge.
pub(super) fn state_badge(locale: Locale, email: &Email) -> Markup {
    let kind = match email.state {
        EmailState::Sent => BadgeKind::Good,
        EmailState::Failed => BadgeKind::Bad,
        EmailState::Uncertain => BadgeKind::Warning,
        EmailState::Queued if email.is_held => BadgeKind::Warning,
        EmailState::Draft | EmailState::Queued | EmailState::Sending => BadgeKind::Plain,
    };
    badge(kind, &state_name(locale, email))
}

/// What the state means and what can be done.
pub(super) fn state_sentence(locale: Locale, email: &Email) -> String {
    locale.text(match email.state {
        EmailState::Draft => "email-explained-draft",
        EmailState::Queued if email.is_held => "email-explained-held",
        EmailState::Queued => "email-explained-queued",
        EmailState::Sending => "email-explained-sending",
        EmailState::Uncertain => "email-explained-uncertain",
        EmailState::Sent => "email-explained-sent",
        EmailState::Failed if email.failure.is_none() => "email-explained-withdrawn",
        EmailState::Failed => "email-explained-failed",
    })
}

/// What a failure means and what to do, by its code. A code may have come with a file.
pub(super) fn failure_sentence(locale: Locale, code: &str) -> String {
    let key = format!("email-failure-{code}");
    if locale.has(&key) {
        locale.text(&key)
    } else {
        locale.text_with("email-failure-unknown", &[("code", Argument::Text(code))])
    }
}

/// What went wrong, and what the server or the system said of it.
pub(super) fn failure_box(locale: Locale, code: &str, reason: &str) -> Markup {
    html! {
        p { (failure_sentence(locale, code)) }
        @if !reason.is_empty() {
            p .quiet { (locale.text("email-failure-said")) " " code dir="auto" { (reason) } }
        }
    }
}
