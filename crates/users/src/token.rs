//! Access tokens for programs (security.md S38).

use crate::{Secret, UsersError, random};
use books::Key;
use jiff::{SignedDuration, Timestamp};

/// What every token begins with, so that scanners of leaked secrets know it.
pub const TOKEN_PREFIX: &str = "tij_";
/// The longest life of a token.
pub const TOKEN_LIFE_MAX: SignedDuration = SignedDuration::from_hours(24 * 366);

/// What a token may be used for; never for more than its user may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Reading.
    Read,
    /// Reading and changing.
    Write,
}

impl Scope {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Read, Self::Write];

    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
        }
    }

    /// The scope with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }
}

/// What is kept of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessToken {
    /// Its key, by which it is listed and revoked.
    pub key: Key,
    /// The digest of its secret.
    pub digest: [u8; 32],
    /// Whose it is.
    pub user: Key,
    /// What the person calls it.
    pub name: String,
    /// What it may be used for.
    pub scope: Scope,
    /// The one business that it is for; all that its user may enter, when none is named.
    pub business: Option<Key>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it works.
    pub expires_at: Timestamp,
    /// When it was last used, to the minute.
    pub used_at: Option<Timestamp>,
}

impl AccessToken {
    /// A new token, and the secret that is shown once.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub fn new(
        user: Key,
        name: &str,
        scope: Scope,
        business: Option<Key>,
        now: Timestamp,
        life: SignedDuration,
    ) -> Result<(Self, Secret), UsersError> {
        let secret = format!("{TOKEN_PREFIX}{}", random::secret()?);
        let token = Self {
            key: random::key()?,
            digest: Self::digest_of(&secret),
            user,
            name: name.chars().take(100).collect(),
            scope,
            business,
            created_at: now,
            expires_at: now + life.min(TOKEN_LIFE_MAX),
            used_at: None,
        };
        Ok((token, Secret(secret)))
    }

    /// The same token with letters behind its beginning by which it is known whose users to ask.
    /// They are no secret, and whoever writes others there has another token.
    #[must_use]
    pub fn marked((mut token, secret): (Self, Secret), mark: &str) -> (Self, Secret) {
        let rest = secret.0.strip_prefix(TOKEN_PREFIX).unwrap_or(&secret.0);
        let secret = format!("{TOKEN_PREFIX}{mark}{rest}");
        token.digest = Self::digest_of(&secret);
        (token, Secret(secret))
    }

    /// The digest under which a token with this secret is found.
    pub fn digest_of(secret: &str) -> [u8; 32] {
        random::digest("token", secret)
    }

    /// Whether it works at this moment.
    pub fn is_valid(&self, now: Timestamp) -> bool {
        now < self.expires_at
    }
}
