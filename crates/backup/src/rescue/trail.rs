//! What the trail still proves: which entries are whole, how far the chain holds, and what the last
//! whole entry about each record says of it.

use crate::BackupError;
use crate::history_rows::{each_lenient_row, ticks_of};
use crate::layout::{CHANGES, HISTORY};
use crate::manifest::Manifest;
use crate::source::unstop;
use books::Key;
use history::{Entry, Head, chain};
use manager_file::{Cell, Form, ManagerFile, Proof, Salvage};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use store::Section;

/// What the last whole entry about a record says.
#[derive(Debug, Clone)]
pub(super) struct Latest {
    pub(super) sequence: u64,
    /// The key of the entry, and of its row of `Changes`.
    pub(super) change: Key,
    /// The digest of kind and content after it; none when it deleted the record.
    pub(super) after: Option<[u8; 32]>,
    /// When, as records tell it.
    pub(super) ticks: i64,
}

/// What the other program's last change of a record says.
#[derive(Debug, Clone)]
pub(super) struct OtherChange {
    moment: i64,
    /// Whether it proves a record that is the same.
    pub(super) is_proof: bool,
    /// The key of its row of `Changes`.
    pub(super) change: Key,
    /// As [`Latest::after`].
    pub(super) after: Option<[u8; 32]>,
}

/// What may be known of a record that is lost.
#[derive(Debug, Clone, Default)]
pub(super) struct Hint {
    pub(super) kind: Option<Key>,
    pub(super) title: String,
}

/// The trail, as far as it is whole.
#[derive(Debug, Default)]
pub(super) struct Trail {
    /// Where the chain ends that holds from the first entry on.
    pub(super) head: Head,
    /// Where it should end, as the manifest tells.
    pub(super) told: Option<Head>,
    /// The keys of the entries of that chain.
    pub(super) chained: HashSet<[u8; 16]>,
    /// The keys of all entries, whole or not.
    ours: HashSet<[u8; 16]>,
    /// Entries behind its end that are whole by themselves.
    pub(super) loose_count: u64,
    /// Entries that are missing: from this number to that one.
    pub(super) missing: Vec<(u64, u64)>,
    /// Whether entries may be missing at the end without anybody knowing how many.
    pub(super) is_open: bool,
    /// No entry is missing behind this one.
    last_gap: u64,
    /// Whether two equal copies prove each other. They do not where they came out of a damaged
    /// frame, in which the one may be made of the other.
    copies_prove: bool,
    latest: HashMap<Key, Latest>,
    others: HashMap<Key, OtherChange>,
    hints: HashMap<Key, Hint>,
}

/// The digest of kind and content of a record.
pub(super) fn digest(kind: Key, content: &[u8]) -> [u8; 32] {
    let mut sum = Sha256::new();
    sum.update(kind.as_bytes());
    sum.update(content);
    sum.finalize().into()
}

impl Trail {
    pub(super) fn read(
        file: &ManagerFile,
        told: &Salvage,
        manifest: Option<&Manifest>,
    ) -> Result<Self, BackupError> {
        let mut trail = Self {
            copies_prove: told.form == Form::Plain,
            ..Self::default()
        };
        if file
            .table(HISTORY)
            .is_some_and(|table| table.rows_count > 0)
        {
            let (mut expected, mut holds) = (1_u64, true);
            each_lenient_row(file, &mut |row| {
                if let Some(object) = row.object {
                    let hint = trail.hints.entry(object).or_default();
                    hint.kind = row.kind.or(hint.kind);
                    if let Some(title) = row.title.filter(|it| !it.is_empty()) {
                        hint.title = title;
                    }
                }
                trail.ours.extend(row.key.map(|key| *key.as_bytes()));
                let whole = row.entry.filter(|entry| chain::hash(entry) == entry.hash);
                if let Some(entry) = whole.filter(|entry| entry.sequence >= expected) {
                    trail.step(&entry, &mut expected, &mut holds);
                }
            })?;
            trail.end(expected, told, manifest);
        } else {
            trail.end(1, told, manifest);
        }
        if file.table(CHANGES).is_some() {
            trail.read_others(file)?;
        }
        Ok(trail)
    }

    fn step(&mut self, entry: &Entry, expected: &mut u64, holds: &mut bool) {
        if entry.sequence > *expected {
            self.missing
                .push((*expected, entry.sequence.saturating_sub(1)));
            self.last_gap = entry.sequence.saturating_sub(1);
        }
        *expected = entry.sequence.saturating_add(1);
        match chain::follow(self.head, entry) {
            Ok(head) if *holds => {
                self.head = head;
                self.chained.insert(*entry.draft.key.as_bytes());
            }
            _ => {
                *holds = false;
                self.loose_count += 1;
            }
        }
        let Some(object) = entry.draft.object else {
            return;
        };
        let after = &entry.draft.after;
        let latest = Latest {
            ticks: ticks_of(entry.draft.stamp.instant),
            sequence: entry.sequence,
            change: entry.draft.key,
            after: after
                .content_type
                .zip(after.content.as_deref())
                .map(|(kind, content)| digest(kind, content)),
        };
        self.latest.insert(object, latest);
    }

    /// Whether entries are missing at the end: the manifest tells where it is; without one, only a
    /// table that is proved to be whole does.
    fn end(&mut self, expected: u64, told: &Salvage, manifest: Option<&Manifest>) {
        let is_left_out = |manifest: &Manifest| {
            let left_out = manifest.left_out();
            left_out
                .iter()
                .any(|(section, _)| *section == Section::History)
        };
        match manifest {
            Some(manifest) if is_left_out(manifest) => {}
            Some(manifest) => {
                self.told = manifest.head();
                let end = self.told.unwrap_or_default().sequence;
                if end >= expected {
                    self.missing.push((expected, end));
                    self.last_gap = end;
                }
            }
            None => {
                let is_whole = told.table(HISTORY).is_none_or(|table| {
                    table.holes.is_empty() && table.lost.is_empty() && table.doubtful.is_empty()
                });
                if !is_whole || told.proof == Proof::None || !told.is_schema_whole {
                    self.is_open = told.table(HISTORY).is_some_and(|it| it.rows_count > 0);
                    self.last_gap = u64::MAX;
                }
            }
        }
    }

    /// The other program's changes: what they say a record became.
    fn read_others(&mut self, file: &ManagerFile) -> Result<(), BackupError> {
        let Some(table) = file.table(CHANGES) else {
            return Ok(());
        };
        let place = |name: &str| table.column_at(name);
        let [key, object, moment, kind, content] = [
            "Key",
            "Object",
            "Timestamp",
            "ContentTypeAfter",
            "ContentAfter",
        ]
        .map(place);
        file.each_row(CHANGES, &mut |cells| {
            let cell = |at: Option<usize>| cells.get(at?);
            let guid = |at| cell(at).and_then(Cell::text)?.parse::<Key>().ok();
            let (Some(change), Some(object)) = (guid(key), guid(object)) else {
                return Ok(());
            };
            if self.chained.contains(change.as_bytes()) {
                return Ok(());
            }
            let kind = guid(kind).filter(|kind| *kind != Key::NIL);
            let content = cell(content).and_then(Cell::blob);
            if let (Some(kind), Some(content)) = (kind, content) {
                let hint = self.hints.entry(object).or_default();
                hint.kind = Some(kind);
                let title = super::judge::title_of(object, kind, content);
                hint.title = title.unwrap_or_else(|| std::mem::take(&mut hint.title));
            }
            let found = OtherChange {
                is_proof: self.copies_prove && !self.ours.contains(change.as_bytes()),
                moment: cell(moment).and_then(Cell::integer).unwrap_or(i64::MIN),
                change,
                after: kind.zip(content).map(|(kind, bytes)| digest(kind, bytes)),
            };
            match self.others.get(&object) {
                Some(known) if known.moment > found.moment => {}
                _ => {
                    self.others.insert(object, found);
                }
            }
            Ok(())
        })
        .map_err(unstop)
    }

    /// What the last whole entry about a record says, and whether no later one can be missing.
    pub(super) fn latest(&self, key: Key) -> Option<(&Latest, bool)> {
        let latest = self.latest.get(&key)?;
        Some((latest, latest.sequence > self.last_gap))
    }

    /// What the other program's last change of a record says.
    pub(super) fn other(&self, key: Key) -> Option<&OtherChange> {
        self.others.get(&key)
    }

    /// What may be known of a lost record.
    pub(super) fn hint(&self, key: Key) -> Hint {
        self.hints.get(&key).cloned().unwrap_or_default()
    }

    /// Records that the trail says are there: by our own entries, and by the other program's.
    pub(super) fn living(&self) -> impl Iterator<Item = Key> + '_ {
        let ours = self.latest.iter().filter(|(_, it)| it.after.is_some());
        let others = self
            .others
            .iter()
            .filter(|(key, it)| it.after.is_some() && !self.latest.contains_key(*key));
        ours.map(|(key, _)| *key).chain(others.map(|(key, _)| *key))
    }
}
