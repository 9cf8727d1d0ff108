//! Letters of the installation itself: a link for a new password, a notice that one was set.
//!
//! They belong to no business, so no outbox keeps them: a letter is handed over once, and is gone
//! whatever comes of it. What it carries is of use for half an hour at most, and whoever misses it
//! asks again. The account they go through is [`Vault::installation_mail`](crate::Vault).

use crate::connection::{Delivery, deliver};
use crate::{Composition, Failure, FailureCode, HostPolicy, MailError, MailSettings, Mailbox};
use books::Key;
use jiff::Timestamp;

/// What is written to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Whom it is for.
    pub to: Mailbox,
    /// The subject.
    pub subject: String,
    /// The text: plain.
    pub text: String,
}

/// Hands a letter over. `key`, drawn at random, gives the Message-ID. It waits for the server: half
/// a minute for each answer, ten minutes for the last.
///
/// # Errors
/// Why it was not sent, or may not have been.
pub fn send_letter(
    settings: &MailSettings,
    policy: HostPolicy,
    key: Key,
    letter: &Letter,
    at: Timestamp,
) -> Result<(), Failure> {
    let mut email = Composition::from_settings(settings);
    // A link for somebody else's password is no business of the sender's own mailbox.
    email.bcc.clear();
    email.to = vec![letter.to.clone()];
    email.subject.clone_from(&letter.subject);
    email.text.clone_from(&letter.text);
    let unsound = |error: MailError| Failure::new(FailureCode::MessageUnsound, error);
    let (_row, message) = crate::compose(key, &email, at).map_err(unsound)?;
    let from = settings.from.to_address().map_err(unsound)?;
    let to = letter.to.to_address().map_err(unsound)?;
    match deliver(settings, policy, &from, &[to], &message) {
        Delivery::Sent => Ok(()),
        Delivery::Failed(failure) | Delivery::Uncertain(failure) => Err(failure),
    }
}
