//! The bytes of attachments, equal bytes of one business kept once.
//!
//! They lie in rows in chunks, or in object storage (`objects`). Either way they are written under
//! a name of their own while they are read and summed; only at their end is it known whether the
//! same bytes are here already. Then the new ones are let go.

mod objects;
mod sending;

pub use sending::send;

use super::{Holder, Session, Writing, digest_at, key_at, optional_text_at, to_count, to_signed};
use crate::place::Place;
use crate::values::Id;
use books::Key;
use postgres::Row;
use sha2::{Digest, Sha256};
use std::io::{self, Read, Write};
use std::sync::Arc;
use store::rows::fill_chunk;
use store::{Blob, StoreError, Visit};

/// The bytes of one chunk, the last of a content aside. Rows are visited some at a time, so that a
/// blob needs about sixteen times this in memory, whatever its size.
const CHUNK_BYTES: usize = 256 * 1024;
/// Chunks that are read at once.
const CHUNKS_AT_ONCE: i64 = 16;

/// The columns in the order in which [`blob_of`] reads them, of this or that shelf.
const BLOBS: &str = "SELECT b.key, b.name, b.content_type, c.bytes_count, c.digest
     FROM blobs b JOIN blob_contents c ON c.number = b.content
     WHERE b.business = $1 AND b.is_shelved = $2";

pub fn one<H: Holder>(
    session: &Session<H>,
    key: Key,
    is_shelved: bool,
) -> Result<Option<Blob>, StoreError> {
    let row = session.first(
        "read about an attachment",
        &format!("{BLOBS} AND b.key = $3"),
        &[session.number(), &is_shelved, &Id(key)],
    )?;
    row.map(|row| blob_of(session, &row)).transpose()
}

pub fn each<H: Holder>(session: &Session<H>, visit: Visit<'_, Blob>) -> Result<(), StoreError> {
    session.each(
        "read about the attachments",
        &format!("{BLOBS} ORDER BY b.key"),
        &[session.number(), &false],
        &mut |row| visit(blob_of(session, row)?),
    )
}

/// Copies the bytes and sums them on the way: what leaves here is what came in, or an error.
pub fn copy<H: Holder>(
    session: &Session<H>,
    key: Key,
    sink: &mut dyn Write,
) -> Result<u64, StoreError> {
    let blob = one(session, key, false)?.ok_or(StoreError::RecordNotFound(key))?;
    let content = content_number(session, key, false)?;
    let mut out = Summed::new(sink);
    let copied = match objects::named(session, content)? {
        Some(object) => {
            let objects = session.lease().objects().map(Arc::as_ref);
            objects::copy(objects, session.place(), &object, &mut out)
        }
        None => copy_chunks(session, content, &mut out),
    };
    out.concluded(copied, &blob, session.place())
}

fn copy_chunks<H: Holder>(
    session: &Session<H>,
    content: Option<i64>,
    out: &mut Summed<'_>,
) -> Result<(), StoreError> {
    let mut next = 0_i64;
    loop {
        let rows = chunks(session, content, next, CHUNKS_AT_ONCE)?;
        if rows.is_empty() {
            return Ok(());
        }
        for row in &rows {
            out.write_all(row.get(0)).map_err(stopped)?;
        }
        next += CHUNKS_AT_ONCE;
    }
}

/// So many chunks of a content from this position on; none behind its end.
fn chunks<H: Holder>(
    session: &Session<H>,
    content: Option<i64>,
    from: i64,
    count: i64,
) -> Result<Vec<Row>, StoreError> {
    session.query(
        "read an attachment",
        "SELECT bytes FROM blob_chunks WHERE content = $1 AND position >= $2
             AND position < $2 + $3 ORDER BY position",
        &[&content, &from, &count],
    )
}

/// The other end of a copy: sums what passes, and keeps the error by which it failed.
struct Summed<'a> {
    sink: &'a mut dyn Write,
    sum: Sha256,
    bytes_count: u64,
    failure: Option<io::Error>,
}

impl<'a> Summed<'a> {
    fn new(sink: &'a mut dyn Write) -> Self {
        Self {
            sink,
            sum: Sha256::new(),
            bytes_count: 0,
            failure: None,
        }
    }

    /// How many bytes left here, when they are those that came in.
    fn concluded(
        self,
        copied: Result<(), StoreError>,
        blob: &Blob,
        place: &Place,
    ) -> Result<u64, StoreError> {
        // The other end's own error goes back to the caller, whatever became of it on the way.
        if let Some(error) = self.failure {
            return Err(stopped(error));
        }
        copied?;
        let sum = <[u8; 32]>::from(self.sum.finalize());
        if self.bytes_count != blob.bytes_count || blob.sha256 != sum {
            return Err(place.damaged(format!(
                "the bytes of the attachment {} are not those that came in",
                blob.key
            )));
        }
        Ok(self.bytes_count)
    }
}

impl Write for Summed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Err(error) = self.sink.write_all(bytes) {
            let told = io::Error::from(error.kind());
            self.failure = Some(error);
            return Err(told);
        }
        self.sum.update(bytes);
        self.bytes_count += length_of(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Keeps the bytes of `source` under the key.
pub fn put<H: Writing>(
    session: &Session<H>,
    key: Key,
    name: Option<&str>,
    content_type: Option<&str>,
    source: &mut dyn Read,
) -> Result<Blob, StoreError> {
    let earlier = content_number(session, key, false)?;
    let (number, bytes_count, sha256) = take_in(session, source)?;
    session.execute(
        "write an attachment",
        "INSERT INTO blobs (business, is_shelved, key, name, content_type, content)
         VALUES ($1, false, $2, $3, $4, $5)
         ON CONFLICT (business, is_shelved, key) DO UPDATE SET name = excluded.name,
             content_type = excluded.content_type, content = excluded.content",
        &[
            session.number(),
            &Id(key),
            &name.map(str::as_bytes),
            &content_type.map(str::as_bytes),
            &number,
        ],
    )?;
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
pub fn share<H: Writing>(
    session: &Session<H>,
    from: Key,
    key: Key,
    name: Option<&str>,
) -> Result<Blob, StoreError> {
    let number = content_number(session, from, false)?.ok_or(StoreError::RecordNotFound(from))?;
    let earlier = content_number(session, key, false)?;
    session.execute(
        "write an attachment",
        "INSERT INTO blobs (business, is_shelved, key, name, content_type, content)
         SELECT $1, false, $2, $3, content_type, content FROM blobs
         WHERE business = $1 AND is_shelved = false AND key = $4
         ON CONFLICT (business, is_shelved, key) DO UPDATE SET name = excluded.name,
             content_type = excluded.content_type, content = excluded.content",
        &[
            session.number(),
            &Id(key),
            &name.map(str::as_bytes),
            &Id(from),
        ],
    )?;
    if let Some(earlier) = earlier.filter(|earlier| *earlier != number) {
        let_go(session, earlier)?;
    }
    one(session, key, false)?.ok_or(StoreError::RecordNotFound(key))
}

pub fn delete<H: Writing>(session: &Session<H>, key: Key) -> Result<(), StoreError> {
    remove(session, key, false)
}

/// Lays bytes aside; those laid aside earlier under the key are let go of.
pub fn shelve<H: Writing>(session: &Session<H>, key: Key) -> Result<(), StoreError> {
    if content_number(session, key, false)?.is_none() {
        return Ok(());
    }
    remove(session, key, true)?;
    move_blob(session, key, true)
}

/// Takes bytes back, unless others are there under the key.
pub fn unshelve<H: Writing>(session: &Session<H>, key: Key) -> Result<bool, StoreError> {
    if content_number(session, key, false)?.is_some()
        || content_number(session, key, true)?.is_none()
    {
        return Ok(false);
    }
    move_blob(session, key, false)?;
    Ok(true)
}

fn move_blob<H: Writing>(session: &Session<H>, key: Key, to_shelf: bool) -> Result<(), StoreError> {
    session.execute(
        "lay an attachment aside",
        "UPDATE blobs SET is_shelved = $3
         WHERE business = $1 AND key = $2 AND is_shelved = NOT $3::boolean",
        &[session.number(), &Id(key), &to_shelf],
    )?;
    Ok(())
}

fn remove<H: Writing>(session: &Session<H>, key: Key, is_shelved: bool) -> Result<(), StoreError> {
    let Some(number) = content_number(session, key, is_shelved)? else {
        return Ok(());
    };
    session.execute(
        "let go of an attachment",
        "DELETE FROM blobs WHERE business = $1 AND is_shelved = $2 AND key = $3",
        &[session.number(), &is_shelved, &Id(key)],
    )?;
    let_go(session, number)
}

/// The number under which bytes are kept, how many they are, and their SHA-256.
type TakenIn = (i64, u64, [u8; 32]);

/// Keeps bytes, in object storage where there is one.
fn take_in<H: Writing>(session: &Session<H>, source: &mut dyn Read) -> Result<TakenIn, StoreError> {
    match session.lease().objects() {
        Some(place) => objects::take_in(session, place.as_ref(), source),
        None => take_in_chunks(session, source),
    }
}

fn take_in_chunks<H: Writing>(
    session: &Session<H>,
    source: &mut dyn Read,
) -> Result<TakenIn, StoreError> {
    let what = "write an attachment";
    let row = session.first(
        what,
        "INSERT INTO blob_contents (business, bytes_count) VALUES ($1, 0) RETURNING number",
        &[session.number()],
    )?;
    let number: i64 = row.map_or(0, |row| row.get(0));
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
        session.execute(
            what,
            "INSERT INTO blob_chunks (content, position, bytes) VALUES ($1, $2, $3)",
            &[&number, &position, &bytes],
        )?;
    }
    let sha256: [u8; 32] = sum.finalize().into();
    if let Some(kept) = with_digest(session, &sha256)? {
        drop_content(session, number)?;
        return Ok((kept, bytes_count, sha256));
    }
    session.execute(
        what,
        "UPDATE blob_contents SET digest = $2, bytes_count = $3 WHERE number = $1",
        &[&number, &sha256.as_slice(), &to_signed(bytes_count)],
    )?;
    grow(session, bytes_count);
    Ok((number, bytes_count, sha256))
}

/// The number of bytes with this SHA-256, where the business has them.
fn with_digest<H: Holder>(
    session: &Session<H>,
    sha256: &[u8; 32],
) -> Result<Option<i64>, StoreError> {
    let kept = session.first(
        "write an attachment",
        "SELECT number FROM blob_contents WHERE business = $1 AND digest = $2",
        &[session.number(), &sha256.as_slice()],
    )?;
    Ok(kept.map(|row| row.get(0)))
}

fn grow<H: Writing>(session: &Session<H>, bytes_count: u64) {
    let grown = usize::try_from(bytes_count).unwrap_or(usize::MAX);
    session.0.growth().add_bytes(grown);
}

fn content_number<H: Holder>(
    session: &Session<H>,
    key: Key,
    is_shelved: bool,
) -> Result<Option<i64>, StoreError> {
    let row = session.first(
        "read about an attachment",
        "SELECT content FROM blobs WHERE business = $1 AND is_shelved = $2 AND key = $3",
        &[session.number(), &is_shelved, &Id(key)],
    )?;
    Ok(row.map(|row| row.get(0)))
}

/// Removes the bytes when no blob has them any more, listed or laid aside.
fn let_go<H: Writing>(session: &Session<H>, number: i64) -> Result<(), StoreError> {
    let row = session.first(
        "let go of an attachment",
        "SELECT bytes_count FROM blob_contents WHERE number = $1
             AND NOT EXISTS (SELECT 1 FROM blobs WHERE content = $1)",
        &[&number],
    )?;
    let Some(row) = row else { return Ok(()) };
    let bytes_count = to_count(row.get(0));
    let shrunk = usize::try_from(bytes_count).unwrap_or(usize::MAX);
    session.0.growth().remove_bytes(shrunk);
    if objects::named(session, Some(number))?.is_some() {
        return objects::mark(session, number);
    }
    drop_content(session, number)
}

fn drop_content<H: Holder>(session: &Session<H>, number: i64) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM blob_chunks WHERE content = $1",
        "DELETE FROM blob_contents WHERE number = $1",
    ] {
        session.execute("let go of an attachment", sql, &[&number])?;
    }
    Ok(())
}

fn blob_of<H: Holder>(session: &Session<H>, row: &Row) -> Result<Blob, StoreError> {
    let place = session.place();
    Ok(Blob {
        key: key_at(row, 0),
        name: optional_text_at(place, row, 1)?,
        content_type: optional_text_at(place, row, 2)?,
        bytes_count: to_count(row.get(3)),
        sha256: digest_at(place, row, 4)?,
    })
}

fn length_of(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// The other end of the copy failed: its own error goes back to the caller.
fn stopped(error: io::Error) -> StoreError {
    StoreError::Stopped(Box::new(error))
}
