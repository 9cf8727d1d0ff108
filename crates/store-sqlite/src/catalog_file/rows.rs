//! Values of the catalogue as cells, and back. A cell that cannot be read is damage.

use catalog::{
    BackupEntry, Checked, Contents, EntryState, Key, Place, PlaceKind, Retention, RetentionRule,
    Rhythm, Run, RunKind, RunOutcome, S3Place, Schedule, Trouble,
};
use jiff::Timestamp;
use jiff::civil::{Time, Weekday};
use rusqlite::types::Type;
use rusqlite::{Connection, Row, params};
use std::str::FromStr;

/// What a row is read as.
type Read<T> = rusqlite::Result<T>;

/// A moment as bytes that sort as moments do.
pub fn sortable(moment: Timestamp) -> [u8; 16] {
    (moment.as_nanosecond().cast_unsigned() ^ (1 << 127)).to_be_bytes()
}

/// A cell that is not as it should be.
fn odd(column: &str) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(0, column.to_owned(), Type::Null)
}

fn moment(row: &Row<'_>, column: &str) -> Read<Timestamp> {
    let bytes: [u8; 16] = row.get(column)?;
    let number = (u128::from_be_bytes(bytes) ^ (1 << 127)).cast_signed();
    Timestamp::from_nanosecond(number).map_err(|_| odd(column))
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

fn read_text<T: FromStr>(text: &str, column: &str) -> Read<T> {
    text.parse().map_err(|_| odd(column))
}

/// Texts in one: a tab between them, and what could be taken for one written otherwise.
fn join(parts: &[&str]) -> String {
    let plain = |part: &&str| part.replace('\\', "\\\\").replace('\t', "\\t");
    parts.iter().map(plain).collect::<Vec<_>>().join("\t")
}

/// The texts in one that [`join`] made.
fn split(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let Some(part) = parts.last_mut() else { break };
        match letter {
            '\t' => parts.push(String::new()),
            '\\' => part.push(if letters.next() == Some('t') {
                '\t'
            } else {
                '\\'
            }),
            other => part.push(other),
        }
    }
    parts
}

/// A trouble as one text: its code, then names and values.
pub fn trouble_text(trouble: &Trouble) -> String {
    let mut parts = vec![trouble.code.as_str()];
    for (name, value) in &trouble.arguments {
        parts.extend([name.as_str(), value.as_str()]);
    }
    join(&parts)
}

fn trouble(text: &str) -> Trouble {
    let mut parts = split(text).into_iter();
    let code = parts.next().unwrap_or_default();
    let mut arguments = Vec::new();
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        arguments.push((name, value));
    }
    Trouble { code, arguments }
}

fn trouble_or_none(row: &Row<'_>, column: &str) -> Read<Option<Trouble>> {
    let text: Option<String> = row.get(column)?;
    Ok(text.as_deref().map(trouble))
}

/// Where a place is: the path, or the settings of the bucket.
pub fn address_of(place: &Place) -> String {
    match &place.kind {
        PlaceKind::Folder(path) => path.clone(),
        PlaceKind::S3(s3) => join(&[
            &s3.endpoint,
            &s3.region,
            &s3.bucket,
            &s3.prefix,
            if s3.is_path_style { "path" } else { "host" },
            &s3.access_key_id,
            &s3.secret.to_string(),
        ]),
    }
}

pub fn place(row: &Row<'_>) -> Read<Place> {
    let (kind, address): (String, String) = (row.get("Kind")?, row.get("Address")?);
    let kind = if kind == "folder" {
        PlaceKind::Folder(address)
    } else {
        let parts = split(&address);
        let [
            endpoint,
            region,
            bucket,
            prefix,
            style,
            access_key_id,
            secret,
        ] = parts.as_slice()
        else {
            return Err(odd("Address"));
        };
        PlaceKind::S3(S3Place {
            endpoint: endpoint.clone(),
            region: region.clone(),
            bucket: bucket.clone(),
            prefix: prefix.clone(),
            is_path_style: style == "path",
            access_key_id: access_key_id.clone(),
            secret: read_text(secret, "Address")?,
        })
    };
    Ok(Place {
        key: key(row, "Key")?,
        name: row.get("Name")?,
        kind,
    })
}

/// A rhythm as one text: its code, then day (1 for Monday) and time, where it has them.
pub fn rhythm_text(rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Daily(time) => format!("daily {time}"),
        Rhythm::Weekly(day, time) => format!("weekly {} {time}", day.to_monday_one_offset()),
        Rhythm::Hourly | Rhythm::OnClose => rhythm.code().to_owned(),
    }
}

fn rhythm(text: &str) -> Read<Rhythm> {
    let time = |text: &str| read_text::<Time>(text, "Rhythm");
    match text.split(' ').collect::<Vec<_>>().as_slice() {
        ["hourly"] => Ok(Rhythm::Hourly),
        ["on-close"] => Ok(Rhythm::OnClose),
        ["daily", at] => Ok(Rhythm::Daily(time(at)?)),
        ["weekly", day, at] => {
            let day = Weekday::from_monday_one_offset(read_text(day, "Rhythm")?);
            Ok(Rhythm::Weekly(day.map_err(|_| odd("Rhythm"))?, time(at)?))
        }
        _ => Err(odd("Rhythm")),
    }
}

pub fn schedule(row: &Row<'_>) -> Read<Schedule> {
    let (told, places): (String, String) = (row.get("Rhythm")?, row.get("Places")?);
    let (contents, since): (String, String) = (row.get("Contents")?, row.get("Since")?);
    let places = places.split(',').filter(|place| !place.is_empty());
    Ok(Schedule {
        key: key(row, "Key")?,
        business: key_or_none(row, "Business")?,
        rhythm: rhythm(&told)?,
        places: places
            .map(|place| read_text(place, "Places"))
            .collect::<Read<_>>()?,
        contents: Contents::from_code(&contents),
        passphrase: key_or_none(row, "Passphrase")?,
        is_rehearsed: row.get("IsRehearsed")?,
        alarm_to: row.get("AlarmTo")?,
        is_on: row.get("IsOn")?,
        since: read_text(&since, "Since")?,
    })
}

/// A retention as six numbers in the order of its fields.
pub fn retention_text(retention: Option<Retention>) -> Option<String> {
    let it = retention?;
    let numbers = [
        it.last, it.hourly, it.daily, it.weekly, it.monthly, it.yearly,
    ];
    Some(numbers.map(|number| number.to_string()).join(" "))
}

pub fn retention_rule(row: &Row<'_>) -> Read<RetentionRule> {
    let business: Vec<u8> = row.get("Business")?;
    let retention = match row.get::<_, Option<String>>("Retention")? {
        None => None,
        Some(text) => {
            let numbers = text.split(' ').map(|number| read_text(number, "Retention"));
            let numbers: Vec<u32> = numbers.collect::<Read<_>>()?;
            let &[last, hourly, daily, weekly, monthly, yearly] = numbers.as_slice() else {
                return Err(odd("Retention"));
            };
            Some(Retention {
                last,
                hourly,
                daily,
                weekly,
                monthly,
                yearly,
            })
        }
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
    let at = || moment(row, "StateAt");
    match code.as_str() {
        "good" => Ok(EntryState::Good),
        "missed" => Ok(EntryState::Missed),
        "failed" => {
            let trouble = trouble_or_none(row, "StateTrouble")?;
            Ok(EntryState::Failed(
                trouble.ok_or_else(|| odd("StateTrouble"))?,
            ))
        }
        "trashed" => Ok(EntryState::Trashed(at()?)),
        "lost" => Ok(EntryState::Lost(at()?)),
        "emptied" => Ok(EntryState::Emptied(at()?)),
        _ => Err(odd("State")),
    }
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
    let (state_at, state_trouble) = match &it.state {
        EntryState::Trashed(at) | EntryState::Lost(at) | EntryState::Emptied(at) => {
            (Some(sortable(*at)), None)
        }
        EntryState::Failed(trouble) => (None, Some(trouble_text(trouble))),
        EntryState::Good | EntryState::Missed => (None, None),
    };
    let at = |checked: &Option<Checked>| checked.as_ref().map(|it| sortable(it.at));
    let wrong = |checked: &Option<Checked>| {
        let trouble = checked.as_ref().and_then(|it| it.trouble.as_ref());
        trouble.map(trouble_text)
    };
    unit.execute(
        "INSERT OR REPLACE INTO Entries VALUES
         (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![
            it.key.as_bytes(),
            it.business.as_bytes(),
            it.business_name,
            it.sequence.cast_signed(),
            sortable(it.made_at),
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
            state_at,
            state_trouble,
        ],
    )?;
    Ok(())
}

pub fn run(row: &Row<'_>) -> Read<Run> {
    let (kind, outcome): (String, String) = (row.get("Kind")?, row.get("Outcome")?);
    let trouble = trouble_or_none(row, "Trouble")?;
    let outcome = match (outcome.as_str(), trouble) {
        ("good", _) => RunOutcome::Good,
        ("unchanged", _) => RunOutcome::Unchanged,
        ("missed", _) => RunOutcome::Missed,
        ("failed", Some(trouble)) => RunOutcome::Failed(trouble),
        ("refused", Some(trouble)) => RunOutcome::Refused(trouble),
        _ => return Err(odd("Outcome")),
    };
    Ok(Run {
        key: key(row, "Key")?,
        kind: RunKind::from_code(&kind).ok_or_else(|| odd("Kind"))?,
        business: key(row, "Business")?,
        schedule: key_or_none(row, "Schedule")?,
        entry: key_or_none(row, "Entry")?,
        due_at: moment(row, "DueAtNs")?,
        began_at: moment(row, "BeganAtNs")?,
        ended_at: moment(row, "EndedAtNs")?,
        outcome,
    })
}
