//! The desk at which the golden books are written: one short call for each document.

use crate::world::{PAYABLE, RECEIVABLE, World, d, key};
use books::accounts::StartingBalance;
use books::documents::{
    DueDate, InterAccountTransfer, Invoice, InvoiceKind, InvoiceLine, JournalEntry, JournalLine,
    MoneyDocument, MoneyDocumentKind, MoneyLine, StockLine, StockNote, StockNoteKind, Subledgers,
};
use books::{Books, Key, kinds};
use jiff::civil::Date;
use ledger::{Ledger, post};

/// A line of an invoice: account, quantity, unit price, tax code.
pub type Sold<'a> = (Key, &'a str, &'a str, Option<Key>);

/// Books being written.
pub struct Desk {
    pub world: World,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            world: World::new(),
        }
    }

    /// An invoice or note to a customer or supplier, on an earlier invoice where it corrects one.
    pub fn invoice(
        &mut self,
        (number, kind, date): (u8, InvoiceKind, Date),
        party: Key,
        (due, corrects): (DueDate, Option<u8>),
        lines: &[Sold<'_>],
    ) {
        let mut invoice = Invoice::new(key(number), kind);
        invoice.date = Some(date);
        invoice.due = due;
        invoice.reference = format!("No. {number}");
        invoice.party = Some(party);
        invoice.invoice = corrects.map(key);
        let line = |(account, quantity, price, tax_code): &Sold<'_>| InvoiceLine {
            account: Some(*account),
            quantity: Some(d(quantity)),
            unit_price: Some(d(price)),
            tax_code: *tax_code,
            ..InvoiceLine::default()
        };
        invoice.lines = lines.iter().map(line).collect();
        self.world.books.invoices.insert(invoice.key, invoice);
    }

    /// An invoice or note for so many of an inventory item.
    pub fn goods(
        &mut self,
        paper: (u8, InvoiceKind, Date),
        party: Key,
        corrects: Option<u8>,
        (item, quantity, price): (Key, &str, &str),
    ) {
        self.invoice(paper, party, (DueDate::OnIssue, corrects), &[]);
        let invoice = self.world.books.invoices.get_mut(&key(paper.0));
        let line = InvoiceLine {
            subledgers: Subledgers {
                item: Some(item),
                ..Subledgers::default()
            },
            quantity: Some(d(quantity)),
            unit_price: Some(d(price)),
            ..InvoiceLine::default()
        };
        invoice.expect("the invoice").lines.push(line);
    }

    /// Goods that came or went, of an invoice.
    pub fn note(
        &mut self,
        (number, kind, date): (u8, StockNoteKind, Date),
        invoice: u8,
        (item, quantity): (Key, &str),
    ) {
        let note = StockNote {
            key: key(number),
            kind,
            date: Some(date),
            invoice: Some(key(invoice)),
            lines: vec![StockLine {
                item: Some(item),
                quantity: Some(d(quantity)),
                ..StockLine::default()
            }],
            ..StockNote::default()
        };
        self.world.books.stock_notes.insert(note.key, note);
    }

    /// Money in or out, for one thing.
    pub fn money(
        &mut self,
        (number, kind, date): (u8, MoneyDocumentKind, Date),
        bank: Key,
        line: MoneyLine,
    ) {
        let document = MoneyDocument {
            key: key(number),
            kind,
            date: Some(date),
            reference: format!("No. {number}"),
            bank_account: Some(bank),
            contact: None,
            customer: None,
            supplier: None,
            description: String::new(),
            amounts_exclude_tax: false,
            has_quantities: false,
            has_unit_prices: false,
            rate: None,
            lines: vec![line],
            unread: vec![],
        };
        let books = &mut self.world.books;
        books.money_documents.insert(document.key, document);
    }

    /// Money that moved between two of our own accounts.
    pub fn transfer(&mut self, number: u8, date: Date, (from, to): (Key, Key), amount: &str) {
        let transfer = InterAccountTransfer {
            key: key(number),
            date: Some(date),
            reference: String::new(),
            description: String::new(),
            paid_from: Some(from),
            received_in: Some(to),
            credit_amount: Some(d(amount)),
            debit_amount: None,
            unread: vec![],
        };
        let books = &mut self.world.books;
        books.inter_account_transfers.insert(transfer.key, transfer);
    }

    /// A debit and a credit of the same amount.
    pub fn journal(&mut self, number: u8, date: Date, debit: Key, credit: Key, amount: &str) {
        let line = |account, debit, credit| JournalLine {
            account: Some(account),
            debit,
            credit,
            ..JournalLine::default()
        };
        let entry = JournalEntry {
            key: key(number),
            date: Some(date),
            reference: String::new(),
            narration: String::new(),
            currency: None,
            lines: vec![
                line(debit, Some(d(amount)), None),
                line(credit, None, Some(d(amount))),
            ],
            unread: vec![],
        };
        self.world.books.journal_entries.insert(entry.key, entry);
    }

    /// What a bank or cash account held when the books began.
    pub fn bank_began_with(&mut self, number: u8, bank: Key, amount: &str) {
        let balance = StartingBalance {
            key: key(number),
            kind: kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE,
            target: Some(bank),
            amount: d(amount),
            accumulated: d("0"),
            quantity: None,
        };
        self.world
            .books
            .starting_balances
            .insert(balance.key, balance);
    }

    /// The books and what follows from them; everything must have found its place.
    pub fn finish(self) -> (Books, Ledger) {
        let ledger = post(&self.world.books);
        assert_eq!(ledger.suspense, []);
        assert_eq!(ledger.not_posted, []);
        (self.world.books, ledger)
    }
}

/// A line for an account.
pub fn on(account: Key, amount: &str) -> MoneyLine {
    MoneyLine {
        account: Some(account),
        amount: Some(d(amount)),
        ..MoneyLine::default()
    }
}

/// A line that a customer pays, on an invoice where it names one.
pub fn from_customer(customer: Key, invoice: Option<u8>, amount: &str) -> MoneyLine {
    MoneyLine {
        subledgers: Subledgers {
            customer: Some(customer),
            ..Subledgers::default()
        },
        sales_invoice: invoice.map(key),
        ..on(RECEIVABLE, amount)
    }
}

/// A line that a supplier is paid, on an invoice where it names one.
pub fn to_supplier(supplier: Key, invoice: Option<u8>, amount: &str) -> MoneyLine {
    MoneyLine {
        subledgers: Subledgers {
            supplier: Some(supplier),
            ..Subledgers::default()
        },
        purchase_invoice: invoice.map(key),
        ..on(PAYABLE, amount)
    }
}
