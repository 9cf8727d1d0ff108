//! A business of invoices: each to one of a thousand customers, on one of fifty accounts, with tax.

use books::{Key, Object, kinds};
use history::Stamp;
use interchange::{Plain, from_plain};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use std::path::Path;
use store::{Business, BusinessStore, Profile};
use store_sqlite::SqliteStore;

pub const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");
pub const CUSTOMERS: usize = 1000;
pub const ACCOUNTS: usize = 50;

pub fn stamp() -> Stamp {
    Stamp {
        instant: Timestamp::UNIX_EPOCH,
        zone: "UTC".to_owned(),
        offset_s: 0,
        user_key: None,
        user_name: String::new(),
        program_version: "0.1.0".to_owned(),
        commit: Key::NIL,
    }
}

/// The key with this number among those of a sort.
fn key(sort: u8, number: usize) -> Key {
    let mut bytes = [sort; 16];
    let number = u64::try_from(number).unwrap().to_be_bytes();
    bytes[8..].copy_from_slice(&number);
    Key::from_bytes(bytes)
}

/// The day of an invoice: over two years.
pub fn day_of(number: usize) -> Date {
    let days = i64::try_from(number % 700).unwrap();
    date(2025, 1, 1).checked_add(days.days()).unwrap()
}

/// The amount without tax, in whole cents.
pub fn cents_of(number: usize) -> usize {
    1_000 + (number * 7_919) % 500_000
}

/// Cents as an amount.
pub fn amount(cents: usize) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn text(words: impl Into<String>) -> Plain {
    Plain::Text(words.into())
}

fn map(members: Vec<(&str, Plain)>) -> Plain {
    let members = members.into_iter();
    Plain::Map(
        members
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

fn object(kind: Key, key: Key, plain: &Plain) -> Object {
    Object {
        key,
        content_type: kind,
        content: from_plain(kind, &[], plain).unwrap(),
        timestamp: None,
    }
}

/// An invoice to one of all customers.
pub fn invoice(number: usize) -> Object {
    invoice_to(number % CUSTOMERS, number)
}

/// An invoice to this customer.
pub fn invoice_to(customer: usize, number: usize) -> Object {
    let line = map(vec![
        ("Account", text(key(3, number % ACCOUNTS).to_string())),
        ("SalesUnitPrice", text(amount(cents_of(number)))),
        ("TaxCode", text(key(4, 0).to_string())),
    ]);
    let plain = map(vec![
        ("IssueDate", text(day_of(number).to_string())),
        ("Reference", text(format!("INV-{number:07}"))),
        ("Customer", text(key(2, customer).to_string())),
        ("Lines", Plain::List(vec![line])),
    ]);
    object(kinds::SALES_INVOICE, key(1, number), &plain)
}

/// A receipt of what a customer's invoice comes to, naming it.
pub fn receipt(customer: usize, number: usize) -> Object {
    let net = cents_of(number);
    let receivable = kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT;
    let line = map(vec![
        ("Account", text(receivable.to_string())),
        (
            "AccountsReceivableCustomer",
            text(key(2, customer).to_string()),
        ),
        (
            "AccountsReceivableSalesInvoice",
            text(key(1, number).to_string()),
        ),
        ("Amount", text(amount(net + (net * 20 + 50) / 100))),
    ]);
    let plain = map(vec![
        ("Date", text(day_of(number).to_string())),
        ("ReceivedIn", text(key(6, 0).to_string())),
        ("Lines", Plain::List(vec![line])),
    ]);
    object(kinds::RECEIPT, key(5, number), &plain)
}

fn settings() -> Vec<Object> {
    let mut records = vec![object(
        kinds::BASE_CURRENCY,
        kinds::BASE_CURRENCY,
        &map(vec![("Code", text("EUR"))]),
    )];
    records.extend((0..CUSTOMERS).map(|number| {
        let plain = map(vec![("Name", text(format!("Customer {number}")))]);
        object(kinds::CUSTOMER, key(2, number), &plain)
    }));
    records.extend((0..ACCOUNTS).map(|number| {
        let plain = map(vec![("Name", text(format!("Income {number}")))]);
        object(
            kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
            key(3, number),
            &plain,
        )
    }));
    let tax = map(vec![
        ("Name", text("VAT 20%")),
        ("Rate", text("20")),
        ("TaxRate", Plain::Integer(2)),
    ]);
    records.push(object(kinds::TAX_CODE, key(4, 0), &tax));
    let bank = map(vec![("Name", text("Bank"))]);
    records.push(object(kinds::BANK_OR_CASH_ACCOUNT, key(6, 0), &bank));
    records
}

/// Writes a business of invoices without History, as an import from elsewhere would.
pub fn write(folder: &Path, invoices: usize) {
    write_documents(folder, &mut (0..invoices).map(invoice));
}

/// Writes a business of these documents.
pub fn write_documents(folder: &Path, documents: &mut dyn Iterator<Item = Object>) {
    let store = SqliteStore::open(folder).unwrap();
    let profile = Profile {
        name: "Measured".to_owned(),
        country: None,
        time_zone: "UTC".to_owned(),
        installation: Key::NIL,
        absent: Vec::new(),
    };
    let mut business = store.begin(BUSINESS, &profile).unwrap();
    for record in settings() {
        business.load_object(&record).unwrap();
    }
    for document in documents {
        business.load_object(&document).unwrap();
    }
    business.publish().unwrap();
}

/// Saves a record, with its entry in History.
pub fn put(business: &dyn Business, object: &Object) {
    let work = business.write(&mut |unit| {
        unit.put_object(
            object.key,
            object.content_type,
            &object.content,
            "",
            &stamp(),
        )
        .map(drop)
    });
    work.unwrap();
}

/// Takes records away in one unit of work.
pub fn delete(business: &dyn Business, objects: &[Object]) {
    let work = business.write(&mut |unit| {
        for object in objects {
            unit.delete_object(object.key, "", &stamp())?;
        }
        Ok(())
    });
    work.unwrap();
}
