//! One business: readers, units of work, and a business in the making.

use crate::{
    CarriedTable, Cell, EmailLoader, EmailReader, EmailWriter, EntryFilter, EntryPage, HeadNote,
    PostingReader, PostingWriter, Profile, StateAt, StoreError, Trace,
};
use books::{Key, Object};
use history::{Draft, Entry, Head, Stamp};
use std::io::{Read, Write};

/// A visitor of rows: its error stops the visit and comes back to the caller.
pub type Visit<'a, T> = &'a mut dyn FnMut(T) -> Result<(), StoreError>;

/// The bytes of an attachment, without the bytes: what is known of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob {
    /// The key of the attachment record it belongs to.
    pub key: Key,
    /// The file name it was given.
    pub name: Option<String>,
    /// The media type it came with.
    pub content_type: Option<String>,
    /// How many bytes.
    pub bytes_count: u64,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
}

/// One business, open.
pub trait Business: Send + Sync {
    /// Its key, which is also how it is found again.
    fn key(&self) -> Key;

    /// One consistent moment, whatever is written meanwhile.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn read(&self) -> Result<Box<dyn Reader + '_>, StoreError>;

    /// Copies the bytes of a blob to somebody who may be slow, as [`Reader::copy_blob`] does. While
    /// `sink` is waited for, nothing is held that others need, where a store has little of it.
    ///
    /// # Errors
    /// As [`Reader::copy_blob`]; [`StoreError::RecordNotFound`] also when the bytes were let go of
    /// on the way.
    fn send_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, StoreError> {
        self.read()?.copy_blob(key, sink)
    }

    /// Does `work` in one database transaction: all of it or nothing. The changes are durable when
    /// this returns. One unit of work at a time; others wait.
    ///
    /// # Errors
    /// Whatever `work` returned, or the store's own; nothing has changed then.
    fn write(
        &self,
        work: &mut dyn FnMut(&mut dyn UnitOfWork) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// Notes where the chain ended in a backup, outside the business itself: whoever alters the
    /// business must alter the notes too (SPEC-history.md, section 12). Notes are only added.
    ///
    /// # Errors
    /// When the note cannot be kept.
    fn note_head(&self, note: &HeadNote) -> Result<(), StoreError>;

    /// The notes in the order in which they were made; lines that are no notes are passed over.
    ///
    /// # Errors
    /// When there are notes that cannot be read.
    fn noted_heads(&self) -> Result<Vec<HeadNote>, StoreError>;
}

/// One consistent moment of a business. Every visit goes in ascending order of keys or sequences.
pub trait Reader: EmailReader + PostingReader {
    /// What the business is.
    ///
    /// # Errors
    /// When the store cannot be read; so for all methods here.
    fn profile(&self) -> Result<Profile, StoreError>;

    /// The record with this key.
    fn object(&self, key: Key) -> Result<Option<Object>, StoreError>;

    /// The records that follow this key in key order, at most so many; from the first one on when
    /// no key is given. For walking beside another row of records, where a visit would have to
    /// wait.
    fn objects_after(&self, key: Option<Key>, limit: usize) -> Result<Vec<Object>, StoreError>;

    /// Visits all records, or those of one kind, in key order.
    fn each_object(
        &self,
        content_type: Option<Key>,
        visit: Visit<'_, Object>,
    ) -> Result<(), StoreError>;

    /// Visits the keys of all records of one kind in their order.
    fn each_key(&self, content_type: Key, visit: Visit<'_, Key>) -> Result<(), StoreError> {
        self.each_object(Some(content_type), &mut |object| visit(object.key))
    }

    /// How many records there are of each kind, in order of the kinds' keys.
    fn object_counts(&self) -> Result<Vec<(Key, u64)>, StoreError>;

    /// Visits the attachment records of one owner in key order, without visiting any other record;
    /// of no owner: those that name none ([`attachment_owner`](crate::attachment_owner)).
    fn each_attachment_of(
        &self,
        owner: Option<Key>,
        visit: Visit<'_, Object>,
    ) -> Result<(), StoreError>;

    /// What is known of the bytes under this key.
    fn blob(&self, key: Key) -> Result<Option<Blob>, StoreError>;

    /// What is known of bytes that were laid aside under this key, and can be taken back.
    fn shelved_blob(&self, key: Key) -> Result<Option<Blob>, StoreError>;

    /// Visits all blobs in key order; those laid aside are not among them.
    fn each_blob(&self, visit: Visit<'_, Blob>) -> Result<(), StoreError>;

    /// Copies the bytes of a blob into `sink`, in constant memory; returns how many. The bytes are
    /// summed on the way, and compared with the sum of those that came in at the end.
    ///
    /// # Errors
    /// [`StoreError::RecordNotFound`] when there is no such blob, [`StoreError::Damaged`] when
    /// other bytes came out than went in, [`StoreError::Stopped`] with the error of `sink`.
    fn copy_blob(&self, key: Key, sink: &mut dyn Write) -> Result<u64, StoreError>;

    /// The tables carried along, by name.
    fn carried_tables(&self) -> Result<Vec<CarriedTable>, StoreError>;

    /// Visits the rows of a carried table in the order in which they came; a table that is not
    /// carried has none.
    fn each_carried_row(&self, table: &str, visit: Visit<'_, Vec<Cell>>) -> Result<(), StoreError>;

    /// How many rows of a carried table there are, and the bytes in their cells: those of texts and
    /// blobs, eight for a number, none for no value.
    fn carried_size(&self, table: &str) -> Result<(u64, u64), StoreError>;

    /// Visits the pictures carried along in the table `Images` in order of the records' keys that
    /// they stand under: each with its key and the bytes of its row. Of two under one key the first
    /// is visited; rows under no key are not.
    fn each_image(&self, visit: Visit<'_, (Key, u64)>) -> Result<(), StoreError>;

    /// The row of the table `Images` under this key, found without reading any other.
    fn image(&self, key: Key) -> Result<Option<Vec<Cell>>, StoreError>;

    /// The end of the trail.
    fn history_head(&self) -> Result<Head, StoreError>;

    /// Visits the trail from an entry on, upward.
    fn each_entry(&self, from_sequence: u64, visit: Visit<'_, Entry>) -> Result<(), StoreError>;

    /// A page of the trail, newest first, of at most `limit` entries below `before` (exclusive).
    fn entries(
        &self,
        filter: &EntryFilter,
        before: Option<u64>,
        limit: usize,
    ) -> Result<EntryPage, StoreError>;

    /// The entry with this number.
    fn entry(&self, sequence: u64) -> Result<Option<Entry>, StoreError>;

    /// Visits every record that is here or that the trail tells of, in key order, each with the
    /// last entry about it.
    fn each_trace(&self, visit: Visit<'_, Trace>) -> Result<(), StoreError>;

    /// Visits what every record was right after an entry, in key order, as the trail tells it:
    /// what it was before the first later entry about it, else what it is now.
    fn each_state_at(&self, sequence: u64, visit: Visit<'_, StateAt>) -> Result<(), StoreError>;

    /// The bytes that History takes: contents before and after, roughly its share of a backup.
    fn history_bytes(&self) -> Result<u64, StoreError>;

    /// The names of all users who appear in the trail, sorted.
    fn history_user_names(&self) -> Result<Vec<String>, StoreError>;
}

/// A reader that can also write. Every change of a record writes its History entry with it: there
/// is no way to do one without the other.
///
/// A method that fails spoils the whole unit of work: later steps and the commit are refused, also
/// when the caller passed over the error. [`StoreError::RecordNotFound`] alone spoils nothing.
pub trait UnitOfWork: Reader + EmailWriter + PostingWriter {
    /// Makes or replaces a record. Writes an entry `create` or `change`; a record that stays equal
    /// in kind and content is left alone and gets none. The record's timestamp is the stamp's.
    ///
    /// # Errors
    /// When the store cannot be written; so for all methods here.
    fn put_object(
        &mut self,
        key: Key,
        content_type: Key,
        content: &[u8],
        title: &str,
        stamp: &Stamp,
    ) -> Result<Option<Entry>, StoreError> {
        self.put_object_telling(key, content_type, content, title, stamp, &[])
    }

    /// The same, with facts in the entry: which change it undoes.
    fn put_object_telling(
        &mut self,
        key: Key,
        content_type: Key,
        content: &[u8],
        title: &str,
        stamp: &Stamp,
        facts: &[(String, String)],
    ) -> Result<Option<Entry>, StoreError>;

    /// Deletes a record and writes an entry `delete`.
    ///
    /// # Errors
    /// [`StoreError::RecordNotFound`] when there is none.
    fn delete_object(&mut self, key: Key, title: &str, stamp: &Stamp) -> Result<Entry, StoreError> {
        self.delete_object_telling(key, title, stamp, &[])
    }

    /// The same, with facts in the entry.
    ///
    /// # Errors
    /// [`StoreError::RecordNotFound`] when there is none.
    fn delete_object_telling(
        &mut self,
        key: Key,
        title: &str,
        stamp: &Stamp,
        facts: &[(String, String)],
    ) -> Result<Entry, StoreError>;

    /// Keeps bytes under a key, reading `source` to its end in constant memory. Equal bytes are
    /// kept once. The attachment record that names them is put separately. An error of `source`
    /// comes back as [`StoreError::Stopped`].
    fn put_blob(
        &mut self,
        key: Key,
        name: Option<&str>,
        content_type: Option<&str>,
        source: &mut dyn Read,
    ) -> Result<Blob, StoreError>;

    /// Keeps the bytes that are kept under `from` under `key` as well, with this name and the media
    /// type they came with; nothing is copied. From a key to itself it gives bytes a new name.
    ///
    /// # Errors
    /// [`StoreError::RecordNotFound`] when nothing is kept under `from`.
    fn share_blob(&mut self, from: Key, key: Key, name: Option<&str>) -> Result<Blob, StoreError>;

    /// Lets go of bytes. No error when there are none.
    fn delete_blob(&mut self, key: Key) -> Result<(), StoreError>;

    /// Lays bytes aside: they are listed, copied and backed up no more, and can be taken back
    /// while History could bring their record back (SPEC-history.md, section 11). Bytes laid aside
    /// earlier under this key are let go of. No error when there are none.
    fn shelve_blob(&mut self, key: Key) -> Result<(), StoreError>;

    /// Takes back bytes that were laid aside. Whether there were any; bytes that are there under
    /// this key stay, and nothing is taken back then.
    fn unshelve_blob(&mut self, key: Key) -> Result<bool, StoreError>;

    /// Writes an entry that concerns no record; it has no contents (SPEC-history.md, section 2).
    fn record(&mut self, draft: Draft) -> Result<Entry, StoreError>;

    /// Changes what the business is.
    fn set_profile(&mut self, profile: &Profile) -> Result<(), StoreError>;
}

/// A business in the making: nobody sees it until [`NewBusiness::publish`], and dropping it before
/// leaves nothing behind. The `load_…` methods take over what a file held, without entries.
pub trait NewBusiness: UnitOfWork + EmailLoader {
    /// The key it will have.
    fn key(&self) -> Key;

    /// Takes over a record as it is, with its timestamp. Its key must be new.
    fn load_object(&mut self, object: &Object) -> Result<(), StoreError>;

    /// Takes over an entry as it is; it must follow the chain so far.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it does not follow.
    fn load_entry(&mut self, entry: &Entry) -> Result<(), StoreError>;

    /// Takes over the declaration of a table.
    fn load_carried_table(&mut self, table: &CarriedTable) -> Result<(), StoreError>;

    /// Takes over a row of a table declared before.
    fn load_carried_row(&mut self, table: &str, cells: &[Cell]) -> Result<(), StoreError>;

    /// Commits, makes durable and shows the business: the one step that others can see.
    ///
    /// # Errors
    /// When it cannot be made durable; it stays invisible then.
    fn publish(self: Box<Self>) -> Result<(), StoreError>;
}
