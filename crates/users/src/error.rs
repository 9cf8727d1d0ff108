//! What can go wrong with users, with a stable code and the facts for a sentence.

use crate::PasswordFault;
use std::fmt::Display;

/// Why something about users could not be done.
#[derive(Debug, thiserror::Error)]
pub enum UsersError {
    /// The name or the password is wrong, or there is no such user, or the user is disabled: which
    /// of them is told to nobody.
    #[error("the name or the password is wrong")]
    SignInRefused,
    /// Too many wrong tries.
    #[error("there were too many wrong tries; wait {seconds} seconds and try again")]
    TooManyTries {
        /// For so long.
        seconds: u64,
    },
    /// The code of the second factor is wrong, or was used before.
    #[error("the code is wrong or was used already; wait for the next one and try again")]
    CodeRefused,
    /// A link that is unknown, was used, or is too old.
    #[error("this link was used already or is too old; ask for a new one")]
    LinkRefused,
    /// The code of the console is wrong or too old.
    #[error("the code is wrong or too old; write the one that the console of the server shows")]
    SetupCodeRefused,
    /// The password may not be used.
    #[error("this password cannot be used: {0}")]
    Password(PasswordFault),
    /// The name cannot be one.
    #[error("the name “{0}” cannot be used; write 1 to 100 letters, figures, or . _ - @")]
    NameRefused(String),
    /// The full name cannot be one.
    #[error("the full name “{0}” cannot be used; leave out → and ·, and write 200 letters at most")]
    FullNameRefused(String),
    /// The name of a token cannot be one.
    #[error("the name “{0}” cannot be used for a token; leave out → and ·, write 1 to 100 letters")]
    TokenNameRefused(String),
    /// Another user has this name.
    #[error("there is a user called “{0}” already; choose another name")]
    NameTaken(String),
    /// The last administrator would be gone.
    #[error("this is the last administrator; make another one first")]
    LastAdministrator,
    /// No such user.
    #[error("there is no such user any more")]
    UserNotFound,
    /// The database of the users does not answer; nothing was changed.
    #[error("the database cannot be reached: {reason}")]
    Unreachable {
        /// What the system said.
        reason: String,
    },
    /// The users cannot be read or written.
    #[error("the users cannot be read or written ({what}): {reason}")]
    Directory {
        /// What was being done.
        what: String,
        /// What the store said.
        reason: String,
    },
}

impl UsersError {
    /// A failure of the directory, with what was being done.
    pub fn directory(what: impl Into<String>, reason: impl Display) -> Self {
        Self::Directory {
            what: what.into(),
            reason: reason.to_string(),
        }
    }

    /// The stable code, language-free.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SignInRefused => "sign-in-refused",
            Self::TooManyTries { .. } => "too-many-tries",
            Self::CodeRefused => "code-refused",
            Self::LinkRefused => "link-refused",
            Self::SetupCodeRefused => "setup-code-refused",
            Self::Password(fault) => fault.code(),
            Self::NameRefused(_) => "user-name-refused",
            Self::FullNameRefused(_) => "full-name-refused",
            Self::TokenNameRefused(_) => "token-name-refused",
            Self::NameTaken(_) => "user-name-taken",
            Self::LastAdministrator => "last-administrator",
            Self::UserNotFound => "user-not-found",
            Self::Unreachable { .. } => "store-unreachable",
            Self::Directory { .. } => "users-failed",
        }
    }

    /// The facts of the sentence, by language-free names.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooManyTries { seconds } => vec![("seconds", seconds.to_string())],
            Self::NameRefused(name)
            | Self::FullNameRefused(name)
            | Self::TokenNameRefused(name)
            | Self::NameTaken(name) => vec![("name", name.clone())],
            Self::Directory { reason, .. } | Self::Unreachable { reason } => {
                vec![("reason", reason.clone())]
            }
            _ => Vec::new(),
        }
    }
}
