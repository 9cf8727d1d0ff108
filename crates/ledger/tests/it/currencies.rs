//! Foreign currencies: SPEC-posting.md, 5.

use crate::sample::*;
use books::Books;
use books::documents::InvoiceKind::SalesInvoice;
use books::documents::MoneyDocumentKind::{Payment, Receipt};
use books::documents::{InterAccountTransfer, MoneyLine};
use books::settings::DocumentRate;
use jiff::civil::date;
use ledger::{codes as code, post};

fn dollar_invoice(books: Books, rate: Option<DocumentRate>) -> Books {
    let mut sold = invoice(
        1,
        SalesInvoice,
        DOLLAR_CUSTOMER,
        vec![line(Some(SALES), "1", "100")],
    );
    sold.rate = rate;
    with_invoices(books, [sold])
}

#[test]
fn the_rate_is_the_documents_own_else_the_latest_of_the_table() {
    let own = |value, inverse| {
        let value = d(value);
        Some(DocumentRate { value, inverse })
    };
    // 100 × 3.8 = 380; 100 / 0.25 = 400; the table says 3.75 on the day itself, 4 the day after.
    for (rate, base) in [
        (own("3.8", false), "380.00"),
        (own("0.25", true), "400.00"),
        (own("0", false), "375.00"),
        (None, "375.00"),
    ] {
        let mut books = books();
        add_rate(&mut books, 1, date(2026, 1, 1), "3.70");
        add_rate(&mut books, 2, DAY, "3.75");
        add_rate(&mut books, 3, date(2026, 4, 1), "4");
        let ledger = post(&dollar_invoice(books, rate));
        let credit = format!("-{base}");
        let expected = [
            (RECEIVABLE, Some(DOLLAR_CUSTOMER), base),
            (SALES, None, credit.as_str()),
        ];
        assert_base(&ledger, &expected);
        assert_own(&ledger, &[(RECEIVABLE, Some(DOLLAR_CUSTOMER), "100.00")]);
    }
}

#[test]
fn without_a_rate_nothing_is_invented() {
    let mut books = books();
    add_rate(&mut books, 1, date(2026, 4, 1), "3.75");
    let ledger = post(&dollar_invoice(books, None));
    assert_base(&ledger, &[]);
    let expected = [
        (RECEIVABLE, Some(DOLLAR_CUSTOMER), "100.00"),
        (SUSPENSE, None, "-100.00"),
    ];
    assert_own(&ledger, &expected);
    assert_eq!(codes(&ledger), [(code::RATE_UNKNOWN, Some(0))]);
    let currency = ("currency", "USD".to_owned());
    assert_eq!(ledger.suspense[0].arguments[0], currency);
}

#[test]
fn the_customer_takes_what_conversion_rounds_away() {
    // Two lines of 0.33 at 1.5: 0.495 → 0.50 each; the customer owes their sum, 1.00.
    let mut books = books();
    add_rate(&mut books, 1, DAY, "1.5");
    let lines = vec![line(Some(SALES), "1", "0.33"); 2];
    let sold = invoice(1, SalesInvoice, DOLLAR_CUSTOMER, lines);
    let ledger = post(&with_invoices(books, [sold]));
    let expected = [
        (RECEIVABLE, Some(DOLLAR_CUSTOMER), "1.00"),
        (SALES, None, "-1.00"),
    ];
    assert_base(&ledger, &expected);
    assert_own(&ledger, &[(RECEIVABLE, Some(DOLLAR_CUSTOMER), "0.66")]);
}

fn settles(amount: Option<&str>, currency_amount: Option<&str>) -> MoneyLine {
    MoneyLine {
        account: Some(RECEIVABLE),
        subledgers: for_customer(DOLLAR_CUSTOMER),
        amount: amount.map(d),
        currency_amount: currency_amount.map(d),
        ..MoneyLine::default()
    }
}

#[test]
fn a_riyal_bank_settles_a_dollar_customer_with_both_amounts() {
    let line = settles(Some("376"), Some("100"));
    let ledger = post(&with_money(books(), money(Receipt, BANK, vec![line])));
    let expected = [
        (CASH, Some(BANK), "376.00"),
        (RECEIVABLE, Some(DOLLAR_CUSTOMER), "-376.00"),
    ];
    assert_base(&ledger, &expected);
    assert_own(&ledger, &[(RECEIVABLE, Some(DOLLAR_CUSTOMER), "-100.00")]);
    assert_eq!(ledger.suspense, []);
}

#[test]
fn a_riyal_bank_settles_a_dollar_customer_with_the_currency_amount_alone() {
    // 200,000 × 3.75 = 750,000 by the table; × 3.8 = 760,000 by the document.
    for (own, base) in [(None, "750000.00"), (Some("3.8"), "760000.00")] {
        let mut books = books();
        add_rate(&mut books, 1, DAY, "3.75");
        let mut receipt = money(Receipt, BANK, vec![settles(None, Some("200000"))]);
        receipt.rate = own.map(|value| DocumentRate {
            value: d(value),
            inverse: false,
        });
        let ledger = post(&with_money(books, receipt));
        let credit = format!("-{base}");
        let expected = [
            (CASH, Some(BANK), base),
            (RECEIVABLE, Some(DOLLAR_CUSTOMER), credit.as_str()),
        ];
        assert_base(&ledger, &expected);
        assert_own(
            &ledger,
            &[(RECEIVABLE, Some(DOLLAR_CUSTOMER), "-200000.00")],
        );
    }
    // As in a real file: no rate anywhere.
    let receipt = money(Receipt, BANK, vec![settles(None, Some("200000"))]);
    let ledger = post(&with_money(books(), receipt));
    assert_base(&ledger, &[]);
    let expected = [
        (RECEIVABLE, Some(DOLLAR_CUSTOMER), "-200000.00"),
        (SUSPENSE, None, "200000.00"),
    ];
    assert_own(&ledger, &expected);
    assert_eq!(codes(&ledger), [(code::RATE_UNKNOWN, Some(0))]);
}

#[test]
fn an_own_amount_that_nobody_wrote_down_is_named() {
    let receipt = money(Receipt, BANK, vec![settles(Some("376"), None)]);
    let ledger = post(&with_money(books(), receipt));
    assert_eq!(codes(&ledger), [(code::OWN_AMOUNT_UNKNOWN, Some(0))]);
    assert_own(&ledger, &[]);
}

#[test]
fn a_dollar_bank_pays_rent_and_settles_dollars() {
    // Rent 10 × 3.75 = 37.50; the customer gets 20 × 3.75 = 75.00 back.
    let mut books = books();
    add_rate(&mut books, 1, DAY, "3.75");
    let lines = vec![money_line(RENT, "10"), settles(None, Some("20"))];
    let ledger = post(&with_money(books, money(Payment, DOLLAR_BANK, lines)));
    let expected = [
        (CASH, Some(DOLLAR_BANK), "-112.50"),
        (RECEIVABLE, Some(DOLLAR_CUSTOMER), "75.00"),
        (RENT, None, "37.50"),
    ];
    assert_base(&ledger, &expected);
    let expected = [
        (CASH, Some(DOLLAR_BANK), "-30.00"),
        (RECEIVABLE, Some(DOLLAR_CUSTOMER), "20.00"),
    ];
    assert_own(&ledger, &expected);
}

#[test]
fn a_foreign_journal_that_balances_stays_balanced() {
    // 0.33 × 1.5 = 0.495 → 0.50 twice; 0.66 × 1.5 = 0.99: the last posting takes the 0.01.
    let mut books = books();
    add_rate(&mut books, 1, DAY, "1.5");
    let lines = vec![
        journal_line(RENT, "0.33", "0"),
        journal_line(CITY_TAX, "0.33", "0"),
        journal_line(SALES, "0", "0.66"),
    ];
    let mut entry = journal(lines);
    entry.currency = Some(DOLLAR);
    let ledger = post(&with_journal(books, entry));
    let expected = [
        (RENT, None, "0.50"),
        (CITY_TAX, None, "0.50"),
        (SALES, None, "-1.00"),
    ];
    assert_base(&ledger, &expected);
    assert_eq!(ledger.suspense, []);
}

#[test]
fn transfers_between_currencies_are_worth_their_base_side() {
    let transfer = |credit: Option<&str>, debit: Option<&str>| InterAccountTransfer {
        key: key(0xc1),
        date: Some(DAY),
        reference: String::new(),
        description: String::new(),
        paid_from: Some(BANK),
        received_in: Some(DOLLAR_BANK),
        credit_amount: credit.map(d),
        debit_amount: debit.map(d),
        unread: vec![],
    };
    let post_one = |mut books: Books, transfer: InterAccountTransfer| {
        books.inter_account_transfers.insert(transfer.key, transfer);
        post(&books)
    };
    let ledger = post_one(books(), transfer(Some("376"), Some("100")));
    let expected = [
        (CASH, Some(BANK), "-376.00"),
        (CASH, Some(DOLLAR_BANK), "376.00"),
    ];
    assert_base(&ledger, &expected);
    assert_own(&ledger, &[(CASH, Some(DOLLAR_BANK), "100.00")]);
    // Only the dollars are known: by the table, else in Suspense.
    let mut with_rate = books();
    add_rate(&mut with_rate, 1, DAY, "3.75");
    let ledger = post_one(with_rate, transfer(None, Some("100")));
    let expected = [
        (CASH, Some(BANK), "-375.00"),
        (CASH, Some(DOLLAR_BANK), "375.00"),
    ];
    assert_base(&ledger, &expected);
    let ledger = post_one(books(), transfer(None, Some("100")));
    assert_base(&ledger, &[]);
    let expected = [
        (CASH, Some(DOLLAR_BANK), "100.00"),
        (SUSPENSE, None, "-100.00"),
    ];
    assert_own(&ledger, &expected);
    assert_eq!(codes(&ledger), [(code::RATE_UNKNOWN, None)]);
}

#[test]
fn a_bank_without_a_rate_leaves_its_side_in_suspense() {
    // The rent is known in riyals, 375; how many dollars left the bank is not.
    let line = MoneyLine {
        account: Some(RENT),
        currency_amount: Some(d("375")),
        ..MoneyLine::default()
    };
    let ledger = post(&with_money(
        books(),
        money(Payment, DOLLAR_BANK, vec![line]),
    ));
    let expected = [(RENT, None, "375.00"), (SUSPENSE, None, "-375.00")];
    assert_base(&ledger, &expected);
    assert_eq!(codes(&ledger), [(code::RATE_UNKNOWN, Some(0))]);
    assert_eq!(ledger.suspense[0].amount, d("-375"));
}
