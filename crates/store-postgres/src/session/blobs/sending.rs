//! Bytes of an attachment for somebody who may be slow (docs/SPEC-cloud.md, 2.16).
//!
//! A connection of the pool is held while something is asked of the database, and never while the
//! other end is waited for: a few browsers that take nothing would else have all connections, and
//! nobody's pages could be answered any more.

use super::super::{Holder, Session};
use super::{Summed, chunks, content_number, objects, one, stopped};
use books::Key;
use std::io::Write;
use store::{Blob, StoreError};

/// Chunks that are read in one moment: what a slow download holds in memory.
const CHUNKS_AT_ONCE: i64 = 2;

/// Copies the bytes and sums them on the way. Each look at the database is a moment of its own,
/// begun by `moment` and over before anything is handed on. A content is never changed and its
/// number never used again, so that what is read in several moments is of one content.
pub fn send<H: Holder>(
    moment: &dyn Fn() -> Result<Session<H>, StoreError>,
    key: Key,
    sink: &mut dyn Write,
) -> Result<u64, StoreError> {
    let first = moment()?;
    let blob = one(&first, key, false)?.ok_or(StoreError::RecordNotFound(key))?;
    let content = content_number(&first, key, false)?;
    let object = objects::named(&first, content)?;
    let place = *first.place();
    let storage = first.lease().objects().cloned();
    drop(first);
    let mut out = Summed::new(sink);
    let copied = match object {
        Some(object) => objects::copy(storage.as_deref(), &place, &object, &mut out),
        None => send_chunks(moment, &blob, content, &mut out),
    };
    out.concluded(copied, &blob, &place)
}

fn send_chunks<H: Holder>(
    moment: &dyn Fn() -> Result<Session<H>, StoreError>,
    blob: &Blob,
    content: Option<i64>,
    out: &mut Summed<'_>,
) -> Result<(), StoreError> {
    let mut next = 0_i64;
    while out.bytes_count < blob.bytes_count {
        let now = moment()?;
        let rows = chunks(&now, content, next, CHUNKS_AT_ONCE)?;
        if rows.is_empty() && is_gone(&now, content)? {
            return Err(StoreError::RecordNotFound(blob.key));
        }
        drop(now);
        if rows.is_empty() {
            // Fewer bytes than there should be: whoever called finds that out.
            return Ok(());
        }
        for row in &rows {
            out.write_all(row.get(0)).map_err(stopped)?;
        }
        next += CHUNKS_AT_ONCE;
    }
    Ok(())
}

/// Whether a content was let go of since it was found.
fn is_gone<H: Holder>(session: &Session<H>, content: Option<i64>) -> Result<bool, StoreError> {
    let row = session.first(
        "read about an attachment",
        "SELECT 1 FROM blob_contents WHERE number = $1",
        &[&content],
    )?;
    Ok(row.is_none())
}
