//! The records: rows of `objects`.

use super::{Holder, Session, Writing, key_at, lookups, to_count};
use crate::values::Id;
use books::{Key, Object};
use postgres::Row;
use store::{StoreError, Visit};

/// Every record, as [`object_of`] reads them.
pub const ALL_IN_KEY_ORDER: &str =
    "SELECT key, content_type, ticks, content FROM objects WHERE business = $1 ORDER BY key";

pub fn one<H: Holder>(session: &Session<H>, key: Key) -> Result<Option<Object>, StoreError> {
    let row = session.first(
        "read a record",
        "SELECT key, content_type, ticks, content FROM objects WHERE business = $1 AND key = $2",
        &[session.number(), &Id(key)],
    )?;
    Ok(row.as_ref().map(object_of))
}

pub fn after<H: Holder>(
    session: &Session<H>,
    key: Option<Key>,
    limit: usize,
) -> Result<Vec<Object>, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = match key {
        None => session.query(
            "read the records",
            "SELECT key, content_type, ticks, content FROM objects
             WHERE business = $1 ORDER BY key LIMIT $2",
            &[session.number(), &limit],
        ),
        Some(key) => session.query(
            "read the records",
            "SELECT key, content_type, ticks, content FROM objects
             WHERE business = $1 AND key > $2 ORDER BY key LIMIT $3",
            &[session.number(), &Id(key), &limit],
        ),
    };
    Ok(rows?.iter().map(object_of).collect())
}

pub fn each<H: Holder>(
    session: &Session<H>,
    content_type: Option<Key>,
    visit: Visit<'_, Object>,
) -> Result<(), StoreError> {
    let what = "read the records";
    let mut seen = |row: &Row| visit(object_of(row));
    match content_type {
        None => session.each(what, ALL_IN_KEY_ORDER, &[session.number()], &mut seen),
        Some(kind) => session.each(
            what,
            "SELECT key, content_type, ticks, content FROM objects
             WHERE business = $1 AND content_type = $2 ORDER BY key",
            &[session.number(), &Id(kind)],
            &mut seen,
        ),
    }
}

pub fn counts<H: Holder>(session: &Session<H>) -> Result<Vec<(Key, u64)>, StoreError> {
    let rows = session.query(
        "count the records",
        "SELECT content_type, count(*) FROM objects WHERE business = $1
         GROUP BY content_type ORDER BY content_type",
        &[session.number()],
    )?;
    Ok(rows
        .iter()
        .map(|row| (key_at(row, 0), to_count(row.get(1))))
        .collect())
}

/// Adds a record that must not be there.
pub fn insert<H: Writing>(session: &Session<H>, object: &Object) -> Result<(), StoreError> {
    session.execute(
        "write a record",
        "INSERT INTO objects (business, key, content_type, ticks, content)
         VALUES ($1, $2, $3, $4, $5)",
        &[
            session.number(),
            &Id(object.key),
            &Id(object.content_type),
            &object.timestamp,
            &object.content,
        ],
    )?;
    session.0.growth().add_records(1);
    session.0.growth().add_bytes(object.content.len());
    lookups::note_owner(session, object)
}

/// Changes a record that is there.
pub fn update<H: Writing>(
    session: &Session<H>,
    before: &Object,
    object: &Object,
) -> Result<(), StoreError> {
    session.execute(
        "write a record",
        "UPDATE objects SET content_type = $3, ticks = $4, content = $5
         WHERE business = $1 AND key = $2",
        &[
            session.number(),
            &Id(object.key),
            &Id(object.content_type),
            &object.timestamp,
            &object.content,
        ],
    )?;
    session.0.growth().remove_bytes(before.content.len());
    session.0.growth().add_bytes(object.content.len());
    lookups::forget_owner(session, object.key)?;
    lookups::note_owner(session, object)
}

pub fn delete<H: Writing>(session: &Session<H>, before: &Object) -> Result<(), StoreError> {
    session.execute(
        "delete a record",
        "DELETE FROM objects WHERE business = $1 AND key = $2",
        &[session.number(), &Id(before.key)],
    )?;
    session.0.growth().add_records(-1);
    session.0.growth().remove_bytes(before.content.len());
    lookups::forget_owner(session, before.key)
}

pub fn object_of(row: &Row) -> Object {
    Object {
        key: key_at(row, 0),
        content_type: key_at(row, 1),
        timestamp: row.get(2),
        content: row.get(3),
    }
}
