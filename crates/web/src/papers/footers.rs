//! Footers: the user's own words below a document, as safe text.
//!
//! A document names footers in fields of its own; a footer may also ask to stand on every document
//! of its kind. Either way its markup is dropped and never obeyed.

use super::safe_text::text_of;
use super::{Desk, Sheet};
use books::{Key, Object, kinds};
use interchange::{FieldValue, Shape, decode, spec};
use store::StoreError;

/// The footers of a document, each as a paragraph: those for every document first.
pub(super) fn footers(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<Vec<String>, StoreError> {
    let mut keys: Vec<Key> = Vec::new();
    let mut texts = Vec::new();
    let kind = sheet.spec.map_or("", |spec| spec.name);
    if let Some(kind) = kinds::find_by_name(&format!("{kind}Footer")) {
        desk.reader.each_object(Some(kind.key), &mut |object| {
            if flag(&object, "OnEveryDocument") && !flag(&object, "Inactive") {
                keys.push(object.key);
                texts.extend(content(&object));
            }
            Ok(())
        })?;
    }
    for field in sheet.spec.map_or(&[][..], |spec| spec.fields) {
        if !matches!(field.shape, Shape::References(_)) || !field.name.ends_with("Footers") {
            continue;
        }
        for found in sheet.record.all(field.number) {
            let Some(key) = found.value.reference().filter(|key| !keys.contains(key)) else {
                continue;
            };
            keys.push(key);
            texts.extend(desk.reader.object(key)?.as_ref().and_then(content));
        }
    }
    Ok(texts)
}

/// The words of a footer, when it has any.
fn content(footer: &Object) -> Option<String> {
    let field = spec(footer.content_type)?.field_by_name("Content")?;
    let record = decode(footer.content_type, &footer.content).ok()?;
    let text = text_of(record.value(field.number).and_then(FieldValue::text)?);
    (!text.is_empty()).then_some(text)
}

fn flag(footer: &Object, name: &str) -> bool {
    let field = spec(footer.content_type).and_then(|spec| spec.field_by_name(name));
    let record = decode(footer.content_type, &footer.content).ok();
    field
        .zip(record)
        .and_then(|(field, record)| record.value(field.number).and_then(FieldValue::flag))
        .unwrap_or(false)
}
