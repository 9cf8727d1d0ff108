//! Making everything that is kept again from the records, so many documents at a time.

use crate::RULES;
use crate::part::{Settings, earliest_of, is_document};
use books::{Key, Object};
use jiff::civil::Date;
use store::{PostedMark, Reader, StoreError, UnitOfWork};

/// So many documents are posted at once: what is held stays small, and what they share is read
/// seldom.
const DOCUMENTS_AT_ONCE: usize = 20_000;

/// Makes everything again and marks it with the end of the trail.
pub fn rebuild(unit: &mut dyn UnitOfWork) -> Result<(), StoreError> {
    unit.clear_posted()?;
    let settings = Settings::read(&*unit)?;
    let keys = document_keys(&*unit)?;
    let mut earliest: Option<Date> = None;
    for part in keys.chunks(DOCUMENTS_AT_ONCE) {
        let found = earliest_of(&objects(&*unit, part)?);
        earliest = earliest.into_iter().chain(found).min();
    }
    for part in keys.chunks(DOCUMENTS_AT_ONCE) {
        let documents = objects(&*unit, part)?;
        for (document, posted) in settings.post(&*unit, &documents, earliest)? {
            unit.put_posted(document, &posted)?;
        }
    }
    let sequence = unit.history_head()?.sequence;
    unit.set_posted_mark(&PostedMark {
        sequence,
        rules: RULES.to_owned(),
        earliest,
    })
}

/// The keys of all documents, form defaults left out.
fn document_keys(reader: &dyn Reader) -> Result<Vec<Key>, StoreError> {
    let mut keys = Vec::new();
    for (kind, _) in reader.object_counts()? {
        if !is_document(kind) {
            continue;
        }
        reader.each_object(Some(kind), &mut |object| {
            if !object.is_keyed_by_kind() {
                keys.push(object.key);
            }
            Ok(())
        })?;
    }
    Ok(keys)
}

fn objects(reader: &dyn Reader, keys: &[Key]) -> Result<Vec<Object>, StoreError> {
    let mut objects = Vec::with_capacity(keys.len());
    for key in keys {
        objects.extend(reader.object(*key)?);
    }
    Ok(objects)
}
