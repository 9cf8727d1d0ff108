//! Emails from inside the program: composed, kept in the business, and sent through the person's
//! own mail server, never twice (docs/SPEC-emails.md).
//!
//! - [`compose`]: a [`Composition`] becomes an email to be kept and the bytes of its message.
//! - [`outbox`]: drafts, the queue, the sender that takes one at a time, and what a person decides
//!   when nobody can know whether an email arrived.
//! - [`Vault`] and [`MailSettings`]: the mail account, its password sealed outside the books.
//! - [`test_connection`]: what is wrong with an account, step by step.
//! - [`send_letter`]: letters of the installation itself, which no business keeps.
//! - [`Template`]: subjects and texts with placeholders; [`read_message`]: a kept message, taken
//!   apart for a page.
//!
//! All of it is synchronous; faces call it from blocking threads. It asks no clock: moments come in
//! with stamps.

mod compose;
mod connection;
mod error;
mod failure;
mod letter;
mod mailbox;
pub mod outbox;
mod read;
mod secret;
mod settings;
mod template;
mod vault;
mod wire;

pub use compose::{Attachment, Composition, RECIPIENTS_COUNT_MAX, SUBJECT_CHARACTERS_MAX, compose};
pub use connection::{HostPolicy, TestReport, TestStep, TestedStep, test_connection};
pub use error::MailError;
pub use failure::{Failure, FailureCode};
pub use letter::{Letter, send_letter};
pub use mailbox::Mailbox;
pub use read::{ReadAttachment, ReadMessage, read_message};
pub use secret::Secret;
pub use settings::{MailSettings, Security, save_settings};
pub use template::{PLACEHOLDERS, Template, Templates};
pub use vault::{Safe, Vault};
pub use wire::MESSAGE_BYTES_MAX;
