//! Where users, sessions and tokens are kept.

use crate::{AccessToken, Event, Link, Session, User, UsersError};
use books::Key;
use jiff::{SignedDuration, Timestamp};

/// What is kept of how someone proves who they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Credentials {
    /// The hash of the password with its parameters; none before the first one is set.
    pub password_hash: Option<String>,
    /// Raised with every new password; sessions and links of an earlier one are void.
    pub password_version: u64,
    /// The sealed seed of the second factor.
    pub sealed_seed: Option<Vec<u8>>,
    /// The last step of the second factor that was used: it and those before it are refused.
    pub last_step: u64,
    /// Digests of the codes on paper that were not used.
    pub recovery_codes: Vec<[u8; 32]>,
}

/// What came of a try that was to be counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Attempt {
    /// How long it still has to wait: zero when it was counted.
    pub wait: SignedDuration,
    /// When the try before it was, for whoever takes it back.
    pub before: Option<Timestamp>,
}

/// Wrong tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failures {
    /// How many, since the last right one.
    pub count: u32,
    /// When the last one was.
    pub last: Timestamp,
}

/// Keeps users and what belongs to them. Each method is one durable step of its own.
pub trait Directory: Send + Sync {
    /// All users, by name.
    ///
    /// # Errors
    /// [`UsersError::Directory`] when it cannot be read or written; so for all methods here.
    fn users(&self) -> Result<Vec<User>, UsersError>;

    /// The user with this key.
    fn user(&self, key: Key) -> Result<Option<User>, UsersError>;

    /// The user with this name, as [`clean_name`](crate::clean_name) leaves it.
    fn user_named(&self, name: &str) -> Result<Option<User>, UsersError>;

    /// Makes or changes a user.
    ///
    /// # Errors
    /// [`UsersError::NameTaken`]; [`UsersError::LastAdministrator`] when nobody would be left who
    /// may change users, once there was someone.
    fn put_user(&self, user: &User) -> Result<(), UsersError>;

    /// Removes a user with everything that belongs to them. No error when there is none.
    ///
    /// # Errors
    /// [`UsersError::LastAdministrator`].
    fn remove_user(&self, key: Key) -> Result<(), UsersError>;

    /// How a user proves who they are; nothing of everything when nothing was set.
    fn credentials(&self, user: Key) -> Result<Credentials, UsersError>;

    /// Sets a password, raises its version, and ends every session and link of the user but the
    /// session with this digest, which goes on.
    fn set_password(
        &self,
        user: Key,
        hash: &str,
        keeping: Option<[u8; 32]>,
    ) -> Result<(), UsersError>;

    /// Replaces the hash of the same password, made with today's parameters.
    fn rehash_password(&self, user: Key, before: &str, hash: &str) -> Result<(), UsersError>;

    /// Sets or takes away the second factor, with its codes on paper.
    fn set_second_factor(
        &self,
        user: Key,
        sealed_seed: Option<&[u8]>,
        recovery_codes: &[[u8; 32]],
    ) -> Result<(), UsersError>;

    /// Uses up a step of the second factor: whether it was later than the last one used.
    fn use_step(&self, user: Key, step: u64) -> Result<bool, UsersError>;

    /// Uses up a code on paper: whether it was there.
    fn use_recovery_code(&self, user: Key, digest: [u8; 32]) -> Result<bool, UsersError>;

    /// Keeps a session.
    fn put_session(&self, session: &Session) -> Result<(), UsersError>;

    /// The session with this digest.
    fn session(&self, digest: [u8; 32]) -> Result<Option<Session>, UsersError>;

    /// The sessions of a user, latest first.
    fn sessions_of(&self, user: Key) -> Result<Vec<Session>, UsersError>;

    /// Ends a session. No error when there is none.
    fn end_session(&self, digest: [u8; 32]) -> Result<(), UsersError>;

    /// Ends all sessions of a user.
    fn end_sessions_of(&self, user: Key) -> Result<(), UsersError>;

    /// Keeps a link.
    fn put_link(&self, link: &Link) -> Result<(), UsersError>;

    /// The link with this digest, left in place.
    fn link(&self, digest: [u8; 32]) -> Result<Option<Link>, UsersError>;

    /// Takes a link away: of several who ask at the same time, one gets it.
    fn take_link(&self, digest: [u8; 32]) -> Result<Option<Link>, UsersError>;

    /// Keeps a token.
    fn put_token(&self, token: &AccessToken) -> Result<(), UsersError>;

    /// The token with this digest.
    fn token(&self, digest: [u8; 32]) -> Result<Option<AccessToken>, UsersError>;

    /// The tokens of a user, latest first.
    fn tokens_of(&self, user: Key) -> Result<Vec<AccessToken>, UsersError>;

    /// Revokes a token of a user. No error when there is none.
    fn revoke_token(&self, user: Key, key: Key) -> Result<(), UsersError>;

    /// Notes that a device is a user's, who signed in from it at this moment: the digest of what
    /// its browser keeps.
    fn put_device(&self, user: Key, digest: [u8; 32], at: Timestamp) -> Result<(), UsersError>;

    /// Whether a device is this user's.
    fn is_device_of(&self, user: Key, digest: [u8; 32]) -> Result<bool, UsersError>;

    /// The wrong tries counted under a kind and name.
    fn failures(&self, kind: &str, name: &str) -> Result<Option<Failures>, UsersError>;

    /// Counts a try as wrong before anybody knows whether it is, unless it came too early: of
    /// several at the same time no more are counted than were free. Begins anew a day after the
    /// last one.
    fn try_once(&self, kind: &str, name: &str, now: Timestamp) -> Result<Attempt, UsersError>;

    /// Takes one counted try of the moment `at` back, which was right or was not made after all.
    /// `before` is when the one before it was. No error when it was forgotten meanwhile.
    fn take_back_try(
        &self,
        kind: &str,
        name: &str,
        at: Timestamp,
        before: Option<Timestamp>,
    ) -> Result<(), UsersError>;

    /// Forgets wrong tries.
    fn forget_failures(&self, kind: &str, name: &str) -> Result<(), UsersError>;

    /// Adds a line to the security log.
    fn note(&self, event: &Event) -> Result<(), UsersError>;

    /// The last lines of the security log, latest first, of at most `limit` before a moment.
    fn events(&self, before: Option<Timestamp>, limit: usize) -> Result<Vec<Event>, UsersError>;

    /// Lets go of what is over: sessions, links and tokens that ended before `now`, wrong tries
    /// and lines of the log that are too old, devices from which nobody signed in for a year.
    fn sweep(&self, now: Timestamp) -> Result<(), UsersError>;
}
