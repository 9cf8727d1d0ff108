//! What follows from the books: the postings each document makes and the balances they sum to.
//!
//! [`post`] turns [`books::Books`] into a [`Ledger`] by docs/SPEC-posting.md. Every document
//! balances by itself; what it lacks goes to Suspense and is named in [`Ledger::suspense`], and
//! what posts nothing is named in [`Ledger::not_posted`]. Arithmetic is exact or refused.
//!
//! - `rules`: one file per kind of document, which accounts it debits and credits.
//! - `tax`, `exchange`, `place`: the parts of a line: its taxes, its currency, its account.
//! - [`arithmetic`]: amounts, rounded once.
//! - [`balances`]: the postings summed.
//! - [`charges`]: what a document comes to, line by line, for papers and forms.
//! - [`Figures`]: how reports ask for postings, wherever they are kept.
//!
//! This crate opens no file, reads no clock and draws no random number.
#![deny(clippy::float_arithmetic, clippy::as_conversions)]

pub mod arithmetic;
mod balance;
mod charges;
pub mod codes;
mod context;
mod document_head;
mod draft;
mod exchange;
mod figures;
mod place;
mod posting;
mod rules;
mod tax;

pub use balance::{Balance, balances};
pub use charges::{ChargedLine, ChargedTax, Charges, charges, money_charges};
pub use document_head::DocumentHead;
pub use figures::{Figures, FiguresError, Grouping, HeadFilter, PostingFilter, Sum, Visit};
pub use posting::{Ledger, NotPosted, Posting, SuspenseReason, TaxRole, TaxShare};

use arithmetic::TooLarge;
use books::documents::POSTED_KINDS;
use books::{Books, Key};
use context::Context;
use draft::Draft;
use jiff::civil::Date;

/// The postings of all documents in the books. The same books give the same ledger, in whatever
/// order their records were read.
pub fn post(books: &Books) -> Ledger {
    let context = Context::new(books);
    let mut ledger = Ledger::default();
    for invoice in books.invoices.values() {
        let about = About::new(invoice.key, invoice.kind.key(), invoice.date);
        about.post(&context, &mut ledger, &invoice.description, |draft| {
            rules::post_invoice(&context, invoice, draft)
        });
    }
    for document in books.money_documents.values() {
        let about = About::new(document.key, document.kind.key(), document.date);
        about.post(&context, &mut ledger, &document.description, |draft| {
            rules::post_money_document(&context, document, draft)
        });
    }
    for transfer in books.inter_account_transfers.values() {
        let kind = books::kinds::INTER_ACCOUNT_TRANSFER;
        let about = About::new(transfer.key, kind, transfer.date);
        about.post(&context, &mut ledger, &transfer.description, |draft| {
            rules::post_inter_account_transfer(&context, transfer, draft)
        });
    }
    for journal in books.journal_entries.values() {
        let about = About::new(journal.key, books::kinds::JOURNAL_ENTRY, journal.date);
        about.post(&context, &mut ledger, &journal.narration, |draft| {
            rules::post_journal_entry(&context, journal, draft)
        });
    }
    for balance in books.starting_balances.values() {
        let about = About::new(balance.key, balance.kind, Some(context.opening));
        about.post(&context, &mut ledger, "", |draft| {
            rules::post_starting_balance(&context, balance, draft)
        });
    }
    name_unposted(books, &mut ledger);
    sort(&mut ledger);
    ledger
}

/// Which document is being posted.
struct About {
    document: Key,
    kind: Key,
    date: Option<Date>,
}

impl About {
    const fn new(document: Key, kind: Key, date: Option<Date>) -> Self {
        Self {
            document,
            kind,
            date,
        }
    }

    /// Runs one rule; the document posts wholly, with all its reasons, or not at all.
    fn post(
        &self,
        context: &Context<'_>,
        ledger: &mut Ledger,
        description: &str,
        rule: impl FnOnce(&mut Draft<'_>) -> Result<(), TooLarge>,
    ) {
        // Form defaults are no documents (SPEC-posting.md, 1.3); readers leave them out already.
        if self.document == self.kind {
            return;
        }
        let Some(date) = self.date else {
            return self.name_not_posted(ledger, codes::DATE_MISSING);
        };
        let (document, kind) = (self.document, self.kind);
        let mut draft = Draft::new(context.books, document, kind, date, description);
        match rule(&mut draft).and_then(|()| draft.finish()) {
            Ok((postings, reasons)) => {
                ledger.postings.extend(postings);
                ledger.suspense.extend(reasons);
            }
            Err(TooLarge) => self.name_not_posted(ledger, codes::AMOUNT_TOO_LARGE),
        }
    }

    fn name_not_posted(&self, ledger: &mut Ledger, code: &'static str) {
        ledger.not_posted.push(NotPosted {
            document: self.document,
            kind: self.kind,
            code,
        });
    }
}

fn name_unposted(books: &Books, ledger: &mut Ledger) {
    let untyped = books.untyped_documents.iter();
    let damaged = books.unreadable_records.iter();
    let untyped = untyped.map(|pair| (pair, codes::KIND_NOT_POSTED_YET));
    // Damaged accounts, parties and settings post nothing themselves; what leans on them is named.
    let damaged = damaged.filter(|(_, kind)| POSTED_KINDS.contains(kind));
    let damaged = damaged.map(|pair| (pair, codes::RECORD_DAMAGED));
    for ((&document, &kind), code) in untyped.chain(damaged) {
        let about = About::new(document, kind, None);
        about.name_not_posted(ledger, code);
    }
}

/// Sorts without disturbing the order of postings inside a document.
fn sort(ledger: &mut Ledger) {
    let order = |posting: &Posting| (posting.date, posting.document_kind, posting.document);
    ledger.postings.sort_by_key(order);
    let order = |reason: &SuspenseReason| (reason.kind, reason.document);
    ledger.suspense.sort_by_key(order);
    ledger
        .not_posted
        .sort_by_key(|it| (it.kind, it.document, it.code));
}
