//! One entry of the trail as one row of `History`, both ways, and the end of the chain.

use super::{Holder, Session, key_at, optional_key_at, to_count, to_signed};
use history::chain::ChainError;
use history::{Action, Contents, Draft, Entry, Head, Stamp, facts};
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};
use store::StoreError;

/// The columns in the order in which [`entry_of`] reads them.
pub const COLUMNS: &str = "Sequence, Key, Installation, CommitKey, InstantSeconds, \
    InstantNanoseconds, Zone, OffsetSeconds, UserKey, UserName, ProgramVersion, Action, Object, \
    ContentTypeBefore, ContentTypeAfter, Title, Facts, PreviousHash, Hash, ContentBefore, \
    ContentAfter";

pub fn head<H: Holder>(session: &Session<H>) -> Result<Head, StoreError> {
    session
        .statement("SELECT Sequence, Hash FROM History ORDER BY Sequence DESC LIMIT 1")?
        .query_one([], |row| {
            Ok(Head {
                sequence: to_count(row.get(0)?),
                hash: row.get(1)?,
            })
        })
        .optional()
        .map(Option::unwrap_or_default)
        .map_err(session.place().fault("read the end of the trail"))
}

/// Adds an entry at the end, when it follows.
pub fn append<H: Holder>(session: &Session<H>, entry: &Entry) -> Result<(), StoreError> {
    history::chain::follow(head(session)?, entry)
        .map_err(|error: ChainError| session.place().damaged(error))?;
    let draft = &entry.draft;
    if draft.object.is_none() && [&draft.before, &draft.after] != [&Contents::default(); 2] {
        // A `.manager` file would have no place for them (SPEC-history.md, section 2).
        return Err(session.place().damaged(format!(
            "history entry {} has contents but concerns no record",
            entry.sequence
        )));
    }
    insert(session, entry)
}

fn insert<H: Holder>(session: &Session<H>, entry: &Entry) -> Result<(), StoreError> {
    let draft = &entry.draft;
    let stamp = &draft.stamp;
    let bytes = |key: &Option<books::Key>| key.map(|key| *key.as_bytes());
    session
        .statement(&format!(
            "INSERT INTO History ({COLUMNS})
             VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
        ))?
        .execute(params![
            to_signed(entry.sequence),
            draft.key.as_bytes(),
            entry.installation.as_bytes(),
            stamp.commit.as_bytes(),
            stamp.instant.as_second(),
            stamp.instant.subsec_nanosecond(),
            stamp.zone,
            stamp.offset_s,
            bytes(&stamp.user_key),
            stamp.user_name,
            stamp.program_version,
            draft.action.code(),
            bytes(&draft.object),
            bytes(&draft.before.content_type),
            bytes(&draft.after.content_type),
            draft.title,
            facts::encode(&draft.facts),
            entry.previous_hash,
            entry.hash,
            draft.before.content,
            draft.after.content,
        ])
        .map_err(session.place().fault("write an entry of the trail"))?;
    Ok(())
}

/// The entry in a row with [`COLUMNS`].
pub fn entry_of<H: Holder>(session: &Session<H>, row: &Row<'_>) -> Result<Entry, StoreError> {
    let place = session.place();
    let sequence = to_count(row.get(0).map_err(place.fault("read the trail"))?);
    let garbled = |what: &str| place.damaged(format!("history entry {sequence}: {what}"));
    let raw = raw_of(row).map_err(place.fault("read the trail"))?;
    let action = Action::from_code(&raw.action).ok_or_else(|| garbled("its action is unknown"))?;
    let instant =
        Timestamp::new(raw.seconds, raw.nanoseconds).map_err(|_| garbled("its moment is none"))?;
    let facts = facts::decode(&raw.facts).map_err(|_| garbled("its facts are garbled"))?;
    let mut entry = raw.entry;
    entry.draft.action = action;
    entry.draft.stamp.instant = instant;
    entry.draft.facts = facts;
    Ok(entry)
}

/// An entry whose action, moment and facts are still to be made out.
struct Raw {
    entry: Entry,
    action: String,
    seconds: i64,
    nanoseconds: i32,
    facts: Vec<u8>,
}

fn raw_of(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let stamp = Stamp {
        instant: Timestamp::UNIX_EPOCH,
        zone: row.get(6)?,
        offset_s: row.get(7)?,
        user_key: optional_key_at(row, 8)?,
        user_name: row.get(9)?,
        program_version: row.get(10)?,
        commit: key_at(row, 3)?,
    };
    let draft = Draft {
        stamp,
        action: Action::Create,
        key: key_at(row, 1)?,
        object: optional_key_at(row, 12)?,
        before: Contents {
            content_type: optional_key_at(row, 13)?,
            content: row.get(19)?,
        },
        after: Contents {
            content_type: optional_key_at(row, 14)?,
            content: row.get(20)?,
        },
        title: row.get(15)?,
        facts: Vec::new(),
    };
    Ok(Raw {
        entry: Entry {
            sequence: to_count(row.get(0)?),
            installation: key_at(row, 2)?,
            draft,
            previous_hash: row.get(17)?,
            hash: row.get(18)?,
        },
        action: row.get(11)?,
        seconds: row.get(4)?,
        nanoseconds: row.get(5)?,
        facts: row.get(16)?,
    })
}
