//! Papers: any record or report as a PDF that a customer would be glad to receive.
//!
//! [`paper`] is what pages and emails call: it reads a record in one consistent moment, puts every
//! text into the reader's language, and has the crate `pdf` lay it out. What stands on which kind
//! of paper is decided here; how a paper looks is decided there.
//!
//! - [`trade`]: quotes, orders, invoices, notes, with the figures of `ledger::charges`.
//! - [`money`]: receipts and payments, with those of `ledger::money_charges`.
//! - [`plain`]: every other kind, by its description.
//! - [`report_table`]: reports; [`statement`]: those that are letters to a customer or supplier;
//!   [`printed`]: a paper inside the page of its record, for print.
//! - [`settled`]: what of an invoice was paid before today.
//! - [`sender`], [`party`], [`facts`]: the parts that papers share; [`safe_text`]: foreign markup.
//! - [`typeset`]: fonts, page set-up, and what can go wrong; [`download`]: the address.

mod amounts;
mod books_around;
mod download;
mod facts;
mod footers;
mod items;
mod line_fields;
mod money;
mod offer;
mod party;
mod pay;
mod plain;
mod printed;
mod report_table;
mod safe_text;
mod sender;
mod settled;
mod statement;
mod tax_words;
mod trade;
mod transfer;
mod typeset;

pub(crate) use download::routes;
pub(crate) use printed::{Printed, printed};
pub(crate) use report_table::report_paper;
pub(crate) use trade::LineAmounts;

use crate::records::names::Names;
use crate::records::words;
use crate::reports::MadeReport;
use crate::{App, PageError};
use axum::http::StatusCode;
use backup::attachment_file_name;
use books::{Key, Object};
use interchange::{DecodedRecord, KindSpec, decode, spec};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use pages::Locale;
use pdf::Document;
use store::{Profile, Reader, StoreError};

/// What a paper is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A record: a document, a party, whatever.
    Record(Key),
    /// A report with its choices, as they stand in its address.
    Report {
        /// Its stable name, as `balance-sheet`.
        name: String,
        /// The query of its address.
        query: String,
    },
}

/// A finished paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// A file name that is safe on every system, ending in `.pdf`.
    pub file_name: String,
    /// The PDF.
    pub bytes: Vec<u8>,
    /// What whoever sends it should know, as sentences in the reader's language.
    pub notices: Vec<String>,
}

/// Makes a paper. It reads and typesets: to be called on a blocking thread.
///
/// # Errors
/// When there is no such record or report, when the record is damaged, when it is longer than a
/// PDF may be, or when the store cannot be read.
pub fn paper(
    app: &App,
    reader: &dyn Reader,
    source: &Source,
    locale: Locale,
) -> Result<Paper, PageError> {
    match source {
        Source::Record(key) => record_paper(app, reader, *key, locale),
        Source::Report { name, query } => {
            MadeReport::new(reader, name, query, locale)?.paper(app, reader)
        }
    }
}

/// What every layout leans on.
struct Desk<'r> {
    /// One consistent moment of the business.
    reader: &'r dyn Reader,
    /// What other records are called.
    names: Names<'r>,
    /// The language of the paper.
    locale: Locale,
    /// The business, apart from its records.
    profile: Profile,
    /// Today, in the zone of the business.
    today: Date,
}

impl<'r> Desk<'r> {
    fn new(app: &App, reader: &'r dyn Reader, locale: Locale) -> Result<Self, StoreError> {
        let profile = reader.profile()?;
        let zone = TimeZone::get(&profile.time_zone)
            .or_else(|_| TimeZone::get(&app.time_zone))
            .unwrap_or(TimeZone::UTC);
        Ok(Self {
            reader,
            // No page is linked to from a paper.
            names: Names::new(reader, locale, Key::NIL),
            locale,
            profile,
            today: Timestamp::now().to_zoned(zone).date(),
        })
    }
}

/// A record that was read, with its description.
struct Sheet<'a> {
    object: &'a Object,
    record: &'a DecodedRecord,
    spec: Option<&'static KindSpec>,
}

fn record_paper(
    app: &App,
    reader: &dyn Reader,
    key: Key,
    locale: Locale,
) -> Result<Paper, PageError> {
    let object = reader.object(key)?.ok_or(StoreError::RecordNotFound(key))?;
    let desk = Desk::new(app, reader, locale)?;
    let document = document_of(&desk, &object)?;
    let name = file_name(&document.title, &document.number, &document.sender.name);
    typeset::document(locale, &document, name)
}

/// A record laid out as its kind asks for.
fn document_of(desk: &Desk<'_>, object: &Object) -> Result<Document, PageError> {
    laid_out(desk, object).map(|(document, _)| document)
}

/// The same, with what each line of a quote, order, invoice or note comes to.
fn laid_out(desk: &Desk<'_>, object: &Object) -> Result<(Document, LineAmounts), PageError> {
    let record = decode(object.content_type, &object.content).map_err(|_| damaged(object.key))?;
    let sheet = Sheet {
        object,
        record: &record,
        spec: spec(object.content_type),
    };
    if let Some(found) = trade::document(desk, &sheet)? {
        return Ok(found);
    }
    for layout in [money::document, pay::document] {
        if let Some(document) = layout(desk, &sheet)? {
            return Ok((document, LineAmounts::default()));
        }
    }
    let document = plain::document(desk, &sheet)?;
    Ok((document, LineAmounts::default()))
}

fn damaged(key: Key) -> PageError {
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "paper-record-damaged")
        .with("record", key.to_string())
}

/// An amount of the record is beyond exact arithmetic.
fn too_large(sheet: &Sheet<'_>) -> PageError {
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "paper-amount-too-large")
        .with("record", sheet.object.key.to_string())
}

/// The name of the file: what it is, its number, whose it is.
fn file_name(title: &str, number: &str, business: &str) -> String {
    let what = format!("{title} {number}");
    let name = match business.trim() {
        "" => what.trim().to_owned(),
        business => format!("{} - {business}", what.trim()),
    };
    attachment_file_name(&format!("{name}.pdf"))
}

/// The title of a record's kind, or of a kind that nobody described.
fn kind_title(locale: Locale, sheet: &Sheet<'_>) -> String {
    words::kind_name(locale, sheet.object.content_type)
}
