//! Takes one record out of a backup into a business that lives, with its files and with what it
//! names (SPEC-backup.md, section 10).
//!
//! [`plan_taking`] says what would come; [`take`] does it in the caller's unit of work. What may
//! be put at all (the lock date) is the caller's to judge, through [`TakeRequest::permit`].

use crate::make::SPOOL_BYTES_MAX;
use books::{Key, Object};
use history::Stamp;
use interchange::{decode, references};
use std::collections::BTreeSet;
use std::io::{Seek, SeekFrom};
use std::path::Path;
use store::{Reader, StoreError, UnitOfWork, hex};

/// More records than these do not come with one: its books are another business's.
const REFERENCES_COUNT_MAX: usize = 1_000;

/// How a record of the file stands to the business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakeState {
    /// The business has no record of its key.
    Missing,
    /// The business has it with the same kind and content.
    Same,
    /// The business has another content under its key.
    Differs,
}

impl TakeState {
    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Same => "same",
            Self::Differs => "differs",
        }
    }
}

/// What taking a record would bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakePlan {
    /// The record as the file has it.
    pub record: Object,
    /// The record as the business has it now.
    pub there: Option<Object>,
    /// Attachments on it that the business lacks.
    pub attachments: Vec<Object>,
    /// Records that it names, and those name, that the business lacks and the file has.
    pub references: Vec<Object>,
    /// Keys that it names of records which neither has, built-in accounts apart.
    pub nowhere: Vec<Key>,
}

impl TakePlan {
    /// How the record stands to the business.
    pub fn state(&self) -> TakeState {
        match &self.there {
            None => TakeState::Missing,
            Some(there) if is_same(there, &self.record) => TakeState::Same,
            Some(_) => TakeState::Differs,
        }
    }

    /// Whether taking it would change nothing.
    pub fn is_nothing(&self) -> bool {
        self.state() == TakeState::Same && self.attachments.is_empty() && self.references.is_empty()
    }
}

/// Says what taking the record with this key out of `from` would bring into `into`.
///
/// # Errors
/// [`StoreError::RecordNotFound`] when `from` has no such record; when either cannot be read.
pub fn plan_taking(from: &dyn Reader, into: &dyn Reader, key: Key) -> Result<TakePlan, StoreError> {
    let record = from.object(key)?.ok_or(StoreError::RecordNotFound(key))?;
    let mut wanted = BTreeSet::from([key]);
    let mut plan = TakePlan {
        there: into.object(key)?,
        attachments: missing_attachments(from, into, key)?,
        references: Vec::new(),
        nowhere: Vec::new(),
        record,
    };
    let mut open = vec![plan.record.clone()];
    while let Some(object) = open.pop() {
        for named in named_by(&object) {
            if !wanted.insert(named) || into.object(named)?.is_some() {
                continue;
            }
            match from.object(named)? {
                Some(found) if plan.references.len() < REFERENCES_COUNT_MAX => {
                    open.push(found.clone());
                    plan.references.push(found);
                }
                Some(_) => {}
                None if books::kinds::find(named).is_none() => plan.nowhere.push(named),
                None => {}
            }
        }
    }
    Ok(plan)
}

fn named_by(object: &Object) -> Vec<Key> {
    decode(object.content_type, &object.content)
        .map(|record| references(object.content_type, &record))
        .unwrap_or_default()
        .into_iter()
        .map(|(_, key)| key)
        .collect()
}

fn missing_attachments(
    from: &dyn Reader,
    into: &dyn Reader,
    owner: Key,
) -> Result<Vec<Object>, StoreError> {
    let mut missing = Vec::new();
    from.each_attachment_of(Some(owner), &mut |object| {
        if into.object(object.key)?.is_none() {
            missing.push(object);
        }
        Ok(())
    })?;
    Ok(missing)
}

fn is_same(there: &Object, here: &Object) -> bool {
    there.content_type == here.content_type && there.content == here.content
}

/// Judges a record before it is put: what is there now, and what would be.
pub type Permit<'a> = &'a dyn Fn(&dyn Reader, Option<&Object>, &Object) -> Result<(), StoreError>;

/// What is to be taken, and from where.
pub struct TakeRequest<'a> {
    /// The file, opened.
    pub from: &'a dyn Reader,
    /// The name that people know the file by.
    pub file_name: &'a str,
    /// SHA-256 of the file.
    pub file_sha256: [u8; 32],
    /// The record.
    pub key: Key,
    /// Whether the records that it names and the business lacks come too.
    pub with_references: bool,
    /// Whether a record that differs is replaced.
    pub replaces: bool,
    /// Who takes, and when; all entries have its commit key.
    pub stamp: &'a Stamp,
    /// A folder for temporary files.
    pub scratch: &'a Path,
    /// Judges each record before it is put.
    pub permit: Permit<'a>,
}

/// What was taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TakeResult {
    /// Records that were made or changed, attachments apart.
    pub records_count: u64,
    /// Attachments that came.
    pub attachments_count: u64,
}

/// Takes the record into the business whose unit of work this is. A record that differs and is
/// not to be replaced stays, and nothing comes.
///
/// # Errors
/// [`StoreError::RecordNotFound`] when the file has no such record; whatever the permit returned;
/// when the store cannot be written.
pub fn take(
    work: &mut dyn UnitOfWork,
    request: &TakeRequest<'_>,
) -> Result<TakeResult, StoreError> {
    let plan = plan_taking(request.from, &*work, request.key)?;
    let mut result = TakeResult::default();
    if plan.state() == TakeState::Differs && !request.replaces {
        return Ok(result);
    }
    let facts = [
        ("taken_from".to_owned(), request.file_name.to_owned()),
        ("taken_sha256".to_owned(), hex(&request.file_sha256)),
    ];
    // What is named comes before what names it.
    let named = plan.references.iter().rev();
    let named = named.filter(|_| request.with_references);
    for object in named.chain([&plan.record]) {
        let before = work.object(object.key)?;
        (request.permit)(&*work, before.as_ref(), object)?;
        if put(work, object, request.stamp, &facts)? {
            result.records_count += 1;
        }
        for attachment in missing_attachments(request.from, &*work, object.key)? {
            put(work, &attachment, request.stamp, &facts)?;
            put_bytes(work, request, attachment.key)?;
            result.attachments_count += 1;
        }
    }
    Ok(result)
}

/// Whether anything changed.
fn put(
    work: &mut dyn UnitOfWork,
    object: &Object,
    stamp: &Stamp,
    facts: &[(String, String)],
) -> Result<bool, StoreError> {
    let title = interchange::title(object).unwrap_or_default();
    let (key, kind) = (object.key, object.content_type);
    let entry = work.put_object_telling(key, kind, &object.content, &title, stamp, facts)?;
    Ok(entry.is_some())
}

/// Copies the bytes of an attachment; a file may have its record without them.
fn put_bytes(
    work: &mut dyn UnitOfWork,
    request: &TakeRequest<'_>,
    key: Key,
) -> Result<(), StoreError> {
    let Some(blob) = request.from.blob(key)? else {
        return Ok(());
    };
    let failed = |error| StoreError::engine("copying an attachment", error);
    let mut spool = tempfile::spooled_tempfile_in(SPOOL_BYTES_MAX, request.scratch);
    request.from.copy_blob(key, &mut spool)?;
    spool.seek(SeekFrom::Start(0)).map_err(failed)?;
    let (name, content_type) = (blob.name.as_deref(), blob.content_type.as_deref());
    let kept = work.put_blob(key, name, content_type, &mut spool)?;
    if kept.sha256 == blob.sha256 {
        return Ok(());
    }
    Err(StoreError::Damaged {
        what: blob.name.unwrap_or_default(),
        reason: "other bytes arrived than the file holds".to_owned(),
    })
}
