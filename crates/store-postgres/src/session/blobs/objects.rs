//! Bytes of attachments in object storage (docs/SPEC-cloud.md, 2.10 and 2.11).

use super::super::{Holder, Session, Writing, to_signed};
use super::{Summed, TakenIn, grow, stopped, with_digest};
use crate::objects::{fault, key_of, new_key};
use crate::place::Place;
use catalog::{BlobError, BlobKey, BlobStore};
use std::io::{self, Read};
use store::StoreError;

/// The object in which a content lies; none for one in chunks.
pub fn named<H: Holder>(
    session: &Session<H>,
    content: Option<i64>,
) -> Result<Option<BlobKey>, StoreError> {
    let row = session.first(
        "read about an attachment",
        "SELECT object FROM blob_contents WHERE number = $1",
        &[&content],
    )?;
    let name: Option<String> = row.and_then(|row| row.get(0));
    name.map(|name| key_of(&name)).transpose()
}

/// Copies an object out of `objects` into `out`. No connection to the database is needed.
pub fn copy(
    objects: Option<&dyn BlobStore>,
    place: &Place,
    object: &BlobKey,
    out: &mut Summed<'_>,
) -> Result<(), StoreError> {
    let objects = objects.ok_or_else(|| {
        StoreError::engine(
            "read an attachment",
            "its bytes lie in object storage, and the program was started without one",
        )
    })?;
    match objects.get(object, None, out) {
        Ok(_) => Ok(()),
        Err(BlobError::NotFound { .. }) => Err(place.damaged(format!(
            "the bytes of an attachment, {object}, are gone from object storage"
        ))),
        Err(error) => Err(fault("read an attachment")(error)),
    }
}

/// Puts what is read into an object of its own, and names it in a row, unless the same bytes are
/// here already.
pub fn take_in<H: Writing>(
    session: &Session<H>,
    place: &dyn BlobStore,
    source: &mut dyn Read,
) -> Result<TakenIn, StoreError> {
    let object = new_key(session.lease().subscriber())?;
    let mut source = Remembering {
        source,
        failure: None,
    };
    let put = place.put(&object, &mut source);
    if let Some(error) = source.failure {
        return Err(stopped(error));
    }
    let stored = put.map_err(fault("write an attachment"))?;
    if let Some(kept) = with_digest(session, &stored.sha256)? {
        // What cannot be deleted now is found by the sweep: no row names it.
        let _swept_later = place.delete(&object);
        return Ok((kept, stored.bytes_count, stored.sha256));
    }
    let row = session.first(
        "write an attachment",
        "INSERT INTO blob_contents (business, digest, bytes_count, object)
         VALUES ($1, $2, $3, $4) RETURNING number",
        &[
            session.number(),
            &stored.sha256.as_slice(),
            &to_signed(stored.bytes_count),
            &object.as_str(),
        ],
    )?;
    grow(session, stored.bytes_count);
    let number = row.map_or(0, |row| row.get(0));
    Ok((number, stored.bytes_count, stored.sha256))
}

/// Marks a content that nobody has any more. Its digest goes at once, so that the same bytes that
/// come again get an object of their own.
pub fn mark<H: Writing>(session: &Session<H>, number: i64) -> Result<(), StoreError> {
    session.execute(
        "let go of an attachment",
        "UPDATE blob_contents SET digest = NULL, let_go_at = clock_timestamp() WHERE number = $1",
        &[&number],
    )?;
    Ok(())
}

/// A source that keeps the error by which it failed: what reads it tells of another.
struct Remembering<'a> {
    source: &'a mut dyn Read,
    failure: Option<io::Error>,
}

impl Read for Remembering<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.source.read(bytes) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    let told = io::Error::from(error.kind());
                    self.failure = Some(error);
                    return Err(told);
                }
                read => return read,
            }
        }
    }
}
