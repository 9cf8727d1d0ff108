//! What lists and reports show of a document without reading its record again.

use books::documents::{InterAccountTransfer, Invoice, JournalEntry, MoneyDocument, Offer};
use books::{Books, Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The heading of a document, and what it comes to (SPEC-posting.md, 13).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentHead {
    /// The document.
    pub document: Key,
    /// Its kind.
    pub kind: Key,
    /// Its date; none when it has none that can be read.
    pub date: Option<Date>,
    /// When it is to be paid; none where nothing is due.
    pub due_date: Option<Date>,
    /// Its reference, which may be empty.
    pub reference: String,
    /// The customer, supplier or employee of the heading.
    pub contact: Option<Key>,
    /// The bank or cash account of the heading.
    pub bank_account: Option<Key>,
    /// The description of the heading.
    pub description: String,
    /// The foreign currency of its amounts; none means the base currency.
    pub currency: Option<Key>,
    /// What it comes to in its currency, never below zero unless the document itself is; none when
    /// it posted nothing, and is neither a quote nor an order.
    pub total: Option<Decimal>,
}

/// The number at the end of a reference, by which the documents of one day are listed: that of
/// `INV-0012` is 12. Nothing where it ends otherwise, or with a number that no counter reaches.
pub fn number_at_end(reference: &str) -> Option<i64> {
    let before = reference.trim_end_matches(|sign: char| sign.is_ascii_digit());
    reference.get(before.len()..)?.parse().ok()
}

impl DocumentHead {
    /// The heading of a document of which nothing else is known.
    pub const fn new(document: Key, kind: Key, date: Option<Date>) -> Self {
        Self {
            document,
            kind,
            date,
            due_date: None,
            reference: String::new(),
            contact: None,
            bank_account: None,
            description: String::new(),
            currency: None,
            total: None,
        }
    }

    /// Of an invoice or note.
    pub(crate) fn of_invoice(books: &Books, invoice: &Invoice) -> Self {
        let of_original = || books.invoices.get(&invoice.invoice?)?.party;
        Self {
            due_date: invoice.due_date(),
            reference: invoice.reference.clone(),
            contact: invoice.party.or_else(of_original),
            description: invoice.description.clone(),
            currency: crate::rules::invoice_currency(books, invoice),
            ..Self::new(invoice.key, invoice.kind.key(), invoice.date)
        }
    }

    /// Of a quote or order, with what an invoice made of it would come to.
    pub(crate) fn of_offer(books: &Books, offer: &Offer) -> Self {
        let found = crate::charges(books, &offer.terms).ok();
        Self {
            kind: offer.kind,
            due_date: None,
            total: found.map(|found| found.total),
            ..Self::of_invoice(books, &offer.terms)
        }
    }

    /// Of a receipt or payment.
    pub(crate) fn of_money(books: &Books, document: &MoneyDocument) -> Self {
        Self {
            reference: document.reference.clone(),
            contact: document.contact,
            bank_account: document.bank_account,
            description: document.description.clone(),
            currency: bank_currency(books, document.bank_account),
            ..Self::new(document.key, document.kind.key(), document.date)
        }
    }

    /// Of a transfer: from the side of the account that the money left.
    pub(crate) fn of_transfer(books: &Books, transfer: &InterAccountTransfer) -> Self {
        let side = if transfer.credit_amount.is_some() {
            transfer.paid_from
        } else {
            transfer.received_in
        };
        Self {
            reference: transfer.reference.clone(),
            bank_account: transfer.paid_from.or(transfer.received_in),
            description: transfer.description.clone(),
            currency: bank_currency(books, side),
            ..Self::new(transfer.key, kinds::INTER_ACCOUNT_TRANSFER, transfer.date)
        }
    }

    /// Of a journal entry.
    pub(crate) fn of_journal(books: &Books, journal: &JournalEntry) -> Self {
        Self {
            reference: journal.reference.clone(),
            description: journal.narration.clone(),
            currency: books.foreign(journal.currency),
            ..Self::new(journal.key, kinds::JOURNAL_ENTRY, journal.date)
        }
    }

    /// By what headings are sorted.
    pub(crate) const fn order(&self) -> (Key, Option<Date>, Key) {
        (self.kind, self.date, self.document)
    }
}

fn bank_currency(books: &Books, bank_account: Option<Key>) -> Option<Key> {
    let bank = books.bank_accounts.get(&bank_account?)?;
    books.foreign(bank.currency)
}
