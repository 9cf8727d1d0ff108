//! A statement about one customer or supplier, as the letter that it is: from whom, to whom, and
//! with the balance where an invoice has the amount due.

use super::report_table::{cells, figure_columns};
use super::{Desk, party, sender, typeset};
use crate::reports::registry;
use books::Key;
use pages::Argument;
use pdf::{Column, Document, Total};
use reports::{Cell, Link, ReportRow, ReportTable, RowKind};
use store::StoreError;

/// The beginnings of the names of reports that are sent to whom they are about.
const LETTERS: [(&str, &str); 2] = [
    ("customer-statement", "paper-to"),
    ("supplier-statement", "paper-supplier"),
];

/// The report as a letter; nothing when it is about nobody, or when sums stand between its lines,
/// as no letter could show them.
pub(super) fn document(
    desk: &Desk<'_>,
    table: &ReportTable,
    subtitles: &[String],
) -> Result<Option<Document>, StoreError> {
    let is_this = |(beginning, _): &&(&str, &str)| table.name.starts_with(beginning);
    let letter = LETTERS.iter().find(is_this);
    let (Some((_, label)), Some(party)) = (letter, party_of(table)) else {
        return Ok(None);
    };
    let Some((lines, sums)) = lines_and_sums(table) else {
        return Ok(None);
    };
    let locale = desk.locale;
    let business = sender::business(desk)?;
    let date = table.period.to.unwrap_or(desk.today);
    let mut columns = vec![Column::of_codes(locale.text("field-Date"))];
    columns.extend(figure_columns(locale, table));
    let mut subtitles = subtitles.iter().filter(|line| **line != table.currency);
    let period = subtitles.next().cloned().unwrap_or_default();
    let others: Vec<&str> = subtitles.map(String::as_str).collect();
    let recipient = party::addressed(desk, None, locale.text(label), party)?;
    Ok(Some(Document {
        setup: typeset::setup(locale, business.country.as_deref(), date),
        title: registry::find(table.name)
            .map(|kind| locale.text(&kind.title_key()))
            .unwrap_or_default(),
        number: period,
        facts: Vec::new(),
        recipient: Some(recipient),
        introduction: others.join("\n"),
        sender: business.sender,
        columns,
        rows: lines.iter().map(|row| cells(locale, row)).collect(),
        totals: sums.iter().map(|row| total(desk, table, row)).collect(),
        notes: Vec::new(),
        footer: String::new(),
    }))
}

/// Whom the report is about.
fn party_of(table: &ReportTable) -> Option<Key> {
    match table.about.as_ref()?.link {
        Some(Link::Record(key)) => Some(key),
        _ => None,
    }
}

/// The rows that are lines and the sums below them. The heading with the name of the recipient
/// would say it twice.
fn lines_and_sums(table: &ReportTable) -> Option<(Vec<&ReportRow>, Vec<&ReportRow>)> {
    let is_sum = |row: &&ReportRow| matches!(row.kind, RowKind::Total | RowKind::GrandTotal);
    let rows: Vec<&ReportRow> = table
        .rows
        .iter()
        .filter(|row| row.kind != RowKind::Heading)
        .collect();
    let headings_count = table.rows.len().saturating_sub(rows.len());
    let (sums, lines): (Vec<_>, Vec<_>) = rows.iter().partition(|row| is_sum(row));
    let are_below = rows.iter().skip(lines.len()).all(is_sum);
    (headings_count <= 1 && are_below).then_some((lines, sums))
}

/// A sum as an amount that matters: what stands last in its row.
fn total(desk: &Desk<'_>, table: &ReportTable, row: &ReportRow) -> Total {
    let texts = cells(desk.locale, row);
    let name = texts.first().cloned().unwrap_or_default();
    let last = row.cells.iter().rposition(|cell| *cell != Cell::Empty);
    let text = last.and_then(|at| texts.get(at.saturating_add(1))).cloned();
    // A cell in another currency names it itself.
    let names_currency = last.and_then(|at| row.cells.get(at)).is_some_and(|cell| {
        matches!(
            cell,
            Cell::Amount {
                currency: Some(_),
                ..
            }
        )
    });
    let label = if names_currency || table.currency.is_empty() {
        name
    } else {
        desk.locale.text_with(
            "paper-in-currency",
            &[
                ("name", Argument::Text(&name)),
                ("currency", Argument::Text(&table.currency)),
            ],
        )
    };
    Total {
        label,
        text: text.unwrap_or_default(),
        strong: true,
    }
}
