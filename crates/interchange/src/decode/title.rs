//! What a record is called in lists, in references to it and in History.

use super::{FieldValue, decode};
use crate::kind_spec::spec;
use books::Object;

/// The name or the reference of a record: the first of its kind's title fields that holds text
/// other than blanks. `None` where a record has neither, as a receipt without a reference.
pub fn title(object: &Object) -> Option<String> {
    let spec = spec(object.content_type)?;
    let record = decode(object.content_type, &object.content).ok()?;
    spec.title_fields
        .iter()
        .find_map(|number| match record.value(*number)? {
            FieldValue::Text(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            _ => None,
        })
}
