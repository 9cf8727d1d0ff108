//! Receipts, payments and transfers in one currency: SPEC-posting.md, 6 and 8.

use crate::sample::*;
use books::documents::InvoiceKind::{PurchaseInvoice, SalesInvoice};
use books::documents::MoneyDocumentKind::{Payment, Receipt};
use books::documents::{InterAccountTransfer, MoneyLine, Subledgers};
use ledger::{codes as code, post};

#[test]
fn amounts_include_tax_unless_the_document_says_otherwise() {
    // 115 inside 15 %: net 100, tax 15. On top of 115: 17.25.
    for (excludes, bank, net, tax) in [
        (false, "115.00", "-100.00", "-15.00"),
        (true, "132.25", "-115.00", "-17.25"),
    ] {
        let mut books = books();
        let line = MoneyLine {
            tax_code: Some(add_tax(&mut books, 0x71, &[("15", None)])),
            ..money_line(SALES, "115")
        };
        let mut receipt = money(Receipt, BANK, vec![line]);
        receipt.amounts_exclude_tax = excludes;
        let ledger = post(&with_money(books, receipt));
        let expected = [
            (CASH, Some(BANK), bank),
            (SALES, None, net),
            (TAX, None, tax),
        ];
        assert_base(&ledger, &expected);
    }
}

#[test]
fn the_price_column_beats_a_leftover_amount_only_when_shown() {
    // 3 × 7 = 21; without the quantity column 7; without the price column the amount, 50.
    for (quantities, prices, amount) in [
        (true, true, "21.00"),
        (false, true, "7.00"),
        (true, false, "50.00"),
    ] {
        let line = MoneyLine {
            quantity: Some(d("3")),
            unit_price: Some(d("7")),
            ..money_line(RENT, "50")
        };
        let mut payment = money(Payment, BANK, vec![line]);
        payment.has_quantities = quantities;
        payment.has_unit_prices = prices;
        let ledger = post(&with_money(books(), payment));
        let credit = format!("-{amount}");
        let expected = [(CASH, Some(BANK), credit.as_str()), (RENT, None, amount)];
        assert_base(&ledger, &expected);
    }
}

#[test]
fn who_is_settled_comes_from_the_line_then_the_invoice_then_the_heading() {
    let sold = invoice(1, SalesInvoice, CUSTOMER, vec![]);
    let bought = invoice(2, PurchaseInvoice, SUPPLIER, vec![]);
    let settles = |named, sales_invoice| MoneyLine {
        subledgers: named,
        sales_invoice,
        ..money_line(RECEIVABLE, "10")
    };
    let mut receipt = money(
        Receipt,
        BANK,
        vec![
            settles(Subledgers::default(), Some(sold.key)),
            settles(Subledgers::default(), None),
            MoneyLine {
                purchase_invoice: Some(bought.key),
                ..money_line(PAYABLE, "5")
            },
        ],
    );
    receipt.customer = Some(key(0x33));
    let mut books = with_invoices(books(), [sold, bought]);
    let mut third = books.parties[&CUSTOMER].clone();
    third.key = key(0x33);
    books.parties.insert(third.key, third);
    let ledger = post(&with_money(books, receipt));
    let expected = [
        (CASH, Some(BANK), "25.00"),
        (RECEIVABLE, Some(CUSTOMER), "-10.00"),
        (RECEIVABLE, Some(key(0x33)), "-10.00"),
        (PAYABLE, Some(SUPPLIER), "-5.00"),
    ];
    assert_base(&ledger, &expected);
}

#[test]
fn what_a_receipt_does_not_say_goes_to_suspense() {
    let mut receipt = money(
        Receipt,
        NOWHERE,
        vec![money_line(RECEIVABLE, "10"), money_line(NOWHERE, "5")],
    );
    let ledger = post(&with_money(books(), receipt.clone()));
    // The bank's 15 and the lines' 10 and 5 all wait in Suspense and cancel out there.
    assert_base(&ledger, &[]);
    let expected = [
        (code::SUBLEDGER_MISSING, Some(0)),
        (code::ACCOUNT_UNKNOWN, Some(1)),
        (code::BANK_ACCOUNT_UNKNOWN, None),
    ];
    assert_eq!(codes(&ledger), expected);
    receipt.bank_account = None;
    let ledger = post(&with_money(books(), receipt));
    assert_eq!(codes(&ledger)[2], (code::BANK_ACCOUNT_MISSING, None));
}

#[test]
fn a_currency_amount_on_an_unknown_account_is_named_and_not_guessed() {
    let line = MoneyLine {
        account: Some(NOWHERE),
        currency_amount: Some(d("200000")),
        ..MoneyLine::default()
    };
    let ledger = post(&with_money(books(), money(Receipt, BANK, vec![line])));
    assert_eq!(ledger.postings, []);
    assert_eq!(codes(&ledger), [(code::ACCOUNT_UNKNOWN, Some(0))]);
}

#[test]
fn a_transfer_may_state_one_amount_and_must_not_state_two_different_ones() {
    for (credit, debit, to, suspense) in [
        (Some("50"), None, "50.00", None),
        (None, Some("50"), "50.00", None),
        (Some("50"), Some("49"), "49.00", Some("1.00")),
    ] {
        let mut books = books();
        let mut second = books.bank_accounts[&BANK].clone();
        second.key = key(0x23);
        books.bank_accounts.insert(second.key, second);
        let transfer = InterAccountTransfer {
            key: key(0xc1),
            date: Some(DAY),
            reference: String::new(),
            description: String::new(),
            paid_from: Some(BANK),
            received_in: Some(key(0x23)),
            credit_amount: credit.map(d),
            debit_amount: debit.map(d),
            unread: vec![],
        };
        books.inter_account_transfers.insert(transfer.key, transfer);
        let ledger = post(&books);
        let mut expected = vec![(CASH, Some(BANK), "-50.00"), (CASH, Some(key(0x23)), to)];
        expected.extend(suspense.map(|amount| (SUSPENSE, None, amount)));
        assert_base(&ledger, &expected);
        let unbalanced = suspense.map(|_| (code::DOCUMENT_UNBALANCED, None));
        assert_eq!(codes(&ledger), Vec::from_iter(unbalanced));
    }
}
