//! A damaged catalogue is mended: what can still be read of it comes into a new one, and the
//! damaged one is kept aside (docs/SPEC-keeping.md, 3.7).
//!
//! The new one is written under a name of its own and takes its place in two steps. A program that
//! ends between the two finds it when the catalogue is next opened.

use super::{BUSY_TIMEOUT, FILE_NAME, SqliteCatalog, rows, schema};
use catalog::{
    BackupEntry, Catalog, CatalogError, Mended, MendedPart, Place, RetentionRule, Run, Schedule,
};
use jiff::Timestamp;
use rusqlite::{Connection, OpenFlags, Row};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// How the name of a new catalogue ends until it has the place of the damaged one.
const MENDED: &str = ".mended";
/// What lies beside a database while it is written.
const JOURNAL: &str = "-journal";

/// Everything that could be read.
#[derive(Default)]
struct Saved {
    places: Vec<Place>,
    schedules: Vec<Schedule>,
    rules: Vec<RetentionRule>,
    entries: Vec<BackupEntry>,
    runs: Vec<Run>,
    parts: Vec<MendedPart>,
}

/// Gives a mended catalogue its place that was left without it.
pub(super) fn finish(data: &Path) -> Result<(), CatalogError> {
    let (path, mended) = (data.join(FILE_NAME), beside(data, MENDED));
    if mended.exists() && !path.exists() {
        fs::rename(&mended, &path).map_err(|error| not_written(&path, &error))?;
    }
    Ok(())
}

/// Mends the catalogue of a data folder; leaves it as it is when nothing is wrong with it.
///
/// # Errors
/// When a newer version wrote it, or the new one cannot be written; the old one is where it was.
pub(super) fn mend(data: &Path, now: Timestamp) -> Result<Mended, CatalogError> {
    let path = data.join(FILE_NAME);
    let opened = schema::open(&path, BUSY_TIMEOUT);
    if let Err(error @ (CatalogError::TooNew { .. } | CatalogError::NotWritten { .. })) = opened {
        return Err(error);
    }
    let is_sound = opened.as_ref().is_ok_and(is_sound);
    drop(opened);
    let saved = read_all(&path);
    if is_sound && saved.parts.iter().all(|part| part.is_whole) {
        return Ok(Mended {
            kept_as: None,
            parts: saved.parts,
        });
    }
    let mended = beside(data, MENDED);
    remove(&mended)?;
    write_all(&mended, &saved)?;
    let aside = beside(
        data,
        &format!(".damaged-{}", now.strftime("%Y%m%dT%H%M%SZ")),
    );
    move_aside(&beside(data, JOURNAL), &with_ending(&aside, JOURNAL))?;
    move_aside(&path, &aside)?;
    finish(data)?;
    sync(data).map_err(|error| not_written(&path, &error))?;
    Ok(Mended {
        kept_as: Some(aside.display().to_string()),
        parts: saved.parts,
    })
}

fn beside(data: &Path, ending: &str) -> PathBuf {
    data.join(format!("{FILE_NAME}{ending}"))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}{ending}", path.display()))
}

fn not_written(path: &Path, error: &std::io::Error) -> CatalogError {
    CatalogError::NotWritten {
        file: path.display().to_string(),
        reason: error.to_string(),
    }
}

/// SQLite's own check of every page.
fn is_sound(connection: &Connection) -> bool {
    let said = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0));
    said.is_ok_and(|said: String| said == "ok")
}

/// Reads what can be read, part by part. What cannot even be opened holds nothing.
fn read_all(path: &Path) -> Saved {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).ok();
    let connection = connection.as_ref();
    let mut saved = Saved::default();
    let mut parts = Vec::new();
    let mut note = |name, count: usize, is_whole| {
        parts.push(MendedPart {
            name,
            count: u64::try_from(count).unwrap_or(u64::MAX),
            is_whole,
        });
    };
    let (places, is_whole) = read_part(connection, ("Places", "Key"), rows::place);
    note("places", places.len(), is_whole);
    let (schedules, is_whole) = read_part(connection, ("Schedules", "Key"), rows::schedule);
    note("schedules", schedules.len(), is_whole);
    let (rules, is_whole) = read_part(
        connection,
        ("RetentionRules", "Business"),
        rows::retention_rule,
    );
    note("rules", rules.len(), is_whole);
    let (entries, is_whole) = read_part(connection, ("Entries", "Key"), rows::entry);
    note("backups", entries.len(), is_whole);
    let (runs, is_whole) = read_part(connection, ("Runs", "Key"), rows::run);
    note("runs", runs.len(), is_whole);
    (saved.places, saved.schedules, saved.rules) = (places, schedules, rules);
    (saved.entries, saved.runs, saved.parts) = (entries, runs, parts);
    saved
}

/// The rows of a table from its beginning up to the first damage, and from its end back to the
/// last; and whether these are all.
fn read_part<T>(
    connection: Option<&Connection>,
    (table, key): (&str, &str),
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
) -> (Vec<T>, bool) {
    let mut found = BTreeMap::new();
    let Some(connection) = connection else {
        return (Vec::new(), false);
    };
    let is_whole = ["ASC", "DESC"].into_iter().any(|direction| {
        let sql = format!("SELECT * FROM {table} ORDER BY {key} {direction}");
        read_rows(connection, (&sql, key), read, &mut found).unwrap_or(false)
    });
    (found.into_values().collect(), is_whole)
}

/// Whether every row of a query could be read, to its end.
fn read_rows<T>(
    connection: &Connection,
    (sql, key): (&str, &str),
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
    found: &mut BTreeMap<Vec<u8>, T>,
) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut is_whole = true;
    while let Some(row) = rows.next()? {
        match (row.get::<_, Vec<u8>>(key), read(row)) {
            (Ok(key), Ok(value)) => drop(found.insert(key, value)),
            _ => is_whole = false,
        }
    }
    Ok(is_whole)
}

/// Writes a new catalogue, durably.
fn write_all(path: &Path, saved: &Saved) -> Result<(), CatalogError> {
    let new = SqliteCatalog {
        path: path.to_owned(),
        connection: Mutex::new(schema::open(path, BUSY_TIMEOUT)?),
    };
    for place in &saved.places {
        new.put_place(place)?;
    }
    for schedule in &saved.schedules {
        new.put_schedule(schedule)?;
    }
    for rule in &saved.rules {
        new.put_retention_rule(rule)?;
    }
    for entry in &saved.entries {
        new.put_entry(entry)?;
    }
    for run in &saved.runs {
        new.put_run(run)?;
    }
    Ok(())
}

/// Gives a file another name; that there is none is no error.
fn move_aside(from: &Path, to: &Path) -> Result<(), CatalogError> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(not_written(from, &error)),
        _ => Ok(()),
    }
}

fn remove(path: &Path) -> Result<(), CatalogError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(not_written(path, &error)),
        _ => Ok(()),
    }
}

/// Makes the names in the folder durable.
fn sync(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
