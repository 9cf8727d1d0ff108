//! What is sold and bought, as lines name it: its name and its unit.

use super::Desk;
use books::Key;
use interchange::{FieldValue, decode, spec};
use std::cell::RefCell;
use std::collections::HashMap;
use store::StoreError;

/// Items met so far; a long document names few of them many times.
pub(super) struct Items<'d, 'r> {
    desk: &'d Desk<'r>,
    units: RefCell<HashMap<Key, String>>,
}

impl<'d, 'r> Items<'d, 'r> {
    pub(super) fn new(desk: &'d Desk<'r>) -> Self {
        Self {
            desk,
            units: RefCell::default(),
        }
    }

    /// The item's name.
    pub(super) fn name(&self, item: Key) -> Result<String, StoreError> {
        self.desk.names.text(item)
    }

    /// The name of the item's unit; empty when it has none.
    pub(super) fn unit(&self, item: Key) -> Result<String, StoreError> {
        if let Some(unit) = self.units.borrow().get(&item) {
            return Ok(unit.clone());
        }
        let unit = self.read_unit(item)?.unwrap_or_default();
        self.units.borrow_mut().insert(item, unit.clone());
        Ok(unit)
    }

    fn read_unit(&self, item: Key) -> Result<Option<String>, StoreError> {
        let Some(object) = self.desk.reader.object(item)? else {
            return Ok(None);
        };
        let field = spec(object.content_type).and_then(|spec| spec.field_by_name("UnitName"));
        let record = decode(object.content_type, &object.content).ok();
        Ok(field.zip(record).and_then(|(field, record)| {
            let unit = record.value(field.number).and_then(FieldValue::text)?;
            Some(unit.trim().to_owned())
        }))
    }
}
