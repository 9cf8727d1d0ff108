//! Starting balances of every kind: SPEC-posting.md, 9.

use crate::claims_and_pay::holding;
use crate::sample::*;
use books::accounts::StartingBalance;
use books::documents::{InvoiceKind, JournalLine};
use books::{Books, Key, kinds};
use jiff::civil::date;
use ledger::{Ledger, codes as code, post};
use rust_decimal::Decimal;

const VAN: Key = key(0x55);
const SHARES: Key = key(0x57);
const COST: Key = kinds::BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT;
const USED_UP: Key = kinds::BALANCE_SHEET_FIXED_ASSETS_ACCUMULATED_DEPRECIATION_ACCOUNT;
const INVESTMENTS: Key = kinds::BALANCE_SHEET_INVESTMENTS_ACCOUNT;

fn start(kind: Key, target: Option<Key>, amount: &str) -> StartingBalance {
    StartingBalance {
        key: key(0xd1),
        kind,
        target,
        amount: d(amount),
        accumulated: Decimal::ZERO,
        quantity: None,
    }
}

fn post_start(mut books: Books, balance: StartingBalance) -> Ledger {
    books.starting_balances.insert(balance.key, balance);
    post(&books)
}

fn owning() -> Books {
    let mut books = books();
    books.holdings.insert(VAN, holding(VAN, kinds::FIXED_ASSET));
    let shares = holding(SHARES, kinds::INVESTMENT);
    books.holdings.insert(SHARES, shares);
    books
}

#[test]
fn stock_begins_with_its_units_and_their_cost() {
    // 6 + 4 = 10 units at 2.505: 25.05.
    let kind = kinds::INVENTORY_ITEM_STARTING_BALANCE;
    let mut balance = start(kind, Some(ITEM), "2.505");
    balance.quantity = Some(d("10"));
    let ledger = post_start(books(), balance);
    let expected = [(STOCK, Some(ITEM), "25.05"), (RETAINED, None, "-25.05")];
    assert_base(&ledger, &expected);
    assert_eq!(ledger.postings[0].quantity, Some(d("10")));
    // Without a cost the units are there all the same.
    let mut balance = start(kind, Some(ITEM), "0");
    balance.quantity = Some(d("3"));
    let ledger = post_start(books(), balance);
    assert_base(&ledger, &[]);
    assert_eq!(ledger.postings[0].quantity, Some(d("3")));
}

#[test]
fn an_asset_begins_with_its_cost_and_what_was_used_up() {
    let mut balance = start(kinds::FIXED_ASSET_STARTING_BALANCE, Some(VAN), "1000");
    balance.accumulated = d("400");
    assert_base(
        &post_start(owning(), balance),
        &[
            (COST, Some(VAN), "1000.00"),
            (USED_UP, Some(VAN), "-400.00"),
            (RETAINED, None, "-600.00"),
        ],
    );
    // The same key is no intangible asset.
    let kind = kinds::INTANGIBLE_ASSET_STARTING_BALANCE;
    let ledger = post_start(owning(), start(kind, Some(VAN), "10"));
    assert_base(
        &ledger,
        &[(SUSPENSE, None, "10.00"), (RETAINED, None, "-10.00")],
    );
    assert_eq!(codes(&ledger), [(code::SUBLEDGER_UNKNOWN, None)]);
}

#[test]
fn an_investment_begins_with_units_at_a_price() {
    // 12 × 8.33 = 99.96.
    let mut balance = start(kinds::INVESTMENT_STARTING_BALANCE, Some(SHARES), "8.33");
    balance.quantity = Some(d("12"));
    let expected = [
        (INVESTMENTS, Some(SHARES), "99.96"),
        (RETAINED, None, "-99.96"),
    ];
    assert_base(&post_start(owning(), balance), &expected);
}

#[test]
fn an_old_invoice_begins_with_what_was_paid_of_it() {
    // 115.00 of which 40.00 were paid: 75.00 are due, from the invoice's own day on.
    let day = date(2025, 11, 5);
    for (invoice_kind, kind, party, control, sign) in [
        (
            InvoiceKind::SalesInvoice,
            kinds::SALES_INVOICE_STARTING_BALANCE,
            CUSTOMER,
            RECEIVABLE,
            "",
        ),
        (
            InvoiceKind::PurchaseInvoice,
            kinds::PURCHASE_INVOICE_STARTING_BALANCE,
            SUPPLIER,
            PAYABLE,
            "-",
        ),
    ] {
        let mut old = invoice(1, invoice_kind, party, vec![line(Some(SALES), "1", "115")]);
        old.date = Some(day);
        let books = with_invoices(books(), [old]);
        let ledger = post_start(books, start(kind, Some(key(1)), "40"));
        let due = format!("{sign}75.00");
        let other = if sign.is_empty() { "-115.00" } else { "115.00" };
        let retained = if sign.is_empty() { "40.00" } else { "-40.00" };
        assert_base(
            &ledger,
            &[
                (control, Some(party), due.as_str()),
                (SALES, None, other),
                (RETAINED, None, retained),
            ],
        );
        assert!(ledger.postings.iter().all(|it| it.date == day));
        let of_party = ledger.postings.iter().filter(|it| it.account == control);
        assert!({ of_party }.all(|it| it.invoice == Some(key(1))));
    }
}

#[test]
fn an_old_invoice_abroad_is_paid_at_its_own_rate() {
    let mut old = invoice(
        1,
        InvoiceKind::SalesInvoice,
        DOLLAR_CUSTOMER,
        vec![line(Some(SALES), "1", "100")],
    );
    old.rate = Some(books::settings::DocumentRate {
        value: d("3.5"),
        inverse: false,
    });
    let books = with_invoices(books(), [old]);
    let kind = kinds::SALES_INVOICE_STARTING_BALANCE;
    let ledger = post_start(books, start(kind, Some(key(1)), "40"));
    // 100 × 3.5 = 350.00, 40 × 3.5 = 140.00.
    assert_base(
        &ledger,
        &[
            (RECEIVABLE, Some(DOLLAR_CUSTOMER), "210.00"),
            (SALES, None, "-350.00"),
            (RETAINED, None, "140.00"),
        ],
    );
    assert_own(&ledger, &[(RECEIVABLE, Some(DOLLAR_CUSTOMER), "60.00")]);
}

#[test]
fn what_begins_nowhere_is_named() {
    for (kind, target, expected) in [
        (
            kinds::SALES_INVOICE_STARTING_BALANCE,
            None,
            code::INVOICE_MISSING,
        ),
        (
            kinds::PURCHASE_INVOICE_STARTING_BALANCE,
            Some(NOWHERE),
            code::INVOICE_UNKNOWN,
        ),
        (
            kinds::FIXED_ASSET_STARTING_BALANCE,
            None,
            code::SUBLEDGER_MISSING,
        ),
        (
            kinds::INVESTMENT_STARTING_BALANCE,
            Some(NOWHERE),
            code::SUBLEDGER_UNKNOWN,
        ),
    ] {
        let ledger = post_start(owning(), start(kind, target, "10"));
        assert_eq!(codes(&ledger), [(expected, None)], "{expected}");
        let sums = base(&ledger);
        assert_eq!(sums.len(), 2);
        assert!(sums.iter().any(|(account, ..)| *account == SUSPENSE));
    }
    for (target, expected) in [
        (None, code::ITEM_MISSING),
        (Some(NOWHERE), code::ITEM_UNKNOWN),
    ] {
        let kind = kinds::INVENTORY_ITEM_STARTING_BALANCE;
        let mut balance = start(kind, target, "10");
        balance.quantity = Some(d("1"));
        let ledger = post_start(books(), balance);
        assert_eq!(codes(&ledger), [(expected, None)]);
    }
}

#[test]
fn tax_owed_before_the_books_began_is_a_balance_like_any_other() {
    let kind = kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE;
    let ledger = post_start(books(), start(kind, Some(TAX), "-30"));
    assert_base(&ledger, &[(TAX, None, "-30.00"), (RETAINED, None, "30.00")]);
}

#[test]
fn balances_stand_the_day_before_the_earliest_document_of_any_kind() {
    let mut books = with_journal(books(), journal(Vec::<JournalLine>::new()));
    let claim = books::documents::ExpenseClaim {
        key: key(1),
        date: Some(date(2026, 2, 2)),
        ..books::documents::ExpenseClaim::default()
    };
    books.expense_claims.insert(claim.key, claim);
    let kind = kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE;
    let ledger = post_start(books, start(kind, Some(CITY_TAX), "1"));
    assert_eq!(ledger.postings[0].date, date(2026, 2, 1));
}
