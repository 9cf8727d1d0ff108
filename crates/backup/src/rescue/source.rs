//! What is brought over, row by row, as every other source of rows is walked: the records that were
//! read, with those from the trail in their places, the chain as far as it holds, and the list of
//! what is lost.

use super::report::{RescueReport, STORED_FACTS, STORED_ITEMS};
use super::trail::Trail;
use crate::BackupError;
use crate::history_rows::each_lenient_row;
use crate::layout::{CHANGES, HISTORY, TIJORI_EMAILS};
use crate::source::{FileSource, Source, Visit, from_file_cells, stop, to_carried_table, unstop};
use books::{Key, Object};
use history::Entry;
use manager_file::{Cell as FileCell, ManagerFile};
use std::collections::{BTreeMap, HashSet};
use std::io::Write;
use store::{Blob, CarriedTable, Cell};

/// Entries behind the end of the chain, as they were: they prove nothing together any more.
pub(super) const LOOSE_ENTRIES: &str = "TijoriLooseHistory";

/// What is brought over.
pub(super) struct Rescued<'a> {
    file: &'a ManagerFile,
    inner: FileSource<'a>,
    chain_length: u64,
    from_changes: BTreeMap<Key, Key>,
    dropped: HashSet<Key>,
    /// The list of what is lost; none while sections are only summed.
    report: Option<&'a RescueReport>,
}

impl<'a> Rescued<'a> {
    pub(super) fn new(
        file: &'a ManagerFile,
        trail: &Trail,
        from_changes: BTreeMap<Key, Key>,
        dropped: HashSet<Key>,
    ) -> Self {
        Self {
            file,
            inner: FileSource::with_changes(file, trail.chained.clone()),
            chain_length: trail.head.sequence,
            from_changes,
            dropped,
            report: None,
        }
    }

    /// The same with the list of what is lost.
    pub(super) fn telling(mut self, report: &'a RescueReport) -> Self {
        self.report = Some(report);
        self
    }

    /// Shows the records from the trail up to this key, and says whether it is one of them.
    fn show_until(
        &self,
        key: Option<Key>,
        next: &mut std::iter::Peekable<std::collections::btree_map::Iter<'_, Key, Key>>,
        visit: Visit<'_, Object>,
    ) -> Result<bool, BackupError> {
        while let Some((known, change)) = next.peek().map(|(known, change)| (**known, **change)) {
            if key.is_some_and(|key| known > key) {
                break;
            }
            next.next();
            if let Some(object) = after_change(self.file, known, change)? {
                visit(object)?;
            }
            if key == Some(known) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// What a record became by a change, as its row of `Changes` tells; none when that row is lost or
/// the change deleted it.
pub(super) fn after_change(
    file: &ManagerFile,
    key: Key,
    change: Key,
) -> Result<Option<Object>, BackupError> {
    let Some(table) = file.table(CHANGES) else {
        return Ok(None);
    };
    let wanted = FileCell::of_text(&change.to_string());
    let row = file.find_row(CHANGES, "Key", &wanted).map_err(unstop)?;
    let cell = |name: &str| row.as_ref()?.get(table.column_at(name)?);
    let kind = cell("ContentTypeAfter").and_then(FileCell::text);
    let kind = kind.and_then(|kind| kind.parse::<Key>().ok());
    let content = cell("ContentAfter").and_then(FileCell::blob);
    Ok(kind
        .filter(|kind| *kind != Key::NIL)
        .zip(content)
        .map(|(content_type, content)| Object {
            key,
            content_type,
            content: content.to_vec(),
            timestamp: cell("Timestamp").and_then(FileCell::integer),
        }))
}

impl Source for Rescued<'_> {
    fn each_object(&self, visit: Visit<'_, Object>) -> Result<(), BackupError> {
        let mut next = self.from_changes.iter().peekable();
        self.inner.each_object(&mut |object| {
            let is_shown = self.show_until(Some(object.key), &mut next, visit)?;
            if is_shown || self.dropped.contains(&object.key) {
                return Ok(());
            }
            visit(object)
        })?;
        self.show_until(None, &mut next, visit).map(drop)
    }

    fn object(&self, key: Key) -> Result<Option<Object>, BackupError> {
        if let Some(change) = self.from_changes.get(&key) {
            return after_change(self.file, key, *change);
        }
        if self.dropped.contains(&key) {
            return Ok(None);
        }
        self.inner.object(key)
    }

    fn each_blob(&self, visit: Visit<'_, Blob>) -> Result<(), BackupError> {
        self.inner.each_blob(visit)
    }

    fn copy_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, BackupError> {
        self.inner.copy_blob(key, sink)
    }

    fn carried_tables(&self) -> Result<Vec<CarriedTable>, BackupError> {
        let mut tables = self.inner.carried_tables()?;
        let has_rows = |name: &str| self.file.table(name).is_none_or(|it| it.rows_count > 0);
        // Tables of ours without a row are only guesses at what there was; lists of an earlier
        // rescue were read into the new one.
        tables.retain(|table| {
            let is_ours = table.name.starts_with("Tijori");
            let is_list = [STORED_ITEMS, STORED_FACTS].contains(&table.name.as_str());
            !is_list && (!is_ours || has_rows(&table.name))
        });
        if let Some(history) = self.file.table(HISTORY)
            && history.rows_count > self.chain_length
        {
            let mut loose = to_carried_table(history);
            loose.name = LOOSE_ENTRIES.to_owned();
            tables.retain(|table| table.name != LOOSE_ENTRIES);
            tables.push(loose);
        }
        if self.report.is_some() {
            tables.extend([super::report::facts_table(), super::report::items_table()]);
        }
        Ok(tables)
    }

    fn each_carried_row(
        &self,
        table: &str,
        visit: Visit<'_, Vec<Cell>>,
    ) -> Result<(), BackupError> {
        match (table, self.report) {
            (STORED_FACTS, Some(report)) => report.fact_rows().into_iter().try_for_each(visit),
            (STORED_ITEMS, Some(report)) => report.item_rows().try_for_each(visit),
            (LOOSE_ENTRIES, _) if self.file.table(HISTORY).is_some() => {
                let at = self
                    .file
                    .table(HISTORY)
                    .and_then(|it| it.column_at("Sequence"));
                self.file
                    .each_row(HISTORY, &mut |cells| {
                        let sequence = at.and_then(|at| cells.get(at)?.integer());
                        let is_chained = sequence
                            .and_then(|sequence| u64::try_from(sequence).ok())
                            .is_some_and(|it| it > 0 && it <= self.chain_length);
                        if is_chained {
                            return Ok(());
                        }
                        visit(from_file_cells(cells)).map_err(stop)
                    })
                    .map_err(unstop)
            }
            (TIJORI_EMAILS, _) => self.inner.each_carried_row(table, &mut |cells| {
                let key = match cells.first() {
                    Some(Cell::Text(text)) => std::str::from_utf8(text).ok(),
                    _ => None,
                };
                let key = key.and_then(|key| key.parse().ok());
                match key.is_some_and(|key| self.dropped.contains(&key)) {
                    true => Ok(()),
                    false => visit(cells),
                }
            }),
            _ => self.inner.each_carried_row(table, visit),
        }
    }

    fn each_entry(&self, visit: Visit<'_, Entry>) -> Result<(), BackupError> {
        if self.file.table(HISTORY).is_none() {
            return Ok(());
        }
        let mut result = Ok(());
        each_lenient_row(self.file, &mut |row| {
            if let Some(entry) = row
                .entry
                .filter(|entry| entry.sequence <= self.chain_length)
                && result.is_ok()
            {
                result = visit(entry);
            }
        })?;
        result
    }
}
