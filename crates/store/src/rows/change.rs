//! The steps of a change: the record, and the entry that tells of it.

use crate::StoreError;
use books::{Key, Object};
use history::{Action, Contents, Draft, Entry, Head, Stamp, chain};
use jiff::Timestamp;

/// 1970-01-01 in .NET ticks (SPEC-manager-file.md, "Rows").
const UNIX_EPOCH_TICKS: i128 = 621_355_968_000_000_000;

/// The rows of one business within a unit of work.
pub trait RecordRows {
    /// The record with this key.
    ///
    /// # Errors
    /// When the store cannot be read or written; so for all methods here.
    fn object_row(&self, key: Key) -> Result<Option<Object>, StoreError>;

    /// Adds a record that must not be there.
    fn insert_object(&self, object: &Object) -> Result<(), StoreError>;

    /// Changes a record that is there.
    fn update_object(&self, before: &Object, object: &Object) -> Result<(), StoreError>;

    /// Removes a record that is there.
    fn remove_object(&self, before: &Object) -> Result<(), StoreError>;

    /// The end of the trail.
    fn head_row(&self) -> Result<Head, StoreError>;

    /// Adds an entry at the end of the trail.
    fn insert_entry(&self, entry: &Entry) -> Result<(), StoreError>;

    /// The installation that writes.
    fn installation_row(&self) -> Result<Key, StoreError>;
}

/// What an entry is told besides the record.
pub struct Told<'a> {
    /// The key of the entry, a fresh one.
    pub entry: Key,
    /// What the record is called.
    pub title: &'a str,
    /// Who, when and where.
    pub stamp: &'a Stamp,
    /// Further facts.
    pub facts: &'a [(String, String)],
}

impl Told<'_> {
    fn draft(&self, action: Action, object: Key) -> Draft {
        Draft {
            stamp: self.stamp.clone(),
            action,
            key: self.entry,
            object: Some(object),
            before: Contents::default(),
            after: Contents::default(),
            title: self.title.to_owned(),
            facts: self.facts.to_vec(),
        }
    }
}

/// Makes or changes a record with its entry; nothing when the record stays equal.
///
/// # Errors
/// Those of the rows.
pub fn put<R: RecordRows>(
    rows: &R,
    key: Key,
    content_type: Key,
    content: &[u8],
    told: &Told<'_>,
) -> Result<Option<Entry>, StoreError> {
    let object = Object {
        key,
        content_type,
        content: content.to_vec(),
        timestamp: Some(ticks(told.stamp.instant)),
    };
    let before = rows.object_row(key)?;
    let action = match &before {
        Some(before) if before.content_type == content_type && before.content == content => {
            return Ok(None);
        }
        Some(before) => {
            rows.update_object(before, &object)?;
            Action::Change
        }
        None => {
            rows.insert_object(&object)?;
            Action::Create
        }
    };
    let mut draft = told.draft(action, key);
    draft.before = before.map(contents_of).unwrap_or_default();
    draft.after = contents_of(object);
    append_draft(rows, draft).map(Some)
}

/// Deletes a record with its entry.
///
/// # Errors
/// [`StoreError::RecordNotFound`], and those of the rows.
pub fn delete<R: RecordRows>(rows: &R, key: Key, told: &Told<'_>) -> Result<Entry, StoreError> {
    let before = rows
        .object_row(key)?
        .ok_or(StoreError::RecordNotFound(key))?;
    rows.remove_object(&before)?;
    let mut draft = told.draft(Action::Delete, key);
    draft.before = contents_of(before);
    append_draft(rows, draft)
}

/// Gives a draft its place at the end of the chain.
///
/// # Errors
/// Those of the rows.
pub fn append_draft<R: RecordRows>(rows: &R, draft: Draft) -> Result<Entry, StoreError> {
    let entry = chain::link(rows.head_row()?, rows.installation_row()?, draft);
    rows.insert_entry(&entry)?;
    Ok(entry)
}

fn contents_of(object: Object) -> Contents {
    Contents {
        content_type: Some(object.content_type),
        content: Some(object.content),
    }
}

/// The moment in .NET ticks: 100 ns since 0001-01-01 UTC, rounded down.
fn ticks(instant: Timestamp) -> i64 {
    let ticks = instant.as_nanosecond().div_euclid(100) + UNIX_EPOCH_TICKS;
    i64::try_from(ticks).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_those_of_the_other_program() {
        let instant: Timestamp = "2024-06-01T12:34:56.123456789Z".parse().unwrap();
        // .NET: new DateTime(2024, 6, 1, 12, 34, 56, DateTimeKind.Utc).Ticks, and the fraction.
        assert_eq!(ticks(instant), 638_528_420_960_000_000 + 1_234_567);
        assert_eq!(ticks(Timestamp::UNIX_EPOCH), 621_355_968_000_000_000);
        let before: Timestamp = "1969-12-31T23:59:59.99999995Z".parse().unwrap();
        assert_eq!(ticks(before), 621_355_967_999_999_999);
    }
}
