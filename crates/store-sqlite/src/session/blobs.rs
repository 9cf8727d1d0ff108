//! The bytes of attachments, in chunks, equal bytes kept once.
//!
//! Bytes are written under a number of their own while they are read and summed; only at their end
//! is it known whether the same bytes are here already. Then the new chunks are let go.

use super::{Holder, Session, to_count, to_signed};
use books::Key;
use rusqlite::{OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use std::io::{self, Read, Write};
use store::rows::fill_chunk;
use store::{Blob, StoreError, Visit};

/// The bytes of one chunk, the last of a content aside. The memory that a blob needs, whatever
/// its size.
pub const CHUNK_BYTES: usize = 256 * 1024;

pub fn one<H: Holder>(session: &Session<H>, key: Key) -> Result<Option<Blob>, StoreError> {
    session
        .statement(
            "SELECT b.Key, b.Name, b.ContentType, c.BytesCount, c.Digest
             FROM Blobs b JOIN BlobContents c ON c.Number = b.Content WHERE b.Key = ?",
        )?
        .query_one([key.as_bytes()], blob_of)
        .optional()
        .map_err(session.place().fault("read about an attachment"))
}

pub fn each<H: Holder>(session: &Session<H>, visit: Visit<'_, Blob>) -> Result<(), StoreError> {
    let fault = session.place().fault("read about the attachments");
    let mut statement = session.statement(
        "SELECT b.Key, b.Name, b.ContentType, c.BytesCount, c.Digest
         FROM Blobs b JOIN BlobContents c ON c.Number = b.Content ORDER BY b.Key",
    )?;
    let mut rows = statement.query([]).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        visit(blob_of(row).map_err(&fault)?)?;
    }
    Ok(())
}

/// Copies the bytes and sums them on the way: what leaves here is what came in, or an error.
pub fn copy<H: Holder>(
    session: &Session<H>,
    key: Key,
    sink: &mut dyn Write,
) -> Result<u64, StoreError> {
    let fault = session.place().fault("read an attachment");
    let blob = one(session, key)?.ok_or(StoreError::RecordNotFound(key))?;
    let mut statement = session.statement(
        "SELECT c.Bytes FROM Blobs b JOIN BlobChunks c ON c.Content = b.Content
         WHERE b.Key = ? ORDER BY c.Position",
    )?;
    let mut rows = statement.query([key.as_bytes()]).map_err(&fault)?;
    let mut sum = Sha256::new();
    let mut copied = 0;
    while let Some(row) = rows.next().map_err(&fault)? {
        let bytes = row
            .get_ref(0)
            .and_then(|value| Ok(value.as_blob()?))
            .map_err(&fault)?;
        sum.update(bytes);
        sink.write_all(bytes).map_err(stopped)?;
        copied += length_of(bytes);
    }
    if copied != blob.bytes_count || blob.sha256 != <[u8; 32]>::from(sum.finalize()) {
        return Err(session.place().damaged(format!(
            "the bytes of the attachment {key} are not those that came in"
        )));
    }
    Ok(copied)
}

/// Keeps the bytes of `source` under the key.
pub fn put<H: Holder>(
    session: &Session<H>,
    key: Key,
    name: Option<&str>,
    content_type: Option<&str>,
    source: &mut dyn Read,
) -> Result<Blob, StoreError> {
    let fault = session.place().fault("write an attachment");
    let earlier = content_number(session, key)?;
    let (number, bytes_count, sha256) = take_in(session, source)?;
    session
        .statement(
            "INSERT INTO Blobs (Key, Name, ContentType, Content) VALUES (?, ?, ?, ?)
             ON CONFLICT (Key) DO UPDATE SET Name = excluded.Name,
                 ContentType = excluded.ContentType, Content = excluded.Content",
        )?
        .execute(params![key.as_bytes(), name, content_type, number])
        .map_err(&fault)?;
    if let Some(earlier) = earlier {
        let_go(session, earlier)?;
    }
    Ok(Blob {
        key,
        name: name.map(str::to_owned),
        content_type: content_type.map(str::to_owned),
        bytes_count,
        sha256,
    })
}

/// Keeps bytes under another key too, or under the same one with another name.
pub fn share<H: Holder>(
    session: &Session<H>,
    from: Key,
    key: Key,
    name: Option<&str>,
) -> Result<Blob, StoreError> {
    let number = content_number(session, from)?.ok_or(StoreError::RecordNotFound(from))?;
    let earlier = content_number(session, key)?;
    session
        .statement(
            "INSERT INTO Blobs (Key, Name, ContentType, Content)
             SELECT ?1, ?2, ContentType, Content FROM Blobs WHERE Key = ?3
             ON CONFLICT (Key) DO UPDATE SET Name = excluded.Name,
                 ContentType = excluded.ContentType, Content = excluded.Content",
        )?
        .execute(params![key.as_bytes(), name, from.as_bytes()])
        .map_err(session.place().fault("write an attachment"))?;
    if let Some(earlier) = earlier.filter(|earlier| *earlier != number) {
        let_go(session, earlier)?;
    }
    one(session, key)?.ok_or(StoreError::RecordNotFound(key))
}

pub fn delete<H: Holder>(session: &Session<H>, key: Key) -> Result<(), StoreError> {
    let Some(number) = content_number(session, key)? else {
        return Ok(());
    };
    session
        .statement("DELETE FROM Blobs WHERE Key = ?")?
        .execute([key.as_bytes()])
        .map_err(session.place().fault("let go of an attachment"))?;
    let_go(session, number)
}

/// What is known of bytes laid aside.
pub fn shelved<H: Holder>(session: &Session<H>, key: Key) -> Result<Option<Blob>, StoreError> {
    session
        .statement(
            "SELECT b.Key, b.Name, b.ContentType, c.BytesCount, c.Digest
             FROM ShelvedBlobs b JOIN BlobContents c ON c.Number = b.Content WHERE b.Key = ?",
        )?
        .query_one([key.as_bytes()], blob_of)
        .optional()
        .map_err(session.place().fault("read about an attachment"))
}

/// Lays bytes aside; those laid aside earlier under the key are let go of.
pub fn shelve<H: Holder>(session: &Session<H>, key: Key) -> Result<(), StoreError> {
    if content_number(session, key)?.is_none() {
        return Ok(());
    }
    let earlier = shelved_number(session, key)?;
    move_blob(session, key, ["ShelvedBlobs", "Blobs"])?;
    match earlier {
        Some(number) => let_go(session, number),
        None => Ok(()),
    }
}

/// Takes bytes back, unless others are there under the key.
pub fn unshelve<H: Holder>(session: &Session<H>, key: Key) -> Result<bool, StoreError> {
    if content_number(session, key)?.is_some() || shelved_number(session, key)?.is_none() {
        return Ok(false);
    }
    move_blob(session, key, ["Blobs", "ShelvedBlobs"])?;
    Ok(true)
}

fn move_blob<H: Holder>(
    session: &Session<H>,
    key: Key,
    [to, from]: [&str; 2],
) -> Result<(), StoreError> {
    for sql in [
        format!("INSERT OR REPLACE INTO {to} SELECT * FROM {from} WHERE Key = ?"),
        format!("DELETE FROM {from} WHERE Key = ?"),
    ] {
        session
            .statement(&sql)?
            .execute([key.as_bytes()])
            .map_err(session.place().fault("lay an attachment aside"))?;
    }
    Ok(())
}

fn shelved_number<H: Holder>(session: &Session<H>, key: Key) -> Result<Option<i64>, StoreError> {
    session
        .statement("SELECT Content FROM ShelvedBlobs WHERE Key = ?")?
        .query_one([key.as_bytes()], |row| row.get(0))
        .optional()
        .map_err(session.place().fault("read about an attachment"))
}

/// Writes the chunks, and returns the number under which the bytes are kept.
fn take_in<H: Holder>(
    session: &Session<H>,
    source: &mut dyn Read,
) -> Result<(i64, u64, [u8; 32]), StoreError> {
    let fault = session.place().fault("write an attachment");
    session
        .statement("INSERT INTO BlobContents (Digest, BytesCount) VALUES (NULL, 0)")?
        .execute([])
        .map_err(&fault)?;
    let number = session.connection().last_insert_rowid();
    let mut insert =
        session.statement("INSERT INTO BlobChunks (Content, Position, Bytes) VALUES (?, ?, ?)")?;
    let mut sum = Sha256::new();
    let mut bytes_count = 0;
    let mut chunk = vec![0; CHUNK_BYTES];
    for position in 0_i64.. {
        let bytes = fill_chunk(source, &mut chunk).map_err(stopped)?;
        if bytes.is_empty() {
            break;
        }
        sum.update(bytes);
        bytes_count += length_of(bytes);
        insert
            .execute(params![number, position, bytes])
            .map_err(&fault)?;
    }
    let sha256 = sum.finalize().into();
    if let Some(kept) = number_of_digest(session, &sha256)? {
        drop_content(session, number)?;
        return Ok((kept, bytes_count, sha256));
    }
    session
        .statement("UPDATE BlobContents SET Digest = ?, BytesCount = ? WHERE Number = ?")?
        .execute(params![sha256, to_signed(bytes_count), number])
        .map_err(&fault)?;
    Ok((number, bytes_count, sha256))
}

fn number_of_digest<H: Holder>(
    session: &Session<H>,
    sha256: &[u8; 32],
) -> Result<Option<i64>, StoreError> {
    session
        .statement("SELECT Number FROM BlobContents WHERE Digest = ?")?
        .query_one([sha256], |row| row.get(0))
        .optional()
        .map_err(session.place().fault("look for equal bytes"))
}

fn content_number<H: Holder>(session: &Session<H>, key: Key) -> Result<Option<i64>, StoreError> {
    session
        .statement("SELECT Content FROM Blobs WHERE Key = ?")?
        .query_one([key.as_bytes()], |row| row.get(0))
        .optional()
        .map_err(session.place().fault("read about an attachment"))
}

/// Removes the bytes when no blob has them any more, listed or laid aside.
fn let_go<H: Holder>(session: &Session<H>, number: i64) -> Result<(), StoreError> {
    let is_used: bool = session
        .statement(
            "SELECT EXISTS (SELECT 1 FROM Blobs WHERE Content = ?1)
                 OR EXISTS (SELECT 1 FROM ShelvedBlobs WHERE Content = ?1)",
        )?
        .query_one([number], |row| row.get(0))
        .map_err(session.place().fault("let go of an attachment"))?;
    if is_used {
        return Ok(());
    }
    drop_content(session, number)
}

fn drop_content<H: Holder>(session: &Session<H>, number: i64) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM BlobChunks WHERE Content = ?",
        "DELETE FROM BlobContents WHERE Number = ?",
    ] {
        session
            .statement(sql)?
            .execute([number])
            .map_err(session.place().fault("let go of an attachment"))?;
    }
    Ok(())
}

fn blob_of(row: &Row<'_>) -> rusqlite::Result<Blob> {
    Ok(Blob {
        key: super::key_at(row, 0)?,
        name: row.get(1)?,
        content_type: row.get(2)?,
        bytes_count: to_count(row.get(3)?),
        sha256: row.get(4)?,
    })
}

fn length_of(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// The other end of the copy failed: its own error goes back to the caller.
fn stopped(error: io::Error) -> StoreError {
    StoreError::Stopped(Box::new(error))
}
