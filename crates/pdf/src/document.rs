//! A paper for one recipient: who sends it, what it is, its lines, its totals.
//!
//! Sales Invoices, Sales Quotes, Credit Notes, Purchase Invoices, Receipts, Customer Statements: to
//! this crate they differ in their texts only.

use crate::Pdf;
use crate::engine::{Template, render};
use crate::error::PdfError;
use crate::fonts::Fonts;
use crate::layout::Layout;
use crate::limits::{DETAILS_COUNT_MAX, ROWS_COUNT_MAX, TOTALS_COUNT_MAX, check_count};
use crate::page::PageSetup;
use crate::report::RowStyle;
use crate::sheet::{Sheet, SheetRow};
use crate::table::Column;
use crate::texts::Marks;

/// A document, every text in the recipient's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Language, paper and date.
    pub setup: PageSetup,
    /// What it is, like `Sales Invoice`.
    pub title: String,
    /// Its number, like `INV-0042`; may be empty.
    pub number: String,
    /// Facts with their labels, in order: issue date, due date, reference, custom fields.
    pub facts: Vec<(String, String)>,
    /// Who sends it.
    pub sender: Sender,
    /// Whom it is for, if anyone.
    pub recipient: Option<Recipient>,
    /// What stands above the lines, like a description; may be empty.
    pub introduction: String,
    /// The columns of the lines.
    pub columns: Vec<Column>,
    /// The lines: for each column a text; missing ones at the end are empty.
    pub rows: Vec<Vec<String>>,
    /// What stands below the last column, in order.
    pub totals: Vec<Total>,
    /// Paragraphs below the totals: terms, bank details.
    pub notes: Vec<String>,
    /// What stands at the foot of the last page; may be empty.
    pub footer: String,
}

/// The business that sends a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// Its name.
    pub name: String,
    /// Its address, line by line.
    pub address: Vec<String>,
    /// More lines, like tax numbers.
    pub details: Vec<String>,
    /// Its logo as PNG or JPEG. Anything else is left out with a [`crate::Notice`].
    pub logo: Option<Vec<u8>>,
}

/// The person or business that a document is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// What stands above the name, like `Bill to`; may be empty.
    pub label: String,
    /// The name.
    pub name: String,
    /// The address, line by line; tax numbers too.
    pub address: Vec<String>,
}

/// One of the amounts below the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// What it is, like `VAT 20%`.
    pub label: String,
    /// The amount, written out.
    pub text: String,
    /// Whether it is one of those that matter, like the balance due.
    pub strong: bool,
}

/// Makes the PDF of a document.
///
/// # Errors
/// A [`PdfError`] when the document is larger than [`crate::limits`] allow, when its date is none,
/// or when the engine fails.
pub fn render_document(document: &Document, fonts: &Fonts) -> Result<Pdf, PdfError> {
    check_count("rows", document.rows.len(), ROWS_COUNT_MAX)?;
    check_count("totals", document.totals.len(), TOTALS_COUNT_MAX)?;
    let recipient = document.recipient.as_ref();
    let details = [
        document.facts.len(),
        document.notes.len(),
        document.sender.address.len(),
        document.sender.details.len(),
        recipient.map_or(0, |recipient| recipient.address.len()),
    ];
    for count in details {
        check_count("lines of details", count, DETAILS_COUNT_MAX)?;
    }
    let fill = |marks| filled_sheet(document, fonts, marks);
    render(Template::Document, fill, document.setup.date, fonts)
}

/// Everything the template reads.
fn filled_sheet(document: &Document, fonts: &Fonts, marks: Marks) -> Result<Sheet, PdfError> {
    let mut sheet = Sheet::new(&document.setup, fonts, marks)?;
    put_heads(&mut sheet, document)?;
    put_lines(&mut sheet, document)?;
    let notes = sheet.texts.texts(&document.notes)?;
    sheet.put("notes", notes);
    let footer = sheet.texts.text(&document.footer)?;
    sheet.put("closing", footer);
    Ok(sheet)
}

/// What stands above the lines.
fn put_heads(sheet: &mut Sheet, document: &Document) -> Result<(), PdfError> {
    let name = sheet.texts.line(&document.title)?;
    let number = sheet.texts.line(&document.number)?;
    let author = sheet.texts.line(&document.sender.name)?;
    sheet.put_file_names(format!("{name} {number}").trim(), &author);
    let title = sheet.texts.label(&document.title)?;
    sheet.put("title", title);
    let number = sheet.texts.label(&document.number)?;
    sheet.put("number", number);
    let mut facts = Vec::new();
    for (label, text) in &document.facts {
        facts.push(vec![sheet.texts.label(label)?, sheet.texts.text(text)?]);
    }
    sheet.put("facts", facts);
    let sender = &document.sender;
    let value = sheet.texts.label(&sender.name)?;
    sheet.put("sender", value);
    let lines = [&sender.address[..], &sender.details[..]].concat();
    let lines = sheet.texts.texts(&lines)?;
    sheet.put("sender-lines", lines);
    sheet.put_logo(sender.logo.as_deref());
    let nobody = Recipient::default();
    let recipient = document.recipient.as_ref().unwrap_or(&nobody);
    let value = sheet.texts.label(&recipient.label)?;
    sheet.put("recipient-label", value);
    let value = sheet.texts.label(&recipient.name)?;
    sheet.put("recipient", value);
    let lines = sheet.texts.texts(&recipient.address)?;
    sheet.put("recipient-lines", lines);
    let introduction = sheet.texts.text(&document.introduction)?;
    sheet.put("introduction", introduction);
    Ok(())
}

/// The lines and the totals below them, as one table, so that the amounts share a column.
fn put_lines(sheet: &mut Sheet, document: &Document) -> Result<(), PdfError> {
    // Without lines the totals still need a column for their labels and one for their amounts.
    let blank = [Column::of_words(""), Column::of_amounts("")];
    let columns = if document.columns.is_empty() {
        &blank[..]
    } else {
        &document.columns
    };
    let layout = Layout::of(
        columns,
        document.rows.iter().map(Vec::as_slice),
        document.setup.paper,
    );
    let totals: Vec<[String; 2]> = document
        .totals
        .iter()
        .map(|total| [total.label.clone(), total.text.clone()])
        .collect();
    let lines = document.rows.iter().map(|cells| SheetRow {
        style: RowStyle::Line,
        level: 0,
        cells,
        is_wide: false,
    });
    let sums = document
        .totals
        .iter()
        .zip(&totals)
        .map(|(total, cells)| SheetRow {
            style: if total.strong {
                RowStyle::Total
            } else {
                RowStyle::Subtotal
            },
            level: 0,
            cells,
            is_wide: true,
        });
    let rows: Vec<SheetRow<'_>> = lines.chain(sums).collect();
    sheet.put("has-labels", !document.columns.is_empty());
    sheet.put_table(columns, &rows, &layout)
}
