//! Values of the catalogue as cells, and back. A cell that cannot be read is damage.

use catalog::{
    BackupEntry, Checked, Contents, EntryState, Key, Place, RetentionRule, Run, RunKind, Schedule,
    Trouble, stored,
};
use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};

/// What a row is read as.
type Read<T> = rusqlite::Result<T>;

/// A cell that is not as it should be.
fn odd(column: &str) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(0, column.to_owned(), Type::Null)
}

fn moment(row: &Row<'_>, column: &str) -> Read<Timestamp> {
    stored::moment(row.get(column)?).ok_or_else(|| odd(column))
}

fn moment_or_none(row: &Row<'_>, column: &str) -> Read<Option<Timestamp>> {
    match row.get::<_, Option<Vec<u8>>>(column)? {
        Some(_) => moment(row, column).map(Some),
        None => Ok(None),
    }
}

fn key(row: &Row<'_>, column: &str) -> Read<Key> {
    Ok(Key::from_bytes(row.get(column)?))
}

fn key_or_none(row: &Row<'_>, column: &str) -> Read<Option<Key>> {
    Ok(row.get::<_, Option<[u8; 16]>>(column)?.map(Key::from_bytes))
}

fn trouble_or_none(row: &Row<'_>, column: &str) -> Read<Option<Trouble>> {
    let text: Option<String> = row.get(column)?;
    Ok(text.as_deref().map(stored::trouble))
}

pub fn place(row: &Row<'_>) -> Read<Place> {
    let (kind, address): (String, String) = (row.get("Kind")?, row.get("Address")?);
    Ok(Place {
        key: key(row, "Key")?,
        name: row.get("Name")?,
        kind: stored::place_kind(&kind, address).ok_or_else(|| odd("Address"))?,
    })
}

pub fn schedule(row: &Row<'_>) -> Read<Schedule> {
    let (rhythm, places): (String, String) = (row.get("Rhythm")?, row.get("Places")?);
    let (contents, since): (String, String) = (row.get("Contents")?, row.get("Since")?);
    Ok(Schedule {
        key: key(row, "Key")?,
        business: key_or_none(row, "Business")?,
        rhythm: stored::rhythm(&rhythm).ok_or_else(|| odd("Rhythm"))?,
        places: stored::places(&places).ok_or_else(|| odd("Places"))?,
        contents: Contents::from_code(&contents),
        passphrase: key_or_none(row, "Passphrase")?,
        is_rehearsed: row.get("IsRehearsed")?,
        alarm_to: row.get("AlarmTo")?,
        is_on: row.get("IsOn")?,
        since: since.parse().map_err(|_| odd("Since"))?,
    })
}

pub fn retention_rule(row: &Row<'_>) -> Read<RetentionRule> {
    let business: Vec<u8> = row.get("Business")?;
    let retention = match row.get::<_, Option<String>>("Retention")? {
        None => None,
        Some(text) => Some(stored::retention(&text).ok_or_else(|| odd("Retention"))?),
    };
    Ok(RetentionRule {
        business: match business.as_slice() {
            [] => None,
            bytes => Some(Key::from_bytes(
                bytes.try_into().map_err(|_| odd("Business"))?,
            )),
        },
        retention,
    })
}

fn checked(row: &Row<'_>, at: &str, wrong: &str) -> Read<Option<Checked>> {
    let trouble = trouble_or_none(row, wrong)?;
    let at = moment_or_none(row, at)?;
    Ok(at.map(|at| Checked { at, trouble }))
}

fn state(row: &Row<'_>) -> Read<EntryState> {
    let code: String = row.get("State")?;
    let trouble = trouble_or_none(row, "StateTrouble")?;
    let at = moment_or_none(row, "StateAt")?;
    stored::state(&code, at, trouble).ok_or_else(|| odd("State"))
}

pub fn entry(row: &Row<'_>) -> Read<BackupEntry> {
    let contents: String = row.get("Contents")?;
    let head_sequence: Option<i64> = row.get("HeadSequence")?;
    let head_hash: Option<[u8; 32]> = row.get("HeadHash")?;
    Ok(BackupEntry {
        key: key(row, "Key")?,
        business: key(row, "Business")?,
        business_name: row.get("BusinessName")?,
        sequence: row.get::<_, i64>("Sequence")?.cast_unsigned(),
        made_at: moment(row, "MadeAtNs")?,
        zone: row.get("Zone")?,
        schedule: key_or_none(row, "Schedule")?,
        place: key_or_none(row, "Place")?,
        blob: row.get("Blob")?,
        file_name: row.get("FileName")?,
        bytes_count: row.get::<_, i64>("BytesCount")?.cast_unsigned(),
        sha256: row.get("Sha256")?,
        content_digest: row.get("ContentDigest")?,
        history_head: head_sequence.map(i64::cast_unsigned).zip(head_hash),
        contents: Contents::from_code(&contents),
        is_encrypted: row.get("IsEncrypted")?,
        verified: checked(row, "VerifiedAt", "VerifiedTrouble")?,
        rehearsed: checked(row, "RehearsedAt", "RehearsedTrouble")?,
        state: state(row)?,
    })
}

pub fn put_entry(unit: &Connection, it: &BackupEntry) -> Read<()> {
    let (state_at, state_trouble) = stored::state_facts(&it.state);
    let at = |checked: &Option<Checked>| checked.as_ref().map(|it| stored::sortable(it.at));
    let wrong = |checked: &Option<Checked>| {
        let trouble: Option<&Trouble> = checked.as_ref().and_then(|it| it.trouble.as_ref());
        trouble.map(stored::trouble_text)
    };
    unit.execute(
        "INSERT OR REPLACE INTO Entries VALUES
         (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            it.key.as_bytes(),
            it.business.as_bytes(),
            it.business_name,
            it.sequence.cast_signed(),
            stored::sortable(it.made_at),
            it.zone,
            it.schedule.as_ref().map(Key::as_bytes),
            it.place.as_ref().map(Key::as_bytes),
            it.blob,
            it.file_name,
            it.bytes_count.cast_signed(),
            it.sha256,
            it.content_digest,
            it.history_head.map(|(sequence, _)| sequence.cast_signed()),
            it.history_head.map(|(_, hash)| hash),
            it.contents.code(),
            it.is_encrypted,
            at(&it.verified),
            wrong(&it.verified),
            at(&it.rehearsed),
            wrong(&it.rehearsed),
            it.state.code(),
            state_at.map(stored::sortable),
            state_trouble.map(stored::trouble_text),
        ],
    )?;
    Ok(())
}

pub fn run(row: &Row<'_>) -> Read<Run> {
    let (kind, outcome): (String, String) = (row.get("Kind")?, row.get("Outcome")?);
    let trouble = trouble_or_none(row, "Trouble")?;
    Ok(Run {
        key: key(row, "Key")?,
        kind: RunKind::from_code(&kind).ok_or_else(|| odd("Kind"))?,
        business: key(row, "Business")?,
        schedule: key_or_none(row, "Schedule")?,
        entry: key_or_none(row, "Entry")?,
        due_at: moment(row, "DueAtNs")?,
        began_at: moment(row, "BeganAtNs")?,
        ended_at: moment(row, "EndedAtNs")?,
        outcome: stored::outcome(&outcome, trouble).ok_or_else(|| odd("Outcome"))?,
    })
}
