//! Depreciation, amortization and the end of assets: SPEC-posting.md, 22 and 23.

use crate::claims_and_pay::holding;
use crate::sample::*;
use books::accounts::{Disposal, MarketPrice, StartingBalance};
use books::documents::{
    DepreciationEntry, DepreciationKind, DepreciationLine, InvoiceKind, InvoiceLine,
    MoneyDocumentKind, MoneyLine, Subledgers,
};
use books::{Books, Key, kinds};
use jiff::civil::{Date, date};
use ledger::{balances, codes as code, post};

const VAN: Key = key(0x55);
const PATENT: Key = key(0x56);
const COST: Key = kinds::BALANCE_SHEET_FIXED_ASSETS_AT_COST_ACCOUNT;
const USED_UP: Key = kinds::BALANCE_SHEET_FIXED_ASSETS_ACCUMULATED_DEPRECIATION_ACCOUNT;
const DEPRECIATION: Key = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_DEPRECIATION;
const AMORTIZED: Key = kinds::BALANCE_SHEET_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION_ACCOUNT;
const AMORTIZATION: Key = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INTANGIBLE_ASSETS_AMORTIZATION;
const LOSS: Key = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_FIXED_ASSET_LOSS_ON_DISPOSAL;

fn owning() -> Books {
    let mut books = books();
    books.holdings.insert(VAN, holding(VAN, kinds::FIXED_ASSET));
    let patent = holding(PATENT, kinds::INTANGIBLE_ASSET);
    books.holdings.insert(PATENT, patent);
    books
}

fn entry(kind: DepreciationKind, lines: &[(Option<Key>, &str)]) -> DepreciationEntry {
    let line = |&(asset, amount): &(Option<Key>, &str)| DepreciationLine {
        asset,
        amount: Some(d(amount)),
        division: None,
    };
    DepreciationEntry {
        key: key(1),
        kind,
        date: Some(DAY),
        lines: lines.iter().map(line).collect(),
        ..DepreciationEntry::default()
    }
}

#[test]
fn what_is_used_up_stands_under_the_asset() {
    // 250.00 and 33.333 → 33.33 together 283.33.
    let mut books = owning();
    let computer = key(0x57);
    let other = holding(computer, kinds::FIXED_ASSET);
    books.holdings.insert(computer, other);
    let lines = [(Some(VAN), "250"), (Some(computer), "33.333")];
    let entry = entry(DepreciationKind::Depreciation, &lines);
    books.depreciation_entries.insert(entry.key, entry);
    let ledger = post(&books);
    assert_base(
        &ledger,
        &[
            (DEPRECIATION, None, "283.33"),
            (USED_UP, Some(VAN), "-250.00"),
            (USED_UP, Some(computer), "-33.33"),
        ],
    );
    assert_eq!(ledger.heads[0].total, Some(d("283.33")));
}

#[test]
fn an_asset_has_accounts_of_its_own_where_it_says_so() {
    let mut books = owning();
    let control = key(0x58);
    let kind = kinds::CONTROL_ACCOUNT_FOR_INTANGIBLE_ASSETS_ACCUMULATED_AMORTIZATION;
    books.accounts.insert(control, account(control, kind));
    let patent = books.holdings.get_mut(&PATENT).expect("the patent");
    patent.expense_account = Some(RENT);
    patent.accumulated_account = Some(control);
    let entry = entry(DepreciationKind::Amortization, &[(Some(PATENT), "10")]);
    books.depreciation_entries.insert(entry.key, entry);
    let expected = [(RENT, None, "10.00"), (control, Some(PATENT), "-10.00")];
    assert_base(&post(&books), &expected);
}

#[test]
fn an_asset_of_the_other_kind_is_none() {
    let mut books = owning();
    let lines = [(Some(VAN), "10"), (None, "5"), (Some(PATENT), "1")];
    let entry = entry(DepreciationKind::Amortization, &lines);
    books.depreciation_entries.insert(entry.key, entry);
    let ledger = post(&books);
    assert_base(
        &ledger,
        &[
            (AMORTIZATION, None, "16.00"),
            (AMORTIZED, Some(PATENT), "-1.00"),
            (SUSPENSE, None, "-15.00"),
        ],
    );
    let expected = [
        (code::SUBLEDGER_UNKNOWN, Some(0)),
        (code::SUBLEDGER_MISSING, Some(1)),
    ];
    assert_eq!(codes(&ledger), expected);
}

/// A van bought for 1,000.00 on the first of January, depreciated by 700.00 on the last of March,
/// sold for 350.00 on `sold`.
fn a_van_sold(sold: Date, disposal: Option<Disposal>) -> Books {
    let mut books = owning();
    let on_van = |price| InvoiceLine {
        subledgers: Subledgers {
            fixed_asset: Some(VAN),
            ..Subledgers::default()
        },
        ..line(Some(COST), "1", price)
    };
    let bought = vec![on_van("1000")];
    let mut bought = invoice(2, InvoiceKind::PurchaseInvoice, SUPPLIER, bought);
    bought.date = Some(date(2026, 1, 1));
    let mut sale = invoice(3, InvoiceKind::SalesInvoice, CUSTOMER, vec![on_van("350")]);
    sale.date = Some(sold);
    let entry = entry(DepreciationKind::Depreciation, &[(Some(VAN), "700")]);
    books.depreciation_entries.insert(entry.key, entry);
    if let Some(van) = books.holdings.get_mut(&VAN) {
        van.disposal = disposal;
    }
    with_invoices(books, [bought, sale])
}

#[test]
fn what_is_left_of_an_asset_leaves_with_it() {
    // 1,000.00 − 350.00 − 700.00 = −50.00: a gain of 50.00, whenever the sale was entered.
    for sold in [date(2026, 4, 1), date(2026, 5, 1)] {
        let end = date(2026, 4, 10);
        let disposal = Disposal {
            date: Some(end),
            account: None,
        };
        let ledger = post(&a_van_sold(sold, Some(disposal)));
        assert_base(
            &ledger,
            &[
                (RECEIVABLE, Some(CUSTOMER), "350.00"),
                (PAYABLE, Some(SUPPLIER), "-1000.00"),
                (DEPRECIATION, None, "700.00"),
                (LOSS, None, "-50.00"),
            ],
        );
        assert_eq!(ledger.suspense, []);
        // The day before, everything is still there.
        let before = balances(&ledger.postings, end.yesterday().ok());
        assert_eq!(before[&(USED_UP, Some(VAN))].amount, d("-700"));
        assert!(!before.contains_key(&(LOSS, None)));
        // On the day nothing is, but for what is entered later.
        let then = balances(&ledger.postings, Some(end));
        assert!(then[&(USED_UP, Some(VAN))].amount.is_zero());
        assert!(then[&(COST, Some(VAN))].amount.is_zero());
    }
}

#[test]
fn an_asset_may_leave_to_an_account_of_its_own_or_to_suspense() {
    for (account, place) in [(RENT, RENT), (NOWHERE, SUSPENSE)] {
        let disposal = Disposal {
            date: Some(DAY),
            account: Some(account),
        };
        let ledger = post(&a_van_sold(DAY, Some(disposal)));
        let all = balances(&ledger.postings, None);
        assert_eq!(all[&(place, None)].amount, d("-50"));
        let named = ledger.suspense.iter().map(|it| it.code);
        let count = if place == SUSPENSE { 3 } else { 0 };
        assert_eq!(
            named.collect::<Vec<_>>(),
            vec![code::ACCOUNT_UNKNOWN; count]
        );
    }
}

#[test]
fn an_asset_without_a_day_of_disposal_stays() {
    let disposal = Disposal {
        date: None,
        account: None,
    };
    let ledger = post(&a_van_sold(DAY, Some(disposal)));
    let all = balances(&ledger.postings, None);
    assert_eq!(all[&(COST, Some(VAN))].amount, d("650"));
    let expected = vec![(code::DISPOSAL_DATE_MISSING, None); 3];
    assert_eq!(codes(&ledger), expected);
}

const SHARES: Key = key(0x57);
const INVESTMENTS: Key = kinds::BALANCE_SHEET_INVESTMENTS_ACCOUNT;
const GAINS: Key = kinds::PROFIT_AND_LOSS_STATEMENT_CAPITAL_GAINS_ON_INVESTMENTS;

/// 12 shares at 8.00 to begin with; half sold for 54.00 on the first of April, with or without a
/// word on how many; prices of 8.50 and 9.00 before and after.
fn shares(says_units: bool) -> Books {
    let mut books = owning();
    let holding = holding(SHARES, kinds::INVESTMENT);
    books.holdings.insert(SHARES, holding);
    let start = StartingBalance {
        key: key(0xd1),
        kind: kinds::INVESTMENT_STARTING_BALANCE,
        target: Some(SHARES),
        amount: d("8"),
        accumulated: d("0"),
        quantity: Some(d("12")),
    };
    books.starting_balances.insert(start.key, start);
    for (number, day, price) in [(0xd2, DAY, "8.50"), (0xd3, date(2026, 4, 30), "9")] {
        let price = MarketPrice {
            key: key(number),
            date: Some(day),
            investment: Some(SHARES),
            price: d(price),
        };
        books.market_prices.insert(price.key, price);
    }
    let sold = MoneyLine {
        subledgers: Subledgers {
            investment: Some(SHARES),
            ..Subledgers::default()
        },
        quantity: Some(d("6")),
        ..money_line(INVESTMENTS, "54")
    };
    let mut sale = money(MoneyDocumentKind::Receipt, BANK, vec![sold]);
    sale.date = Some(date(2026, 4, 1));
    sale.has_quantities = says_units;
    with_money(books, sale)
}

#[test]
fn an_investment_is_worth_its_units_at_the_price_of_the_day() {
    // The books begin on the day of the first price: 12 × 8.50 − 96.00 = 6.00. Sold 54.00: 48.00
    // left. 6 × 9.00 − 48.00 = 6.00.
    let ledger = post(&shares(true));
    assert_eq!(ledger.suspense, []);
    for (day, worth, gains) in [
        (DAY, "102", "-6"),
        (date(2026, 4, 29), "48", "-6"),
        (date(2026, 4, 30), "54", "-12"),
    ] {
        let all = balances(&ledger.postings, Some(day));
        assert_eq!(all[&(INVESTMENTS, Some(SHARES))].amount, d(worth), "{day}");
        let gained = all.get(&(GAINS, None)).map(|it| it.amount);
        assert_eq!(gained.unwrap_or_default(), d(gains), "{day}");
    }
}

#[test]
fn without_units_a_price_says_nothing() {
    let ledger = post(&shares(false));
    assert_eq!(codes(&ledger), [(code::UNITS_UNKNOWN, None)]);
    let all = balances(&ledger.postings, None);
    assert_eq!(all[&(INVESTMENTS, Some(SHARES))].amount, d("48"));
    assert_eq!(all[&(GAINS, None)].amount, d("-6"));
}
