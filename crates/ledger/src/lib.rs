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

mod allocations;
pub mod arithmetic;
mod balance;
mod charges;
pub mod codes;
mod context;
mod cost_differences;
mod costs;
mod document_head;
mod draft;
mod exchange;
mod exchange_differences;
mod figures;
mod leaning;
mod lookup;
mod place;
mod posting;
mod registers;
mod rules;
mod stock;
mod sums;
mod tax;

pub use allocations::{
    Allocations, InvoiceStanding, InvoiceStatus, Named, Owed, Settlement, Settling, Unallocated,
    allocations, by_names, open_allocations,
};
pub use balance::{Balance, balances};
pub use charges::{ChargedLine, ChargedTax, Charges, charges, money_charges};
pub use cost_differences::{CostDifference, cost_differences, cost_differences_to};
pub use costs::{StockMovements, average_costs, is_posted_at_cost, moves_at_cost, unit_costs};
pub use document_head::{DocumentHead, number_at_end};
pub use exchange_differences::{
    CURRENCY_GAINS_LOSSES, ExchangeDifference, currency_gains, exchange_differences,
};
pub use figures::{Figures, FiguresError, Grouping, HeadFilter, PostingFilter, Sum, Visit};
pub use leaning::invoices_named;
pub use posting::{Ledger, NotPosted, Posting, SuspenseReason, TaxRole, TaxShare};
pub use sums::Sums;

pub use stock::{
    NegativeStock, STOCK_NEGATIVE, StockOnHand, inventory_accounts, negative_stock, stock_on_hand,
};

use arithmetic::TooLarge;
use books::documents::POSTED_KINDS;
use books::{Books, Key};
use context::Context;
use costs::has_averages;
use draft::Draft;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The postings of all documents in the books. The same books give the same ledger, in whatever
/// order their records were read.
///
/// Where the books hold no table of average costs and are all there, the table is made first
/// (SPEC-posting.md, 16.2).
pub fn post(books: &Books) -> Ledger {
    let is_part = books.earliest_elsewhere.is_some();
    if books.average_costs.is_some() || is_part || !has_averages(books) {
        return post_all(&Context::new(books));
    }
    let costless = Context::without_costs(books);
    let ledger = post_all(&costless);
    let mut movements = StockMovements::default();
    ledger.postings.iter().for_each(|it| movements.add(it));
    let costs = movements.average_costs(books);
    if costs.is_empty() && books.stock_notes.is_empty() && books.unit_costs.is_empty() {
        return ledger;
    }
    post_all(&Context::with_averages(books, costs))
}

/// The postings that average costs are made of: those of [`post`], all stock moving with its
/// invoices and at no cost. The books may be a part of all, and the parts are taken together
/// by one [`StockMovements`].
pub fn post_without_costs(books: &Books) -> Ledger {
    post_all(&Context::without_costs(books))
}

fn post_all(context: &Context<'_>) -> Ledger {
    let books = context.books;
    let mut ledger = Ledger::default();
    for invoice in books.invoices.values() {
        let about = About::of(DocumentHead::of_invoice(books, invoice));
        about.post(context, &mut ledger, &invoice.description, |draft| {
            rules::post_invoice(context, invoice, draft)
        });
    }
    for document in books.money_documents.values() {
        let about = About::of(DocumentHead::of_money(books, document));
        about.post(context, &mut ledger, &document.description, |draft| {
            rules::post_money_document(context, document, draft)
        });
    }
    for transfer in books.inter_account_transfers.values() {
        let about = About::of(DocumentHead::of_transfer(books, transfer));
        about.post(context, &mut ledger, &transfer.description, |draft| {
            rules::post_inter_account_transfer(context, transfer, draft)
        });
    }
    for journal in books.journal_entries.values() {
        let about = About::of(DocumentHead::of_journal(books, journal));
        about.post(context, &mut ledger, &journal.narration, |draft| {
            rules::post_journal_entry(context, journal, draft)
        });
    }
    for balance in books.starting_balances.values() {
        let about = About::new(balance.key, balance.kind, Some(context.opening));
        about.post(context, &mut ledger, "", |draft| {
            rules::post_starting_balance(context, balance, draft)
        });
    }
    let offers = books.offers.values();
    let heads = offers.map(|offer| DocumentHead::of_offer(books, offer));
    ledger.heads.extend(heads);
    registers::post_registers(context, &mut ledger);
    registers::post_market_prices(context, &mut ledger);
    name_unposted(books, &mut ledger);
    sort(&mut ledger);
    ledger
}

/// Which document is being posted.
struct About {
    head: DocumentHead,
}

impl About {
    /// A document of whose heading only this is known; the rule may say whom it is with.
    const fn new(document: Key, kind: Key, date: Option<Date>) -> Self {
        Self::of(DocumentHead::new(document, kind, date))
    }

    const fn of(head: DocumentHead) -> Self {
        Self { head }
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
        let (document, kind) = (self.head.document, self.head.kind);
        if document == kind {
            return;
        }
        let mut head = self.head.clone();
        if head.description.is_empty() {
            description.clone_into(&mut head.description);
        }
        let Some(date) = head.date else {
            self.name_not_posted(ledger, codes::DATE_MISSING);
            return ledger.heads.push(head);
        };
        let mut draft = Draft::new(context.books, document, kind, date, description);
        let done = rule(&mut draft)
            .and_then(|()| rules::post_billed_expenses(context, &mut draft))
            .and_then(|()| rules::post_disposals(context, &mut draft));
        head.contact = head.contact.or(draft.contact);
        head.total = draft.total;
        match done.and_then(|()| draft.finish()) {
            Ok((postings, reasons)) => {
                if head.total.is_none() && head.currency.is_none() {
                    head.total = debits(&postings);
                }
                ledger.postings.extend(postings);
                ledger.suspense.extend(reasons);
            }
            Err(TooLarge) => {
                head.total = None;
                self.name_not_posted(ledger, codes::AMOUNT_TOO_LARGE);
            }
        }
        ledger.heads.push(head);
    }

    fn name_not_posted(&self, ledger: &mut Ledger, code: &'static str) {
        ledger.not_posted.push(NotPosted {
            document: self.head.document,
            kind: self.head.kind,
            code,
        });
    }
}

/// The sum of the debits; none when there are none.
fn debits(postings: &[Posting]) -> Option<Decimal> {
    let debits = postings.iter().map(|it| it.amount);
    let debits = debits.filter(|amount| amount.is_sign_positive() && !amount.is_zero());
    debits.reduce(|total, amount| total.saturating_add(amount))
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
        ledger.heads.push(about.head);
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
    ledger.heads.sort_by_key(DocumentHead::order);
}
