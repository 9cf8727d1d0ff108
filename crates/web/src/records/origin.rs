//! What a new record begins with: nothing, the form default of its kind, or what it is copied from
//! (docs/SPEC-manager-records.md, 8.3).

use super::copying;
use super::form::Form;
use super::stock_mover;
use crate::access::current::require_sight;
use books::Key;
use interchange::{Edit, FieldValue, KindSpec, decode, patch};
use store::{Reader, StoreError};

/// The name under which a form says what it was copied from.
pub(super) const COPIED_FROM: &str = "copied-from";

/// Fields that belong to one document alone and do not come along.
const NOT_COPIED: &[&str] = &[
    "Reference",
    "DueDateDate",
    "Cleared",
    "BankClearDate",
    "Cancelled",
    "ExchangeRate",
    "ExchangeRateIsInverse",
];

/// The bytes that a new record begins with.
///
/// # Errors
/// When the store cannot be read, or what is copied is not there, or not for whoever asks.
pub(super) fn origin(
    reader: &dyn Reader,
    business: Key,
    form: &Form,
    copied_from: Option<Key>,
) -> Result<Vec<u8>, StoreError> {
    let Some(spec) = form.spec() else {
        return Ok(Vec::new());
    };
    let start = beginning_of(reader, spec)?;
    let Some(key) = copied_from else {
        return Ok(start);
    };
    let source = reader.object(key)?.ok_or(StoreError::RecordNotFound(key))?;
    require_sight(reader, business, source.content_type)?;
    if source.content_type == form.content_type {
        let content = without_what_is_its_own(spec, &source.content);
        stock_mover::copied(reader, spec, &source, content)
    } else {
        copying::transcribed(reader, &source, form, start)
    }
}

/// What the form default of a kind begins with that has none yet.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn origin_of_default(
    reader: &dyn Reader,
    spec: &KindSpec,
) -> Result<Vec<u8>, StoreError> {
    stock_mover::begun(reader, spec, false, beginning(spec))
}

/// What a new record of a kind begins with: its form default, or where there is none that can be
/// read, what such a record begins with here.
fn beginning_of(reader: &dyn Reader, spec: &KindSpec) -> Result<Vec<u8>, StoreError> {
    let found = reader.object(spec.content_type)?;
    let fitting = found.filter(|object| {
        object.content_type == spec.content_type
            && decode(spec.content_type, &object.content).is_ok()
    });
    let is_of_default = fitting.is_some();
    let content = fitting.map_or_else(
        || beginning(spec),
        |object| without_what_is_its_own(spec, &object.content),
    );
    stock_mover::begun(reader, spec, is_of_default, content)
}

/// What a record begins with that has no form default: items made here cost their average, unlike
/// those of other programs (SPEC-posting.md, 3.8); everything else begins with nothing.
fn beginning(spec: &KindSpec) -> Vec<u8> {
    let method = spec.field_by_name("CostMethod");
    let set = method.map(|field| Edit::Set(field.number, Some(FieldValue::Integer(1))));
    let edits: Vec<Edit> = set.into_iter().collect();
    if edits.is_empty() {
        return Vec::new();
    }
    patch(spec.content_type, &[], &edits).unwrap_or_default()
}

/// The content without what belongs to one document alone; unchanged where it cannot be patched.
fn without_what_is_its_own(spec: &KindSpec, content: &[u8]) -> Vec<u8> {
    let named = NOT_COPIED
        .iter()
        .filter_map(|name| spec.field_by_name(name));
    let numbers = named.map(|field| field.number).chain(spec.date_field);
    let edits: Vec<Edit> = numbers.map(|number| Edit::Set(number, None)).collect();
    patch(spec.content_type, content, &edits).unwrap_or_else(|_| content.to_vec())
}

/// Whether a field comes along to another kind.
pub(super) fn is_copied(name: &str) -> bool {
    !NOT_COPIED.contains(&name)
}
