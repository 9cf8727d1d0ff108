//! What keeping the catalogue means, whatever lies beneath.

use crate::{BackupEntry, CatalogError, Key, Place, RetentionRule, Run, RunKind, Schedule};
use jiff::Timestamp;

/// Which entries are wanted: those that every given wish admits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EntryFilter {
    /// Only of this business.
    pub business: Option<Key>,
    /// Only in this place.
    pub place: Option<Key>,
    /// Only those that lie there, as far as the catalogue knows.
    pub only_good: bool,
    /// Only made at this moment or later.
    pub from: Option<Timestamp>,
    /// Only made before this moment.
    pub before: Option<Timestamp>,
    /// At most so many, the newest.
    pub limit: Option<usize>,
}

impl EntryFilter {
    /// All entries of a business.
    pub fn of(business: Key) -> Self {
        Self {
            business: Some(business),
            ..Self::default()
        }
    }

    /// Whether an entry is wanted, the limit aside.
    pub fn admits(&self, entry: &BackupEntry) -> bool {
        self.business.is_none_or(|wanted| wanted == entry.business)
            && self.place.is_none_or(|wanted| entry.place == Some(wanted))
            && (!self.only_good || entry.is_good())
            && self.from.is_none_or(|from| entry.made_at >= from)
            && self.before.is_none_or(|before| entry.made_at < before)
    }
}

/// Which runs are wanted: those that every given wish admits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RunFilter {
    /// Only for this business.
    pub business: Option<Key>,
    /// Only by this schedule.
    pub schedule: Option<Key>,
    /// Only of this kind.
    pub kind: Option<RunKind>,
    /// Only due at this moment or earlier.
    pub until: Option<Timestamp>,
    /// At most so many, those due last.
    pub limit: Option<usize>,
}

impl RunFilter {
    /// Whether a run is wanted, the limit aside.
    pub fn admits(&self, run: &Run) -> bool {
        self.business.is_none_or(|wanted| wanted == run.business)
            && self
                .schedule
                .is_none_or(|wanted| run.schedule == Some(wanted))
            && self.kind.is_none_or(|wanted| wanted == run.kind)
            && self.until.is_none_or(|until| run.due_at <= until)
    }
}

/// Keeps places, schedules, retention, entries and runs. What a method wrote is durable when it
/// returns. A catalogue is a memory aid: which backups there are is found by looking at the places,
/// and whoever loses it loses no backup.
pub trait Catalog: Send + Sync {
    /// All places, by name and key.
    ///
    /// # Errors
    /// [`CatalogError`] when the catalogue cannot be read; so for all methods here.
    fn places(&self) -> Result<Vec<Place>, CatalogError>;

    /// Keeps a place, new or changed.
    fn put_place(&self, place: &Place) -> Result<(), CatalogError>;

    /// Forgets a place. Its files stay where they are, and so do its entries.
    fn remove_place(&self, key: Key) -> Result<(), CatalogError>;

    /// All schedules, in key order.
    fn schedules(&self) -> Result<Vec<Schedule>, CatalogError>;

    /// Keeps a schedule, new or changed.
    fn put_schedule(&self, schedule: &Schedule) -> Result<(), CatalogError>;

    /// Forgets a schedule; what it made stays.
    fn remove_schedule(&self, key: Key) -> Result<(), CatalogError>;

    /// All rules of retention, the one for all businesses first.
    fn retention_rules(&self) -> Result<Vec<RetentionRule>, CatalogError>;

    /// Keeps a rule, new or changed.
    fn put_retention_rule(&self, rule: &RetentionRule) -> Result<(), CatalogError>;

    /// Forgets the rule of a business: that for all holds again.
    fn remove_retention_rule(&self, business: Option<Key>) -> Result<(), CatalogError>;

    /// Entries, those of the highest sequence first; of one sequence the latest made first, then by
    /// key.
    fn entries(&self, filter: &EntryFilter) -> Result<Vec<BackupEntry>, CatalogError>;

    /// The entry with this key.
    fn entry(&self, key: Key) -> Result<Option<BackupEntry>, CatalogError>;

    /// Keeps an entry, new or changed.
    fn put_entry(&self, entry: &BackupEntry) -> Result<(), CatalogError>;

    /// The number that the next backup of a business gets: greater than those of all its entries
    /// and than all numbers given before.
    fn next_sequence(&self, business: Key) -> Result<u64, CatalogError>;

    /// Runs, those due last first; of one moment by when they began, then by key.
    fn runs(&self, filter: &RunFilter) -> Result<Vec<Run>, CatalogError>;

    /// Keeps a run, new or changed.
    fn put_run(&self, run: &Run) -> Result<(), CatalogError>;
}
