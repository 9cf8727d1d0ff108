//! What is looked up about attachments: which belong to a record, and which row of `Images` does.
//!
//! Both tables are derived: each write of a record or row keeps them right in the same transaction,
//! and [`complete`] makes them again from the rows when they are not said to be complete.

use super::{Holder, Session, carried, key_at, objects, to_count};
use crate::place::Place;
use books::{Key, Object, kinds};
use rusqlite::{Connection, OptionalExtension, params};
use store::rows::{IMAGES, cells, key_column, key_in_cell};
use store::{Cell, StoreError, Visit, attachment_owner, is_attachment};

/// The name under which both tables are said to be complete.
const ATTACHMENTS: &str = "attachments";

pub fn each_attachment_of<H: Holder>(
    session: &Session<H>,
    owner: Option<Key>,
    visit: Visit<'_, Object>,
) -> Result<(), StoreError> {
    let fault = session.place().fault("read the attachments of a record");
    let owner = owner.unwrap_or(Key::NIL);
    let mut statement = session.statement(
        "SELECT o.Key, o.ContentType, o.Timestamp, o.Content
         FROM AttachmentOwners a JOIN Objects o ON o.Key = a.Attachment
         WHERE a.Owner = ? ORDER BY a.Attachment",
    )?;
    let mut rows = statement.query([owner.as_bytes()]).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        visit(objects::object_of(row).map_err(&fault)?)?;
    }
    Ok(())
}

/// Notes whose attachment a record is, if it is one.
pub fn note_owner<H: Holder>(session: &Session<H>, object: &Object) -> Result<(), StoreError> {
    if !is_attachment(object) {
        return Ok(());
    }
    let owner = attachment_owner(&object.content).unwrap_or(Key::NIL);
    session
        .statement("INSERT INTO AttachmentOwners (Owner, Attachment) VALUES (?, ?)")?
        .execute(params![owner.as_bytes(), object.key.as_bytes()])
        .map_err(session.place().fault("note an attachment"))?;
    Ok(())
}

pub fn forget_owner<H: Holder>(session: &Session<H>, attachment: Key) -> Result<(), StoreError> {
    session
        .statement("DELETE FROM AttachmentOwners WHERE Attachment = ?")?
        .execute([attachment.as_bytes()])
        .map_err(session.place().fault("forget an attachment"))?;
    Ok(())
}

pub fn each_image<H: Holder>(
    session: &Session<H>,
    visit: Visit<'_, (Key, u64)>,
) -> Result<(), StoreError> {
    let fault = session.place().fault("read about the images");
    let Some(number) = carried::number_of(session, IMAGES)? else {
        return Ok(());
    };
    let mut statement = session.statement(
        "SELECT i.Key, r.BytesCount FROM ImageRows i
         JOIN CarriedRows r ON r.CarriedTable = ? AND r.Position = i.Position ORDER BY i.Key",
    )?;
    let mut rows = statement.query([number]).map_err(&fault)?;
    while let Some(row) = rows.next().map_err(&fault)? {
        let bytes_count = row.get(1).map_err(&fault)?;
        visit((key_at(row, 0).map_err(&fault)?, to_count(bytes_count)))?;
    }
    Ok(())
}

pub fn image<H: Holder>(session: &Session<H>, key: Key) -> Result<Option<Vec<Cell>>, StoreError> {
    let Some(number) = carried::number_of(session, IMAGES)? else {
        return Ok(None);
    };
    let bytes: Option<Vec<u8>> = session
        .statement(
            "SELECT r.Cells FROM ImageRows i
             JOIN CarriedRows r ON r.CarriedTable = ? AND r.Position = i.Position WHERE i.Key = ?",
        )?
        .query_one(params![number, key.as_bytes()], |row| row.get(0))
        .optional()
        .map_err(session.place().fault("read an image"))?;
    let garbled = || session.place().damaged("a row of Images is garbled");
    bytes
        .map(|bytes| cells::decode(&bytes).ok_or_else(garbled))
        .transpose()
}

/// Notes the row in which the picture of a record stands; of two under one key the first.
pub fn note_image<H: Holder>(
    session: &Session<H>,
    key: Option<&Cell>,
    position: i64,
) -> Result<(), StoreError> {
    let Some(key) = key.and_then(key_in_cell) else {
        return Ok(());
    };
    session
        .statement("INSERT OR IGNORE INTO ImageRows (Key, Position) VALUES (?, ?)")?
        .execute(params![key.as_bytes(), position])
        .map_err(session.place().fault("note an image"))?;
    Ok(())
}

/// Makes both tables from the rows, unless they are complete. Call in a transaction.
pub fn complete(connection: &Connection, place: &Place) -> Result<(), StoreError> {
    let session = Session(Filling { connection, place });
    let fault = place.fault("look through the attachments");
    let is_complete = session
        .statement("SELECT 1 FROM Lookups WHERE Name = ?")?
        .exists([ATTACHMENTS])
        .map_err(&fault)?;
    if is_complete {
        return Ok(());
    }
    connection
        .execute_batch("DELETE FROM AttachmentOwners; DELETE FROM ImageRows;")
        .map_err(&fault)?;
    objects::each(&session, Some(kinds::ATTACHMENT), &mut |object| {
        note_owner(&session, &object)
    })?;
    let tables = carried::tables(&session)?;
    let images = tables.iter().find(|table| table.name == IMAGES);
    let place_of_key = images.and_then(key_column);
    let mut position = 0;
    carried::each_row(&session, IMAGES, &mut |row| {
        position += 1;
        note_image(&session, place_of_key.and_then(|at| row.get(at)), position)
    })?;
    session
        .statement("INSERT INTO Lookups (Name) VALUES (?)")?
        .execute([ATTACHMENTS])
        .map_err(&fault)?;
    Ok(())
}

/// The connection while a file climbs.
struct Filling<'f> {
    connection: &'f Connection,
    place: &'f Place,
}

impl Holder for Filling<'_> {
    fn connection(&self) -> &Connection {
        self.connection
    }

    fn place(&self) -> &Place {
        self.place
    }
}
