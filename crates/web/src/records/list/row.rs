//! One record as a row of a list.

use super::customs::Customs;
use crate::records::list_figures::{Figure, FigureColumn, ListFigures};
use crate::records::names::{Names, record_path};
use crate::records::{rows, value};
use books::Object;
use interchange::{FieldValue, KindSpec, decode};
use ledger::InvoiceStatus;
use maud::{Markup, html};
use pages::tables::{BadgeKind, amount_cell, badge, cell, labelled_amount_cell};
use pages::{Argument, Locale, user_text};
use store::StoreError;

/// One record of the list. The column that names it leads to it, whatever it holds; a figure that
/// the books do not know stays empty.
pub(super) fn row(
    names: &Names<'_>,
    spec: &'static KindSpec,
    object: &Object,
    figures: &ListFigures,
    customs: &Customs,
) -> Result<Markup, StoreError> {
    let columns = rows::columns(spec);
    let naming = spec
        .title_fields
        .iter()
        .find_map(|number| columns.iter().position(|column| column.number == *number))
        .unwrap_or(0);
    let record = decode(object.content_type, &object.content);
    let link = linked_name(names, spec, object)?;
    let mut cells = Vec::with_capacity(columns.len().max(1));
    for (at, column) in columns.iter().enumerate() {
        if at == naming {
            cells.push(cell(link.clone()));
            continue;
        }
        let value = record
            .as_ref()
            .ok()
            .and_then(|record| rows::listed_value(spec, column, record));
        cells.push(match value {
            None => cell(html! {}),
            Some(value) if value::is_number(column) => {
                amount_cell(&value::plain(names, Some(column), value)?)
            }
            Some(value) => cell(value::listed(names, column, value)?),
        });
    }
    if cells.is_empty() {
        cells.push(cell(link));
    }
    cells.extend(customs.cells(names, record.as_ref().ok())?);
    for column in &figures.columns {
        let figure = figures.get(object.key, *column);
        cells.push(figure_cell(names.locale, figures, *column, figure));
    }
    Ok(html! { tr { @for cell in &cells { (cell) } } })
}

/// A figure that follows from the books.
fn figure_cell(
    locale: Locale,
    figures: &ListFigures,
    column: FigureColumn,
    figure: Option<Figure>,
) -> Markup {
    match figure {
        None if column == FigureColumn::Status => cell(html! {}),
        None => labelled_amount_cell("", ""),
        Some(Figure::Status(status)) => {
            cell(badge(status_badge(status), &status_text(locale, status)))
        }
        Some(figure) => {
            let shown = figure_text(locale, figures, figure);
            labelled_amount_cell(&column.heading(locale), &shown)
        }
    }
}

/// A figure in words.
pub(super) fn figure_text(locale: Locale, figures: &ListFigures, figure: Figure) -> String {
    match figure {
        Figure::Money(amount, currency) => figures.money(locale, amount, currency),
        Figure::Units(units) => locale.number(units),
        Figure::Status(status) => status_text(locale, status),
    }
}

/// How far an invoice is paid, in words.
pub(in crate::records) fn status_text(locale: Locale, status: InvoiceStatus) -> String {
    match status {
        InvoiceStatus::Paid => locale.text("invoice-status-paid"),
        InvoiceStatus::Overpaid => locale.text("invoice-status-overpaid"),
        InvoiceStatus::PartPaid => locale.text("invoice-status-part-paid"),
        InvoiceStatus::Unpaid => locale.text("invoice-status-unpaid"),
        InvoiceStatus::Overdue(days) => {
            let count = Argument::Count(u64::try_from(days).unwrap_or(0));
            locale.text_with("invoice-status-overdue-days", &[("count", count)])
        }
    }
}

/// How the status is meant.
pub(in crate::records) fn status_badge(status: InvoiceStatus) -> BadgeKind {
    match status {
        InvoiceStatus::Paid => BadgeKind::Good,
        InvoiceStatus::Overdue(_) => BadgeKind::Bad,
        InvoiceStatus::Overpaid | InvoiceStatus::PartPaid | InvoiceStatus::Unpaid => {
            BadgeKind::Plain
        }
    }
}

/// The name of a record as a link to it, with what is to be known at once.
fn linked_name(
    names: &Names<'_>,
    spec: &'static KindSpec,
    object: &Object,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let href = record_path(names.business, object.key);
    let record = decode(object.content_type, &object.content);
    let inactive = record.as_ref().is_ok_and(|record| {
        spec.field_by_name("Inactive")
            .and_then(|field| record.value(field.number))
            .and_then(FieldValue::flag)
            .unwrap_or(false)
    });
    Ok(html! {
        a href=(href) { (user_text(&names.title_of(object))) }
        @if inactive { " " (badge(BadgeKind::Plain, &locale.text("list-inactive"))) }
        @if record.is_err() { " " (badge(BadgeKind::Bad, &locale.text("record-damaged"))) }
    })
}
