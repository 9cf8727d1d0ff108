//! A catalogue in memory, lost with the program.

use crate::{
    BackupEntry, Catalog, CatalogError, EntryFilter, Key, Place, RetentionRule, Run, RunFilter,
    Schedule,
};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A catalogue in memory.
#[derive(Debug, Default)]
pub struct MemoryCatalog(Mutex<Tables>);

#[derive(Debug, Default)]
struct Tables {
    places: BTreeMap<Key, Place>,
    schedules: BTreeMap<Key, Schedule>,
    rules: BTreeMap<Option<Key>, RetentionRule>,
    entries: BTreeMap<Key, BackupEntry>,
    runs: BTreeMap<Key, Run>,
    numbers: BTreeMap<Key, u64>,
}

impl MemoryCatalog {
    fn tables(&self) -> MutexGuard<'_, Tables> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Catalog for MemoryCatalog {
    fn places(&self) -> Result<Vec<Place>, CatalogError> {
        let mut places: Vec<Place> = self.tables().places.values().cloned().collect();
        places.sort_by(|a, b| (&a.name, a.key).cmp(&(&b.name, b.key)));
        Ok(places)
    }

    fn put_place(&self, place: &Place) -> Result<(), CatalogError> {
        self.tables().places.insert(place.key, place.clone());
        Ok(())
    }

    fn remove_place(&self, key: Key) -> Result<(), CatalogError> {
        self.tables().places.remove(&key);
        Ok(())
    }

    fn schedules(&self) -> Result<Vec<Schedule>, CatalogError> {
        Ok(self.tables().schedules.values().cloned().collect())
    }

    fn put_schedule(&self, schedule: &Schedule) -> Result<(), CatalogError> {
        let mut tables = self.tables();
        tables.schedules.insert(schedule.key, schedule.clone());
        Ok(())
    }

    fn remove_schedule(&self, key: Key) -> Result<(), CatalogError> {
        self.tables().schedules.remove(&key);
        Ok(())
    }

    fn retention_rules(&self) -> Result<Vec<RetentionRule>, CatalogError> {
        Ok(self.tables().rules.values().copied().collect())
    }

    fn put_retention_rule(&self, rule: &RetentionRule) -> Result<(), CatalogError> {
        self.tables().rules.insert(rule.business, *rule);
        Ok(())
    }

    fn remove_retention_rule(&self, business: Option<Key>) -> Result<(), CatalogError> {
        self.tables().rules.remove(&business);
        Ok(())
    }

    fn entries(&self, filter: &EntryFilter) -> Result<Vec<BackupEntry>, CatalogError> {
        let tables = self.tables();
        let admitted = tables.entries.values().filter(|entry| filter.admits(entry));
        let mut found: Vec<BackupEntry> = admitted.cloned().collect();
        found.sort_by_key(|entry| (Reverse(entry.sequence), Reverse(entry.made_at), entry.key));
        found.truncate(filter.limit.unwrap_or(usize::MAX));
        Ok(found)
    }

    fn entry(&self, key: Key) -> Result<Option<BackupEntry>, CatalogError> {
        Ok(self.tables().entries.get(&key).cloned())
    }

    fn put_entry(&self, entry: &BackupEntry) -> Result<(), CatalogError> {
        let mut tables = self.tables();
        let number = tables.numbers.entry(entry.business).or_default();
        *number = (*number).max(entry.sequence);
        tables.entries.insert(entry.key, entry.clone());
        Ok(())
    }

    fn next_sequence(&self, business: Key) -> Result<u64, CatalogError> {
        let mut tables = self.tables();
        let number = tables.numbers.entry(business).or_default();
        *number = number.saturating_add(1);
        Ok(*number)
    }

    fn runs(&self, filter: &RunFilter) -> Result<Vec<Run>, CatalogError> {
        let tables = self.tables();
        let admitted = tables.runs.values().filter(|run| filter.admits(run));
        let mut found: Vec<Run> = admitted.cloned().collect();
        found.sort_by_key(|run| (Reverse(run.due_at), Reverse(run.began_at), run.key));
        found.truncate(filter.limit.unwrap_or(usize::MAX));
        Ok(found)
    }

    fn put_run(&self, run: &Run) -> Result<(), CatalogError> {
        self.tables().runs.insert(run.key, run.clone());
        Ok(())
    }
}
