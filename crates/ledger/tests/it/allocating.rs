//! What settles what: SPEC-posting.md, 17.

use crate::sample::*;
use books::documents::{
    DueDate, Invoice, InvoiceKind, InvoiceLine, MoneyDocument, MoneyDocumentKind, MoneyLine,
};
use books::{Books, Key};
use jiff::civil::{Date, date};
use ledger::{Allocations, InvoiceStatus, Owed, Settlement, allocations, post};
use rust_decimal::Decimal;

fn sold(number: u8, day: Date, amount: &str) -> Invoice {
    let lines = vec![line(Some(SALES), "1", amount)];
    let mut sold = invoice(number, InvoiceKind::SalesInvoice, CUSTOMER, lines);
    sold.date = Some(day);
    sold.due = DueDate::Days(10);
    sold
}

fn paid(number: u8, day: Date, amount: &str, invoice: Option<u8>) -> MoneyDocument {
    let line = MoneyLine {
        subledgers: for_customer(CUSTOMER),
        sales_invoice: invoice.map(key),
        ..money_line(RECEIVABLE, amount)
    };
    MoneyDocument {
        key: key(number),
        date: Some(day),
        ..money(MoneyDocumentKind::Receipt, BANK, vec![line])
    }
}

fn owed(books: &Books, as_at: Option<Date>) -> Allocations {
    let figures = (books.clone(), post(books));
    allocations(&figures, Owed::ByCustomers, None, as_at).expect("in memory")
}

fn open(all: &Allocations) -> Vec<(Key, Decimal)> {
    all.invoices
        .iter()
        .map(|it| (it.invoice, it.open))
        .collect()
}

/// Invoices of 100 (1 March), 50 (5 March) and 70 (9 March).
fn three_invoices() -> Books {
    with_invoices(
        books(),
        [
            sold(1, date(2026, 3, 1), "100"),
            sold(2, date(2026, 3, 5), "50"),
            sold(3, date(2026, 3, 9), "70"),
        ],
    )
}

#[test]
fn what_names_an_invoice_settles_it_and_the_rest_the_oldest() {
    // 40 names the third: 30 open. 120 names none: 100 settles the first, 20 of the second.
    let mut books = with_money(
        three_invoices(),
        paid(0xa1, date(2026, 3, 10), "40", Some(3)),
    );
    books = with_money(books, paid(0xa2, date(2026, 3, 11), "120", None));
    let all = owed(&books, None);
    assert_eq!(
        open(&all),
        [
            (key(1), d("0.00")),
            (key(2), d("30.00")),
            (key(3), d("30.00"))
        ]
    );
    assert_eq!(all.unallocated, []);
    let automatic = |amount: &str| Settlement {
        by: key(0xa2),
        kind: books::kinds::RECEIPT,
        date: date(2026, 3, 11),
        amount: d(amount),
        base: d(amount),
        is_automatic: true,
    };
    assert_eq!(all.invoices[0].settlements, [automatic("100.00")]);
    assert_eq!(all.invoices[1].settlements, [automatic("20.00")]);
    assert!(!all.invoices[2].settlements[0].is_automatic);
    let day = date(2026, 3, 16);
    let status = |index: usize| all.invoices[index].status(day);
    assert_eq!(status(0), InvoiceStatus::Paid);
    // Due on 15 and 19 March.
    assert_eq!(status(1), InvoiceStatus::Overdue(1));
    assert_eq!(status(2), InvoiceStatus::PartPaid);
}

#[test]
fn a_status_tells_days_and_not_months() {
    let all = owed(&three_invoices(), None);
    // Due on 11 March: 82 days before 1 June.
    let status = all.invoices[0].status(date(2026, 6, 1));
    assert_eq!(status, InvoiceStatus::Overdue(82));
    assert_eq!(
        all.invoices[2].status(date(2026, 3, 19)),
        InvoiceStatus::Unpaid
    );
    assert_eq!(status.code(), "overdue");
}

#[test]
fn what_is_paid_too_much_stays_where_it_was_paid() {
    let books = with_money(
        three_invoices(),
        paid(0xa1, date(2026, 3, 10), "60", Some(2)),
    );
    let all = owed(&books, None);
    assert_eq!(all.invoices[1].open, d("-10.00"));
    assert_eq!(
        all.invoices[1].status(date(2026, 3, 10)),
        InvoiceStatus::Overpaid
    );
    assert_eq!(all.invoices[0].open, d("100.00"));
}

#[test]
fn what_no_invoice_takes_is_unallocated() {
    // 300 paid, 220 owed: 80 are left. As at 4 March only the first invoice is there.
    let books = with_money(three_invoices(), paid(0xa1, date(2026, 3, 2), "300", None));
    let all = owed(&books, None);
    assert!(all.invoices.iter().all(|it| it.open.is_zero()));
    assert_eq!(all.unallocated.len(), 1);
    assert_eq!(all.unallocated[0].amount, d("-80.00"));
    // A prepayment settles on the day of the invoice.
    assert_eq!(all.invoices[2].settlements[0].date, date(2026, 3, 9));
    let early = owed(&books, Some(date(2026, 3, 4)));
    assert_eq!(early.invoices.len(), 1);
    assert_eq!(early.unallocated[0].amount, d("-200.00"));
}

#[test]
fn a_prepayment_that_names_a_later_invoice_waits_for_it() {
    let books = with_money(
        three_invoices(),
        paid(0xa1, date(2026, 3, 2), "70", Some(3)),
    );
    let early = owed(&books, Some(date(2026, 3, 6)));
    assert_eq!(open(&early), [(key(1), d("100.00")), (key(2), d("50.00"))]);
    assert_eq!(early.unallocated[0].amount, d("-70.00"));
    assert_eq!(owed(&books, None).invoices[2].open, d("0.00"));
    // What names an invoice that is no more settles the oldest.
    let books = with_money(
        three_invoices(),
        paid(0xa1, date(2026, 3, 2), "70", Some(0x7f)),
    );
    assert_eq!(owed(&books, None).invoices[0].open, d("30.00"));
}

#[test]
fn a_refund_takes_back_what_was_paid_and_notes_settle_like_money() {
    // Paid 60 and 25 back: 35 of the first. The note of 65 names none: the first is settled.
    let mut refund = paid(0xa2, date(2026, 3, 12), "25", None);
    refund.kind = MoneyDocumentKind::Payment;
    let mut note = sold(9, date(2026, 3, 13), "65");
    note.kind = InvoiceKind::CreditNote;
    let mut books = with_money(three_invoices(), paid(0xa1, date(2026, 3, 10), "60", None));
    books = with_invoices(with_money(books, refund), [note]);
    let all = owed(&books, None);
    assert_eq!(
        open(&all),
        [
            (key(1), d("0.00")),
            (key(2), d("50.00")),
            (key(3), d("70.00"))
        ]
    );
    let by: Vec<_> = all.invoices[0]
        .settlements
        .iter()
        .map(|it| (it.by, it.amount))
        .collect();
    assert_eq!(by, [(key(0xa1), d("35.00")), (key(9), d("65.00"))]);
}

#[test]
fn suppliers_are_owed_what_purchases_credit() {
    let lines: Vec<InvoiceLine> = vec![line(Some(RENT), "1", "80")];
    let bought = invoice(1, InvoiceKind::PurchaseInvoice, SUPPLIER, lines);
    let paid = MoneyLine {
        purchase_invoice: Some(key(1)),
        ..money_line(PAYABLE, "30")
    };
    let payment = money(MoneyDocumentKind::Payment, BANK, vec![paid]);
    let books = with_money(with_invoices(books(), [bought]), payment);
    let figures = (books.clone(), post(&books));
    let all = allocations(&figures, Owed::ToSuppliers, Some(SUPPLIER), None).expect("in memory");
    assert_eq!(
        (all.invoices[0].total, all.invoices[0].open),
        (d("80.00"), d("50.00"))
    );
    let other = allocations(&figures, Owed::ToSuppliers, Some(CUSTOMER), None);
    assert_eq!(other.expect("in memory"), Allocations::default());
}

#[test]
fn foreign_invoices_are_settled_in_their_own_currency() {
    // 100 dollars at 3.75 = 375.00; 40 dollars come in as 152 riyals: 60 dollars are open.
    let lines = vec![line(Some(SALES), "1", "100")];
    let mut sold = invoice(1, InvoiceKind::SalesInvoice, DOLLAR_CUSTOMER, lines);
    sold.rate = Some(books::settings::DocumentRate {
        value: d("3.75"),
        inverse: false,
    });
    let line = MoneyLine {
        subledgers: for_customer(DOLLAR_CUSTOMER),
        sales_invoice: Some(key(1)),
        currency_amount: Some(d("40")),
        ..money_line(RECEIVABLE, "152")
    };
    let receipt = money(MoneyDocumentKind::Receipt, BANK, vec![line]);
    let books = with_money(with_invoices(books(), [sold]), receipt);
    let all = owed(&books, None);
    let invoice = &all.invoices[0];
    assert_eq!(invoice.currency, Some(DOLLAR));
    assert_eq!((invoice.total, invoice.open), (d("100.00"), d("60.00")));
    assert_eq!(invoice.open_base, d("223.00"));
}
