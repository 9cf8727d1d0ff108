//! A made-up business whose papers the tests of papers make: records in their plain form.

use crate::bench::{Bench, key, stamp};
use books::{Key, Object, kinds};
use interchange::{Plain, from_plain};
use store::Profile;

/// The customer with an English name.
pub const KARIM: Key = key(0x40);
/// The customer with an Arabic name.
pub const ARABIC: Key = key(0x41);
/// The customer in dollars.
pub const DOLLARS: Key = key(0x42);
/// The tax code of one rate.
pub const VAT: Key = key(0x43);
/// The tax code of two components.
pub const GST: Key = key(0x44);
/// The item with a unit.
pub const RICE: Key = key(0x45);
/// The footer with markup.
pub const FOOTER: Key = key(0x46);
/// The bank account.
pub const BANK: Key = key(0x47);
/// The income account.
pub const INCOME: Key = key(0x48);
/// The custom field.
pub const ORDER_NUMBER: Key = key(0x49);
/// The employee.
pub const EMPLOYEE: Key = key(0x4a);
/// The earnings item.
pub const WAGE: Key = key(0x4b);

/// A text.
pub fn t(text: &str) -> Plain {
    Plain::Text(text.to_owned())
}

/// A key.
pub fn k(key: Key) -> Plain {
    Plain::Text(key.to_string())
}

/// Yes.
pub fn yes() -> Plain {
    Plain::Flag(true)
}

/// Named values.
pub fn map(members: &[(&str, Plain)]) -> Plain {
    let members = members.iter();
    Plain::Map(
        members
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect(),
    )
}

/// A record out of its plain form.
pub fn record(key: Key, kind: Key, members: &[(&str, Plain)]) -> (Object, String) {
    let content = from_plain(kind, &[], &map(members)).expect("a record in its plain form");
    let object = Object {
        key,
        content_type: kind,
        content,
        timestamp: None,
    };
    let title = interchange::title(&object).unwrap_or_default();
    (object, title)
}

/// The business, with everything that its documents lean on.
pub fn business(bench: &Bench) -> Key {
    let business = key(2);
    let profile = Profile {
        name: "Lamp shop file".to_owned(),
        country: Some("BD".to_owned()),
        time_zone: "Asia/Dhaka".to_owned(),
        installation: key(1),
        absent: Vec::new(),
    };
    let records = [settings(), parties(), stock()].concat();
    let store = bench.store();
    store::create_business(store, business, &profile, &records, &stamp(), key(3))
        .expect("a business");
    business
}

fn settings() -> Vec<(Object, String)> {
    let component = |name: &str, rate: &str| map(&[("Name", t(name)), ("Rate", t(rate))]);
    vec![
        record(
            kinds::BASE_CURRENCY,
            kinds::BASE_CURRENCY,
            &[("Code", t("BDT")), ("Name", t("Taka"))],
        ),
        record(
            kinds::BUSINESS_DETAILS,
            kinds::BUSINESS_DETAILS,
            &[
                ("Name", t("Alor Dokan Lamps & Lights")),
                ("Address", t("24 Nawabpur Road\nOld Dhaka\nDhaka 1100")),
            ],
        ),
        record(
            VAT,
            kinds::TAX_CODE,
            &[
                ("Name", t("VAT")),
                ("TaxRate", Plain::Integer(2)),
                ("Rate", t("15")),
            ],
        ),
        record(
            GST,
            kinds::TAX_CODE,
            &[
                ("Name", t("GST 18%")),
                ("TaxRate", Plain::Integer(2)),
                ("Type", Plain::Integer(1)),
                (
                    "Components",
                    Plain::List(vec![component("CGST", "9"), component("SGST", "9")]),
                ),
            ],
        ),
        record(
            FOOTER,
            kinds::SALES_INVOICE_FOOTER,
            &[
                ("Name", t("Bank")),
                (
                    "Content",
                    t("<p>Please pay to <b>Jamuna Bank</b>, 0123-456.</p>\
                       <script>alert('x')</script>"),
                ),
            ],
        ),
        record(
            ORDER_NUMBER,
            kinds::TEXT_CUSTOM_FIELD,
            &[("Name", t("Your order"))],
        ),
    ]
}

fn parties() -> Vec<(Object, String)> {
    let dollars = key(0x4c);
    vec![
        record(
            KARIM,
            kinds::CUSTOMER,
            &[
                ("Name", t("Karim & Sons")),
                ("BillingAddress", t("7 Station Road\nChattogram")),
            ],
        ),
        record(
            ARABIC,
            kinds::CUSTOMER,
            &[
                ("Name", t("مؤسسة النور للتجارة")),
                ("BillingAddress", t("شارع الملك فهد ١٢\nالرياض")),
            ],
        ),
        record(
            dollars,
            kinds::FOREIGN_CURRENCY,
            &[("Code", t("USD")), ("Name", t("US dollar"))],
        ),
        record(
            DOLLARS,
            kinds::CUSTOMER,
            &[("Name", t("Bright Homes Inc.")), ("Currency", k(dollars))],
        ),
        record(EMPLOYEE, kinds::EMPLOYEE, &[("Name", t("Rina Sen"))]),
        record(WAGE, kinds::PAYSLIP_EARNINGS_ITEM, &[("Name", t("Wage"))]),
    ]
}

fn stock() -> Vec<(Object, String)> {
    vec![
        record(
            RICE,
            kinds::INVENTORY_ITEM,
            &[
                ("ItemCode", t("LMP-9")),
                ("ItemName", t("Brass lamp")),
                ("UnitName", t("pcs")),
            ],
        ),
        record(
            BANK,
            kinds::BANK_OR_CASH_ACCOUNT,
            &[("Name", t("Cash box"))],
        ),
        record(
            INCOME,
            kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT,
            &[("Name", t("Sales"))],
        ),
    ]
}

/// A line of a sales invoice or credit note.
pub fn line(words: &str, quantity: &str, price: &str, tax: Option<Key>) -> Plain {
    let mut members = vec![
        ("Account", k(INCOME)),
        ("LineDescription", t(words)),
        ("Qty", t(quantity)),
        ("SalesUnitPrice", t(price)),
    ];
    members.extend(tax.map(|tax| ("TaxCode", k(tax))));
    map(&members)
}

/// A sales invoice with these lines and further members.
pub fn invoice(key: Key, customer: Key, lines: Vec<Plain>, more: &[(&str, Plain)]) -> Object {
    let members = [
        &[
            ("IssueDate", t("2026-11-21")),
            ("Reference", t("INV-0042")),
            ("Customer", k(customer)),
            ("DueDate", Plain::Integer(0)),
            ("DueDateDays", Plain::Integer(30)),
            ("Lines", Plain::List(lines)),
        ],
        more,
    ]
    .concat();
    record(key, kinds::SALES_INVOICE, &members).0
}
