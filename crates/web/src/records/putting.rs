//! Putting a record that a program wrote: what a form would see to is seen to here, then the rules
//! that hold for everyone.

use super::derived::completed;
use super::form_kinds::form_of;
use super::rules;
use super::save::history_title;
use crate::{App, PageError};
use axum::http::StatusCode;
use books::{Key, Object, kinds};
use history::Stamp;
use interchange::{DecodedRecord, Edit, EditError, FieldValue, decode, patch, references};
use std::collections::BTreeSet;
use store::{Reader, StoreError, UnitOfWork};

/// Puts a record: `before` as it is stored, `after` as it was written. What follows from its fields
/// is kept in step, and a new one without a reference number gets the next.
///
/// # Errors
/// As [`PageError`]: `choice-unknown` for a new reference to a record that is not there, and those
/// of [`rules::require_puttable`]; what the store says.
pub fn put(
    work: &mut dyn UnitOfWork,
    app: &App,
    business: Key,
    before: Option<&Object>,
    mut after: Object,
    stamp: &Stamp,
) -> Result<(), StoreError> {
    let kind = after.content_type;
    after.content = completed(kind, after.content).map_err(unfit)?;
    if before.is_none() {
        after.content = numbered(&*work, app, business, kind, after.content)?;
    }
    require_known(&*work, before, &after)?;
    rules::require_puttable(&*work, before, &after)?;
    let title = history_title(&after);
    work.put_object(after.key, kind, &after.content, &title, stamp)
        .map(drop)
}

/// The content with the next number where it has none.
fn numbered(
    reader: &dyn Reader,
    app: &App,
    business: Key,
    kind: Key,
    content: Vec<u8>,
) -> Result<Vec<u8>, StoreError> {
    let Some(field) = form_of(kind).and_then(|form| form.reference_field()) else {
        return Ok(content);
    };
    let record = decode(kind, &content).map_err(|error| unfit(error.into()))?;
    let given = record.value(field.number).and_then(FieldValue::text);
    if given.is_some_and(|text| !text.trim().is_empty()) {
        return Ok(content);
    }
    let numbers = &app.jobs.reference_numbers;
    let next = numbers.next(reader, business, kind)?;
    let edit = Edit::Set(field.number, Some(FieldValue::Text(next)));
    patch(kind, &content, &[edit]).map_err(unfit)
}

/// Every reference that was not there before names a record, or what exists without one.
fn require_known(
    reader: &dyn Reader,
    before: Option<&Object>,
    after: &Object,
) -> Result<(), StoreError> {
    let known: BTreeSet<Key> = before
        .and_then(|object| decode(object.content_type, &object.content).ok())
        .map(|record| keys(after.content_type, &record))
        .unwrap_or_default();
    let Ok(record) = decode(after.content_type, &after.content) else {
        return Ok(());
    };
    for (path, key) in references(after.content_type, &record) {
        let is_there = known.contains(&key) || key == after.key || kinds::find(key).is_some();
        if !is_there && reader.object(key)?.is_none() {
            let error = PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "choice-unknown");
            return Err(error.with("field", path).into());
        }
    }
    Ok(())
}

fn keys(kind: Key, record: &DecodedRecord) -> BTreeSet<Key> {
    references(kind, record)
        .into_iter()
        .map(|(_, key)| key)
        .collect()
}

/// Content that is none of its kind.
fn unfit(error: EditError) -> StoreError {
    PageError {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        code: error.code(),
        arguments: error.arguments(),
    }
    .into()
}
