//! Small worlds of books and postings written down by hand, so that a report's arithmetic can be
//! followed without knowing how documents are posted.

use books::accounts::{Account, AccountGroup, BankAccount, GroupType};
use books::kinds::{self, groups};
use books::parties::{Party, PartyKind};
use books::settings::{Currency, ExchangeRate, TaxCode, TaxComponent, TaxRate};
use books::{Books, Key};
use jiff::civil::Date;
use ledger::{DocumentHead, Ledger, Posting, TaxRole, TaxShare};
use reports::{Period, ReportOptions};
use rust_decimal::Decimal;

pub const CASH: Key = kinds::BALANCE_SHEET_CASH_AT_BANK_ACCOUNT;
pub const RECEIVABLE: Key = kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT;
pub const PAYABLE: Key = kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT;
pub const TAX_PAYABLE: Key = kinds::BALANCE_SHEET_TAX_PAYABLE_ACCOUNT;
pub const STOCK: Key = kinds::BALANCE_SHEET_INVENTORY_ON_HAND_ACCOUNT;
pub const RETAINED: Key = kinds::BALANCE_SHEET_RETAINED_EARNINGS_ACCOUNT;
pub const SUSPENSE: Key = kinds::BALANCE_SHEET_SUSPENSE_ACCOUNT;

pub fn key(number: u8) -> Key {
    Key::from_bytes([number; 16])
}

pub fn d(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

pub fn between(from: Date, to: Date) -> ReportOptions {
    ReportOptions {
        period: period(from, to),
        ..ReportOptions::default()
    }
}

pub fn period(from: Date, to: Date) -> Period {
    Period {
        from: Some(from),
        to: Some(to),
    }
}

pub fn as_at(to: Date) -> ReportOptions {
    ReportOptions {
        period: Period {
            from: None,
            to: Some(to),
        },
        ..ReportOptions::default()
    }
}

/// Books and a ledger in the making; amounts in taka with two decimals.
pub struct World {
    pub books: Books,
    pub ledger: Ledger,
}

impl World {
    pub fn new() -> Self {
        let books = Books {
            base_currency: Currency::new(kinds::BASE_CURRENCY, "BDT", "Taka", None),
            ..Books::default()
        };
        Self {
            books,
            ledger: Ledger::default(),
        }
    }

    pub fn account(&mut self, number: u8, group: Key, name: &str, code: &str) -> Key {
        let is_result = match self.books.groups.get(&group).map(|it| it.group_type) {
            Some(GroupType::BalanceSheet) => false,
            Some(_) => true,
            None => [groups::INCOME, groups::EXPENSES, groups::COST_OF_SALES].contains(&group),
        };
        let kind = if is_result {
            kinds::PROFIT_AND_LOSS_STATEMENT_ACCOUNT
        } else {
            kinds::BALANCE_SHEET_ACCOUNT
        };
        let account = Account {
            key: key(number),
            kind,
            name: name.to_owned(),
            code: code.to_owned(),
            group: Some(group),
            position: 0,
            inactive: false,
        };
        self.books.accounts.insert(account.key, account);
        key(number)
    }

    pub fn group(
        &mut self,
        number: u8,
        parent: Option<Key>,
        name: &str,
        position: i64,
        group_type: GroupType,
    ) -> Key {
        let group = AccountGroup {
            key: key(number),
            name: name.to_owned(),
            parent,
            position,
            group_type,
        };
        self.books.groups.insert(group.key, group);
        key(number)
    }

    pub fn party(&mut self, number: u8, kind: PartyKind, name: &str) -> Key {
        let party = Party {
            key: key(number),
            kind,
            name: name.to_owned(),
            code: String::new(),
            currency: None,
            control_account: None,
            inactive: false,
        };
        self.books.parties.insert(party.key, party);
        key(number)
    }

    pub fn bank(&mut self, number: u8, name: &str, currency: Option<Key>) -> Key {
        let bank = BankAccount {
            key: key(number),
            name: name.to_owned(),
            code: String::new(),
            currency,
            control_account: None,
            inactive: false,
        };
        self.books.bank_accounts.insert(bank.key, bank);
        key(number)
    }

    pub fn currency(&mut self, number: u8, code: &str) -> Key {
        let currency = Currency::new(key(number), code, code, None);
        self.books.foreign_currencies.insert(currency.key, currency);
        key(number)
    }

    /// What a currency is worth from a day on.
    pub fn rate(&mut self, number: u8, currency: Key, date: Date, rate: &str) {
        let rate = ExchangeRate {
            key: key(number),
            date,
            currency,
            rate: d(rate),
        };
        self.books.exchange_rates.insert(rate.key, rate);
    }

    /// A tax code with a component for each name and rate.
    pub fn tax_code(&mut self, number: u8, name: &str, components: &[(&str, i64)]) -> Key {
        let components = components.iter().map(|(name, rate)| TaxComponent {
            name: (*name).to_owned(),
            rate: Decimal::from(*rate),
            account: None,
        });
        let code = TaxCode {
            key: key(number),
            name: name.to_owned(),
            rate: TaxRate::Custom(components.collect()),
            reverse_charged: false,
        };
        self.books.tax_codes.insert(code.key, code);
        key(number)
    }

    /// A document; its postings follow with [`Paper::put`].
    pub fn paper(&mut self, number: u8, kind: Key, date: Date) -> Paper<'_> {
        let head = DocumentHead {
            document: key(number),
            kind,
            date: Some(date),
            due_date: None,
            reference: format!("No. {number}"),
            contact: None,
            bank_account: None,
            description: String::new(),
            currency: None,
            total: None,
        };
        self.ledger.heads.push(head);
        Paper {
            ledger: &mut self.ledger,
        }
    }

    pub fn figures(mut self) -> (Books, Ledger) {
        let order = |it: &Posting| (it.date, it.document_kind, it.document);
        self.ledger.postings.sort_by_key(order);
        self.ledger
            .heads
            .sort_by_key(|it| (it.kind, it.date, it.document));
        (self.books, self.ledger)
    }
}

/// The document that was begun last.
pub struct Paper<'a> {
    ledger: &'a mut Ledger,
}

impl Paper<'_> {
    fn head(&mut self) -> &mut DocumentHead {
        self.ledger.heads.last_mut().expect("a heading")
    }

    fn posting(&mut self) -> &mut Posting {
        self.ledger.postings.last_mut().expect("a posting")
    }

    /// A posting, debit positive.
    pub fn put(mut self, account: Key, amount: &str) -> Self {
        let head = self.head().clone();
        self.ledger.postings.push(Posting {
            date: head.date.expect("a date"),
            account,
            subledger: None,
            amount: d(amount),
            own_currency: None,
            document: head.document,
            document_kind: head.kind,
            line: None,
            description: String::new(),
            contact: head.contact,
            invoice: None,
            tax: None,
            quantity: None,
            division: None,
        });
        self
    }

    /// What stands under the account of the last posting.
    pub fn under(mut self, subledger: Key) -> Self {
        self.posting().subledger = Some(subledger);
        self
    }

    /// The invoice of the last posting.
    pub fn of_invoice(mut self, number: u8) -> Self {
        self.posting().invoice = Some(key(number));
        self
    }

    /// The last posting in a foreign currency too.
    pub fn own(mut self, currency: Key, amount: &str) -> Self {
        self.posting().own_currency = Some((currency, d(amount)));
        self
    }

    /// What the last posting has to do with a tax.
    pub fn tax(mut self, code: Key, role: TaxRole, is_sale: bool) -> Self {
        self.posting().tax = Some(TaxShare {
            code,
            role,
            is_sale,
        });
        self
    }

    pub fn quantity(mut self, quantity: &str) -> Self {
        self.posting().quantity = Some(d(quantity));
        self
    }

    pub fn division(mut self, division: Key) -> Self {
        self.posting().division = Some(division);
        self
    }

    pub fn described(mut self, description: &str) -> Self {
        self.posting().description = description.to_owned();
        self
    }

    /// The customer, supplier or employee of the heading.
    pub fn contact(mut self, contact: Key) -> Self {
        self.head().contact = Some(contact);
        self
    }

    pub fn due(mut self, day: Date) -> Self {
        self.head().due_date = Some(day);
        self
    }
}
