//! Invoices and notes: SPEC-posting.md, 3.

use crate::sample::*;
use books::documents::{Discount, InvoiceKind, InvoiceLine, Subledgers, Unread, WithholdingTax};
use books::inventory::UnitCost;
use books::{Key, kinds};
use jiff::civil::date;
use ledger::{codes as code, post};
use rust_decimal::Decimal;

#[test]
fn a_service_business_sells_and_takes_back() {
    // Invoice: 2 × 150.00 + 1 × 99.99 = 399.99. Credit note: 1 × 99.99. Left: 300.00.
    let sold = vec![
        line(Some(SALES), "2", "150"),
        line(Some(SALES), "1", "99.99"),
    ];
    let back = vec![line(Some(SALES), "1", "99.99")];
    let ledger = post(&with_invoices(
        books(),
        [
            invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, sold),
            invoice(2, InvoiceKind::CreditNote, CUSTOMER, back),
        ],
    ));
    assert_base(
        &ledger,
        &[
            (RECEIVABLE, Some(CUSTOMER), "300.00"),
            (SALES, None, "-300.00"),
        ],
    );
    assert_eq!(ledger.suspense, []);
    assert_eq!(ledger.not_posted, []);
}

#[test]
fn purchases_credit_the_supplier_and_debit_notes_turn_them_round() {
    // Invoice: 1 × 500 rent. Debit note: 1 × 120. Left: 380.
    let ledger = post(&with_invoices(
        books(),
        [
            invoice(
                1,
                InvoiceKind::PurchaseInvoice,
                SUPPLIER,
                vec![line(Some(RENT), "1", "500")],
            ),
            invoice(
                2,
                InvoiceKind::DebitNote,
                SUPPLIER,
                vec![line(Some(RENT), "1", "120")],
            ),
        ],
    ));
    let expected = [(PAYABLE, Some(SUPPLIER), "-380.00"), (RENT, None, "380.00")];
    assert_base(&ledger, &expected);
}

#[test]
fn discounts_count_by_the_type_of_the_heading() {
    // 3 × 33.335 = 100.005. Off: 100.01. Percent 10: 100.005 × 0.9 = 90.0045 → 90.00.
    // Amount 7.5: 100.01 − 7.50 = 92.51.
    for (discount, net) in [
        (Discount::Off, "100.01"),
        (Discount::Percent, "90.00"),
        (Discount::Amount, "92.51"),
    ] {
        let line = InvoiceLine {
            discount_percentage: Some(d("10")),
            discount_amount: Some(d("7.5")),
            ..line(Some(SALES), "3", "33.335")
        };
        let mut invoice = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, vec![line]);
        invoice.discount = discount;
        let ledger = post(&with_invoices(books(), [invoice]));
        let credit = format!("-{net}");
        let expected = [
            (RECEIVABLE, Some(CUSTOMER), net),
            (SALES, None, credit.as_str()),
        ];
        assert_base(&ledger, &expected);
    }
}

#[test]
fn withheld_tax_stands_between_the_customer_and_the_invoice() {
    // Net 80, tax 14.40, total 94.40. Amount 5: 89.40 + 5.00. Rate 10 %: of 80 = 8.00, 86.40.
    for (withheld, owed, kept) in [
        (WithholdingTax::Amount(d("5")), "89.40", "5.00"),
        (WithholdingTax::Rate(d("10")), "86.40", "8.00"),
    ] {
        let mut books = books();
        let tax = add_tax(&mut books, 0x71, &[("18", None)]);
        let lines = vec![taxed(Some(SALES), "1", "80", tax)];
        let mut invoice = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, lines);
        invoice.withholding_tax = Some(withheld);
        let ledger = post(&with_invoices(books, [invoice]));
        assert_base(
            &ledger,
            &[
                (RECEIVABLE, Some(CUSTOMER), owed),
                (WITHHELD, Some(CUSTOMER), kept),
                (SALES, None, "-80.00"),
                (TAX, None, "-14.40"),
            ],
        );
    }
}

fn item_line(item: Key, quantity: &str, price: &str) -> InvoiceLine {
    InvoiceLine {
        subledgers: Subledgers {
            item: Some(item),
            ..Subledgers::default()
        },
        ..line(None, quantity, price)
    }
}

#[test]
fn inventory_goes_through_stock_with_its_set_cost() {
    // Bought 10 × 6 = 60. Sold 4 × 10 = 40, at the cost of 31 March: 4 × 6.125 = 24.50.
    let mut books = books();
    for (number, day, cost) in [
        (1, date(2026, 1, 1), "5"),
        (2, DAY, "6.125"),
        (3, date(2026, 4, 1), "7"),
    ] {
        let cost = UnitCost {
            key: key(number),
            date: day,
            item: ITEM,
            cost: d(cost),
        };
        books.unit_costs.insert(cost.key, cost);
    }
    let ledger = post(&with_invoices(
        books,
        [
            invoice(
                1,
                InvoiceKind::PurchaseInvoice,
                SUPPLIER,
                vec![item_line(ITEM, "10", "6")],
            ),
            invoice(
                2,
                InvoiceKind::SalesInvoice,
                CUSTOMER,
                vec![item_line(ITEM, "4", "10")],
            ),
        ],
    ));
    assert_base(
        &ledger,
        &[
            (PAYABLE, Some(SUPPLIER), "-60.00"),
            (RECEIVABLE, Some(CUSTOMER), "40.00"),
            (INVENTORY_SALES, None, "-40.00"),
            (INVENTORY_COST, None, "24.50"),
            (STOCK, Some(ITEM), "35.50"),
        ],
    );
}

#[test]
fn what_names_nothing_goes_to_suspense_by_line() {
    // 10 to an unknown account, 20 to none, 30 for an unknown item, a blank line, 40 to Sales.
    let lines = vec![
        line(Some(NOWHERE), "1", "10"),
        line(None, "1", "20"),
        item_line(NOWHERE, "1", "30"),
        InvoiceLine::default(),
        line(Some(SALES), "1", "40"),
    ];
    let sold = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, lines);
    let ledger = post(&with_invoices(books(), [sold]));
    assert_base(
        &ledger,
        &[
            (RECEIVABLE, Some(CUSTOMER), "100.00"),
            (SALES, None, "-40.00"),
            (SUSPENSE, None, "-60.00"),
        ],
    );
    let expected = [
        (code::ACCOUNT_UNKNOWN, Some(0)),
        (code::ACCOUNT_MISSING, Some(1)),
        (code::ITEM_UNKNOWN, Some(2)),
    ];
    assert_eq!(codes(&ledger), expected);
    let amounts: Vec<Decimal> = ledger.suspense.iter().map(|it| it.amount).collect();
    assert_eq!(amounts, [d("-10"), d("-20"), d("-30")]);
    let account = ("account", NOWHERE.to_string());
    assert_eq!(ledger.suspense[0].arguments, [account]);
}

#[test]
fn an_invoice_without_its_customer_leaves_the_other_side_in_suspense() {
    for (party, code) in [
        (None, code::PARTY_MISSING),
        (Some(NOWHERE), code::PARTY_UNKNOWN),
        (Some(SUPPLIER), code::PARTY_UNKNOWN),
    ] {
        let lines = vec![line(Some(SALES), "1", "10")];
        let mut invoice = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, lines);
        invoice.party = party;
        let ledger = post(&with_invoices(books(), [invoice]));
        let expected = [(SUSPENSE, None, "10.00"), (SALES, None, "-10.00")];
        assert_base(&ledger, &expected);
        assert_eq!(codes(&ledger), [(code, None)]);
    }
}

#[test]
fn a_note_without_a_party_takes_that_of_its_invoice() {
    let sold = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, vec![]);
    let lines = vec![line(Some(SALES), "1", "10")];
    let mut note = invoice(2, InvoiceKind::CreditNote, CUSTOMER, lines);
    note.party = None;
    note.invoice = Some(sold.key);
    let ledger = post(&with_invoices(books(), [sold, note]));
    let expected = [
        (RECEIVABLE, Some(CUSTOMER), "-10.00"),
        (SALES, None, "10.00"),
    ];
    assert_base(&ledger, &expected);
}

#[test]
fn custom_control_accounts_are_honoured_when_they_exist() {
    for (control, lands_in) in [(key(0x14), key(0x14)), (NOWHERE, RECEIVABLE)] {
        let mut books = books();
        let kind = kinds::CONTROL_ACCOUNT_FOR_CUSTOMERS;
        books.accounts.insert(key(0x14), account(key(0x14), kind));
        let customer = books.parties.get_mut(&CUSTOMER).expect("the customer");
        customer.control_account = Some(control);
        let lines = vec![line(Some(SALES), "1", "10")];
        let sold = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, lines);
        let ledger = post(&with_invoices(books, [sold]));
        let expected = [(lands_in, Some(CUSTOMER), "10.00"), (SALES, None, "-10.00")];
        assert_base(&ledger, &expected);
    }
}

#[test]
fn what_cannot_be_posted_is_listed() {
    let lines = vec![line(Some(SALES), "1", "10")];
    let mut undated = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, lines);
    undated.date = None;
    let huge = vec![line(Some(SALES), "79228162514264337593543950335", "2")];
    let huge = invoice(2, InvoiceKind::SalesInvoice, CUSTOMER, huge);
    let mut default = invoice(3, InvoiceKind::SalesInvoice, CUSTOMER, vec![]);
    default.key = kinds::SALES_INVOICE;
    let mut books = with_invoices(books(), [undated, huge, default]);
    books.untyped_documents.insert(key(4), kinds::PAYSLIP);
    books.unreadable_records.insert(key(5), kinds::RECEIPT);
    books.unreadable_records.insert(key(6), kinds::CUSTOMER);
    let ledger = post(&books);
    assert_eq!(ledger.postings, []);
    let listed: Vec<_> = ledger
        .not_posted
        .iter()
        .map(|it| (it.document, it.code))
        .collect();
    assert_eq!(
        listed,
        [
            (key(4), code::KIND_NOT_POSTED_YET),
            (key(5), code::RECORD_DAMAGED),
            (key(1), code::DATE_MISSING),
            (key(2), code::AMOUNT_TOO_LARGE),
        ]
    );
}

#[test]
fn what_the_record_asks_for_and_hides_is_named_without_an_amount() {
    let lines = vec![line(Some(SALES), "1", "10")];
    let mut sold = invoice(1, InvoiceKind::SalesInvoice, CUSTOMER, lines);
    sold.unread = vec![Unread::Rounding, Unread::WithholdingTax];
    let ledger = post(&with_invoices(books(), [sold]));
    let expected = [
        (code::ROUNDING_UNREADABLE, None),
        (code::WITHHOLDING_TAX_UNREADABLE, None),
    ];
    assert_eq!(codes(&ledger), expected);
    assert!(ledger.suspense.iter().all(|reason| reason.amount.is_zero()));
    assert_eq!(ledger.postings.len(), 2);
}
