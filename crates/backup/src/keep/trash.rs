//! The Trash of places: what goes lies there for a while, and can be brought back
//! (SPEC-keeping.md, 4.6).

use super::entries::whole_second;
use super::moving::Reached;
use super::{KeepError, Keeping};
use catalog::{BackupEntry, EntryFilter, EntryState, FileKey, Key, TRASH_PREFIX};
use jiff::{SignedDuration, Timestamp};

/// How long a backup stays in Trash, in days.
pub const TRASH_KEPT_DAYS: i64 = 30;

impl Keeping {
    /// Moves a backup to the Trash of its place, because a person wants it.
    ///
    /// # Errors
    /// [`KeepError::LastGood`] when its business has no other sound backup, [`KeepError::Busy`];
    /// whatever the place says.
    pub fn move_to_trash(&self, entry: Key) -> Result<BackupEntry, KeepError> {
        let _turn = self.take_turn_soon()?;
        let (entry, place) = self.entry_and_place(entry)?;
        if !entry.is_good() {
            return Err(not_there(&entry));
        }
        let others = self.catalog()?.entries(&EntryFilter {
            only_good: true,
            ..EntryFilter::of(entry.business)
        })?;
        // One that is spoilt is no reason to let the last sound one go.
        let counts =
            |other: &BackupEntry| other.key != entry.key && (other.is_sound() || !entry.is_sound());
        if !others.iter().any(counts) {
            return Err(KeepError::LastGood {
                file: entry.file_name,
                business: entry.business_name,
            });
        }
        self.trash(&self.reach(place)?, entry)
    }

    /// Brings a backup back from the Trash of its place.
    ///
    /// # Errors
    /// [`KeepError::NotThere`] when it is not in Trash, [`KeepError::Busy`]; whatever the place
    /// says.
    pub fn bring_back(&self, entry: Key) -> Result<BackupEntry, KeepError> {
        let _turn = self.take_turn_soon()?;
        let (mut entry, place) = self.entry_and_place(entry)?;
        if !matches!(entry.state, EntryState::Trashed(_)) {
            return Err(not_there(&entry));
        }
        let from = entry.blob.parse()?;
        let facts = FileKey::read(&from).ok_or_else(|| not_there(&entry))?;
        let to = facts.out_of_trash().blob_key()?;
        let moved = self.reach(place)?.blobs.move_to(&from, &to);
        moved.map_err(|error| KeepError::from(error).about(&entry.file_name))?;
        entry.blob = to.to_string();
        entry.state = EntryState::Good;
        self.catalog()?.put_entry(&entry)?;
        Ok(entry)
    }

    /// Moves a good backup to Trash, for whoever has the turn.
    pub(super) fn trash(
        &self,
        reached: &Reached,
        mut entry: BackupEntry,
    ) -> Result<BackupEntry, KeepError> {
        let now = whole_second(self.now());
        let from = entry.blob.parse()?;
        let facts = FileKey::read(&from).ok_or_else(|| not_there(&entry))?;
        let to = facts.in_trash(now).blob_key()?;
        let moved = reached.blobs.move_to(&from, &to);
        moved.map_err(|error| KeepError::from(error).about(&entry.file_name))?;
        entry.blob = to.to_string();
        entry.state = EntryState::Trashed(now);
        self.catalog()?.put_entry(&entry)?;
        Ok(entry)
    }

    /// Deletes for good what of a business has been in the Trash of a place for its time; how many.
    /// Nothing goes while the place holds no sound backup of the business: what is in Trash may be
    /// all there is. The caller looked at the clock and into the place.
    pub(super) fn empty_trash(
        &self,
        reached: &Reached,
        business: Key,
        now: Timestamp,
    ) -> Result<usize, KeepError> {
        let catalog = self.catalog()?;
        let entries = catalog.entries(&EntryFilter {
            place: Some(reached.place.key),
            ..EntryFilter::of(business)
        })?;
        if !entries.iter().any(BackupEntry::is_sound) {
            return Ok(0);
        }
        let mut count = 0;
        for info in reached.blobs.list(TRASH_PREFIX)? {
            let facts = FileKey::read(&info.key).filter(|facts| facts.business == business);
            if !facts.is_some_and(|facts| is_over(&facts, now)) {
                continue;
            }
            reached.blobs.delete(&info.key)?;
            count += 1;
            let blob = info.key.to_string();
            for entry in entries.iter().filter(|entry| entry.blob == blob) {
                let mut entry = entry.clone();
                entry.state = EntryState::Emptied(now);
                catalog.put_entry(&entry)?;
            }
        }
        Ok(count)
    }
}

fn is_over(facts: &FileKey, now: Timestamp) -> bool {
    let kept = SignedDuration::from_hours(TRASH_KEPT_DAYS * 24);
    facts
        .trashed_at
        .is_some_and(|at| now.duration_since(at) > kept)
}

fn not_there(entry: &BackupEntry) -> KeepError {
    KeepError::NotThere {
        file: entry.file_name.clone(),
    }
}
