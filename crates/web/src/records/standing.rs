//! How things stand with a record now, on its page: what a customer owes, what lies in a bank
//! account, how many of an item there are, and what led there.
//!
//! All of it comes out of [`figures::open`]; nothing is reckoned here.
//!
//! - [`invoice`]: invoices and bills with their due date and what is left to pay.
//! - [`party`]: customers and suppliers with their open documents.
//! - [`movements`]: bank accounts, items and other things that amounts stand under.

mod invoice;
mod movements;
mod party;

use super::names::Names;
use books::{Books, Key, Object, kinds};
use jiff::civil::Date;
use ledger::Owed;
use maud::{Markup, html};
use pages::Locale;
use rust_decimal::Decimal;
use store::StoreError;

/// The panels of a record; nothing for kinds under which nothing stands.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn section(
    names: &Names<'_>,
    object: &Object,
    today: Date,
) -> Result<Markup, StoreError> {
    if object.is_keyed_by_kind() {
        return Ok(html! {});
    }
    let at = Standing {
        names,
        record: object.key,
        kind: object.content_type,
        today,
    };
    match object.content_type {
        kinds::SALES_INVOICE => invoice::section(&at, Owed::ByCustomers),
        kinds::PURCHASE_INVOICE => invoice::section(&at, Owed::ToSuppliers),
        kinds::CUSTOMER => party::section(&at, Owed::ByCustomers),
        kinds::SUPPLIER => party::section(&at, Owed::ToSuppliers),
        kinds::INVENTORY_ITEM => movements::of_item(&at),
        kinds::BANK_OR_CASH_ACCOUNT
        | kinds::EMPLOYEE
        | kinds::CAPITAL_ACCOUNT
        | kinds::SPECIAL_ACCOUNT
        | kinds::FIXED_ASSET
        | kinds::INTANGIBLE_ASSET
        | kinds::INVESTMENT
        | kinds::EXPENSE_CLAIMS_PAYER => movements::of_account(&at),
        _ => Ok(html! {}),
    }
}

/// Whose standing is shown, and as at when.
struct Standing<'a, 'r> {
    names: &'a Names<'r>,
    record: Key,
    kind: Key,
    today: Date,
}

impl Standing<'_, '_> {
    fn locale(&self) -> Locale {
        self.names.locale
    }
}

/// An amount with the code of its currency where that is a foreign one.
fn money(books: &Books, locale: Locale, amount: Decimal, currency: Option<Key>) -> String {
    match currency.and_then(|currency| books.foreign_currencies.get(&currency)) {
        Some(foreign) => format!(
            "{} {}",
            locale.amount(amount, foreign.decimals),
            foreign.code
        ),
        None => locale.amount(amount, books.base_currency.decimals),
    }
}

/// Said where documents are left out that whoever asks may not see (SPEC-users.md, 2.8).
fn some_hidden(locale: Locale) -> Markup {
    html! { p .muted { (locale.text("documents-hidden")) } }
}

/// A figure of the standing: what it is, and how much.
fn figures(rows: &[(String, String, bool)]) -> Markup {
    html! {
        dl .standing {
            @for (label, shown, is_bad) in rows {
                div .bad[*is_bad] { dt { (label) } dd { (shown) } }
            }
        }
    }
}
