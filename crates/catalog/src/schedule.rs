//! When backups are made by themselves (SPEC-keeping.md, section 1). What follows from it (what is
//! due, what was missed) is worked out by the crate `backup`.

use crate::{Contents, Key};
use jiff::Timestamp;
use jiff::civil::{Time, Weekday};

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// At every full hour of the business's time zone.
    Hourly,
    /// Every day at this time.
    Daily(Time),
    /// Every week on this day at this time.
    Weekly(Weekday, Time),
    /// When the program ends.
    OnClose,
}

impl Rhythm {
    /// The stored, language-free name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hourly => "hourly",
            Self::Daily(_) => "daily",
            Self::Weekly(..) => "weekly",
            Self::OnClose => "on-close",
        }
    }
}

/// When backups of a business, or of all, are made by themselves, and where they go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// Its key.
    pub key: Key,
    /// The business; none for all, also those that come later.
    pub business: Option<Key>,
    /// How often.
    pub rhythm: Rhythm,
    /// The places, one or more.
    pub places: Vec<Key>,
    /// Which parts are in.
    pub contents: Contents,
    /// Under which key the vault holds the passphrase; none for backups that are not encrypted.
    pub passphrase: Option<Key>,
    /// Whether the newest backup is brought back into a scratch place once a week.
    pub is_rehearsed: bool,
    /// Whom to email when something goes wrong; none for nobody.
    pub alarm_to: Option<String>,
    /// Whether it runs; a paused one is never due and misses nothing.
    pub is_on: bool,
    /// Nothing before this moment is due: when it was made, or last switched on.
    pub since: Timestamp,
}

impl Schedule {
    /// Whether it is for this business.
    pub fn concerns(&self, business: Key) -> bool {
        self.business.is_none_or(|wanted| wanted == business)
    }
}
