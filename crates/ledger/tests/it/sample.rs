//! Builds small books, and reads balances off a ledger.

use books::accounts::{Account, BankAccount};
use books::documents::{
    Invoice, InvoiceKind, InvoiceLine, JournalEntry, JournalLine, MoneyDocument, MoneyDocumentKind,
    MoneyLine, Subledgers,
};
use books::inventory::Item;
use books::parties::{Party, PartyKind};
use books::settings::{Currency, ExchangeRate, TaxCode, TaxComponent, TaxRate};
use books::{Books, Key, kinds};
use jiff::civil::{Date, date};
use ledger::{Ledger, SuspenseReason, balances};
use rust_decimal::Decimal;

pub const RECEIVABLE: Key = kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT;
pub const PAYABLE: Key = kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT;
pub const CASH: Key = kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT;
pub const TAX: Key = kinds::BALANCE_SHEET_TAX_PAYABLE_ACCOUNT;
pub const SUSPENSE: Key = kinds::BALANCE_SHEET_SUSPENSE_ACCOUNT;
pub const STOCK: Key = kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT;
pub const INVENTORY_SALES: Key = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_SALES;
pub const INVENTORY_COST: Key = kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT_INVENTORY_PURCHASES;
pub const WITHHELD: Key = kinds::BALANCE_SHEET_WITHHOLDING_TAX_ACCOUNT;
pub const RETAINED: Key = kinds::BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT;

pub const SALES: Key = key(0x11);
pub const RENT: Key = key(0x12);
pub const CITY_TAX: Key = key(0x13);
pub const BANK: Key = key(0x21);
pub const DOLLAR_BANK: Key = key(0x22);
pub const CUSTOMER: Key = key(0x31);
pub const DOLLAR_CUSTOMER: Key = key(0x32);
pub const SUPPLIER: Key = key(0x41);
pub const ITEM: Key = key(0x51);
pub const DOLLAR: Key = key(0x61);
pub const NOWHERE: Key = key(0xee);

pub const DAY: Date = date(2026, 3, 31);

pub const fn key(number: u8) -> Key {
    Key::from_bytes([number; 16])
}

pub fn d(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

/// Books in riyals with two accounts, two banks, two customers, a supplier and an item.
pub fn books() -> Books {
    let mut books = Books {
        base_currency: Currency::new(kinds::BASE_CURRENCY, "SAR", "Riyal", None),
        ..Books::default()
    };
    let dollar = Currency::new(DOLLAR, "USD", "Dollar", None);
    books.foreign_currencies.insert(DOLLAR, dollar);
    for (key, kind) in [
        (SALES, kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT),
        (RENT, kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT),
        (CITY_TAX, kinds::BALANCE_SHEET_ACCOUNT),
    ] {
        books.accounts.insert(key, account(key, kind));
    }
    for (key, currency) in [(BANK, None), (DOLLAR_BANK, Some(DOLLAR))] {
        let bank = BankAccount {
            key,
            name: "Bank".to_owned(),
            code: String::new(),
            currency,
            control_account: None,
            inactive: false,
        };
        books.bank_accounts.insert(key, bank);
    }
    for (key, kind, currency) in [
        (CUSTOMER, PartyKind::Customer, None),
        (DOLLAR_CUSTOMER, PartyKind::Customer, Some(DOLLAR)),
        (SUPPLIER, PartyKind::Supplier, None),
    ] {
        let party = Party {
            key,
            kind,
            name: "Party".to_owned(),
            code: String::new(),
            currency,
            control_account: None,
            inactive: false,
        };
        books.parties.insert(key, party);
    }
    let item = Item {
        key: ITEM,
        kind: kinds::INVENTORY_ITEM,
        code: String::new(),
        name: "Item".to_owned(),
        sales_account: None,
        purchases_account: None,
        costs_at_average: true,
        components: vec![],
    };
    books.items.insert(ITEM, item);
    books
}

pub fn account(key: Key, kind: Key) -> Account {
    Account {
        key,
        kind,
        name: "Account".to_owned(),
        code: String::new(),
        group: None,
        position: 0,
        inactive: false,
    }
}

/// Adds a tax code with these rates and accounts.
pub fn add_tax(books: &mut Books, number: u8, parts: &[(&str, Option<Key>)]) -> Key {
    let parts = parts.iter().map(|&(rate, account)| TaxComponent {
        name: String::new(),
        rate: d(rate),
        account,
    });
    add_tax_code(books, number, TaxRate::Custom(parts.collect()), false)
}

pub fn add_tax_code(books: &mut Books, number: u8, rate: TaxRate, reverse_charged: bool) -> Key {
    let code = TaxCode {
        key: key(number),
        name: String::new(),
        rate,
        reverse_charged,
    };
    books.tax_codes.insert(code.key, code);
    key(number)
}

pub fn add_rate(books: &mut Books, number: u8, day: Date, rate: &str) {
    let rate = ExchangeRate {
        key: key(number),
        date: day,
        currency: DOLLAR,
        rate: d(rate),
    };
    books.exchange_rates.insert(rate.key, rate);
}

pub fn line(account: Option<Key>, quantity: &str, price: &str) -> InvoiceLine {
    InvoiceLine {
        account,
        quantity: Some(d(quantity)),
        unit_price: Some(d(price)),
        ..InvoiceLine::default()
    }
}

pub fn taxed(account: Option<Key>, quantity: &str, price: &str, tax: Key) -> InvoiceLine {
    InvoiceLine {
        tax_code: Some(tax),
        ..line(account, quantity, price)
    }
}

pub fn invoice(number: u8, kind: InvoiceKind, party: Key, lines: Vec<InvoiceLine>) -> Invoice {
    Invoice {
        date: Some(DAY),
        party: Some(party),
        lines,
        ..Invoice::new(key(number), kind)
    }
}

pub fn money(kind: MoneyDocumentKind, bank: Key, lines: Vec<MoneyLine>) -> MoneyDocument {
    MoneyDocument {
        key: key(0xa1),
        kind,
        date: Some(DAY),
        reference: String::new(),
        bank_account: Some(bank),
        contact: None,
        customer: None,
        supplier: None,
        description: String::new(),
        amounts_exclude_tax: false,
        has_quantities: false,
        has_unit_prices: false,
        rate: None,
        lines,
        unread: vec![],
    }
}

pub fn money_line(account: Key, amount: &str) -> MoneyLine {
    MoneyLine {
        account: Some(account),
        amount: Some(d(amount)),
        ..MoneyLine::default()
    }
}

pub fn journal(lines: Vec<JournalLine>) -> JournalEntry {
    JournalEntry {
        key: key(0xb1),
        date: Some(DAY),
        reference: String::new(),
        narration: String::new(),
        currency: None,
        lines,
        unread: vec![],
    }
}

pub fn journal_line(account: Key, debit: &str, credit: &str) -> JournalLine {
    JournalLine {
        account: Some(account),
        debit: Some(d(debit)),
        credit: Some(d(credit)),
        ..JournalLine::default()
    }
}

pub fn for_customer(customer: Key) -> Subledgers {
    Subledgers {
        customer: Some(customer),
        ..Subledgers::default()
    }
}

pub fn with_invoices(mut books: Books, invoices: impl IntoIterator<Item = Invoice>) -> Books {
    let keyed = invoices.into_iter().map(|invoice| (invoice.key, invoice));
    books.invoices.extend(keyed);
    books
}

pub fn with_money(mut books: Books, document: MoneyDocument) -> Books {
    books.money_documents.insert(document.key, document);
    books
}

pub fn with_journal(mut books: Books, journal: JournalEntry) -> Books {
    books.journal_entries.insert(journal.key, journal);
    books
}

/// The balances in base currency that are not zero, by account and what stands under it.
pub fn base(ledger: &Ledger) -> Vec<(Key, Option<Key>, Decimal)> {
    let all = balances(&ledger.postings, None).into_iter();
    let all = all.filter(|(_, balance)| !balance.amount.is_zero());
    all.map(|((account, under), balance)| (account, under, balance.amount))
        .collect()
}

/// The balances in foreign currencies that are not zero.
pub fn own(ledger: &Ledger) -> Vec<(Key, Option<Key>, Decimal)> {
    let mut found = Vec::new();
    for ((account, under), balance) in balances(&ledger.postings, None) {
        let kept = balance.own.into_values().filter(|own| !own.is_zero());
        found.extend(kept.map(|own| (account, under, own)));
    }
    found
}

/// Asserts the balances in base currency, in any order.
#[track_caller]
pub fn assert_base(ledger: &Ledger, expected: &[(Key, Option<Key>, &str)]) {
    assert_eq!(base(ledger), sorted(expected));
}

/// Asserts the balances in foreign currencies, in any order.
#[track_caller]
pub fn assert_own(ledger: &Ledger, expected: &[(Key, Option<Key>, &str)]) {
    assert_eq!(own(ledger), sorted(expected));
}

fn sorted(expected: &[(Key, Option<Key>, &str)]) -> Vec<(Key, Option<Key>, Decimal)> {
    let expected = expected.iter();
    let mut expected: Vec<_> = expected
        .map(|&(a, under, text)| (a, under, d(text)))
        .collect();
    expected.sort();
    expected
}

/// The codes of the reasons with the lines they name.
pub fn codes(ledger: &Ledger) -> Vec<(&'static str, Option<usize>)> {
    let of = |reason: &SuspenseReason| (reason.code, reason.line);
    ledger.suspense.iter().map(of).collect()
}
