//! What a bank reconciliation finds: the balance by the books, what the bank does not know of yet,
//! and whether the rest agrees with the statement.
//!
//! A receipt or payment says itself when the bank cleared it (docs/SPEC-manager-records.md, 4.13).
//! Transfers have no known field for it and count as cleared on their date.

use super::names::{Names, date_of};
use super::words;
use books::{Key, Object, kinds};
use interchange::{DecodedRecord, FieldValue, decode, spec};
use jiff::civil::Date;
use ledger::{Grouping, PostingFilter};
use maud::{Markup, html};
use pages::Argument;
use pages::tables::{Column, amount_cell, cell, facts, folds, panel, table};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use store::StoreError;

/// The field of the date, of the bank account, and of the balance on the statement.
const DATE: u32 = 1;
const BANK_ACCOUNT: u32 = 2;
const STATEMENT_BALANCE: u32 = 3;

/// A receipt or payment that the bank does not know of on the day of the statement.
struct NotCleared {
    document: Object,
    date: Option<Date>,
    amount: Decimal,
}

/// The section of a reconciliation; nothing while it names no day or no account.
pub(super) fn section(names: &Names<'_>, record: &DecodedRecord) -> Result<Markup, StoreError> {
    let day = record.value(DATE).and_then(FieldValue::date);
    let account = record.value(BANK_ACCOUNT).and_then(FieldValue::reference);
    let (Some(day), Some(account)) = (day.and_then(|it| it.date()), account) else {
        return Ok(html! {});
    };
    let statement = record
        .value(STATEMENT_BALANCE)
        .and_then(FieldValue::decimal)
        .unwrap_or_default();
    let figures = figures::open(names.reader())?;
    let filter = PostingFilter {
        to: Some(day),
        subledger: Some(account),
        ..PostingFilter::default()
    };
    let by_account = Grouping {
        subledger: true,
        ..Grouping::default()
    };
    let sums = figures.sums(&filter, by_account)?;
    let own = |currency: Option<Key>, own: Decimal, base: Decimal| match currency {
        Some(_) => own,
        None => base,
    };
    let balance = sums.iter().fold(Decimal::ZERO, |sum, it| {
        sum.saturating_add(own(it.currency, it.own_amount, it.amount))
    });
    let mut amounts: BTreeMap<Key, Decimal> = BTreeMap::new();
    figures.each_posting(&filter, &mut |posting| {
        let (currency, own_amount) = match posting.own_currency {
            Some((currency, amount)) => (Some(currency), amount),
            None => (None, Decimal::ZERO),
        };
        let sum = amounts.entry(posting.document).or_default();
        *sum = sum.saturating_add(own(currency, own_amount, posting.amount));
        Ok(())
    })?;
    let currency = sums.iter().find_map(|it| it.currency);
    let decimals = figures.books().decimals(currency);
    let open = not_cleared(names, day, &amounts)?;
    shown(names, statement, balance, &open, decimals)
}

/// The receipts and payments that the bank cleared later, or not yet, by date.
fn not_cleared(
    names: &Names<'_>,
    day: Date,
    amounts: &BTreeMap<Key, Decimal>,
) -> Result<Vec<NotCleared>, StoreError> {
    let mut open = Vec::new();
    for (key, amount) in amounts {
        let Some(document) = names.reader().object(*key)? else {
            continue;
        };
        if is_open(&document, day) {
            open.push(NotCleared {
                date: date_of(&document),
                document,
                amount: *amount,
            });
        }
    }
    open.sort_by_key(|it| (it.date, it.document.key));
    Ok(open)
}

/// Whether the bank does not know of a document at the end of a day.
fn is_open(document: &Object, day: Date) -> bool {
    let is_money = [kinds::RECEIPT, kinds::PAYMENT].contains(&document.content_type);
    let cleared = || {
        let spec = spec(document.content_type)?;
        let record = decode(document.content_type, &document.content).ok()?;
        let field = |name: &str| record.value(spec.field_by_name(name)?.number);
        let status = field("Cleared").and_then(FieldValue::integer);
        let later = field("BankClearDate").and_then(FieldValue::date);
        Some(match status.unwrap_or(0) {
            0 => true,
            1 => later.and_then(|it| it.date()).is_some_and(|it| it <= day),
            _ => false,
        })
    };
    is_money && !cleared().unwrap_or(true)
}

fn shown(
    names: &Names<'_>,
    statement: Decimal,
    balance: Decimal,
    open: &[NotCleared],
    decimals: u32,
) -> Result<Markup, StoreError> {
    let locale = names.locale;
    let amount = |value: Decimal| locale.amount(value, decimals);
    let waiting = open
        .iter()
        .fold(Decimal::ZERO, |sum, it| sum.saturating_add(it.amount));
    let expected = balance.saturating_sub(waiting);
    let difference = statement.saturating_sub(expected);
    let row = |key: &str, value: Decimal| (locale.text(key), html! { (amount(value)) });
    let rows = [
        row("reconciliation-book-balance", balance),
        row("reconciliation-not-cleared", waiting),
        row("reconciliation-expected", expected),
        row("field-StatementBalance", statement),
        row("reconciliation-difference", difference),
    ];
    let sentence = if difference.is_zero() {
        html! { p .reconciled { (locale.text("reconciliation-agrees")) } }
    } else {
        let difference = amount(difference.abs());
        let argument = [("amount", Argument::Text(&difference))];
        html! {
            p .field-error { (locale.text_with("reconciliation-differs", &argument)) }
        }
    };
    let heading = locale.text("reconciliation-title");
    let listed = panel(&heading, html! { (sentence) (facts(&rows)) });
    if open.is_empty() {
        return Ok(listed);
    }
    let sight = names.sight()?;
    let mut lines = Vec::with_capacity(open.len());
    for it in open
        .iter()
        .filter(|it| sight.is_of(it.document.content_type))
    {
        let kind = words::kind_name(locale, it.document.content_type);
        lines.push(html! {
            tr {
                (cell(html! { @if let Some(date) = it.date { (locale.date(date)) } }))
                (cell(html! { (kind) }))
                (cell(names.link(it.document.key)?))
                (amount_cell(&amount(it.amount)))
            }
        });
    }
    let caption = locale.text("reconciliation-not-cleared");
    let columns = [
        Column::words(locale.text("field-Date")),
        Column::words(locale.text("record-kind")),
        Column::words(locale.text("field-Reference")),
        Column::amounts(locale.text("field-Amount")),
    ];
    Ok(html! {
        (listed)
        (panel(&caption, html! {
            @if !lines.is_empty() { (folds(table(&caption, &columns, &lines, None))) }
            @if lines.len() < open.len() { p .muted { (locale.text("documents-hidden")) } }
        }))
    })
}
