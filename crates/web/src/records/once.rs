//! A thing has one starting balance: two of them would be added up, and nobody would see why
//! (docs/SPEC-settings.md, 6).

use books::kinds::{self, Class};
use books::{Key, Object};
use interchange::{DecodedRecord, decode};
use store::{Reader, StoreError};

/// The field that names the thing, in every kind of starting balance.
pub(super) const TARGET: u32 = 1;
/// The stable code of the refusal.
pub(super) const TWICE: &str = "starting-balance-twice";

/// The thing that a starting balance is of; nothing for other kinds of record.
pub(super) fn target(content_type: Key, record: &DecodedRecord) -> Option<Key> {
    let kind = kinds::find(content_type)?;
    let is_starting = kind.class == Class::StartingBalance;
    let target = record.value(TARGET).filter(|_| is_starting)?;
    target.reference()
}

/// Whether another record is the starting balance of the same thing. One that names the thing
/// already may be changed: what came in twice can be put right.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn is_second<R: Reader + ?Sized>(
    reader: &R,
    content_type: Key,
    key: Key,
    before: Option<&DecodedRecord>,
    after: &DecodedRecord,
) -> Result<bool, StoreError> {
    let Some(thing) = target(content_type, after).filter(|_| key != content_type) else {
        return Ok(false);
    };
    if before.and_then(|it| target(content_type, it)) == Some(thing) {
        return Ok(false);
    }
    let is_another = |object: &Object| {
        object.content_type == content_type
            && object.key != key
            && !object.is_keyed_by_kind()
            && decode(content_type, &object.content)
                .is_ok_and(|record| target(content_type, &record) == Some(thing))
    };
    let mut found = false;
    // Where figures are kept, who names the thing is known without a look at each; of accounts
    // that is not kept (SPEC-posting.md, 15.4).
    let is_of_account = content_type == kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE;
    if !is_of_account && reader.posted_mark()?.is_some() {
        for naming in reader.documents_naming(thing)? {
            found = found || reader.object(naming)?.is_some_and(|it| is_another(&it));
        }
        return Ok(found);
    }
    reader.each_object(Some(content_type), &mut |object| {
        found |= is_another(&object);
        Ok(())
    })?;
    Ok(found)
}
