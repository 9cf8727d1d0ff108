//! The sender: one email of a business at a time, and never one twice.

use super::{failed, in_state, random_key, refuse_unless, tell, unsound};
use crate::connection::{Delivery, deliver};
use crate::{Failure, FailureCode, HostPolicy, MailError, MailSettings, Mailbox, wire};
use books::Key;
use history::{Action, Stamp};
use jiff::{SignedDuration, Timestamp};
use lettre::Address;
use std::collections::HashSet;
use std::sync::{Mutex, MutexGuard, PoisonError};
use store::{Business, Email, EmailFilter, EmailState, UnitOfWork};

/// The businesses for which this program is sending at this moment.
static SENDING: Mutex<Option<HashSet<Key>>> = Mutex::new(None);

/// More orphans than this at once are left for the next look.
const ORPHANS_COUNT_MAX: usize = 1000;

/// What came of one look into the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SendOutcome {
    /// Nothing waits.
    Nothing,
    /// Somebody else is sending for this business at this moment.
    Busy,
    /// As many as allowed were sent within the hour; the rest waits.
    Limited,
    /// Sent: the server said 250.
    Sent(Key),
    /// Certainly not sent.
    Failed(Key, Failure),
    /// Nobody can know; a person decides.
    Uncertain(Key, Failure),
}

/// Sends the email that waits longest. `stamp` says who sends and when; it is asked before and
/// after, because time passes between.
///
/// # Errors
/// When the store fails. An email that was begun then stays in `sending`, and is uncertain the next
/// time somebody looks: it may have been sent.
pub fn send_next(
    business: &dyn Business,
    settings: &MailSettings,
    policy: HostPolicy,
    stamp: &dyn Fn() -> Stamp,
) -> Result<SendOutcome, MailError> {
    alone(business.key(), || {
        doubt_orphans(business, &stamp())?;
        let email = match begin(business, settings, &stamp())? {
            Ok(email) => email,
            Err(outcome) => return Ok(outcome),
        };
        let delivery = attempt(business, settings, policy, &email)?;
        conclude(business, &email, delivery, &stamp())
    })
    .unwrap_or(Ok(SendOutcome::Busy))
}

/// Does `work` as the only sender of a business in this program; not at all when there is one.
pub fn alone<T>(business: Key, work: impl FnOnce() -> T) -> Option<T> {
    let is_first = sending().get_or_insert_default().insert(business);
    if !is_first {
        return None;
    }
    let _turn = Turn(business);
    Some(work())
}

/// A sender's turn, over when it ends in whatever way.
struct Turn(Key);

impl Drop for Turn {
    fn drop(&mut self) {
        if let Some(businesses) = sending().as_mut() {
            businesses.remove(&self.0);
        }
    }
}

fn sending() -> MutexGuard<'static, Option<HashSet<Key>>> {
    SENDING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes emails in `sending` uncertain. Call only as the one sender.
pub fn doubt_orphans(business: &dyn Business, stamp: &Stamp) -> Result<Vec<Key>, MailError> {
    let filter = EmailFilter {
        state: Some(EmailState::Sending),
        ..EmailFilter::default()
    };
    let orphans = business.read()?.emails(&filter, None, ORPHANS_COUNT_MAX)?;
    let mut keys = Vec::new();
    for orphan in orphans.emails {
        let reason = "the program ended while it was being sent";
        let failure = Failure::new(FailureCode::Uncertain, reason);
        let entry = random_key()?;
        business.write(&mut |unit| {
            let email = failed(&orphan, EmailState::Uncertain, &failure);
            let email = Email {
                is_held: orphan.is_held,
                ..email
            };
            unit.put_email(&email, None)?;
            tell(unit, Action::EmailFailed, &email, stamp, entry)
        })?;
        keys.push(orphan.key);
    }
    Ok(keys)
}

/// Marks the next email as being sent, durably; or says why there is none.
fn begin(
    business: &dyn Business,
    settings: &MailSettings,
    stamp: &Stamp,
) -> Result<Result<Email, SendOutcome>, MailError> {
    let hour_ago = stamp.instant - SignedDuration::from_hours(1);
    let mut begun = Err(SendOutcome::Nothing);
    business.write(&mut |unit| {
        let Some(next) = unit.next_queued_email()? else {
            begun = Err(SendOutcome::Nothing);
            return Ok(());
        };
        if is_limited(unit, settings, hour_ago)? {
            begun = Err(SendOutcome::Limited);
            return Ok(());
        }
        let email = Email {
            attempts_count: next.attempts_count.saturating_add(1),
            ..in_state(&next, EmailState::Sending)
        };
        unit.put_email(&email, None)?;
        begun = Ok(email);
        Ok(())
    })?;
    Ok(begun)
}

fn is_limited(
    unit: &mut dyn UnitOfWork,
    settings: &MailSettings,
    hour_ago: Timestamp,
) -> Result<bool, store::StoreError> {
    Ok(unit.emails_sent_since(hour_ago)? >= u64::from(settings.emails_per_hour))
}

/// Hands the kept message over. Whatever the row and the message say is checked once more: they
/// may have come with a file.
fn attempt(
    business: &dyn Business,
    settings: &MailSettings,
    policy: HostPolicy,
    email: &Email,
) -> Result<Delivery, MailError> {
    let message = business.read()?.email_message(email.key)?;
    let message = message.unwrap_or_default();
    if !wire::is_sound(&message) {
        let reason = "the message as kept has more than one meaning";
        return Ok(Delivery::Failed(unsound(reason)));
    }
    let Ok((from, recipients)) = envelope_of(email) else {
        let reason = "an address as kept is none";
        return Ok(Delivery::Failed(unsound(reason)));
    };
    Ok(deliver(settings, policy, &from, &recipients, &message))
}

/// Sender and recipients; each recipient once.
fn envelope_of(email: &Email) -> Result<(Address, Vec<Address>), MailError> {
    let from = Mailbox::parse(&email.from)?.to_address()?;
    let mut recipients: Vec<Address> = Vec::new();
    for text in [&email.to, &email.cc, &email.bcc].into_iter().flatten() {
        let recipient = Mailbox::parse(text)?.to_address()?;
        if !recipients.contains(&recipient) {
            recipients.push(recipient);
        }
    }
    if recipients.is_empty() || recipients.len() > crate::RECIPIENTS_COUNT_MAX {
        return Err(MailError::NoRecipient);
    }
    Ok((from, recipients))
}

/// Keeps what came of it.
fn conclude(
    business: &dyn Business,
    email: &Email,
    delivery: Delivery,
    stamp: &Stamp,
) -> Result<SendOutcome, MailError> {
    let entry = random_key()?;
    let (concluded, action, outcome) = match delivery {
        Delivery::Sent => {
            let sent = Email {
                sent_at: Some(stamp.instant),
                ..in_state(email, EmailState::Sent)
            };
            (sent, Action::EmailSent, SendOutcome::Sent(email.key))
        }
        Delivery::Failed(failure) => (
            failed(email, EmailState::Failed, &failure),
            Action::EmailFailed,
            SendOutcome::Failed(email.key, failure),
        ),
        Delivery::Uncertain(failure) => (
            failed(email, EmailState::Uncertain, &failure),
            Action::EmailFailed,
            SendOutcome::Uncertain(email.key, failure),
        ),
    };
    business.write(&mut |unit| {
        refuse_unless(unit, email.key, &[EmailState::Sending], false)?;
        unit.put_email(&concluded, None)?;
        tell(unit, action, &concluded, stamp, entry)
    })?;
    Ok(outcome)
}
