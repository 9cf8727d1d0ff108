//! What follows from the books of a business in a store: postings, sums, headings.
//!
//! [`open`] answers for one consistent moment. Faces and the command line ask here and nowhere
//! else, so that how postings are kept can change without them.

use books::Books;
use interchange::BooksReader;
use ledger::Figures;
use store::{Reader, StoreError};

/// The figures of the moment that a reader sees, posted afresh from its records.
///
/// # Errors
/// When the store cannot be read.
pub fn open(reader: &dyn Reader) -> Result<Box<dyn Figures>, StoreError> {
    let books = read_books(reader)?;
    let ledger = ledger::post(&books);
    Ok(Box::new((books, ledger)))
}

/// All typed records of a business.
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
