//! What moved stock, gathered part by part: for whoever works out what units cost, and cannot hold
//! all
//! documents at once.

use crate::is_current;
use crate::part::{Part, Settings, earliest_of};
use crate::rebuild::{DOCUMENTS_AT_ONCE, document_keys, objects};
use books::{Books, Key};
use jiff::civil::Date;
use ledger::StockMovements;
use std::collections::BTreeSet;
use store::{Reader, StoreError};

/// The settings of a business with its items and set costs, and every movement of stock at the
/// price that it says itself. Where what is kept is current, only the documents that name an item
/// are read; at most 20,000 are held at a time.
///
/// # Errors
/// When the store cannot be read.
pub fn stock_movements(reader: &dyn Reader) -> Result<(Books, StockMovements), StoreError> {
    let settings = Settings::read(reader)?;
    let (keys, earliest) = documents(reader, &settings)?;
    let mut movements = StockMovements::default();
    for keys in keys.chunks(DOCUMENTS_AT_ONCE) {
        let documents = objects(reader, keys)?;
        let Part { mut books, .. } = settings.part(reader, &documents)?;
        // Starting balances stand before the earliest document of all.
        books.earliest_elsewhere = earliest;
        let here: BTreeSet<&Key> = keys.iter().collect();
        let ledger = ledger::post_without_costs(&books);
        for posting in ledger
            .postings
            .iter()
            .filter(|it| here.contains(&it.document))
        {
            movements.add(posting);
        }
    }
    Ok((settings.into_books(), movements))
}

/// The documents that may move stock, and the date of the earliest document of all.
fn documents(
    reader: &dyn Reader,
    settings: &Settings,
) -> Result<(Vec<Key>, Option<Date>), StoreError> {
    if is_current(reader)? {
        let mut keys = BTreeSet::new();
        for item in settings.books().items.keys() {
            keys.extend(reader.documents_naming(*item)?);
        }
        let earliest = reader.posted_mark()?.and_then(|mark| mark.earliest);
        return Ok((keys.into_iter().collect(), earliest));
    }
    let keys = document_keys(reader)?;
    let mut earliest = None;
    for part in keys.chunks(DOCUMENTS_AT_ONCE) {
        let of_part = earliest_of(&objects(reader, part)?);
        earliest = earliest.into_iter().chain(of_part).min();
    }
    Ok((keys, earliest))
}
