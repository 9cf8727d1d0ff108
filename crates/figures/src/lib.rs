//! Keeps what follows from the books equal to the books: postings, sums and headings.
//!
//! - [`KeptStore`]: wraps a store so that every change of a business posts what follows from it,
//!   in the same unit of work.
//! - [`stock_movements`]: what moved stock, for working out what units cost.
//! - [`noted_stock`]: which invoices are moved by notes.
//! - [`open`]: the figures of one moment, out of what is kept; posted afresh where nothing is.
//!
//! Kept figures are derived and disposable (SPEC-posting.md, 15). Faces and the command line ask
//! here and nowhere else, so that they cannot notice which of the two answers.

mod changes;
mod costing;
mod follow;
mod kept_store;
mod known;
mod movements;
mod noting;
mod part;
mod pipeline;
mod rebuild;
mod relevance;
mod settle;
mod stored;

pub use kept_store::KeptStore;
pub use movements::stock_movements;
pub use noting::noted_stock;

use books::Books;
use interchange::BooksReader;
use ledger::Figures;
use store::{Reader, StoreError};

/// Names the rules by which this program posts. Raise the number whenever a rule changes, so that
/// kept postings are made again.
const RULES: &str = concat!(env!("CARGO_PKG_VERSION"), " rules 7");

/// The figures of the moment that a reader sees.
///
/// # Errors
/// When the store cannot be read.
pub fn open<'r>(reader: &'r dyn Reader) -> Result<Box<dyn Figures + 'r>, StoreError> {
    if let Some(stored) = stored::open(reader)? {
        return Ok(Box::new(stored));
    }
    let books = read_books(reader)?;
    let ledger = ledger::post(&books);
    Ok(Box::new((books, ledger)))
}

/// All typed records of a business. Holds them all: for small books, and where nothing is kept.
///
/// # Errors
/// When the store cannot be read.
pub fn read_books(reader: &dyn Reader) -> Result<Books, StoreError> {
    let mut books = BooksReader::new();
    reader.each_object(None, &mut |object| {
        books.add(&object);
        Ok(())
    })?;
    Ok(books.finish().0)
}

/// Whether what is kept tells of the moment that the reader sees: then lists may ask the reader for
/// pages of documents, sums and what is open.
///
/// # Errors
/// When the store cannot be read.
pub fn is_current(reader: &dyn Reader) -> Result<bool, StoreError> {
    let Some(mark) = reader.posted_mark()? else {
        return Ok(false);
    };
    Ok(mark.rules == RULES && mark.sequence == reader.history_head()?.sequence)
}
