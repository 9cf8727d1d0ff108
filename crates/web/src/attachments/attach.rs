//! The act of attaching files to records and of removing them, for pages and the command line.
//!
//! An attachment is a record of its own (docs/SPEC-manager-records.md, "Attachment") that names
//! its owner, and bytes kept under the record's key. Record, bytes and History entry are written
//! in the caller's unit of work, together or not at all.

use crate::records::value::day;
use backup::kept_file_name;
use books::{Key, Object, kinds};
use history::Stamp;
use interchange::{DecodedRecord, Edit, FieldValue, decode, patch};
use jiff::civil::Date;
use std::io::Read;
use store::{Blob, Reader, StoreError, UnitOfWork};

/// The owner of the files of the business itself: its details, whether or not they are recorded
/// (docs/SPEC-manager-records.md, "Attachment"). Files that name no owner are its files too.
pub const BUSINESS: Key = kinds::BUSINESS_DETAILS;

/// The field of the date.
const DATE: u32 = 1;
/// The field of the file name.
const NAME: u32 = 2;
/// The field of the size in bytes.
const SIZE: u32 = 4;
/// The field of the record that it is attached to.
const OWNER: u32 = 6;
/// The field of the SHA-256 of the content: 32 bytes.
const SHA256: u32 = 12;

/// A longer media type is not kept (RFC 6838 section 4.2 allows 127 for each half).
const MEDIA_TYPE_BYTES_MAX: usize = 255;

/// A file about to be attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewAttachment<'a> {
    /// The key that the attachment will have, drawn by the caller.
    pub key: Key,
    /// The record that it is attached to, or [`BUSINESS`].
    pub owner: Key,
    /// The file name as it came; folders in it are dropped.
    pub name: &'a str,
    /// The media type as it came; it is kept and never believed.
    pub media_type: Option<&'a str>,
    /// The day on which it is attached, in the business's time zone.
    pub date: Date,
}

/// A file attached to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its key, under which its bytes are kept too.
    pub key: Key,
    /// The record that it is attached to, when it names one.
    pub owner: Option<Key>,
    /// Its file name; empty when it has none.
    pub name: String,
    /// When it was attached.
    pub date: Option<Date>,
    /// Its size as the record says it, in bytes.
    pub bytes_count: Option<u64>,
    /// Whether its bytes are here: a file may have come without them.
    pub is_here: bool,
}

impl Attachment {
    /// The record whose page it stands on: files without an owner stand with the business's own.
    pub fn shown_on(&self) -> Key {
        self.owner.unwrap_or(BUSINESS)
    }
}

/// Attaches a file: keeps its bytes, reading `source` to its end, and writes its record.
///
/// # Errors
/// [`StoreError::RecordNotFound`] when the owner is not there; the store's own otherwise.
pub fn attach_file(
    work: &mut dyn UnitOfWork,
    new: &NewAttachment<'_>,
    source: &mut dyn Read,
    stamp: &Stamp,
) -> Result<Blob, StoreError> {
    require_owner(work, new.owner)?;
    let name = kept_file_name(new.name);
    let media_type = new.media_type.filter(|text| is_media_type(text));
    let blob = work.put_blob(new.key, Some(&name), media_type, source)?;
    put_record(work, new, &name, &blob, stamp)?;
    Ok(blob)
}

/// Attaches a file that is here already to another record: a record of its own, and the same bytes.
///
/// # Errors
/// [`StoreError::RecordNotFound`] when the owner, the attachment or its bytes are not there.
pub fn attach_existing(
    work: &mut dyn UnitOfWork,
    existing: Key,
    new: &NewAttachment<'_>,
    stamp: &Stamp,
) -> Result<Blob, StoreError> {
    require_owner(work, new.owner)?;
    if attachment(&*work, existing)?.is_none() {
        return Err(StoreError::RecordNotFound(existing));
    }
    let name = kept_file_name(new.name);
    let blob = work.share_blob(existing, new.key, Some(&name))?;
    put_record(work, new, &name, &blob, stamp)?;
    Ok(blob)
}

/// Gives an attachment another name: a change of its record, with a History entry. The name kept
/// with its bytes, which other programs may show, follows.
///
/// # Errors
/// [`StoreError::RecordNotFound`] when there is no attachment with this key.
pub fn rename_attachment(
    work: &mut dyn UnitOfWork,
    key: Key,
    name: &str,
    stamp: &Stamp,
) -> Result<Attachment, StoreError> {
    let found = attachment(&*work, key)?.ok_or(StoreError::RecordNotFound(key))?;
    let object = work.object(key)?.ok_or(StoreError::RecordNotFound(key))?;
    let name = kept_file_name(name);
    let edit = Edit::Set(NAME, Some(FieldValue::Text(name.clone())));
    let content = patch(kinds::ATTACHMENT, &object.content, &[edit])
        .map_err(|error| StoreError::Stopped(Box::new(error)))?;
    work.put_object(key, kinds::ATTACHMENT, &content, &name, stamp)?;
    if found.is_here {
        work.share_blob(key, key, Some(&name))?;
    }
    Ok(Attachment { name, ..found })
}

/// Refuses an owner that is not there. The business is always there.
fn require_owner(work: &dyn UnitOfWork, owner: Key) -> Result<(), StoreError> {
    if owner == BUSINESS || work.object(owner)?.is_some() {
        Ok(())
    } else {
        Err(StoreError::RecordNotFound(owner))
    }
}

fn put_record(
    work: &mut dyn UnitOfWork,
    new: &NewAttachment<'_>,
    name: &str,
    blob: &Blob,
    stamp: &Stamp,
) -> Result<(), StoreError> {
    let size = i64::try_from(blob.bytes_count).unwrap_or(i64::MAX);
    let edits = [
        Edit::Set(DATE, day(new.date)),
        Edit::Set(NAME, Some(FieldValue::Text(name.to_owned()))),
        Edit::Set(SIZE, Some(FieldValue::Integer(size))),
        Edit::Set(OWNER, Some(FieldValue::Reference(new.owner))),
        Edit::Set(SHA256, Some(FieldValue::Bytes(blob.sha256.to_vec()))),
    ];
    let content = patch(kinds::ATTACHMENT, &[], &edits)
        .map_err(|error| StoreError::Stopped(Box::new(error)))?;
    work.put_object(new.key, kinds::ATTACHMENT, &content, name, stamp)
        .map(drop)
}

/// Removes an attachment: its record, with a History entry; its bytes are laid aside, so that
/// undoing the removal finds them again (SPEC-history.md, section 11).
///
/// # Errors
/// [`StoreError::RecordNotFound`] when there is no attachment with this key.
pub fn remove_attachment(
    work: &mut dyn UnitOfWork,
    key: Key,
    stamp: &Stamp,
) -> Result<Attachment, StoreError> {
    let attachment = attachment(&*work, key)?.ok_or(StoreError::RecordNotFound(key))?;
    work.delete_object(key, &attachment.name, stamp)?;
    work.shelve_blob(key)?;
    Ok(attachment)
}

/// The attachment with this key; nothing when there is no such record or it is of another kind.
///
/// # Errors
/// When the store cannot be read.
pub fn attachment<R: Reader + ?Sized>(
    reader: &R,
    key: Key,
) -> Result<Option<Attachment>, StoreError> {
    let Some(object) = reader.object(key)? else {
        return Ok(None);
    };
    if object.content_type != kinds::ATTACHMENT || object.is_keyed_by_kind() {
        return Ok(None);
    }
    let mut found = described(&object);
    complete(reader, &mut found)?;
    Ok(Some(found))
}

/// The attachments of a record, by name and key; of [`BUSINESS`] also those that name no owner.
///
/// # Errors
/// When the store cannot be read.
pub fn attachments_of(reader: &dyn Reader, owner: Key) -> Result<Vec<Attachment>, StoreError> {
    let mut found = Vec::new();
    let mut owners = vec![Some(owner)];
    owners.extend((owner == BUSINESS).then_some(None));
    for owner in owners {
        reader.each_attachment_of(owner, &mut |object| {
            found.push(described(&object));
            Ok(())
        })?;
    }
    for attachment in &mut found {
        complete(reader, attachment)?;
    }
    found.sort_by(|a, b| a.name.cmp(&b.name).then(a.key.cmp(&b.key)));
    Ok(found)
}

/// Adds what only the bytes under the key can tell.
pub(super) fn complete<R: Reader + ?Sized>(
    reader: &R,
    found: &mut Attachment,
) -> Result<(), StoreError> {
    if let Some(blob) = reader.blob(found.key)? {
        found.is_here = true;
        found.bytes_count = Some(blob.bytes_count);
        if found.name.is_empty() {
            found.name = blob.name.unwrap_or_default();
        }
    }
    Ok(())
}

/// What the record says. A record that cannot be read is an attachment without owner and name.
pub(crate) fn described(object: &Object) -> Attachment {
    let record = decode(object.content_type, &object.content)
        .unwrap_or(DecodedRecord { fields: Vec::new() });
    let value = |number| record.value(number);
    Attachment {
        key: object.key,
        owner: value(OWNER).and_then(FieldValue::reference),
        name: value(NAME)
            .and_then(FieldValue::text)
            .unwrap_or_default()
            .to_owned(),
        date: value(DATE)
            .and_then(FieldValue::date)
            .and_then(|date| date.date()),
        bytes_count: value(SIZE)
            .and_then(FieldValue::integer)
            .and_then(|size| u64::try_from(size).ok()),
        is_here: false,
    }
}

/// Whether the text has the form of a media type, so that it can be kept.
fn is_media_type(text: &str) -> bool {
    text.len() <= MEDIA_TYPE_BYTES_MAX
        && text.contains('/')
        && text
            .chars()
            .all(|letter| letter.is_ascii_graphic() || letter == ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_form_of_a_media_type_is_kept() {
        assert!(is_media_type("image/png"));
        assert!(!is_media_type("png"));
        assert!(!is_media_type("text/html\r\nX: y"));
    }
}
