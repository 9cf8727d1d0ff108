//! The trail of a record and of the files that are or were attached to it: a file is a record of
//! its own, but whoever asks what happened to an invoice means its files too.

use crate::attachments::attach::{self, BUSINESS};
use books::{Key, Object, kinds};
use history::{Action, Contents, Entry};
use std::collections::BTreeSet;
use store::{EntryFilter, EntryPage, Reader, StoreError};

/// How many entries of removed files are read at once.
const ENTRIES_AT_ONCE: usize = 500;

/// A page of the trail, newest first. When it is that of one record, the entries of its files
/// stand among its own.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn entries(
    reader: &dyn Reader,
    filter: &EntryFilter,
    before: Option<u64>,
    limit: usize,
) -> Result<EntryPage, StoreError> {
    let Some(record) = filter.object else {
        return reader.entries(filter, before, limit);
    };
    let files = files_ever(reader, record)?;
    if files.is_empty() {
        return reader.entries(filter, before, limit);
    }
    let mut found: Vec<Entry> = Vec::new();
    let mut is_more = false;
    for key in files.into_iter().chain([record]) {
        let of_key = EntryFilter {
            object: Some(key),
            ..filter.clone()
        };
        let page = reader.entries(&of_key, before, limit)?;
        is_more |= page.next_before.is_some();
        found.extend(page.entries);
    }
    found.sort_by_key(|entry| std::cmp::Reverse(entry.sequence));
    is_more |= found.len() > limit;
    found.truncate(limit);
    let last = found.last().map(|entry| entry.sequence);
    Ok(EntryPage {
        next_before: last.filter(|_| is_more),
        entries: found,
    })
}

/// The files that stand on a record, and those that were removed from it.
fn files_ever(reader: &dyn Reader, record: Key) -> Result<BTreeSet<Key>, StoreError> {
    let mut files = BTreeSet::new();
    let mut owners = vec![Some(record)];
    // Files that name no record are those of the business.
    owners.extend((record == BUSINESS).then_some(None));
    for owner in owners {
        reader.each_attachment_of(owner, &mut |object| {
            files.insert(object.key);
            Ok(())
        })?;
    }
    let removed = EntryFilter {
        content_type: Some(kinds::ATTACHMENT),
        action: Some(Action::Delete),
        ..EntryFilter::default()
    };
    let mut before = None;
    loop {
        let page = reader.entries(&removed, before, ENTRIES_AT_ONCE)?;
        for entry in page.entries {
            let draft = entry.draft;
            let stood_on = draft.object.and_then(|key| owner_of(key, draft.before));
            files.extend(draft.object.filter(|_| stood_on == Some(record)));
        }
        before = page.next_before;
        if before.is_none() {
            return Ok(files);
        }
    }
}

/// The record that an attachment stood on.
fn owner_of(key: Key, contents: Contents) -> Option<Key> {
    let object = Object {
        key,
        content_type: contents.content_type?,
        content: contents.content?,
        timestamp: None,
    };
    Some(attach::described(&object).shown_on())
}
