//! What an item brings into the custom fields of a line: the value of each field that stands on the
//! item and on the lines of the document, as the other program copies them.

use super::{Filled, Scope, set};
use crate::records::custom_fields::is_placed_on_lines;
use crate::records::typed::{CUSTOM, Typed, shown_value};
use books::Key;
use interchange::{CustomValue, FieldValue, Shape, decode};
use pages::forms::line_name;
use store::StoreError;

impl Scope<'_> {
    /// Fills them from an item; what the item before had brought gives way.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) fn fill_customs(
        &self,
        typed: &mut Typed,
        item: Key,
        last: Option<Key>,
        filled: &mut Filled,
    ) -> Result<(), StoreError> {
        let before = match last {
            Some(last) => self.customs_of(last)?,
            None => Vec::new(),
        };
        let reader = self.choices.names.reader();
        for CustomValue { definition, value } in self.customs_of(item)? {
            let is_here = reader.object(definition)?;
            if !is_here.is_some_and(|it| is_placed_on_lines(&it, self.form.content_type)) {
                continue;
            }
            let name = line_name(self.index, &format!("{CUSTOM}{definition}]"));
            let present = typed.get(&name).trim();
            let mut before = before.iter().filter(|it| it.definition == definition);
            let was_brought = before.any(|it| self.custom_text(&it.value) == present);
            if present.is_empty() || was_brought {
                set(typed, filled, name, self.custom_text(&value));
            }
        }
        Ok(())
    }

    fn customs_of(&self, item: Key) -> Result<Vec<CustomValue>, StoreError> {
        let Some(object) = self.choices.names.reader().object(item)? else {
            return Ok(Vec::new());
        };
        let Ok(record) = decode(object.content_type, &object.content) else {
            return Ok(Vec::new());
        };
        let values = record.fields.into_iter().filter_map(|it| match it.value {
            FieldValue::Custom(values) => Some(values),
            _ => None,
        });
        Ok(values.flatten().collect())
    }

    /// A value as a form shows it.
    fn custom_text(&self, value: &FieldValue) -> String {
        shown_value(self.choices.names.locale, Shape::Text, Some(value))
    }
}
