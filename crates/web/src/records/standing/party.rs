//! A customer or supplier: the balance, what of it is overdue, the open documents, and the ways on
//! to a statement, a new invoice and the money that settles it.

use super::{Standing, figures, money, some_hidden};
use crate::addresses;
use crate::records::list::row::{status_badge, status_text};
use crate::records::names::list_path;
use crate::records::words;
use books::{Books, Key, kinds};
use jiff::Span;
use jiff::civil::Date;
use ledger::{Allocations, InvoiceStanding, InvoiceStatus, Owed, Unallocated, allocations};
use maud::{Markup, html};
use pages::Argument;
use pages::icons::{Icon, icon};
use pages::tables::{Column, badge, cell, folds, labelled_amount_cell, panel, table};
use rust_decimal::Decimal;
use store::StoreError;

/// The page shows so many open documents at most; the statement has them all.
const ROWS_MAX: usize = 100;
/// A statement of transactions begins so many months before today.
const STATEMENT_MONTHS: i64 = 12;

/// The panel.
pub(super) fn section(at: &Standing<'_, '_>, owed: Owed) -> Result<Markup, StoreError> {
    let kept = figures::open(at.names.reader())?;
    let all = allocations(&*kept, owed, Some(at.record), None)?;
    let books = kept.books();
    let currency = books.subledger(at.record).and_then(|(_, own)| own);
    let locale = at.locale();
    let (balance, overdue) = sums(&all, at.today);
    let shown = |amount| money(books, locale, amount, currency);
    let rows = [
        (locale.text("list-column-balance"), shown(balance), false),
        (
            locale.text("invoice-status-overdue"),
            shown(overdue),
            overdue > Decimal::ZERO,
        ),
    ];
    Ok(panel(
        "",
        html! {
            (figures(&rows))
            (ways(at, owed))
            (open_documents(at, books, all, owed)?)
        },
    ))
}

/// What is owed, and what of it is overdue.
fn sums(all: &Allocations, today: Date) -> (Decimal, Decimal) {
    let mut balance = Decimal::ZERO;
    let mut overdue = Decimal::ZERO;
    for invoice in &all.invoices {
        balance = balance.saturating_add(invoice.open);
        if matches!(invoice.status(today), InvoiceStatus::Overdue(_)) {
            overdue = overdue.saturating_add(invoice.open);
        }
    }
    for rest in &all.unallocated {
        balance = balance.saturating_add(rest.amount);
    }
    (balance, overdue)
}

/// Where one goes on from here, with the party chosen already.
fn ways(at: &Standing<'_, '_>, owed: Owed) -> Markup {
    let locale = at.locale();
    let (invoice, money_kind, field, token, reports) = match owed {
        Owed::ByCustomers => (
            kinds::SALES_INVOICE,
            kinds::RECEIPT,
            "Customer",
            "customer",
            [
                "customer-statement-unpaid",
                "customer-statement-transactions",
            ],
        ),
        Owed::ToSuppliers => (
            kinds::PURCHASE_INVOICE,
            kinds::PAYMENT,
            "Supplier",
            "supplier",
            [
                "supplier-statement-unpaid",
                "supplier-statement-transactions",
            ],
        ),
    };
    let party = at.record;
    let new = |kind: Key, query: String| {
        let one = words::kind_name(locale, kind);
        let label = locale.text_with("list-new", &[("kind", Argument::Text(&one))]);
        let href = format!("{}/new?{query}", list_path(at.names.business, kind));
        html! { a .button href=(href) { (icon(Icon::Add)) (label) } }
    };
    let counterparty = match owed {
        Owed::ByCustomers => "PaidBy",
        Owed::ToSuppliers => "Payee",
    };
    html! {
        div .standing-ways {
            (new(invoice, format!("{field}={party}")))
            (new(money_kind, format!("{counterparty}={token}%3A{party}")))
            @for name in reports {
                a .button href=(statement(at, name)) { (locale.text(&format!("report-{name}"))) }
            }
        }
    }
}

/// The address of a statement: as at today, or of the last months up to today.
fn statement(at: &Standing<'_, '_>, name: &str) -> String {
    let to = at.today;
    let days = if name.ends_with("unpaid") {
        format!("as_at={to}")
    } else {
        let from = Span::new()
            .try_months(STATEMENT_MONTHS)
            .and_then(|span| to.checked_sub(span))
            .unwrap_or(to);
        format!("from={from}&to={to}")
    };
    let query = format!("period=&{days}&about={}", at.record);
    addresses::business_part(at.names.business, &format!("reports/{name}?{query}"))
}

/// What is not settled, the oldest first: it is the one that is asked about.
fn open_documents(
    at: &Standing<'_, '_>,
    books: &Books,
    mut all: Allocations,
    owed: Owed,
) -> Result<Markup, StoreError> {
    let locale = at.locale();
    let are_hidden = keep_visible(at, &mut all, owed)?;
    let open: Vec<&InvoiceStanding> = all
        .invoices
        .iter()
        .filter(|invoice| !invoice.open.is_zero())
        .collect();
    let rest = all.unallocated.iter().filter(|rest| !rest.amount.is_zero());
    let heading = locale.text("standing-open-documents");
    let mut rows = Vec::new();
    for invoice in open.iter().take(ROWS_MAX) {
        rows.push(invoice_row(at, books, invoice)?);
    }
    for rest in rest.take(ROWS_MAX) {
        rows.push(rest_row(at, books, rest)?);
    }
    if rows.is_empty() && are_hidden {
        return Ok(some_hidden(locale));
    }
    if rows.is_empty() {
        return Ok(html! { p .muted { (locale.text("standing-nothing-open")) } });
    }
    let columns = [
        Column::words(locale.text("field-Date")),
        Column::words(locale.text("standing-document")),
        Column::words(locale.text("field-DueDate")),
        Column::words(locale.text("list-column-status")),
        Column::amounts(locale.text("list-column-total")),
        Column::amounts(locale.text("list-column-balance-due")),
    ];
    let left_out = open.len().saturating_sub(ROWS_MAX);
    let count = Argument::Count(u64::try_from(left_out).unwrap_or(u64::MAX));
    Ok(html! {
        h2 { (heading) }
        (folds(table(&heading, &columns, &rows, None)))
        @if left_out > 0 {
            p .muted { (locale.text_with("standing-more-open", &[("count", count)])) }
        }
        @if are_hidden { (some_hidden(locale)) }
    })
}

/// Takes out the documents of kinds that may not be seen; whether something is open among them.
fn keep_visible(
    at: &Standing<'_, '_>,
    all: &mut Allocations,
    owed: Owed,
) -> Result<bool, StoreError> {
    let sight = at.names.sight()?;
    let is_open = |invoice: &InvoiceStanding| !invoice.open.is_zero();
    let sees_invoices = sight.is_of(owed.invoice_kind());
    let mut are_hidden = !sees_invoices && all.invoices.iter().any(is_open);
    all.invoices.retain(|_| sees_invoices);
    all.unallocated.retain(|rest| {
        let is_visible = sight.is_of(rest.kind);
        are_hidden |= !is_visible && !rest.amount.is_zero();
        is_visible
    });
    Ok(are_hidden)
}

fn invoice_row(
    at: &Standing<'_, '_>,
    books: &Books,
    invoice: &InvoiceStanding,
) -> Result<Markup, StoreError> {
    let locale = at.locale();
    let status = invoice.status(at.today);
    let due = locale.text("list-column-balance-due");
    let shown = |amount| money(books, locale, amount, invoice.currency);
    Ok(html! {
        tr {
            (cell(html! { (locale.date(invoice.date)) }))
            (cell(at.names.link(invoice.invoice)?))
            (cell(html! { @if let Some(due) = invoice.due_date { (locale.date(due)) } }))
            (cell(badge(status_badge(status), &status_text(locale, status))))
            (labelled_amount_cell(&locale.text("list-column-total"), &shown(invoice.total)))
            (labelled_amount_cell(&due, &shown(invoice.open)))
        }
    })
}

/// A payment in advance, a credit: nothing settled by it yet.
fn rest_row(
    at: &Standing<'_, '_>,
    books: &Books,
    rest: &Unallocated,
) -> Result<Markup, StoreError> {
    let locale = at.locale();
    let kind = words::kind_name(locale, rest.kind);
    let due = locale.text("list-column-balance-due");
    Ok(html! {
        tr {
            (cell(html! { (locale.date(rest.date)) }))
            (cell(html! { (kind) " " (at.names.link(rest.document)?) }))
            (cell(html! {}))
            (cell(html! { span .muted { (locale.text("standing-not-allocated")) } }))
            (labelled_amount_cell("", ""))
            (labelled_amount_cell(&due, &money(books, locale, rest.amount, rest.currency)))
        }
    })
}
