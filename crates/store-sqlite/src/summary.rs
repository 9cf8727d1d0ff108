//! A business as the list shows it, read out of its file.

use crate::session::{Holder, Session, profile};
use books::Key;
use history::Action;
use jiff::Timestamp;
use rusqlite::OptionalExtension;
use std::fs;
use std::path::Path;
use store::{BusinessEntry, Standing, StoreError};

/// What the list says of a business that can be read.
pub fn entry_of<H: Holder>(
    session: &Session<H>,
    bytes_count: u64,
) -> Result<BusinessEntry, StoreError> {
    let place = session.0.place();
    let records_count: i64 = session
        .0
        .connection()
        .query_row("SELECT count(*) FROM Objects", [], |row| row.get(0))
        .map_err(place.fault("count the records"))?;
    let last_change = last_instant(
        session,
        "Action NOT IN ('backup', 'removed', 'brought-back', 'downloaded')",
    )?;
    Ok(BusinessEntry {
        key: place.key,
        name: profile::read(session)?.name,
        bytes_count,
        records_count: u64::try_from(records_count).unwrap_or(0),
        last_change: last_change.or_else(|| modified(&place.path)),
        last_backup: last_instant(session, "Action = 'backup'")?,
        standing: standing_of(session)?,
        fault: None,
    })
}

/// What the list says of a file that cannot be read: never hidden, and never touched.
pub fn fault_of(key: Option<Key>, path: &Path, fault: &StoreError) -> BusinessEntry {
    let file_name = path.file_name().unwrap_or_default().to_string_lossy();
    BusinessEntry {
        key: key.unwrap_or(Key::NIL),
        name: key.map_or_else(|| file_name.into_owned(), |key| key.to_string()),
        bytes_count: fs::metadata(path).map_or(0, |metadata| metadata.len()),
        records_count: 0,
        last_change: modified(path),
        last_backup: None,
        standing: Standing::default(),
        fault: Some(fault.to_string()),
    }
}

fn last_instant<H: Holder>(
    session: &Session<H>,
    condition: &str,
) -> Result<Option<Timestamp>, StoreError> {
    let sql = format!(
        "SELECT InstantSeconds, InstantNanoseconds FROM History WHERE {condition}
         ORDER BY Sequence DESC LIMIT 1"
    );
    let parts: Option<(i64, i32)> = session
        .0
        .connection()
        .query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
        .map_err(session.0.place().fault("read the trail"))?;
    Ok(parts.and_then(|(seconds, nanoseconds)| Timestamp::new(seconds, nanoseconds).ok()))
}

/// The last entry that decides about it, each kind looked up by its index.
fn standing_of<H: Holder>(session: &Session<H>) -> Result<Standing, StoreError> {
    let mut last: Option<(i64, Action)> = None;
    for action in Standing::ACTIONS {
        let newest: Option<i64> = session
            .0
            .connection()
            .query_row(
                "SELECT max(Sequence) FROM History WHERE Action = ?",
                [action.code()],
                |row| row.get(0),
            )
            .map_err(session.0.place().fault("read the trail"))?;
        let newest = newest.map(|sequence| (sequence, action));
        last = last.into_iter().chain(newest).max_by_key(|(at, _)| *at);
    }
    Ok(Standing::after(last.map(|(_, action)| action)))
}

fn modified(path: &Path) -> Option<Timestamp> {
    let moment = fs::metadata(path).ok()?.modified().ok()?;
    Timestamp::try_from(moment).ok()
}
