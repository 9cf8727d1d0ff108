//! What can go wrong before an email is on its way; what goes wrong on the way is a
//! [`Failure`](crate::Failure).

use books::Key;
use store::StoreError;

/// Why an email or the mail settings could not be made, kept or read.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// An address that no server would understand, or that we do not send to.
    #[error("{address} is no email address: it should look like name@example.com")]
    AddressInvalid {
        /// What was given, without control characters.
        address: String,
    },
    /// Nobody to send to.
    #[error("the email has no recipient: give at least one address")]
    NoRecipient,
    /// More recipients than one email may have.
    #[error("the email has {count} recipients and at most {max} are sent to: send several emails")]
    TooManyRecipients {
        /// How many.
        count: usize,
        /// How many at most.
        max: usize,
    },
    /// A subject longer than is kept.
    #[error("the subject has more than {max} characters: shorten it")]
    SubjectTooLong {
        /// How many characters at most.
        max: usize,
    },
    /// A message larger than is kept.
    #[error("the email has {bytes} bytes with its attachments and at most {max} are sent")]
    MessageTooLarge {
        /// How many bytes.
        bytes: usize,
        /// How many at most.
        max: usize,
    },
    /// The library beneath could not make a message of it.
    #[error("the email could not be composed: {reason}")]
    NotComposed {
        /// What it said.
        reason: String,
    },
    /// A template names a placeholder that does not exist.
    #[error("the template names {{{name}}}, which is no placeholder")]
    UnknownPlaceholder {
        /// The name between the braces.
        name: String,
    },
    /// A brace in a template that is never closed, or closes nothing.
    #[error("the template has a brace without its partner; write {{{{ or }}}} for the sign itself")]
    UnpairedBrace,
    /// A setting that cannot be used.
    #[error("the mail setting {setting} cannot be used: {reason}")]
    SettingInvalid {
        /// Language-free name of the setting.
        setting: &'static str,
        /// Why.
        reason: String,
    },
    /// The mail settings were never given, or cannot be read on this computer.
    #[error("the mail settings of this business cannot be read ({reason}): enter them again")]
    VaultUnreadable {
        /// What is wrong.
        reason: String,
    },
    /// The vault could not be written.
    #[error("{file} could not be written: {reason}")]
    VaultNotWritten {
        /// The file.
        file: String,
        /// What the system said.
        reason: String,
    },
    /// There is no email with this key.
    #[error("there is no email with the key {0}")]
    EmailNotFound(Key),
    /// What is asked cannot be done with an email in this state.
    #[error("the email {key} is {state}, so this cannot be done with it")]
    WrongState {
        /// The email.
        key: Key,
        /// The code of its state.
        state: &'static str,
    },
    /// The store failed.
    #[error("{0}")]
    Store(StoreError),
}

impl From<StoreError> for MailError {
    /// Unwraps our own errors that travelled through a unit of work.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Stopped(inner) => match inner.downcast::<Self>() {
                Ok(ours) => *ours,
                Err(other) => Self::Store(StoreError::Stopped(other)),
            },
            other => Self::Store(other),
        }
    }
}

impl From<MailError> for StoreError {
    /// Lets our own errors travel through a unit of work.
    fn from(error: MailError) -> Self {
        match error {
            MailError::Store(inner) => inner,
            other => Self::Stopped(Box::new(other)),
        }
    }
}

impl MailError {
    /// The stable code, language-free.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AddressInvalid { .. } => "email-address-invalid",
            Self::NoRecipient => "email-no-recipient",
            Self::TooManyRecipients { .. } => "email-too-many-recipients",
            Self::SubjectTooLong { .. } => "email-subject-too-long",
            Self::MessageTooLarge { .. } => "email-too-large",
            Self::NotComposed { .. } => "email-not-composed",
            Self::UnknownPlaceholder { .. } => "email-unknown-placeholder",
            Self::UnpairedBrace => "email-unpaired-brace",
            Self::SettingInvalid { .. } => "email-setting-invalid",
            Self::VaultUnreadable { .. } => "vault-unreadable",
            Self::VaultNotWritten { .. } => "vault-not-written",
            Self::EmailNotFound(_) => "email-not-found",
            Self::WrongState { .. } => "email-wrong-state",
            Self::Store(error) => error.code(),
        }
    }

    /// The facts of the sentence, by language-free names.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::AddressInvalid { address } => vec![("address", address.clone())],
            Self::NoRecipient | Self::UnpairedBrace => Vec::new(),
            Self::TooManyRecipients { count, max } => {
                vec![("count", count.to_string()), ("max", max.to_string())]
            }
            Self::SubjectTooLong { max } => vec![("max", max.to_string())],
            Self::MessageTooLarge { bytes, max } => {
                vec![("bytes", bytes.to_string()), ("max", max.to_string())]
            }
            Self::NotComposed { reason } | Self::VaultUnreadable { reason } => {
                vec![("reason", reason.clone())]
            }
            Self::UnknownPlaceholder { name } => vec![("name", name.clone())],
            Self::SettingInvalid { setting, reason } => vec![
                ("setting", (*setting).to_owned()),
                ("reason", reason.clone()),
            ],
            Self::VaultNotWritten { file, reason } => {
                vec![("file", file.clone()), ("reason", reason.clone())]
            }
            Self::EmailNotFound(key) => vec![("email", key.to_string())],
            Self::WrongState { key, state } => {
                vec![("email", key.to_string()), ("state", (*state).to_owned())]
            }
            Self::Store(error) => error.arguments(),
        }
    }
}
