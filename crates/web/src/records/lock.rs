//! The lock date: up to that day nothing may be made, changed or deleted.

use books::kinds;
use interchange::{DecodedRecord, FieldValue, KindSpec, decode};
use jiff::civil::Date;
use store::{Reader, StoreError};

/// The field of the last locked day.
const DATE: u32 = 1;
/// The field that turns the lock on; a day alone locks nothing.
const IS_ON: u32 = 2;

/// The last locked day; none when nothing is locked.
pub(crate) fn locked_until<R: Reader + ?Sized>(reader: &R) -> Result<Option<Date>, StoreError> {
    let Some(object) = reader.object(kinds::LOCK_DATE)? else {
        return Ok(None);
    };
    Ok(decode(object.content_type, &object.content)
        .ok()
        .filter(|record| record.value(IS_ON).and_then(FieldValue::flag) == Some(true))
        .and_then(|record| record.value(DATE).and_then(FieldValue::date)?.date()))
}

/// Whether a record of this kind bears a date in the locked period.
pub(crate) fn is_locked(spec: &KindSpec, record: &DecodedRecord, until: Option<Date>) -> bool {
    let date = spec
        .date_field
        .and_then(|number| record.value(number).and_then(FieldValue::date)?.date());
    matches!((date, until), (Some(date), Some(until)) if date <= until)
}
