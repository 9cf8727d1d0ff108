//! What is looked up about attachments: which belong to a record, and which row of `Images` does.
//!
//! Both tables are derived: each write of a record or row keeps them right in the same transaction.

use super::{Holder, Session, Writing, carried, key_at, objects, to_count};
use crate::values::Id;
use books::{Key, Object};
use store::rows::{IMAGES, cells, key_in_cell};
use store::{Cell, StoreError, Visit, attachment_owner, is_attachment};

pub fn each_attachment_of<H: Holder>(
    session: &Session<H>,
    owner: Option<Key>,
    visit: Visit<'_, Object>,
) -> Result<(), StoreError> {
    session.each(
        "read the attachments of a record",
        "SELECT o.key, o.content_type, o.ticks, o.content
         FROM attachment_owners a
         JOIN objects o ON o.business = a.business AND o.key = a.attachment
         WHERE a.business = $1 AND a.owner = $2 ORDER BY a.attachment",
        &[session.number(), &Id(owner.unwrap_or(Key::NIL))],
        &mut |row| visit(objects::object_of(row)),
    )
}

/// Notes whose attachment a record is, if it is one.
pub fn note_owner<H: Writing>(session: &Session<H>, object: &Object) -> Result<(), StoreError> {
    if !is_attachment(object) {
        return Ok(());
    }
    let owner = attachment_owner(&object.content).unwrap_or(Key::NIL);
    session.execute(
        "note an attachment",
        "INSERT INTO attachment_owners (business, owner, attachment) VALUES ($1, $2, $3)",
        &[session.number(), &Id(owner), &Id(object.key)],
    )?;
    Ok(())
}

pub fn forget_owner<H: Writing>(session: &Session<H>, attachment: Key) -> Result<(), StoreError> {
    session.execute(
        "forget an attachment",
        "DELETE FROM attachment_owners WHERE business = $1 AND attachment = $2",
        &[session.number(), &Id(attachment)],
    )?;
    Ok(())
}

pub fn each_image<H: Holder>(
    session: &Session<H>,
    visit: Visit<'_, (Key, u64)>,
) -> Result<(), StoreError> {
    let Some(number) = carried::number_of(session, IMAGES)? else {
        return Ok(());
    };
    session.each(
        "read about the images",
        "SELECT i.key, r.bytes_count FROM image_rows i
         JOIN carried_rows r ON r.carried_table = $2 AND r.position = i.position
         WHERE i.business = $1 ORDER BY i.key",
        &[session.number(), &number],
        &mut |row| visit((key_at(row, 0), to_count(row.get(1)))),
    )
}

pub fn image<H: Holder>(session: &Session<H>, key: Key) -> Result<Option<Vec<Cell>>, StoreError> {
    let Some(number) = carried::number_of(session, IMAGES)? else {
        return Ok(None);
    };
    let row = session.first(
        "read an image",
        "SELECT r.cells FROM image_rows i
         JOIN carried_rows r ON r.carried_table = $2 AND r.position = i.position
         WHERE i.business = $1 AND i.key = $3",
        &[session.number(), &number, &Id(key)],
    )?;
    let garbled = || session.place().damaged("a row of Images is garbled");
    row.map(|row| cells::decode(row.get(0)).ok_or_else(garbled))
        .transpose()
}

/// Notes the row in which the picture of a record stands; of two under one key the first.
pub fn note_image<H: Writing>(
    session: &Session<H>,
    key: Option<&Cell>,
    position: i64,
) -> Result<(), StoreError> {
    let Some(key) = key.and_then(key_in_cell) else {
        return Ok(());
    };
    session.execute(
        "note an image",
        "INSERT INTO image_rows (business, key, position) VALUES ($1, $2, $3)
         ON CONFLICT DO NOTHING",
        &[session.number(), &Id(key), &position],
    )?;
    Ok(())
}
