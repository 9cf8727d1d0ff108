//! What one file may hold. Beyond a limit is an error that names it, never a cut.
//!
//! The numbers are generous for paper and small for a server: the largest document within them
//! takes seconds and half a gigabyte, not minutes and all memory.

use crate::error::PdfError;

/// Rows of one table, headings included: over a hundred pages, and about 90 KB of memory for each.
pub const ROWS_COUNT_MAX: usize = 5_000;
/// Up to so many rows a file says which text is a heading, a cell or a label, for those who have it
/// read aloud. Beyond, that would be most of its bytes and of the memory it takes to make.
pub const TAGGED_ROWS_COUNT_MAX: usize = 1_000;
/// Columns of one table; a year of months with a total and a comparison is half of that.
pub const COLUMNS_COUNT_MAX: usize = 32;
/// Totals below the lines of a document.
pub const TOTALS_COUNT_MAX: usize = 100;
/// Lines of an address, facts beside it, notes, and lines below a report's title; each of them.
pub const DETAILS_COUNT_MAX: usize = 200;
/// Characters of one text in a cell, a note or a footer.
pub const TEXT_CHARACTERS_MAX: usize = 20_000;
/// Characters of a label, a title, a number or a name: things that are repeated on every page.
pub const LABEL_CHARACTERS_MAX: usize = 500;
/// Characters of all texts together.
pub const ALL_CHARACTERS_MAX: usize = 4_000_000;
/// Bytes of a logo as it was stored. A larger one is left out.
pub const LOGO_BYTES_MAX: usize = 8 * 1024 * 1024;
/// Pixels of a logo, because a small file can unpack to a huge picture.
pub const LOGO_PIXELS_MAX: u64 = 25_000_000;

/// That a list is not longer than it may be.
///
/// # Errors
/// [`PdfError::TooMany`] with the name of the list.
pub(crate) fn check_count(list: &'static str, count: usize, max: usize) -> Result<(), PdfError> {
    if count > max {
        return Err(PdfError::TooMany { list, count, max });
    }
    Ok(())
}
