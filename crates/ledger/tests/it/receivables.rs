//! Late payment fees, proofs of withheld tax, billable time: SPEC-posting.md, 27 to 29.

use crate::sample::*;
use books::documents::{
    BillableTime, BillableTimeStatus, InvoiceKind, InvoiceLine, LatePaymentFee, MoneyDocumentKind,
    MoneyLine, Subledgers, WithholdingTax, WithholdingTaxReceipt,
};
use books::{Books, Key, kinds};
use jiff::civil::{Date, date};
use ledger::{balances, codes as code, post};

const FEES: Key = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_LATE_PAYMENT_FEES;
const WAITING: Key = kinds::BALANCE_SHEET_BILLABLE_TIME_ACCOUNT;
const MOVEMENT: Key = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_TIME_MOVEMENT;

fn fee(customer: Option<Key>, invoice: Option<Key>) -> LatePaymentFee {
    LatePaymentFee {
        key: key(1),
        date: Some(DAY),
        customer,
        sales_invoice: invoice,
        amount: Some(d("12.505")),
        ..LatePaymentFee::default()
    }
}

#[test]
fn a_fee_is_owed_for_its_invoice() {
    // The customer is named, or is that of the invoice. 12.505 → 12.51.
    for customer in [Some(CUSTOMER), None] {
        let lines = vec![line(Some(SALES), "1", "100")];
        let sale = invoice(2, InvoiceKind::SalesInvoice, CUSTOMER, lines);
        let mut books = with_invoices(books(), [sale]);
        let fee = fee(customer, Some(key(2)));
        books.late_payment_fees.insert(fee.key, fee);
        let ledger = post(&books);
        assert_base(
            &ledger,
            &[
                (RECEIVABLE, Some(CUSTOMER), "112.51"),
                (SALES, None, "-100.00"),
                (FEES, None, "-12.51"),
            ],
        );
        let owed = ledger.postings.iter();
        let owed = owed.filter(|it| it.account == RECEIVABLE);
        assert!({ owed }.all(|it| it.invoice == Some(key(2))));
    }
}

#[test]
fn a_fee_of_nobody_and_a_fee_in_dollars() {
    let mut without = books();
    without.late_payment_fees.insert(key(1), fee(None, None));
    let ledger = post(&without);
    assert_base(
        &ledger,
        &[(FEES, None, "-12.51"), (SUSPENSE, None, "12.51")],
    );
    assert_eq!(codes(&ledger), [(code::PARTY_MISSING, None)]);
    // 12.51 dollars × 3.75 = 46.9125 → 46.91.
    let mut abroad = books();
    add_rate(&mut abroad, 0x81, DAY, "3.75");
    let dollars = fee(Some(DOLLAR_CUSTOMER), None);
    abroad.late_payment_fees.insert(key(1), dollars);
    let ledger = post(&abroad);
    assert_base(
        &ledger,
        &[
            (RECEIVABLE, Some(DOLLAR_CUSTOMER), "46.91"),
            (FEES, None, "-46.91"),
        ],
    );
    assert_own(&ledger, &[(RECEIVABLE, Some(DOLLAR_CUSTOMER), "12.51")]);
}

fn proof(customer: Option<Key>) -> WithholdingTaxReceipt {
    WithholdingTaxReceipt {
        key: key(1),
        date: Some(DAY),
        customer,
        amount: Some(d("5")),
        ..WithholdingTaxReceipt::default()
    }
}

#[test]
fn what_was_proved_no_longer_stands_under_the_customer() {
    // 80.00 sold, 5.00 withheld, 5.00 proved: the customer owes 75.00, the state 5.00.
    let lines = vec![line(Some(SALES), "1", "80")];
    let mut sale = invoice(2, InvoiceKind::SalesInvoice, CUSTOMER, lines);
    sale.withholding_tax = Some(WithholdingTax::Amount(d("5")));
    let mut books = with_invoices(books(), [sale]);
    let proof = proof(Some(CUSTOMER));
    books.withholding_tax_receipts.insert(proof.key, proof);
    assert_base(
        &post(&books),
        &[
            (RECEIVABLE, Some(CUSTOMER), "75.00"),
            (WITHHELD, None, "5.00"),
            (SALES, None, "-80.00"),
        ],
    );
}

#[test]
fn a_proof_of_nobody_is_named() {
    for (customer, expected) in [
        (None, code::PARTY_MISSING),
        (Some(SUPPLIER), code::PARTY_UNKNOWN),
    ] {
        let mut books = books();
        books
            .withholding_tax_receipts
            .insert(key(1), proof(customer));
        let ledger = post(&books);
        assert_base(
            &ledger,
            &[(WITHHELD, None, "5.00"), (SUSPENSE, None, "-5.00")],
        );
        assert_eq!(codes(&ledger), [(expected, None)]);
    }
}

fn time(status: BillableTimeStatus) -> BillableTime {
    BillableTime {
        key: key(1),
        date: Some(DAY),
        hours: 1,
        minutes: 20,
        hourly_rate: Some(d("50")),
        customer: Some(CUSTOMER),
        status,
        ..BillableTime::default()
    }
}

fn with_time(mut books: Books, time: BillableTime) -> Books {
    books.billable_times.insert(time.key, time);
    books
}

#[test]
fn time_is_worth_something_while_it_waits() {
    // 80 minutes × 50.00 / 60 = 66.666… → 66.67.
    let ledger = post(&with_time(books(), time(BillableTimeStatus::Uninvoiced)));
    let expected = [
        (WAITING, Some(CUSTOMER), "66.67"),
        (MOVEMENT, None, "-66.67"),
    ];
    assert_base(&ledger, &expected);
    let mut nobodys = time(BillableTimeStatus::Uninvoiced);
    nobodys.customer = None;
    let ledger = post(&with_time(books(), nobodys));
    assert_base(
        &ledger,
        &[(WAITING, None, "66.67"), (MOVEMENT, None, "-66.67")],
    );
}

/// What waits on a day.
fn waiting(books: &Books, day: Date) -> rust_decimal::Decimal {
    let ledger = post(books);
    assert_eq!(ledger.suspense, []);
    let all = balances(&ledger.postings, Some(day));
    all[&(WAITING, Some(CUSTOMER))].amount
}

#[test]
fn time_stops_waiting_when_it_is_invoiced_or_written_off() {
    let week_later = date(2026, 4, 7);
    let mut invoiced = time(BillableTimeStatus::Invoiced);
    invoiced.sales_invoice = Some(key(2));
    let mut written_off = time(BillableTimeStatus::WrittenOff);
    written_off.written_off = Some(week_later);
    for time in [invoiced, written_off] {
        let mut sale = invoice(2, InvoiceKind::SalesInvoice, CUSTOMER, vec![]);
        sale.date = Some(week_later);
        let books = with_time(with_invoices(books(), [sale]), time);
        assert_eq!(waiting(&books, date(2026, 4, 6)), d("66.67"));
        assert_eq!(waiting(&books, week_later), d("0"));
    }
    // An invoice that is older than the work takes it on the day of the work.
    let mut early = time(BillableTimeStatus::Invoiced);
    early.sales_invoice = Some(key(2));
    let mut sale = invoice(2, InvoiceKind::SalesInvoice, CUSTOMER, vec![]);
    sale.date = Some(date(2026, 1, 1));
    let books = with_time(with_invoices(books(), [sale]), early);
    assert_eq!(waiting(&books, DAY), d("0"));
}

#[test]
fn the_rate_of_the_day_of_work_holds_to_the_end() {
    // 66.67 dollars × 3.75 = 250.0125 → 250.01, and no more or less is taken back at 4.
    let mut abroad = books();
    add_rate(&mut abroad, 0x81, DAY, "3.75");
    add_rate(&mut abroad, 0x82, date(2026, 4, 1), "4");
    let mut worked = time(BillableTimeStatus::WrittenOff);
    worked.customer = Some(DOLLAR_CUSTOMER);
    worked.written_off = Some(date(2026, 5, 1));
    let ledger = post(&with_time(abroad, worked));
    let on_day = balances(&ledger.postings, Some(DAY));
    assert_eq!(on_day[&(MOVEMENT, None)].amount, d("-250.01"));
    assert_base(&ledger, &[]);
}

#[test]
fn time_on_no_invoice_is_named() {
    for (status, invoice, expected) in [
        (BillableTimeStatus::Invoiced, None, code::INVOICE_MISSING),
        (
            BillableTimeStatus::Invoiced,
            Some(NOWHERE),
            code::INVOICE_UNKNOWN,
        ),
        (BillableTimeStatus::Unknown(7), None, code::STATUS_UNKNOWN),
    ] {
        let mut worked = time(status);
        worked.sales_invoice = invoice;
        let ledger = post(&with_time(books(), worked));
        assert_eq!(codes(&ledger), [(expected, None)]);
        assert!(ledger.suspense[0].amount.is_zero());
        let waits = status != BillableTimeStatus::Invoiced;
        assert_eq!(base(&ledger).is_empty(), !waits);
    }
}

#[test]
fn a_billable_expense_waits_until_it_is_billed() {
    let waiting = kinds::BALANCE_SHEET_BILLABLE_EXPENSES_ACCOUNT;
    let cost = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_BILLABLE_EXPENSES_COST;
    let april = date(2026, 4, 30);
    // Borne out by a sales invoice; by nothing; by a purchase invoice, which bills nobody.
    for (billed_on, is_billed) in [
        (Some(key(2)), true),
        (Some(NOWHERE), false),
        (Some(key(3)), false),
    ] {
        let travel = |price| InvoiceLine {
            subledgers: Subledgers {
                billed_on,
                ..Subledgers::default()
            },
            ..line(Some(waiting), "1", price)
        };
        let bought = invoice(
            3,
            InvoiceKind::PurchaseInvoice,
            SUPPLIER,
            vec![travel("30")],
        );
        let mut sale = invoice(2, InvoiceKind::SalesInvoice, CUSTOMER, vec![]);
        sale.date = Some(april);
        let paid = MoneyLine {
            subledgers: travel("0").subledgers,
            ..money_line(waiting, "5")
        };
        let paid = money(MoneyDocumentKind::Payment, BANK, vec![paid]);
        let ledger = post(&with_money(with_invoices(books(), [bought, sale]), paid));
        assert_eq!(ledger.suspense, []);
        let before = balances(&ledger.postings, april.yesterday().ok());
        assert_eq!(before[&(waiting, None)].amount, d("35"));
        let after = balances(&ledger.postings, None);
        let (waits, costs) = if is_billed { ("0", "35") } else { ("35", "0") };
        assert_eq!(after[&(waiting, None)].amount, d(waits));
        let cost = after.get(&(cost, None)).map(|it| it.amount);
        assert_eq!(cost.unwrap_or_default(), d(costs));
    }
}
