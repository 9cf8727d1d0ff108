//! Records beside what the trail says of them, in key order, in constant memory: the database
//! joins both.

use super::{Holder, Session, key_at, optional_key_at, text_at, to_count, to_signed};
use books::Object;
use history::{Action, Contents};
use postgres::Row;
use store::{LastEntry, StateAt, StoreError, Trace, Visit};

/// Every record with the last entry about it.
pub fn each<H: Holder>(session: &Session<H>, visit: Visit<'_, Trace>) -> Result<(), StoreError> {
    let sql = joined(
        "max",
        "h.action, h.content_type_after, h.content_after, h.title",
    );
    session.each(
        "compare the records with the trail",
        &sql,
        &[session.number(), &0_i64],
        &mut |row| {
            let last = row
                .get::<_, Option<i64>>(4)
                .map(|sequence| last_of(session, row, to_count(sequence)))
                .transpose()?;
            visit(Trace {
                key: key_at(row, 0),
                object: object_of(row),
                last,
            })
        },
    )
}

/// What every record was right after an entry.
pub fn each_state_at<H: Holder>(
    session: &Session<H>,
    sequence: u64,
    visit: Visit<'_, StateAt>,
) -> Result<(), StoreError> {
    let sql = joined("min", "h.content_type_before, h.content_before");
    session.each(
        "compare the records with the trail",
        &sql,
        &[session.number(), &to_signed(sequence)],
        &mut |row| {
            let later: Option<i64> = row.get(4);
            let contents = match later {
                Some(_) => contents_at(row, 5),
                None => object_of(row).map(contents_of).unwrap_or_default(),
            };
            visit(StateAt {
                key: key_at(row, 0),
                contents,
                changed_since: later.is_some(),
            })
        },
    )
}

/// The records beside the first or last entry about each, of those after a number.
fn joined(which: &str, columns: &str) -> String {
    format!(
        "SELECT coalesce(o.key, t.object), o.content_type, o.ticks, o.content, t.sequence, {columns}
         FROM (SELECT * FROM objects WHERE business = $1) o
         FULL JOIN (
             SELECT object, {which}(sequence) AS sequence FROM history
             WHERE business = $1 AND object IS NOT NULL AND sequence > $2 GROUP BY object
         ) t ON t.object = o.key
         LEFT JOIN history h ON h.business = $1 AND h.sequence = t.sequence
         ORDER BY 1"
    )
}

/// The record in the first columns; its own key tells whether there is one.
fn object_of(row: &Row) -> Option<Object> {
    Some(Object {
        key: key_at(row, 0),
        content_type: optional_key_at(row, 1)?,
        timestamp: row.get(2),
        content: row.get::<_, Option<Vec<u8>>>(3)?,
    })
}

fn last_of<H: Holder>(
    session: &Session<H>,
    row: &Row,
    sequence: u64,
) -> Result<LastEntry, StoreError> {
    let code: String = row.get(5);
    let action = Action::from_code(&code).ok_or_else(|| {
        session
            .place()
            .damaged(format!("history entry {sequence}: its action is unknown"))
    })?;
    Ok(LastEntry {
        sequence,
        action,
        after: contents_at(row, 6),
        title: text_at(session.place(), row, 8)?,
    })
}

/// Kind and content from two neighbouring columns.
fn contents_at(row: &Row, column: usize) -> Contents {
    Contents {
        content_type: optional_key_at(row, column),
        content: row.get(column + 1),
    }
}

fn contents_of(object: Object) -> Contents {
    Contents {
        content_type: Some(object.content_type),
        content: Some(object.content),
    }
}
