//! Units of locked days: a note that comes, changes or goes may say that an invoice moves its own
//! units no longer, or does again; and an invoice, of its notes (SPEC-posting.md, 16.1). Where the
//! other one is dated on a locked day, that is refused (docs/SPEC-settings.md, 8.8).

use books::{Key, Object, kinds};
use interchange::{DecodedRecord, FieldValue, KindSpec, decode, spec, title};
use jiff::civil::Date;
use store::{Reader, StoreError};

/// A direction in which goods go.
struct Direction {
    invoice: Key,
    /// The switch of an invoice that moves its own units.
    switch: &'static str,
    note: Key,
    /// The field of a note for its invoice.
    named: &'static str,
}

const DIRECTIONS: [Direction; 2] = [
    Direction {
        invoice: kinds::SALES_INVOICE,
        switch: "ActsAsDeliveryNote",
        note: kinds::DELIVERY_NOTE,
        named: "SalesInvoice",
    },
    Direction {
        invoice: kinds::PURCHASE_INVOICE,
        switch: "ActsAsGoodsReceipt",
        note: kinds::GOODS_RECEIPT,
        named: "PurchaseInvoice",
    },
];

/// A change of a record with this key: what it says before and after, nothing where there is none.
#[derive(Clone, Copy)]
pub(super) struct Change<'a> {
    pub(super) key: Key,
    pub(super) before: Option<&'a DecodedRecord>,
    pub(super) after: Option<&'a DecodedRecord>,
}

/// What the document is called that is dated up to the day and would begin or cease to move units;
/// nothing where there is none.
pub(super) fn locked_units<R: Reader + ?Sized>(
    reader: &R,
    content_type: Key,
    change: Change<'_>,
    until: Date,
) -> Result<Option<String>, StoreError> {
    for direction in &DIRECTIONS {
        if content_type == direction.note {
            return direction.locked_invoice(reader, change, until);
        }
        // No note names an invoice that is new.
        if content_type == direction.invoice && change.before.is_some() {
            return direction.locked_note(reader, change, until);
        }
    }
    Ok(None)
}

impl Direction {
    /// The invoice of a locked day whose units a note takes over, or gives back.
    fn locked_invoice<R: Reader + ?Sized>(
        &self,
        reader: &R,
        change: Change<'_>,
        until: Date,
    ) -> Result<Option<String>, StoreError> {
        let named = |record: Option<&DecodedRecord>| {
            let record = record.filter(|it| date_of(self.note, it).is_some())?;
            field(self.note, record, self.named)?.reference()
        };
        let (before, after) = (named(change.before), named(change.after));
        if before == after {
            return Ok(None);
        }
        for key in before.into_iter().chain(after) {
            let Some((object, record)) = read(reader, key, self.invoice)? else {
                continue;
            };
            let date = date_of(self.invoice, &record).filter(|date| *date <= until);
            if let Some(date) = date.filter(|_| !self.is_switched(&record))
                && self.moved_its_own(reader, key, change.key, date)?
            {
                return Ok(Some(name_of(&object)));
            }
        }
        Ok(None)
    }

    /// Whether an invoice without the switch moves its own units but for one note: no other names
    /// it, and none is as early.
    fn moved_its_own<R: Reader + ?Sized>(
        &self,
        reader: &R,
        invoice: Key,
        but_for: Key,
        date: Date,
    ) -> Result<bool, StoreError> {
        let mut moves = true;
        reader.each_object(Some(self.note), &mut |object| {
            if object.key == but_for || object.is_keyed_by_kind() || !moves {
                return Ok(());
            }
            let Ok(record) = decode(object.content_type, &object.content) else {
                return Ok(());
            };
            if let Some(day) = date_of(self.note, &record) {
                let named = field(self.note, &record, self.named);
                let named = named.and_then(FieldValue::reference);
                moves = day > date && named != Some(invoice);
            }
            Ok(())
        })?;
        Ok(moves)
    }

    /// The note of a locked day that moves the units of an invoice from now on, or no longer.
    fn locked_note<R: Reader + ?Sized>(
        &self,
        reader: &R,
        change: Change<'_>,
        until: Date,
    ) -> Result<Option<String>, StoreError> {
        let moves_its_own = |record: Option<&DecodedRecord>| {
            record.is_some_and(|it| self.is_switched(it) && date_of(self.invoice, it).is_some())
        };
        if moves_its_own(change.before) == moves_its_own(change.after) {
            return Ok(None);
        }
        let mut found = None;
        reader.each_object(Some(self.note), &mut |object| {
            let Ok(record) = decode(object.content_type, &object.content) else {
                return Ok(());
            };
            let named = field(self.note, &record, self.named).and_then(FieldValue::reference);
            let is_locked = date_of(self.note, &record).is_some_and(|date| date <= until);
            if is_locked && named == Some(change.key) && !object.is_keyed_by_kind() {
                found = Some(name_of(&object));
            }
            Ok(())
        })?;
        Ok(found)
    }

    fn is_switched(&self, invoice: &DecodedRecord) -> bool {
        let switch = field(self.invoice, invoice, self.switch);
        switch.and_then(FieldValue::flag) == Some(true)
    }
}

fn field<'r>(kind: Key, record: &'r DecodedRecord, name: &str) -> Option<&'r FieldValue> {
    record.value(spec(kind)?.field_by_name(name)?.number)
}

fn date_of(kind: Key, record: &DecodedRecord) -> Option<Date> {
    let number = spec(kind).and_then(|spec: &KindSpec| spec.date_field)?;
    record.value(number).and_then(FieldValue::date)?.date()
}

fn read<R: Reader + ?Sized>(
    reader: &R,
    key: Key,
    kind: Key,
) -> Result<Option<(Object, DecodedRecord)>, StoreError> {
    let object = reader.object(key)?.filter(|it| it.content_type == kind);
    Ok(object.and_then(|object| {
        let record = decode(kind, &object.content).ok()?;
        Some((object, record))
    }))
}

fn name_of(object: &Object) -> String {
    title(object).unwrap_or_else(|| object.key.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_both_directions_is_described() {
        for direction in &DIRECTIONS {
            for (kind, name) in [
                (direction.invoice, direction.switch),
                (direction.note, direction.named),
            ] {
                let spec = spec(kind).expect("a described kind");
                assert!(spec.field_by_name(name).is_some(), "{name}");
                assert!(spec.date_field.is_some());
            }
        }
    }
}
