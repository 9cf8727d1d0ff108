//! Values of the catalogue as columns, and back. A column that cannot be read is damage: `None`.

use crate::lease::Lease;
use crate::values;
use catalog::{
    BackupEntry, Checked, Contents, Key, Place, RetentionRule, Run, RunKind, Schedule, Trouble,
    stored,
};
use jiff::Timestamp;
use postgres::Row;
use postgres::types::private::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type, accepts, to_sql_checked};
use std::error::Error;
use store::StoreError;

/// A key of the catalogue as a `uuid`.
#[derive(Debug, Clone, Copy)]
pub struct Id(pub Key);

impl ToSql for Id {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        values::Id(books::Key::from_bytes(*self.0.as_bytes())).to_sql(kind, out)
    }

    accepts!(UUID);
    to_sql_checked!();
}

impl<'a> FromSql<'a> for Id {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        let id = values::Id::from_sql(kind, raw)?;
        Ok(Self(Key::from_bytes(*id.0.as_bytes())))
    }

    accepts!(UUID);
}

/// A moment as bytes that sort as moments do.
pub fn sortable(moment: Timestamp) -> Vec<u8> {
    stored::sortable(moment).to_vec()
}

/// A trouble as the bytes of its text.
pub fn trouble_bytes(trouble: &Trouble) -> Vec<u8> {
    stored::trouble_text(trouble).into_bytes()
}

fn key(row: &Row, column: &str) -> Option<Key> {
    row.get::<_, Option<Id>>(column).map(|id| id.0)
}

fn text(row: &Row, column: &str) -> Option<String> {
    String::from_utf8(row.get(column)).ok()
}

/// Bytes of a length; the outer `None` is damage, the inner one says that there are none.
fn bytes<const LENGTH: usize>(row: &Row, column: &str) -> Option<Option<[u8; LENGTH]>> {
    match row.get::<_, Option<Vec<u8>>>(column) {
        None => Some(None),
        Some(bytes) => bytes.try_into().ok().map(Some),
    }
}

fn moment(row: &Row, column: &str) -> Option<Option<Timestamp>> {
    match bytes(row, column)? {
        None => Some(None),
        Some(bytes) => stored::moment(bytes).map(Some),
    }
}

fn trouble(row: &Row, column: &str) -> Option<Option<Trouble>> {
    match row.get::<_, Option<Vec<u8>>>(column) {
        None => Some(None),
        Some(bytes) => {
            let text = String::from_utf8(bytes).ok()?;
            Some(Some(stored::trouble(&text)))
        }
    }
}

pub fn place(row: &Row) -> Option<Place> {
    Some(Place {
        key: key(row, "key")?,
        name: row.get("name"),
        kind: stored::place_kind(row.get("kind"), row.get("address"))?,
    })
}

pub fn schedule(row: &Row) -> Option<Schedule> {
    Some(Schedule {
        key: key(row, "key")?,
        business: key(row, "business"),
        rhythm: stored::rhythm(row.get("rhythm"))?,
        places: stored::places(row.get("places"))?,
        contents: Contents::from_code(row.get("contents")),
        passphrase: key(row, "passphrase"),
        is_rehearsed: row.get("is_rehearsed"),
        alarm_to: row.get("alarm_to"),
        is_on: row.get("is_on"),
        since: row.get::<_, &str>("since").parse().ok()?,
    })
}

pub fn retention_rule(row: &Row) -> Option<RetentionRule> {
    let retention = match row.get::<_, Option<&str>>("retention") {
        None => None,
        Some(text) => Some(stored::retention(text)?),
    };
    let business = key(row, "business")?;
    Some(RetentionRule {
        business: Some(business).filter(|business| *business != Key::default()),
        retention,
    })
}

fn checked(row: &Row, at: &str, wrong: &str) -> Option<Option<Checked>> {
    let trouble = trouble(row, wrong)?;
    let at = moment(row, at)?;
    Some(at.map(|at| Checked { at, trouble }))
}

pub fn entry(row: &Row) -> Option<BackupEntry> {
    let head_sequence: Option<i64> = row.get("head_sequence");
    let head_hash: Option<[u8; 32]> = bytes(row, "head_hash")?;
    let state_trouble = trouble(row, "state_trouble")?;
    Some(BackupEntry {
        key: key(row, "key")?,
        business: key(row, "business")?,
        business_name: text(row, "business_name")?,
        sequence: row.get::<_, i64>("sequence").cast_unsigned(),
        made_at: moment(row, "made_at")??,
        zone: row.get("zone"),
        schedule: key(row, "schedule"),
        place: key(row, "place"),
        blob: row.get("blob"),
        file_name: row.get("file_name"),
        bytes_count: row.get::<_, i64>("bytes_count").cast_unsigned(),
        sha256: bytes(row, "sha256")?,
        content_digest: bytes(row, "content_digest")?,
        history_head: head_sequence.map(i64::cast_unsigned).zip(head_hash),
        contents: Contents::from_code(row.get("contents")),
        is_encrypted: row.get("is_encrypted"),
        verified: checked(row, "verified_at", "verified_trouble")?,
        rehearsed: checked(row, "rehearsed_at", "rehearsed_trouble")?,
        state: stored::state(row.get("state"), moment(row, "state_at")?, state_trouble)?,
    })
}

/// Keeps an entry, new or changed.
pub fn put_entry(lease: &Lease, it: &BackupEntry) -> Result<(), StoreError> {
    let (state_at, state_trouble) = stored::state_facts(&it.state);
    let at = |checked: &Option<Checked>| checked.as_ref().map(|it| sortable(it.at));
    let wrong = |checked: &Option<Checked>| {
        let trouble = checked.as_ref().and_then(|it| it.trouble.as_ref());
        trouble.map(trouble_bytes)
    };
    lease.execute(
        "forget an entry",
        "DELETE FROM catalog_entries WHERE key = $1",
        &[&Id(it.key)],
    )?;
    lease.execute(
        "keep an entry",
        "INSERT INTO catalog_entries (key, business, business_name, sequence, made_at, zone,
             schedule, place, blob, file_name, bytes_count, sha256, content_digest, head_sequence,
             head_hash, contents, is_encrypted, verified_at, verified_trouble, rehearsed_at,
             rehearsed_trouble, state, state_at, state_trouble)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
             $19, $20, $21, $22, $23, $24)",
        &[
            &Id(it.key),
            &Id(it.business),
            &it.business_name.as_bytes(),
            &it.sequence.cast_signed(),
            &sortable(it.made_at),
            &it.zone,
            &it.schedule.map(Id),
            &it.place.map(Id),
            &it.blob,
            &it.file_name,
            &it.bytes_count.cast_signed(),
            &it.sha256.map(Vec::from),
            &it.content_digest.map(Vec::from),
            &it.history_head.map(|(sequence, _)| sequence.cast_signed()),
            &it.history_head.map(|(_, hash)| Vec::from(hash)),
            &it.contents.code(),
            &it.is_encrypted,
            &at(&it.verified),
            &wrong(&it.verified),
            &at(&it.rehearsed),
            &wrong(&it.rehearsed),
            &it.state.code(),
            &state_at.map(sortable),
            &state_trouble.map(trouble_bytes),
        ],
    )?;
    Ok(())
}

pub fn run(row: &Row) -> Option<Run> {
    Some(Run {
        key: key(row, "key")?,
        kind: RunKind::from_code(row.get("kind"))?,
        business: key(row, "business")?,
        schedule: key(row, "schedule"),
        entry: key(row, "entry"),
        due_at: moment(row, "due_at")??,
        began_at: moment(row, "began_at")??,
        ended_at: moment(row, "ended_at")??,
        outcome: stored::outcome(row.get("outcome"), trouble(row, "trouble")?)?,
    })
}
