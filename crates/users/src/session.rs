//! Sessions: who is signed in where (security.md S34, S35).

use crate::random;
use books::Key;
use jiff::{SignedDuration, Timestamp};

/// A session ends when nothing was asked for so long.
const IDLE_LIFE: SignedDuration = SignedDuration::from_mins(60);
/// A session ends after so long, whatever is asked.
const WHOLE_LIFE: SignedDuration = SignedDuration::from_hours(12);
/// For so long after a proof, what is grave may be done without another one.
const FRESH_FOR: SignedDuration = SignedDuration::from_mins(5);
/// The moment of the last request is written when it is older than this, so that not every request
/// writes.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// A secret of a person: never shown by `Debug`, told once to whom it belongs.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("***")
    }
}

/// Someone signed in from a browser. Its secret is in the browser's cookie, and here is its digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The digest of the secret.
    pub digest: [u8; 32],
    /// Whose it is.
    pub user: Key,
    /// For whom an administrator acts, when that is so.
    pub acting_for: Option<Key>,
    /// When it began.
    pub begun_at: Timestamp,
    /// When something was last asked with it.
    pub seen_at: Timestamp,
    /// When its owner last proved who they are: at sign-in, or since (docs/SPEC-users.md, 3.10).
    pub confirmed_at: Timestamp,
    /// The browser, as it calls itself, cut short.
    pub browser: String,
    /// The address it began from.
    pub address: String,
    /// The version of the password when it began: with another one the session is over.
    pub password_version: u64,
    /// Whether the password was right and the code of the second factor is still to come: nothing
    /// but that can be done with it.
    pub needs_second_factor: bool,
}

impl Session {
    /// The digest under which a session with this secret is found.
    pub fn digest_of(secret: &str) -> [u8; 32] {
        random::digest("session", secret)
    }

    /// What the list of one's sessions calls it, to end it by: the first half of its digest.
    pub fn name(&self) -> String {
        let (half, _) = self.digest.split_at(16);
        random::hex(half)
    }

    /// Whether it is over by time.
    pub fn is_over(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen_at) >= IDLE_LIFE
            || now.duration_since(self.begun_at) >= WHOLE_LIFE
    }

    /// Whether the last proof is new enough for what is grave.
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.confirmed_at) < FRESH_FOR
    }

    /// Whether the moment of the last request is to be written anew.
    pub fn is_stale(&self, now: Timestamp) -> bool {
        now.duration_since(self.seen_at) >= SEEN_EVERY
    }
}
