//! Emails sent from inside the program: one row each, with the message as it was sent
//! (SPEC-emails.md).

use crate::{StoreError, Visit};
use books::Key;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// Where an email is on its way (SPEC-emails.md, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EmailState {
    /// Being written.
    Draft,
    /// In the outbox.
    Queued,
    /// Being sent at this moment.
    Sending,
    /// Sending was begun, and nobody can know whether the server took it.
    Uncertain,
    /// The server took it.
    Sent,
    /// The server has certainly not taken it.
    Failed,
}

impl EmailState {
    /// Every state, in the order of the SPEC.
    pub const ALL: [Self; 6] = [
        Self::Draft,
        Self::Queued,
        Self::Sending,
        Self::Uncertain,
        Self::Sent,
        Self::Failed,
    ];

    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Uncertain => "uncertain",
            Self::Sent => "sent",
            Self::Failed => "failed",
        }
    }

    /// The state with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What is kept of an email, without its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    /// Its key.
    pub key: Key,
    /// Where it is on its way.
    pub state: EmailState,
    /// Whether it came with a file and waits for a person; known to this store only.
    pub is_held: bool,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was last put into the outbox.
    pub queued_at: Option<Timestamp>,
    /// When the server took it.
    pub sent_at: Option<Timestamp>,
    /// The document that it sends: its key and kind.
    pub record: Option<(Key, Key)>,
    /// The customer or supplier.
    pub contact: Option<Key>,
    /// `Name <address>` or `address`.
    pub from: String,
    /// The recipients, in the same form; none of them holds a line feed.
    pub to: Vec<String>,
    /// Who gets a copy.
    pub cc: Vec<String>,
    /// Who gets a copy that the others do not see.
    pub bcc: Vec<String>,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// The subject as a person reads it.
    pub subject: String,
    /// The Message-ID with its angle brackets.
    pub message_id: String,
    /// How often sending was begun.
    pub attempts_count: u32,
    /// The code of the last failure.
    pub failure: Option<String>,
    /// What the server or the system said.
    pub failure_reason: Option<String>,
}

impl Email {
    /// The digest of what was written to whom (SPEC-emails.md, 4): sender, recipients, subject and
    /// message. State, attempts and moments are no part of it.
    pub fn digest(&self, message: &[u8]) -> [u8; 32] {
        let mut sum = Sha256::new();
        let mut add = |bytes: &[u8]| {
            let count = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            sum.update(count.to_be_bytes());
            sum.update(bytes);
        };
        add(self.from.as_bytes());
        for recipients in [&self.to, &self.cc, &self.bcc] {
            // No recipient holds a line feed.
            add(recipients.join("\n").as_bytes());
        }
        add(self.reply_to.as_deref().unwrap_or_default().as_bytes());
        add(self.subject.as_bytes());
        add(self.message_id.as_bytes());
        add(message);
        sum.finalize().into()
    }
}

/// Which emails are wanted: conditions that must all be met.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EmailFilter {
    /// In this state.
    pub state: Option<EmailState>,
    /// Sending this record.
    pub record: Option<Key>,
    /// To this customer or supplier.
    pub contact: Option<Key>,
}

impl EmailFilter {
    /// Whether the email meets every condition.
    pub fn admits(&self, email: &Email) -> bool {
        self.state.is_none_or(|state| state == email.state)
            && (self.record.is_none() || self.record == email.record.map(|(key, _kind)| key))
            && (self.contact.is_none() || self.contact == email.contact)
    }
}

/// The place of an email in the list by creation: pages continue from it.
pub type EmailPlace = (Timestamp, Key);

/// A page of emails, newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmailPage {
    /// The emails.
    pub emails: Vec<Email>,
    /// The place from which the next page goes on; absent at the end.
    pub next_before: Option<EmailPlace>,
}

/// Reads the emails of one moment of a business.
pub trait EmailReader {
    /// The email with this key.
    ///
    /// # Errors
    /// When the store cannot be read; so for all methods here.
    fn email(&self, key: Key) -> Result<Option<Email>, StoreError>;

    /// The message of an email, byte for byte (SPEC-emails.md, 2.2 limits its size).
    fn email_message(&self, key: Key) -> Result<Option<Vec<u8>>, StoreError>;

    /// Visits all emails in key order.
    fn each_email(&self, visit: Visit<'_, Email>) -> Result<(), StoreError>;

    /// A page of emails, newest first by creation, of at most `limit` before a place (exclusive).
    fn emails(
        &self,
        filter: &EmailFilter,
        before: Option<EmailPlace>,
        limit: usize,
    ) -> Result<EmailPage, StoreError>;

    /// How many emails there are in each state, states without any left out.
    fn email_counts(&self) -> Result<Vec<(EmailState, u64)>, StoreError>;

    /// How many emails there are, and the bytes of their messages.
    fn emails_size(&self) -> Result<(u64, u64), StoreError>;

    /// How many emails were sent at or after a moment.
    fn emails_sent_since(&self, since: Timestamp) -> Result<u64, StoreError>;

    /// The email that was put into the outbox first, of those not held.
    fn next_queued_email(&self) -> Result<Option<Email>, StoreError>;
}

/// Writes emails within a unit of work. Their History entries are the caller's to write in the
/// same unit, with [`UnitOfWork::record`](crate::UnitOfWork::record).
pub trait EmailWriter {
    /// Makes or changes an email. A message must come with a new one; without a message, the one
    /// kept stays. The message of an email that is no draft any more cannot be replaced.
    ///
    /// # Errors
    /// When the store refuses or cannot be written.
    fn put_email(&mut self, email: &Email, message: Option<&[u8]>) -> Result<(), StoreError>;

    /// Deletes a draft. No error when there is none.
    ///
    /// # Errors
    /// When it is no draft any more.
    fn delete_email(&mut self, key: Key) -> Result<(), StoreError>;
}

/// Takes over emails from a file.
pub trait EmailLoader {
    /// Takes over an email as it is, and holds it. Its key must be new.
    ///
    /// # Errors
    /// When the store cannot be written.
    fn load_email(&mut self, email: &Email, message: &[u8]) -> Result<(), StoreError>;
}
