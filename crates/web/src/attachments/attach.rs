//! The act of attaching files to records and of removing them, for pages and the command line.
//!
//! An attachment is a record of its own (docs/SPEC-manager-records.md, "Attachment") that names
//! its owner, and bytes kept under the record's key. Record, bytes and History entry are written
//! in the caller's unit of work, together or not at all.

use crate::records::value::day;
use books::{Key, Object, kinds};
use history::Stamp;
use interchange::{DecodedRecord, Edit, FieldValue, decode, patch};
use jiff::civil::Date;
use std::io::Read;
use store::{Blob, Reader, StoreError, UnitOfWork};

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

/// A longer file name is cut here; no file system keeps longer ones.
const NAME_CHARACTERS_MAX: usize = 255;
/// A longer media type is not kept (RFC 6838 section 4.2 allows 127 for each half).
const MEDIA_TYPE_BYTES_MAX: usize = 255;

/// A file about to be attached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewAttachment<'a> {
    /// The key that the attachment will have, drawn by the caller.
    pub key: Key,
    /// The record that it is attached to.
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
    if work.object(new.owner)?.is_none() {
        return Err(StoreError::RecordNotFound(new.owner));
    }
    let name = file_name(new.name);
    let media_type = new.media_type.filter(|text| is_media_type(text));
    let blob = work.put_blob(new.key, Some(&name), media_type, source)?;
    let size = i64::try_from(blob.bytes_count).unwrap_or(i64::MAX);
    let edits = [
        Edit::Set(DATE, day(new.date)),
        Edit::Set(NAME, Some(FieldValue::Text(name.clone()))),
        Edit::Set(SIZE, Some(FieldValue::Integer(size))),
        Edit::Set(OWNER, Some(FieldValue::Reference(new.owner))),
        Edit::Set(SHA256, Some(FieldValue::Bytes(blob.sha256.to_vec()))),
    ];
    let content = patch(kinds::ATTACHMENT, &[], &edits)
        .map_err(|error| StoreError::Stopped(Box::new(error)))?;
    work.put_object(new.key, kinds::ATTACHMENT, &content, &name, stamp)?;
    Ok(blob)
}

/// Removes an attachment: its record, with a History entry, and its bytes.
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
    work.delete_blob(key)?;
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

/// The attachments of a record, by name and key.
///
/// # Errors
/// When the store cannot be read.
pub fn attachments_of(reader: &dyn Reader, owner: Key) -> Result<Vec<Attachment>, StoreError> {
    let mut found = Vec::new();
    reader.each_object(Some(kinds::ATTACHMENT), &mut |object| {
        let attachment = described(&object);
        if attachment.owner == Some(owner) && !object.is_keyed_by_kind() {
            found.push(attachment);
        }
        Ok(())
    })?;
    for attachment in &mut found {
        complete(reader, attachment)?;
    }
    found.sort_by(|a, b| a.name.cmp(&b.name).then(a.key.cmp(&b.key)));
    Ok(found)
}

/// Adds what only the bytes under the key can tell.
fn complete<R: Reader + ?Sized>(reader: &R, found: &mut Attachment) -> Result<(), StoreError> {
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
fn described(object: &Object) -> Attachment {
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

/// The name without folders and control characters, and not too long; never empty.
fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|letter| !letter.is_control())
        .take(NAME_CHARACTERS_MAX)
        .collect();
    let kept = kept.trim();
    if kept.is_empty() {
        "file".to_owned()
    } else {
        kept.to_owned()
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
    fn names_lose_folders_and_control_characters() {
        assert_eq!(file_name("C:\\Users\\me\\bill.pdf"), "bill.pdf");
        assert_eq!(file_name("../../etc/passwd"), "passwd");
        assert_eq!(file_name("a\r\nb.txt"), "ab.txt");
        assert_eq!(file_name("রসিদ.pdf"), "রসিদ.pdf");
        assert_eq!(file_name("  "), "file");
        assert_eq!(file_name(&"x".repeat(1_000)).len(), NAME_CHARACTERS_MAX);
    }

    #[test]
    fn only_the_form_of_a_media_type_is_kept() {
        assert!(is_media_type("image/png"));
        assert!(!is_media_type("png"));
        assert!(!is_media_type("text/html\r\nX: y"));
    }
}
