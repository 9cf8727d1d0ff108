//! Records beside what the trail says of them, both read in key order at once: in constant memory,
//! however many there are.

use super::{Holder, Session, key_at, objects, to_count, to_signed};
use books::{Key, Object};
use history::{Action, Contents};
use rusqlite::Row;
use store::{LastEntry, StateAt, StoreError, Trace, Visit};

/// Every record with the last entry about it.
pub fn each<H: Holder>(session: &Session<H>, visit: Visit<'_, Trace>) -> Result<(), StoreError> {
    let sql = "SELECT Object, max(Sequence) FROM History
               WHERE Object IS NOT NULL AND Sequence > ? GROUP BY Object ORDER BY Object";
    merged(session, sql, 0, &mut |key, object, sequence| {
        let last = sequence
            .map(|sequence| last_entry(session, sequence))
            .transpose()?;
        visit(Trace { key, object, last })
    })
}

/// What every record was right after an entry.
pub fn each_state_at<H: Holder>(
    session: &Session<H>,
    sequence: u64,
    visit: Visit<'_, StateAt>,
) -> Result<(), StoreError> {
    let sql = "SELECT Object, min(Sequence) FROM History
               WHERE Object IS NOT NULL AND Sequence > ? GROUP BY Object ORDER BY Object";
    merged(session, sql, sequence, &mut |key, object, later| {
        let contents = match later {
            Some(later) => before(session, later)?,
            None => object.map(contents_of).unwrap_or_default(),
        };
        visit(StateAt {
            key,
            contents,
            changed_since: later.is_some(),
        })
    })
}

/// Shows a record and the number of an entry about it, or either alone.
type Pair<'a> = &'a mut dyn FnMut(Key, Option<Object>, Option<u64>) -> Result<(), StoreError>;

fn merged<H: Holder>(
    session: &Session<H>,
    entries_sql: &str,
    after: u64,
    visit: Pair<'_>,
) -> Result<(), StoreError> {
    let fault = session.place().fault("compare the records with the trail");
    let mut records = session.statement(objects::ALL_IN_KEY_ORDER)?;
    let mut records = records.query([]).map_err(&fault)?;
    let mut entries = session.statement(entries_sql)?;
    let mut entries = entries.query([to_signed(after)]).map_err(&fault)?;
    let record_of = |row: Option<&Row<'_>>| row.map(objects::object_of).transpose();
    let entry_of = |row: Option<&Row<'_>>| row.map(named).transpose();
    let mut record = record_of(records.next().map_err(&fault)?).map_err(&fault)?;
    let mut entry = entry_of(entries.next().map_err(&fault)?).map_err(&fault)?;
    loop {
        let keys = (record.as_ref().map(|object| object.key), entry);
        let (takes_record, takes_entry) = match keys {
            (None, None) => return Ok(()),
            (Some(here), Some((told, _))) => (here <= told, told <= here),
            (here, told) => (here.is_some(), told.is_some()),
        };
        let shown = record.take_if(|_| takes_record);
        let sequence = entry.take_if(|_| takes_entry);
        let key = shown.as_ref().map(|object| object.key);
        if let Some(key) = key.or(sequence.map(|(told, _)| told)) {
            visit(key, shown, sequence.map(|(_, sequence)| sequence))?;
        }
        if takes_record {
            record = record_of(records.next().map_err(&fault)?).map_err(&fault)?;
        }
        if takes_entry {
            entry = entry_of(entries.next().map_err(&fault)?).map_err(&fault)?;
        }
    }
}

fn named(row: &Row<'_>) -> rusqlite::Result<(Key, u64)> {
    Ok((key_at(row, 0)?, to_count(row.get(1)?)))
}

fn last_entry<H: Holder>(session: &Session<H>, sequence: u64) -> Result<LastEntry, StoreError> {
    let (code, after, title) = session
        .statement(
            "SELECT Action, ContentTypeAfter, ContentAfter, Title FROM History WHERE Sequence = ?",
        )?
        .query_one([to_signed(sequence)], |row| {
            Ok((row.get::<_, String>(0)?, contents_at(row, 1)?, row.get(3)?))
        })
        .map_err(session.place().fault("read the trail"))?;
    let action = Action::from_code(&code).ok_or_else(|| {
        session
            .place()
            .damaged(format!("history entry {sequence}: its action is unknown"))
    })?;
    Ok(LastEntry {
        sequence,
        action,
        after,
        title,
    })
}

fn before<H: Holder>(session: &Session<H>, sequence: u64) -> Result<Contents, StoreError> {
    session
        .statement("SELECT ContentTypeBefore, ContentBefore FROM History WHERE Sequence = ?")?
        .query_one([to_signed(sequence)], |row| contents_at(row, 0))
        .map_err(session.place().fault("read the trail"))
}

/// Kind and content from two neighbouring columns.
fn contents_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Contents> {
    Ok(Contents {
        content_type: super::optional_key_at(row, column)?,
        content: row.get(column + 1)?,
    })
}

fn contents_of(object: Object) -> Contents {
    Contents {
        content_type: Some(object.content_type),
        content: Some(object.content),
    }
}
