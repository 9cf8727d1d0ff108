//! What must hold before a record is put or deleted, whoever asks: a page or the command line.
//!
//! Both call this inside the unit of work that writes, so that nothing can change in between. What
//! does not hold travels as a [`PageError`] inside the store's error.

pub(super) mod fields;

use super::form::Complaint;
use super::form_kinds::form_of;
use super::limits::{BrokenRule, broken_by_amount, broken_by_text};
use super::lock::require_unlocked;
use super::once::{TWICE, is_second};
use crate::PageError;
use crate::settings::is_custom_field;
use axum::http::StatusCode;
use books::kinds::{self, Class};
use books::{Key, Object};
use interchange::{
    DecodedField, DecodedRecord, FieldValue, Group, Shape, decode, references, spec,
};
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use store::{Reader, StoreError};

/// The record, when it may be deleted: it is of a kind that may, it is not in the locked period,
/// and no other record refers to it.
///
/// # Errors
/// [`StoreError::RecordNotFound`]; `record-not-deletable`, `date-locked` or `record-in-use` as
/// [`PageError`]; what the store says.
pub fn deletable<R: Reader + ?Sized>(reader: &R, key: Key) -> Result<Object, StoreError> {
    let object = unlocked(reader, key)?;
    if referrers(reader, key)?.is_empty() {
        Ok(object)
    } else {
        Err(PageError::new(StatusCode::CONFLICT, "record-in-use").into())
    }
}

/// The record, when it could be deleted but for those that refer to it.
pub(super) fn unlocked<R: Reader + ?Sized>(reader: &R, key: Key) -> Result<Object, StoreError> {
    let object = reader.object(key)?.ok_or(StoreError::RecordNotFound(key))?;
    if !is_of_deletable_kind(&object) {
        return Err(refused("record-not-deletable").into());
    }
    require_unlocked(reader, Some(&object), None)?;
    Ok(object)
}

/// Whether records of this kind may be deleted: those with a form, damaged ones included, and
/// documents. Settings, form defaults and what is not known stay. Attachments are removed by
/// `attachments`, which keeps their bytes in step.
pub(super) fn is_of_deletable_kind(object: &Object) -> bool {
    if object.is_keyed_by_kind() || object.content_type == kinds::ATTACHMENT {
        return false;
    }
    form_of(object.content_type).is_some()
        || is_custom_field(object.content_type)
        || spec(object.content_type).is_some_and(|spec| {
            spec.date_field.is_some() && !spec.singleton && spec.group != Group::Settings
        })
}

/// The keys of all records that refer to a record, in key order; files on it go with it.
pub(super) fn referrers<R: Reader + ?Sized>(reader: &R, key: Key) -> Result<Vec<Key>, StoreError> {
    let mut found = Vec::new();
    reader.each_object(None, &mut |object| {
        let is_file = object.content_type == kinds::ATTACHMENT && !object.is_keyed_by_kind();
        if object.key != key && !is_file && refers(&object, key) {
            found.push(object.key);
        }
        Ok(())
    })?;
    Ok(found)
}

fn refers(object: &Object, key: Key) -> bool {
    decode(object.content_type, &object.content).is_ok_and(|record| {
        references(object.content_type, &record)
            .iter()
            .any(|(_, named)| *named == key)
    })
}

/// The key under which the only record of this kind is kept; nothing for kinds with many records.
pub fn fixed_key(content_type: Key) -> Option<Key> {
    let is_single = spec(content_type).is_some_and(|spec| spec.singleton)
        || kinds::find(content_type).is_some_and(|kind| kind.class == Class::Singleton);
    is_single.then_some(content_type)
}

/// Refuses a record that may not be put: `before` as it is stored, `after` as it would be.
///
/// # Errors As [`PageError`]: `record-key-unfit`, `date-locked`, `figures-locked`,
/// `lock-date-reason-needed`, `text-characters`, `text-too-long`, `amount-too-large`,
/// `starting-balance-twice`, `choice-unknown`, the code of a field that is needed, or what the
/// kind's form complains of; what the store says.
pub fn require_puttable(
    reader: &dyn Reader,
    before: Option<&Object>,
    after: &Object,
) -> Result<(), StoreError> {
    require_fitting_key(before, after)?;
    require_unlocked(reader, before, Some(after))?;
    let nothing = DecodedRecord { fields: Vec::new() };
    let stored = before
        .and_then(|object| decode(object.content_type, &object.content).ok())
        .unwrap_or(nothing);
    // What nobody here can read has no date, no amounts and no texts.
    let (Some(_), Ok(record)) = (
        spec(after.content_type),
        decode(after.content_type, &after.content),
    ) else {
        return Ok(());
    };
    if let Some((field, broken)) = broken_by_values(&stored, &record) {
        return Err(value_error(field, broken).into());
    }
    let judged = fields::Judged {
        reader,
        form: form_of(after.content_type),
        before: &stored,
        after: &record,
        is_new: before.is_none(),
        is_default: after.is_keyed_by_kind() && fixed_key(after.content_type).is_none(),
    };
    if let Some(fault) = fields::fault(&judged)? {
        let error = PageError {
            arguments: fault.arguments,
            ..refused(fault.code)
        };
        return Err(error.with("field", fault.field).into());
    }
    if after.is_keyed_by_kind() {
        return Ok(());
    }
    let written = before.map(|_| &stored);
    if is_second(reader, after.content_type, after.key, written, &record)? {
        return Err(refused(TWICE).into());
    }
    match complaint(after.content_type, &record) {
        Some(complaint) => Err(complaint_error(&complaint).into()),
        None => Ok(()),
    }
}

/// What is wrong between the fields of a record; nothing for kinds without a form.
pub(super) fn complaint(content_type: Key, record: &DecodedRecord) -> Option<Complaint> {
    form_of(content_type).and_then(|form| (form.check)(record))
}

/// The only record of a kind has its kind's key; no other new record takes the key of a kind.
fn require_fitting_key(before: Option<&Object>, after: &Object) -> Result<(), StoreError> {
    let fits = match fixed_key(after.content_type) {
        Some(fixed) => after.key == fixed,
        None => before.is_some() || after.is_keyed_by_kind() || kinds::find(after.key).is_none(),
    };
    if fits {
        Ok(())
    } else {
        Err(refused("record-key-unfit").into())
    }
}

/// Texts and amounts that a record holds anywhere.
#[derive(Default)]
struct Known<'a> {
    texts: BTreeSet<&'a str>,
    amounts: BTreeSet<Decimal>,
}

impl<'a> Known<'a> {
    fn add(&mut self, value: &'a FieldValue) {
        match value {
            FieldValue::Text(text) => {
                self.texts.insert(text);
            }
            FieldValue::Texts(texts) => {
                self.texts.extend(texts.iter().map(String::as_str));
            }
            FieldValue::Decimal(amount) => {
                self.amounts.insert(*amount);
            }
            FieldValue::Part(fields) => fields.iter().for_each(|field| self.add(&field.value)),
            FieldValue::Custom(all) => all.iter().for_each(|custom| self.add(&custom.value)),
            _ => {}
        }
    }

    /// The first new value that breaks a rule, with the name of its field.
    fn broken(&self, field: &DecodedField) -> Option<(&'static str, BrokenRule)> {
        let name = field.spec.map_or("", |spec| spec.name);
        let shape = field.spec.map_or(Shape::LongText, |spec| spec.shape);
        match &field.value {
            FieldValue::Part(fields) => fields.iter().find_map(|part| self.broken(part)),
            FieldValue::Custom(all) => all
                .iter()
                .find_map(|custom| self.broken_value(Shape::LongText, &custom.value))
                .map(|rule| (name, rule)),
            value => self.broken_value(shape, value).map(|rule| (name, rule)),
        }
    }

    fn broken_value(&self, shape: Shape, value: &FieldValue) -> Option<BrokenRule> {
        match value {
            FieldValue::Text(text) if !self.texts.contains(text.as_str()) => {
                broken_by_text(shape, text)
            }
            FieldValue::Texts(texts) => {
                let mut fresh = texts.iter().filter(|it| !self.texts.contains(it.as_str()));
                fresh.find_map(|text| broken_by_text(shape, text))
            }
            FieldValue::Decimal(amount) if !self.amounts.contains(amount) => {
                broken_by_amount(*amount)
            }
            _ => None,
        }
    }
}

/// The first value that breaks a rule and did not stand in the record before.
fn broken_by_values(
    before: &DecodedRecord,
    after: &DecodedRecord,
) -> Option<(&'static str, BrokenRule)> {
    let mut known = Known::default();
    before
        .fields
        .iter()
        .for_each(|field| known.add(&field.value));
    after.fields.iter().find_map(|field| known.broken(field))
}

fn refused(code: &'static str) -> PageError {
    PageError {
        status: StatusCode::UNPROCESSABLE_ENTITY,
        code,
        arguments: Vec::new(),
    }
}

fn value_error(field: &'static str, broken: BrokenRule) -> PageError {
    PageError {
        arguments: broken.arguments,
        ..refused(broken.code)
    }
    .with("field", field)
}

fn complaint_error(complaint: &Complaint) -> PageError {
    let error = refused(complaint.code);
    match complaint.amount {
        Some(amount) => error.with("amount", amount.normalize().to_string()),
        None => error,
    }
}
