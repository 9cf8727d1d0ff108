//! Documents and reports as PDF: plain texts in, the bytes of a file out.
//!
//! The caller says *what* stands on the paper: a title, who sends it to whom, columns, rows and
//! totals, every text in the reader's language, every amount and date already written out. This
//! crate decides how it looks, and shapes Bengali, Devanagari and Arabic as their readers expect
//! it. It knows nothing of books, and none of our other crates.
//!
//! - [`document`] is a paper for one recipient: an invoice, a quote, a statement.
//! - [`report`] is a table about the business itself: a balance sheet, a ledger.
//! - [`fonts`] are found once and shared by all renderings; they know what they cannot show.
//! - [`limits`] holds what one file may contain.
//!
//! The typesetting is done by an engine that has a language of its own. Texts reach it as values,
//! never as source code, so that nothing a person typed is executed; and its world ends at two
//! fixed templates and the fonts. It sees no other file, no network and no clock. Equal input and
//! equal fonts give equal bytes.

pub mod document;
pub mod error;
pub mod fonts;
pub mod limits;
pub mod notice;
pub mod page;
pub mod report;
pub mod table;

mod engine;
mod layout;
mod logo;
mod sheet;
mod texts;

pub use document::{Document, Recipient, Sender, Total, render_document};
pub use error::PdfError;
pub use fonts::Fonts;
pub use notice::Notice;
pub use page::{Date, Direction, PageSetup, Paper};
pub use report::{Report, ReportRow, RowStyle, render_report};
pub use table::{Alignment, Column, ColumnWidth};

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file, from `%PDF` to the end.
    pub bytes: Vec<u8>,
    /// How many pages it has; at least one.
    pub pages_count: usize,
    /// What the person who sends it should know. Empty when all went well.
    pub notices: Vec<Notice>,
}
