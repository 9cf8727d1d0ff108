//! How many backups stay (SPEC-keeping.md, section 4). Which ones that are is worked out by the
//! crate `backup`.

use crate::Key;

/// How many to keep, counted as restic counts: of each span of time that holds a backup, the last
/// one, for so many spans, the newest first. A backup stays when any of these keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retention {
    /// The newest so many.
    pub last: u32,
    /// Of so many hours.
    pub hourly: u32,
    /// Of so many days.
    pub daily: u32,
    /// Of so many weeks, from Monday on.
    pub weekly: u32,
    /// Of so many months.
    pub monthly: u32,
    /// Of so many years.
    pub yearly: u32,
}

impl Default for Retention {
    /// What is kept when nobody says otherwise: a month day by day, two years month by month, and
    /// ten years, which is as long as the books of most countries must be kept.
    fn default() -> Self {
        Self {
            last: 10,
            hourly: 24,
            daily: 31,
            weekly: 12,
            monthly: 24,
            yearly: 10,
        }
    }
}

/// The retention of one business, or of all that have none of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetentionRule {
    /// The business; none for all others.
    pub business: Option<Key>,
    /// How many to keep; none to let nothing go.
    pub retention: Option<Retention>,
}
