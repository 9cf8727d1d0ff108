//! The records: rows of `Objects`.

use super::{Holder, Session, lookups};
use books::{Key, Object};
use rusqlite::{OptionalExtension, Row, params};
use store::{StoreError, Visit};

/// Every record, as [`object_of`] reads them.
pub const ALL_IN_KEY_ORDER: &str =
    "SELECT Key, ContentType, Timestamp, Content FROM Objects ORDER BY Key";

pub fn one<H: Holder>(session: &Session<H>, key: Key) -> Result<Option<Object>, StoreError> {
    session
        .statement("SELECT Key, ContentType, Timestamp, Content FROM Objects WHERE Key = ?")?
        .query_one([key.as_bytes()], object_of)
        .optional()
        .map_err(session.place().fault("read a record"))
}

pub fn after<H: Holder>(
    session: &Session<H>,
    key: Option<Key>,
    limit: usize,
) -> Result<Vec<Object>, StoreError> {
    // Every key is longer than no bytes, and so comes after them.
    let before: &[u8] = key.as_ref().map_or(&[], |key| key.as_bytes());
    session
        .statement(
            "SELECT Key, ContentType, Timestamp, Content FROM Objects
             WHERE Key > ? ORDER BY Key LIMIT ?",
        )?
        .query_map(
            params![before, i64::try_from(limit).unwrap_or(i64::MAX)],
            object_of,
        )
        .and_then(Iterator::collect)
        .map_err(session.place().fault("read the records"))
}

pub fn each<H: Holder>(
    session: &Session<H>,
    content_type: Option<Key>,
    visit: Visit<'_, Object>,
) -> Result<(), StoreError> {
    let fault = session.place().fault("read the records");
    let (mut statement, parameters) = match &content_type {
        None => (session.statement(ALL_IN_KEY_ORDER)?, vec![]),
        Some(kind) => (
            session.statement(
                "SELECT Key, ContentType, Timestamp, Content FROM Objects
                 WHERE ContentType = ? ORDER BY Key",
            )?,
            vec![kind.as_bytes()],
        ),
    };
    let mut rows = statement
        .query(rusqlite::params_from_iter(parameters))
        .map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        visit(object_of(row).map_err(&fault)?)?;
    }
    Ok(())
}

/// The keys alone stand in the index of kinds.
pub fn each_key<H: Holder>(
    session: &Session<H>,
    content_type: Key,
    visit: Visit<'_, Key>,
) -> Result<(), StoreError> {
    let fault = session.place().fault("read the keys of records");
    let mut statement =
        session.statement("SELECT Key FROM Objects WHERE ContentType = ? ORDER BY Key")?;
    let mut rows = statement.query([content_type.as_bytes()]).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        visit(super::key_at(row, 0).map_err(&fault)?)?;
    }
    Ok(())
}

pub fn counts<H: Holder>(session: &Session<H>) -> Result<Vec<(Key, u64)>, StoreError> {
    let fault = session.place().fault("count the records");
    session
        .statement(
            "SELECT ContentType, Count FROM ObjectCounts WHERE Count > 0 ORDER BY ContentType",
        )?
        .query_map([], |row| {
            Ok((super::key_at(row, 0)?, super::to_count(row.get(1)?)))
        })
        .and_then(Iterator::collect)
        .map_err(fault)
}

/// Adds a record that must not be there.
pub fn insert<H: Holder>(session: &Session<H>, object: &Object) -> Result<(), StoreError> {
    session
        .statement(
            "INSERT INTO Objects (Key, ContentType, Timestamp, Content) VALUES (?, ?, ?, ?)",
        )?
        .execute(params![
            object.key.as_bytes(),
            object.content_type.as_bytes(),
            object.timestamp,
            object.content,
        ])
        .map_err(session.place().fault("write a record"))?;
    lookups::note_owner(session, object)
}

/// Changes a record that is there.
pub fn update<H: Holder>(session: &Session<H>, object: &Object) -> Result<(), StoreError> {
    session
        .statement("UPDATE Objects SET ContentType = ?, Timestamp = ?, Content = ? WHERE Key = ?")?
        .execute(params![
            object.content_type.as_bytes(),
            object.timestamp,
            object.content,
            object.key.as_bytes(),
        ])
        .map_err(session.place().fault("write a record"))?;
    lookups::forget_owner(session, object.key)?;
    lookups::note_owner(session, object)
}

pub fn delete<H: Holder>(session: &Session<H>, key: Key) -> Result<(), StoreError> {
    session
        .statement("DELETE FROM Objects WHERE Key = ?")?
        .execute([key.as_bytes()])
        .map_err(session.place().fault("delete a record"))?;
    lookups::forget_owner(session, key)
}

pub fn object_of(row: &Row<'_>) -> rusqlite::Result<Object> {
    Ok(Object {
        key: super::key_at(row, 0)?,
        content_type: super::key_at(row, 1)?,
        timestamp: row.get(2)?,
        content: row.get(3)?,
    })
}
