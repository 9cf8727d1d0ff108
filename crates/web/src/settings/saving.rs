//! Saving the only record of a kind: the fields that a page knows change, all others stay, and
//! History has the change.

use crate::blocking::blocking;
use crate::records::{rules, save::history_title};
use crate::stamp::stamp;
use crate::{PageError, Shared};
use books::{Key, Object};
use history::Stamp;
use interchange::{DecodedRecord, Edit, decode, patch};
use serde::Deserialize;
use store::{Reader, StoreError, UnitOfWork};

/// Whether something has just been saved, as the address of a page says after saving.
#[derive(Deserialize)]
pub(super) struct Asked {
    /// Not empty when it has.
    #[serde(default)]
    pub(super) saved: String,
}

/// The only record of a kind as fields; empty where there is none or it is damaged.
pub(super) fn single<R: Reader + ?Sized>(
    reader: &R,
    kind: Key,
) -> Result<DecodedRecord, StoreError> {
    let record = reader
        .object(kind)?
        .and_then(|object| decode(object.content_type, &object.content).ok());
    Ok(record.unwrap_or(DecodedRecord { fields: Vec::new() }))
}

/// Changes the only record of a kind, or makes it.
///
/// # Errors
/// What [`rules::require_puttable`] refuses; when the record is damaged; what the store says.
pub(super) fn put(
    work: &mut dyn UnitOfWork,
    kind: Key,
    edits: &[Edit],
    stamp: &Stamp,
) -> Result<(), StoreError> {
    let before = work.object(kind)?;
    let after = changed(before.as_ref(), kind, edits)?;
    if before.is_none() && after.content.is_empty() {
        return Ok(());
    }
    rules::require_puttable(&*work, before.as_ref(), &after)?;
    put_as_it_is(work, &after, stamp, &[])
}

/// Puts a record that has been looked at.
pub(super) fn put_as_it_is(
    work: &mut dyn UnitOfWork,
    object: &Object,
    stamp: &Stamp,
    facts: &[(String, String)],
) -> Result<(), StoreError> {
    let title = history_title(object);
    let (key, kind) = (object.key, object.content_type);
    work.put_object_telling(key, kind, &object.content, &title, stamp, facts)?;
    Ok(())
}

/// The only record of a kind with these changes.
pub(super) fn changed(
    before: Option<&Object>,
    kind: Key,
    edits: &[Edit],
) -> Result<Object, StoreError> {
    let original = before.map_or(&[][..], |object| &object.content);
    let content = patch(kind, original, edits).map_err(|error| {
        let refused = PageError {
            status: axum::http::StatusCode::UNPROCESSABLE_ENTITY,
            code: error.code(),
            arguments: error.arguments(),
        };
        StoreError::from(refused)
    })?;
    Ok(Object {
        key: kind,
        content_type: kind,
        content,
        timestamp: None,
    })
}

/// Does work in one unit, stamped with who does it, when and where.
///
/// # Errors
/// Whatever the work or the store says.
pub(super) async fn write(
    app: &Shared,
    business: Key,
    work: impl Fn(&mut dyn UnitOfWork, &Stamp) -> Result<(), StoreError> + Send + 'static,
) -> Result<(), PageError> {
    let app = app.clone();
    blocking(move || {
        let opened = app.store.open(business)?;
        let zone = opened.read()?.profile()?.time_zone;
        let stamp = stamp(&app, &zone)?;
        opened.write(&mut |unit| work(unit, &stamp))?;
        Ok(())
    })
    .await
}
