//! One entry of the trail as one row of `history`, both ways, and the end of the chain.

use super::{
    Holder, Session, Writing, digest_at, key_at, optional_key_at, text_at, to_count, to_signed,
};
use crate::values::Id;
use history::chain::ChainError;
use history::{Action, Contents, Draft, Entry, Head, Stamp, facts};
use jiff::Timestamp;
use postgres::Row;
use store::StoreError;

/// The columns in the order in which [`entry_of`] reads them.
pub const COLUMNS: &str = "sequence, key, installation, commit_key, instant_seconds, \
    instant_nanoseconds, zone, offset_seconds, user_key, user_name, program_version, action, \
    object, content_type_before, content_type_after, title, facts, previous_hash, hash, \
    content_before, content_after";

pub fn head<H: Holder>(session: &Session<H>) -> Result<Head, StoreError> {
    let row = session.first(
        "read the end of the trail",
        "SELECT sequence, hash FROM history WHERE business = $1 ORDER BY sequence DESC LIMIT 1",
        &[session.number()],
    )?;
    let Some(row) = row else {
        return Ok(Head::default());
    };
    Ok(Head {
        sequence: to_count(row.get(0)),
        hash: digest_at(session.place(), &row, 1)?,
    })
}

/// Adds an entry at the end, when it follows.
pub fn append<H: Writing>(session: &Session<H>, entry: &Entry) -> Result<(), StoreError> {
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
    for content in [&draft.before.content, &draft.after.content] {
        session
            .0
            .growth()
            .add_bytes(content.as_ref().map_or(0, Vec::len));
    }
    insert(session, entry)
}

fn insert<H: Holder>(session: &Session<H>, entry: &Entry) -> Result<(), StoreError> {
    let draft = &entry.draft;
    let stamp = &draft.stamp;
    session.execute(
        "write an entry of the trail",
        &format!(
            "INSERT INTO history (business, {COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,
                 $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)"
        ),
        &[
            session.number(),
            &to_signed(entry.sequence),
            &Id(draft.key),
            &Id(entry.installation),
            &Id(stamp.commit),
            &stamp.instant.as_second(),
            &stamp.instant.subsec_nanosecond(),
            &stamp.zone.as_bytes(),
            &stamp.offset_s,
            &stamp.user_key.map(Id),
            &stamp.user_name.as_bytes(),
            &stamp.program_version.as_bytes(),
            &draft.action.code(),
            &draft.object.map(Id),
            &draft.before.content_type.map(Id),
            &draft.after.content_type.map(Id),
            &draft.title.as_bytes(),
            &facts::encode(&draft.facts),
            &entry.previous_hash.as_slice(),
            &entry.hash.as_slice(),
            &draft.before.content,
            &draft.after.content,
        ],
    )?;
    Ok(())
}

/// The entry in a row with [`COLUMNS`].
pub fn entry_of<H: Holder>(session: &Session<H>, row: &Row) -> Result<Entry, StoreError> {
    let place = session.place();
    let sequence = to_count(row.get(0));
    let garbled = |what: &str| place.damaged(format!("history entry {sequence}: {what}"));
    let action: String = row.get(11);
    let action = Action::from_code(&action).ok_or_else(|| garbled("its action is unknown"))?;
    let instant =
        Timestamp::new(row.get(4), row.get(5)).map_err(|_| garbled("its moment is none"))?;
    let facts = facts::decode(row.get(16)).map_err(|_| garbled("its facts are garbled"))?;
    let stamp = Stamp {
        instant,
        zone: text_at(place, row, 6)?,
        offset_s: row.get(7),
        user_key: optional_key_at(row, 8),
        user_name: text_at(place, row, 9)?,
        program_version: text_at(place, row, 10)?,
        commit: key_at(row, 3),
    };
    let draft = Draft {
        stamp,
        action,
        key: key_at(row, 1),
        object: optional_key_at(row, 12),
        before: Contents {
            content_type: optional_key_at(row, 13),
            content: row.get(19),
        },
        after: Contents {
            content_type: optional_key_at(row, 14),
            content: row.get(20),
        },
        title: text_at(place, row, 15)?,
        facts,
    };
    Ok(Entry {
        sequence,
        installation: key_at(row, 2),
        draft,
        previous_hash: digest_at(place, row, 17)?,
        hash: digest_at(place, row, 18)?,
    })
}
