//! The outbox: what waits, what is being sent, and what a person decides (SPEC-emails.md, 3).
//!
//! Every step that others can see is one unit of work with its History entry. An email is marked
//! as being sent, durably, before a connection is opened; so whatever happens after that, it can
//! never look as if nobody had begun.

mod sender;

pub use sender::{SendOutcome, send_next};

use crate::{Failure, FailureCode, MailError, wire};
use books::Key;
use history::{Action, Contents, Draft, Stamp};
use store::{Business, Email, EmailState, UnitOfWork, hex};

/// Keeps a draft, new or changed. Drafts are nobody's business but their writer's: they have no
/// History entry until they are queued.
///
/// # Errors
/// [`MailError::WrongState`] when the email is no draft any more.
pub fn save_draft(business: &dyn Business, email: &Email, message: &[u8]) -> Result<(), MailError> {
    business.write(&mut |unit| {
        refuse_unless(unit, email.key, &[EmailState::Draft], true)?;
        unit.put_email(&in_state(email, EmailState::Draft), Some(message))
    })?;
    Ok(())
}

/// Deletes a draft. No error when there is none.
///
/// # Errors
/// [`MailError::WrongState`] when the email is no draft any more.
pub fn delete_draft(business: &dyn Business, key: Key) -> Result<(), MailError> {
    business.write(&mut |unit| {
        refuse_unless(unit, key, &[EmailState::Draft], true)?;
        unit.delete_email(key)
    })?;
    Ok(())
}

/// Puts a composed email into the outbox, new or kept as a draft so far.
///
/// # Errors
/// [`MailError::WrongState`] when it left its draft already: it is in the outbox once.
pub fn queue(
    business: &dyn Business,
    email: &Email,
    message: &[u8],
    stamp: &Stamp,
) -> Result<(), MailError> {
    if !wire::is_sound(message) {
        let reason = "the message has more than one meaning".to_owned();
        return Err(MailError::NotComposed { reason });
    }
    let entry = random_key()?;
    business.write(&mut |unit| {
        refuse_unless(unit, email.key, &[EmailState::Draft], true)?;
        let mut queued = in_state(email, EmailState::Queued);
        queued.queued_at = Some(stamp.instant);
        unit.put_email(&queued, Some(message))?;
        tell(unit, Action::EmailQueued, &queued, stamp, entry)
    })?;
    Ok(())
}

/// Puts an email into the outbox again: one that failed, one in doubt that a person wants to send
/// nevertheless, or one that came with a file. The same message with the same Message-ID.
///
/// # Errors
/// [`MailError::EmailNotFound`], [`MailError::WrongState`].
pub fn queue_again(business: &dyn Business, key: Key, stamp: &Stamp) -> Result<(), MailError> {
    let entry = random_key()?;
    let allowed = [
        EmailState::Failed,
        EmailState::Uncertain,
        EmailState::Queued,
    ];
    business.write(&mut |unit| {
        let email = refuse_unless(unit, key, &allowed, false)?;
        let Some(email) = email.filter(|it| it.state != EmailState::Queued || it.is_held) else {
            return Err(wrong_state(key, EmailState::Queued).into());
        };
        let mut queued = in_state(&email, EmailState::Queued);
        queued.queued_at = Some(stamp.instant);
        unit.put_email(&queued, None)?;
        tell(unit, Action::EmailQueued, &queued, stamp, entry)
    })?;
    Ok(())
}

/// Takes an email out of the outbox before it was sent: it counts as failed, with no failure.
///
/// # Errors
/// [`MailError::EmailNotFound`], [`MailError::WrongState`] when it is not waiting any more.
pub fn withdraw(business: &dyn Business, key: Key, stamp: &Stamp) -> Result<(), MailError> {
    settle(
        business,
        key,
        &[EmailState::Queued],
        EmailState::Failed,
        stamp,
    )
}

/// A person found out whether an email in doubt arrived.
///
/// # Errors
/// [`MailError::EmailNotFound`], [`MailError::WrongState`] when it is not in doubt.
pub fn settle_doubt(
    business: &dyn Business,
    key: Key,
    was_sent: bool,
    stamp: &Stamp,
) -> Result<(), MailError> {
    let state = if was_sent {
        EmailState::Sent
    } else {
        EmailState::Failed
    };
    settle(business, key, &[EmailState::Uncertain], state, stamp)
}

fn settle(
    business: &dyn Business,
    key: Key,
    allowed: &[EmailState],
    state: EmailState,
    stamp: &Stamp,
) -> Result<(), MailError> {
    let entry = random_key()?;
    business.write(&mut |unit| {
        let Some(email) = refuse_unless(unit, key, allowed, false)? else {
            return Ok(());
        };
        let mut settled = in_state(&email, state);
        let action = if state == EmailState::Sent {
            settled.sent_at = Some(stamp.instant);
            Action::EmailSent
        } else {
            Action::EmailFailed
        };
        unit.put_email(&settled, None)?;
        tell(unit, action, &settled, stamp, entry)
    })?;
    Ok(())
}

/// Makes emails uncertain that are found in `sending` while nobody sends: their sender is gone.
/// Returns their keys. The sender does this before each email; a program may do it at its start.
///
/// # Errors
/// When the store fails.
pub fn doubt_orphans(business: &dyn Business, stamp: &Stamp) -> Result<Vec<Key>, MailError> {
    sender::alone(business.key(), || sender::doubt_orphans(business, stamp))
        .unwrap_or_else(|| Ok(Vec::new()))
}

/// The email in another state, with the failures of earlier attempts forgotten.
fn in_state(email: &Email, state: EmailState) -> Email {
    Email {
        state,
        is_held: false,
        failure: None,
        failure_reason: None,
        ..email.clone()
    }
}

/// The email with the marks of a failure.
fn failed(email: &Email, state: EmailState, failure: &Failure) -> Email {
    Email {
        failure: Some(failure.code.code().to_owned()),
        failure_reason: Some(failure.reason.clone()),
        ..in_state(email, state)
    }
}

/// The email, when it is in one of these states; none when there is none and that is fine.
fn refuse_unless(
    unit: &mut dyn UnitOfWork,
    key: Key,
    allowed: &[EmailState],
    may_be_absent: bool,
) -> Result<Option<Email>, MailError> {
    match unit.email(key)? {
        Some(email) if allowed.contains(&email.state) => Ok(Some(email)),
        Some(email) => Err(wrong_state(key, email.state)),
        None if may_be_absent => Ok(None),
        None => Err(MailError::EmailNotFound(key)),
    }
}

fn wrong_state(key: Key, state: EmailState) -> MailError {
    let state = state.code();
    MailError::WrongState { key, state }
}

/// Writes the History entry of an email (SPEC-emails.md, section 4).
fn tell(
    unit: &mut dyn UnitOfWork,
    action: Action,
    email: &Email,
    stamp: &Stamp,
    entry: Key,
) -> Result<(), store::StoreError> {
    let to: Vec<String> = addresses_of(email).collect();
    let message = unit.email_message(email.key)?.unwrap_or_default();
    let mut facts = vec![
        ("email", email.key.to_string()),
        ("message_id", email.message_id.clone()),
        ("to", to.join(",")),
        ("email_sha256", hex(&email.digest(&message))),
    ];
    facts.extend(email.record.map(|(key, _kind)| ("record", key.to_string())));
    facts.extend(email.failure.clone().map(|code| ("failure", code)));
    unit.record(Draft {
        stamp: stamp.clone(),
        action,
        key: entry,
        object: None,
        before: Contents::default(),
        after: Contents::default(),
        title: email.subject.clone(),
        facts: facts
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    })
    .map(drop)
}

/// The addresses of all recipients, without names.
fn addresses_of(email: &Email) -> impl Iterator<Item = String> {
    let lists = [&email.to, &email.cc, &email.bcc];
    let texts = lists.into_iter().flatten();
    texts.map(|text| match text.rsplit_once('<') {
        Some((_name, address)) => address.trim_end_matches('>').to_owned(),
        None => text.clone(),
    })
}

/// A failure of ours: the message as kept goes to no server.
fn unsound(reason: &str) -> Failure {
    Failure::new(FailureCode::MessageUnsound, reason)
}

/// A new key, drawn at random.
pub(crate) fn random_key() -> Result<Key, MailError> {
    let mut random = [0; 16];
    getrandom::fill(&mut random)
        .map_err(|error| store::StoreError::engine("draw a random key", error))?;
    Ok(Key::from_random(random))
}
