//! Links that work once: for a new password, for an invitation (security.md S32).

use crate::random;
use books::Key;
use jiff::{SignedDuration, Timestamp};

/// How long a link works.
pub const LINK_LIFE: SignedDuration = SignedDuration::from_mins(30);

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Setting a new password.
    NewPassword,
    /// Setting the first one.
    Invitation,
    /// Making the first administrator: the code on the console of a fresh server.
    Setup,
}

impl Purpose {
    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::NewPassword => "new-password",
            Self::Invitation => "invitation",
            Self::Setup => "setup",
        }
    }

    /// The purpose with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::NewPassword, Self::Invitation, Self::Setup]
            .into_iter()
            .find(|purpose| purpose.code() == code)
    }
}

/// What is kept of a link: its secret is known to whoever got it, and here is its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The digest of the secret.
    pub digest: [u8; 32],
    /// What it is for.
    pub purpose: Purpose,
    /// Whose it is.
    pub user: Key,
    /// The version of the password when it was made: with another one the link is void.
    pub password_version: u64,
    /// Until when it works.
    pub expires_at: Timestamp,
}

impl Link {
    /// The digest under which a link with this secret is found.
    pub fn digest_of(secret: &str) -> [u8; 32] {
        random::digest("link", secret)
    }
}
