//! The tax transactions: which documents make up the tax summary (SPEC-reports.md, 3.10).

use crate::frame::Frame;
use crate::heads::{Heads, kind_cell};
use crate::limits::ROWS_MAX;
use crate::report_table::{Cell, Label, Link, Name, ReportRow, ReportTable, RowKind};
use crate::rows::{amount_column, coded, heading, plain, row, text, text_column};
use crate::tax_summary::TaxFigures;
use crate::{ReportOptions, remarks};
use books::Key;
use jiff::civil::Date;
use ledger::{Figures, FiguresError, PostingFilter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "tax-transactions";

/// How many columns there are.
const COLUMNS: usize = 5;

/// What a document has to do with a tax code.
struct OfDocument {
    kind: Key,
    contact: Option<Key>,
    figures: TaxFigures,
}

/// One code and side: its documents by date and key, and what all of them come to.
#[derive(Default)]
struct OfSide {
    documents: BTreeMap<(Date, Key), OfDocument>,
    total: TaxFigures,
}

/// A code with its side; sales come first.
type CodeAndSide = (String, Key, bool);

/// The documents under a tax code, or under every one.
///
/// # Errors
/// When the figures cannot be read.
pub fn tax_transactions(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let mut heads = Heads::new(figures);
    let (found, left_out) = read(&frame)?;
    let mut rows = Vec::new();
    let mut last = None;
    for ((_, code, is_purchase), side) in &found {
        if last != Some(*code) {
            rows.push(heading(0, frame.tax_code_label(*code), COLUMNS));
            last = Some(*code);
        }
        write_side(&frame, &mut heads, *is_purchase, side, &mut rows)?;
    }
    let mut own_remarks = Vec::new();
    if left_out > 0 {
        own_remarks.push(remarks::counted("rows-left-out", left_out));
    }
    let mut columns = ["kind", "reference", "contact"].map(text_column).to_vec();
    columns.extend(["net", "tax"].map(amount_column));
    let mut table = frame.table(NAME, columns, rows, own_remarks)?;
    table.about = options.about.map(|code| frame.tax_code_label(code));
    Ok(table)
}

/// The documents by code and side, and how many had no room.
fn read(frame: &Frame<'_>) -> Result<(BTreeMap<CodeAndSide, OfSide>, usize), FiguresError> {
    let period = frame.options.period;
    let filter = PostingFilter {
        tax_code: frame.options.about,
        division: frame.options.division,
        ..PostingFilter::between(period.from, period.to)
    };
    let mut found: BTreeMap<CodeAndSide, OfSide> = BTreeMap::new();
    let mut count: usize = 0;
    let mut left_out: usize = 0;
    let mut left_out_last = None;
    frame.figures.each_posting(&filter, &mut |posting| {
        let Some(tax) = posting.tax else {
            return Ok(());
        };
        let name = frame.books.tax_codes.get(&tax.code);
        let name = name.map_or_else(String::new, |code| code.name.trim().to_owned());
        let side = found.entry((name, tax.code, !tax.is_sale)).or_default();
        side.total.count(tax, posting.amount);
        let at = (posting.date, posting.document);
        if !side.documents.contains_key(&at) {
            if count >= ROWS_MAX {
                let last = left_out_last.replace((tax.code, at));
                // The postings of a document come one after the other.
                left_out = left_out.saturating_add(usize::from(last != left_out_last));
                return Ok(());
            }
            count = count.saturating_add(1);
        }
        let document = side.documents.entry(at).or_insert_with(|| OfDocument {
            kind: posting.document_kind,
            contact: posting.contact,
            figures: TaxFigures::default(),
        });
        document.figures.count(tax, posting.amount);
        Ok(())
    })?;
    Ok((found, left_out))
}

fn write_side(
    frame: &Frame<'_>,
    heads: &mut Heads<'_>,
    is_purchase: bool,
    side: &OfSide,
    rows: &mut Vec<ReportRow>,
) -> Result<(), FiguresError> {
    let name = if is_purchase { "purchases" } else { "sales" };
    rows.push(heading(1, coded(name), COLUMNS));
    let place = |(at, of): &(&(Date, Key), &OfDocument)| (at.0, of.kind, at.1);
    for (reference, ((date, document), of)) in heads.in_day_order(&side.documents, place)? {
        let contact = of.contact.and_then(|key| frame.books.subledger(key));
        let label = Label {
            name: Name::Date(*date),
            code: String::new(),
            link: Some(Link::Record(*document)),
        };
        let (net, tax) = net_and_tax(is_purchase, &of.figures);
        let cells = vec![
            kind_cell(of.kind),
            text(&reference),
            text(contact.map_or("", |(name, _)| name)),
            frame.amount(net),
            frame.amount(tax),
        ];
        rows.push(row(RowKind::Line, 2, label, cells));
    }
    let (net, tax) = net_and_tax(is_purchase, &side.total);
    let mut cells = vec![Cell::Empty; COLUMNS - 2];
    cells.extend([frame.amount(net), frame.amount(tax)]);
    let label = plain(Name::TotalOf(Box::new(Name::Code(name))));
    rows.push(row(RowKind::Total, 1, label, cells));
    Ok(())
}

/// The figures of one side. The other side of a reverse-charged tax is no tax of the document's
/// own: it shows in the summary only.
fn net_and_tax(is_purchase: bool, figures: &TaxFigures) -> (Decimal, Decimal) {
    if is_purchase {
        (figures.purchases_net, figures.purchases_tax)
    } else {
        (figures.sales_net, figures.sales_tax)
    }
}
