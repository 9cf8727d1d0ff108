//! Whom a paper is for.

use super::facts::{lines_of, party_lines};
use super::{Desk, Sheet};
use books::Key;
use interchange::{DecodedRecord, FieldValue, decode, spec};
use pdf::Recipient;
use store::StoreError;

/// The customer, supplier or employee of a document: under a label, with the address that the
/// document itself gives, else with the party's own.
pub(super) fn recipient(
    desk: &Desk<'_>,
    sheet: &Sheet<'_>,
    label: String,
    party: Option<Key>,
) -> Result<Option<Recipient>, StoreError> {
    let Some(party) = party.filter(|key| *key != Key::NIL) else {
        return Ok(None);
    };
    let own_address = ["BillingAddress", "DeliveryAddress", "Address"]
        .iter()
        .find_map(|name| sheet.written(name));
    addressed(desk, own_address, label, party).map(Some)
}

/// A party under a label, with this address, else with its own.
pub(super) fn addressed(
    desk: &Desk<'_>,
    own_address: Option<&str>,
    label: String,
    party: Key,
) -> Result<Recipient, StoreError> {
    let details = read(desk, party)?;
    let mut address = match (&details, own_address) {
        (_, Some(address)) => lines_of(address),
        (Some((kind, record)), None) => ["BillingAddress", "Address"]
            .iter()
            .find_map(|name| text(*kind, record, name))
            .map_or_else(Vec::new, lines_of),
        (None, None) => Vec::new(),
    };
    if let Some((_, record)) = &details {
        address.extend(party_lines(desk, record)?);
    }
    Ok(Recipient {
        label,
        name: desk.names.text(party)?,
        address,
    })
}

/// Somebody who has no record, as a receipt may name one.
pub(super) fn contact(label: String, name: &str) -> Recipient {
    Recipient {
        label,
        name: name.trim().to_owned(),
        address: Vec::new(),
    }
}

fn read(desk: &Desk<'_>, party: Key) -> Result<Option<(Key, DecodedRecord)>, StoreError> {
    let found = desk.reader.object(party)?;
    Ok(found.and_then(|object| {
        let record = decode(object.content_type, &object.content).ok()?;
        Some((object.content_type, record))
    }))
}

fn text<'r>(kind: Key, record: &'r DecodedRecord, name: &str) -> Option<&'r str> {
    let number = spec(kind)?.field_by_name(name)?.number;
    let text = record.value(number).and_then(FieldValue::text)?;
    (!text.trim().is_empty()).then_some(text)
}
