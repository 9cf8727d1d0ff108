//! The few typed records that the figures of one document lean on: its party, its tax codes, its
//! currency, and what those name in turn. A business of a million records is not read for one
//! invoice.

use super::Desk;
use books::{Books, Key, Object, kinds};
use interchange::{BooksReader, decode, references};
use std::collections::BTreeSet;
use store::StoreError;

/// How far references are followed: from a receipt to its invoice, to the customer, to the
/// customer's currency.
const STEPS_MAX: usize = 3;

/// The books as far as this document needs them, itself among them; with the table of exchange
/// rates where amounts may be in several currencies.
pub(super) fn books_around(
    desk: &Desk<'_>,
    document: &Object,
    with_rates: bool,
) -> Result<Books, StoreError> {
    let mut books = BooksReader::new();
    let mut seen: BTreeSet<Key> = BTreeSet::from([document.key, kinds::BASE_CURRENCY]);
    let mut wave: Vec<Object> = vec![document.clone()];
    wave.extend(desk.reader.object(kinds::BASE_CURRENCY)?);
    for _ in 0..=STEPS_MAX {
        let mut next = Vec::new();
        for object in &wave {
            books.add(object);
            let Ok(record) = decode(object.content_type, &object.content) else {
                continue;
            };
            for (_, key) in references(object.content_type, &record) {
                if seen.insert(key) {
                    next.extend(desk.reader.object(key)?);
                }
            }
        }
        wave = next;
    }
    if with_rates {
        desk.reader
            .each_object(Some(kinds::EXCHANGE_RATE), &mut |object| {
                books.add(&object);
                Ok(())
            })?;
    }
    Ok(books.finish().0)
}
