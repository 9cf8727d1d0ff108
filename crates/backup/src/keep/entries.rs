//! The list of backups is found by looking (SPEC-keeping.md, 3.4): what lies in a place, joined
//! with what the catalogue tells of it.

use super::moving::Reached;
use super::{KeepError, Keeping, books_key};
use catalog::{
    BackupEntry, BlobInfo, Catalog, Checked, Contents, EntryFilter, EntryState, FileKey, Key,
    TRASH_PREFIX, Trouble,
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What looking into a place came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Looked {
    /// Files that the catalogue did not know, or believed lost, or elsewhere.
    pub found_count: usize,
    /// Entries whose file is gone.
    pub lost_count: usize,
    /// Files whose length is not what it was.
    pub altered_count: usize,
}

/// A file of ours in a place.
struct There {
    info: BlobInfo,
    facts: FileKey,
}

impl Keeping {
    /// Looks into a place for the backups of all businesses, and corrects the catalogue. Nothing,
    /// without waiting, while something else goes on: that would be seen half done.
    ///
    /// # Errors
    /// When the place cannot be listed or the catalogue not be written.
    pub fn look(&self, place: Key) -> Result<Option<Looked>, KeepError> {
        let place = self.place(place)?;
        let Ok(_turn) = self.turn.try_lock() else {
            return Ok(None);
        };
        let reached = self.reach(place)?;
        self.look_into(&reached, None).map(Some)
    }

    /// The same for whoever has the turn; of one business where one is named.
    pub(super) fn look_into(
        &self,
        reached: &Reached,
        business: Option<Key>,
    ) -> Result<Looked, KeepError> {
        let catalog = self.catalog()?;
        let there = listed(reached, business)?;
        let filter = EntryFilter {
            business,
            place: Some(reached.place.key),
            ..EntryFilter::default()
        };
        let mut known = BTreeMap::new();
        for entry in catalog.entries(&filter)? {
            if let Some(plain) = plain_text(&entry.blob) {
                known.insert(plain, entry);
            }
        }
        let mut looked = Looked::default();
        for (plain, there) in there {
            match known.remove(&plain) {
                Some(entry) => self.compare_entry(&*catalog, entry, &there, &mut looked)?,
                None => {
                    catalog.put_entry(&self.found(reached.place.key, &plain, &there))?;
                    looked.found_count += 1;
                }
            }
        }
        let now = self.now();
        for mut entry in known.into_values() {
            if matches!(entry.state, EntryState::Good | EntryState::Trashed(_)) {
                entry.state = EntryState::Lost(now);
                catalog.put_entry(&entry)?;
                looked.lost_count += 1;
            }
        }
        Ok(looked)
    }

    /// Corrects what the catalogue tells of a file that is there.
    fn compare_entry(
        &self,
        catalog: &dyn Catalog,
        mut entry: BackupEntry,
        there: &There,
        looked: &mut Looked,
    ) -> Result<(), KeepError> {
        let state = state_of(&there.facts);
        let blob = there.info.key.to_string();
        let has_moved = entry.state != state || entry.blob != blob;
        let is_altered = there.info.bytes_count != entry.bytes_count
            && entry.verified.as_ref().is_none_or(Checked::is_good);
        if is_altered {
            let places = catalog.places()?;
            let place = places.into_iter().find(|it| Some(it.key) == entry.place);
            let facts = vec![
                ("place", place.map_or_else(String::new, |it| it.name)),
                ("file", entry.file_name.clone()),
            ];
            entry.verified = Some(Checked {
                at: self.now(),
                trouble: Some(Trouble::new("place-differs", facts)),
            });
            looked.altered_count += 1;
        }
        if has_moved {
            (entry.state, entry.blob) = (state, blob);
            looked.found_count += 1;
        }
        if has_moved || is_altered {
            catalog.put_entry(&entry)?;
        }
        Ok(())
    }

    /// What the key of a file tells of it. Until it is verified it counts as holding none of the
    /// parts that can be left out: so nothing that is known to be whole goes for its sake.
    fn found(&self, place: Key, plain: &str, there: &There) -> BackupEntry {
        let facts = &there.facts;
        let (name, zone) = self.name_and_zone(facts.business, &facts.hint);
        let day = crate::today(facts.made_at, &zone);
        BackupEntry {
            key: entry_key(place, plain),
            business: facts.business,
            sequence: facts.sequence,
            made_at: facts.made_at,
            schedule: None,
            place: Some(place),
            blob: there.info.key.to_string(),
            file_name: crate::suggested_file_name(&name, day),
            bytes_count: there.info.bytes_count,
            sha256: None,
            content_digest: None,
            history_head: None,
            contents: Contents {
                attachments: false,
                emails: false,
                history: false,
            },
            is_encrypted: false,
            verified: None,
            rehearsed: None,
            state: state_of(facts),
            business_name: name,
            zone,
        }
    }

    /// The name and the time zone of a business that may be gone.
    fn name_and_zone(&self, business: Key, hint: &str) -> (String, String) {
        let open = self.store.open(books_key(business)).ok();
        let profile = open.and_then(|it| it.read().ok()?.profile().ok());
        match profile {
            Some(profile) => (profile.name, profile.time_zone),
            None if hint.is_empty() => (business.to_string(), "UTC".to_owned()),
            None => (hint.to_owned(), "UTC".to_owned()),
        }
    }
}

/// The key of the entry of a file: always the same for the same file, so that a file which is found
/// while it is being entered is one entry.
pub(super) fn entry_key(place: Key, plain: &str) -> Key {
    let sum = Sha256::new()
        .chain_update(b"tijori entry ")
        .chain_update(place.as_bytes())
        .chain_update(plain.as_bytes())
        .finalize();
    let mut bytes = [0; 16];
    bytes
        .iter_mut()
        .zip(sum)
        .for_each(|(byte, from)| *byte = from);
    Key::from_bytes(bytes)
}

/// The key of a file as it is outside of Trash.
fn plain_text(blob: &str) -> Option<String> {
    let facts = FileKey::read(&blob.parse().ok()?)?;
    let plain = facts.out_of_trash().blob_key().ok()?;
    Some(plain.to_string())
}

fn state_of(facts: &FileKey) -> EntryState {
    match facts.trashed_at {
        Some(at) => EntryState::Trashed(at),
        None => EntryState::Good,
    }
}

/// The files of ours in a place by their keys outside of Trash. What a move left under both keys
/// is not in Trash.
fn listed(reached: &Reached, business: Option<Key>) -> Result<BTreeMap<String, There>, KeepError> {
    let infos = match business {
        None => reached.blobs.list("")?,
        Some(business) => {
            let mut infos = reached.blobs.list(&FileKey::prefix_of(business))?;
            infos.extend(reached.blobs.list(TRASH_PREFIX)?);
            infos
        }
    };
    let mut there: BTreeMap<String, There> = BTreeMap::new();
    for info in infos {
        let Some(facts) = FileKey::read(&info.key) else {
            continue;
        };
        let is_wanted = business.is_none_or(|wanted| wanted == facts.business);
        let Some(plain) = plain_text(info.key.as_str()).filter(|_| is_wanted) else {
            continue;
        };
        let is_better = there
            .get(&plain)
            .is_none_or(|it| trashed(it) && facts.trashed_at.is_none());
        if is_better {
            there.insert(plain, There { info, facts });
        }
    }
    Ok(there)
}

fn trashed(there: &There) -> bool {
    there.facts.trashed_at.is_some()
}

/// Those of these entries that were made before a moment's backup.
pub(super) fn older_than(entries: &[BackupEntry], sequence: Option<u64>) -> Vec<BackupEntry> {
    let is_older = |entry: &&BackupEntry| sequence.is_none_or(|made| entry.sequence < made);
    entries.iter().filter(is_older).cloned().collect()
}

/// A moment as keys tell it: without what is less than a second.
pub(super) fn whole_second(moment: Timestamp) -> Timestamp {
    Timestamp::from_second(moment.as_second()).unwrap_or(moment)
}
