//! Shares out what names no invoice over the invoices of one customer or supplier, oldest first
//! (SPEC-posting.md, 17.3).

use super::{Allocations, InvoiceStanding, Settlement, Unallocated};
use crate::DocumentHead;
use crate::arithmetic::{negated, ratio};
use books::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// One amount under the contact; above zero it raises what is owed.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) document: Key,
    pub(super) kind: Key,
    pub(super) account: Key,
    pub(super) date: Date,
    pub(super) amount: Decimal,
    pub(super) base: Decimal,
}

/// What the heading of an invoice says.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    pub(super) contact: Option<Key>,
    pub(super) due_date: Option<Date>,
    pub(super) reference: String,
}

impl Heading {
    /// Out of the whole heading.
    pub(super) fn of(head: &DocumentHead) -> Self {
        Self {
            contact: head.contact,
            due_date: head.due_date,
            reference: head.reference.clone(),
        }
    }
}

/// All amounts of one contact.
#[derive(Debug, Default)]
pub(super) struct Dealings {
    /// What names an invoice, the invoice itself among it.
    named: BTreeMap<Key, Vec<Entry>>,
    /// What names none.
    unnamed: Vec<Entry>,
}

impl Dealings {
    /// Takes in an amount.
    pub(super) fn add(&mut self, invoice: Option<Key>, entry: Entry) {
        match invoice {
            Some(invoice) => self.named.entry(invoice).or_default().push(entry),
            None => self.unnamed.push(entry),
        }
    }

    /// Brings everything into the order of the ledger: by date, kind and document.
    pub(super) fn put_in_order(&mut self) {
        for entries in self.named.values_mut().chain([&mut self.unnamed]) {
            entries.sort_by_key(|entry| (entry.date, entry.kind, entry.document));
        }
    }

    /// The invoices that are named and are not here themselves.
    pub(super) fn absent_invoices(&self) -> Vec<Key> {
        let absent = self
            .named
            .iter()
            .filter(|(invoice, entries)| entries.iter().all(|entry| entry.document != **invoice));
        absent.map(|(&invoice, _)| invoice).collect()
    }

    /// Takes what names this invoice for what names none.
    pub(super) fn forget_invoice(&mut self, invoice: Key) {
        let entries = self.named.remove(&invoice).unwrap_or_default();
        self.unnamed.extend(entries);
        self.unnamed
            .sort_by_key(|entry| (entry.date, entry.document));
    }

    /// Shares everything out.
    pub(super) fn share_out(
        &mut self,
        contact: Key,
        currency: Option<Key>,
        heads: &BTreeMap<Key, Heading>,
        all: &mut Allocations,
    ) {
        let mut standings = Vec::new();
        let mut rest = Vec::new();
        for (invoice, entries) in std::mem::take(&mut self.named) {
            let head = heads.get(&invoice);
            let head = head.filter(|head| head.contact == Some(contact));
            match standing(invoice, contact, currency, &entries, head) {
                Some(standing) => standings.push(standing),
                None => rest.extend(entries),
            }
        }
        standings.sort_by(|a: &InvoiceStanding, b| {
            (a.date, &a.reference, a.invoice).cmp(&(b.date, &b.reference, b.invoice))
        });
        let (mut credits, debits) = offset(std::mem::take(&mut self.unnamed));
        settle_oldest(&mut credits, &mut standings);
        rest.extend(credits);
        rest.extend(debits);
        rest.retain(|entry| !entry.amount.is_zero() || !entry.base.is_zero());
        rest.sort_by_key(|entry| (entry.date, entry.document));
        for standing in &mut standings {
            standing.settlements.sort_by_key(|it| (it.date, it.by));
        }
        all.invoices.extend(standings);
        all.unallocated
            .extend(rest.into_iter().map(|entry| Unallocated {
                document: entry.document,
                kind: entry.kind,
                contact,
                account: entry.account,
                date: entry.date,
                currency,
                amount: entry.amount,
                base: entry.base,
            }));
    }
}

/// An invoice with what names it; nothing when the invoice is not here.
pub(super) fn standing(
    invoice: Key,
    contact: Key,
    currency: Option<Key>,
    entries: &[Entry],
    head: Option<&Heading>,
) -> Option<InvoiceStanding> {
    let own = entries.iter().find(|entry| entry.document == invoice)?;
    let mut standing = InvoiceStanding {
        invoice,
        contact,
        account: own.account,
        date: own.date,
        due_date: head.and_then(|head| head.due_date),
        reference: head.map(|head| head.reference.clone()).unwrap_or_default(),
        is_headed: head.is_some(),
        currency,
        total: Decimal::ZERO,
        total_base: Decimal::ZERO,
        settlements: Vec::new(),
        open: Decimal::ZERO,
        open_base: Decimal::ZERO,
    };
    for entry in entries {
        // Bounded as SPEC-posting.md, 1.5 says: no sum of postings saturates.
        standing.open = standing.open.saturating_add(entry.amount);
        standing.open_base = standing.open_base.saturating_add(entry.base);
        if entry.document == invoice {
            standing.total = standing.total.saturating_add(entry.amount);
            standing.total_base = standing.total_base.saturating_add(entry.base);
        } else {
            standing.settlements.push(Settlement {
                by: entry.document,
                kind: entry.kind,
                date: entry.date.max(own.date),
                amount: negated(entry.amount),
                base: negated(entry.base),
                is_automatic: false,
            });
        }
    }
    Some(standing)
}

/// Lets amounts that name no invoice meet each other first, oldest with oldest: a refund takes
/// back what was paid. What is left is either all credit or all debit in amounts.
fn offset(entries: Vec<Entry>) -> (Vec<Entry>, Vec<Entry>) {
    let (mut debits, mut credits): (Vec<Entry>, Vec<Entry>) = entries
        .into_iter()
        .partition(|entry| !entry.amount.is_sign_negative() || entry.amount.is_zero());
    let mut next_credits = credits.iter_mut();
    let mut credit = next_credits.next();
    for debit in &mut debits {
        while let Some(meeting) = credit.take_if(|_| !debit.amount.is_zero()) {
            let met = debit.amount.min(negated(meeting.amount));
            let back = take(meeting, negated(met));
            let given = take(debit, met);
            // What rates have left over stays with the refund.
            debit.base = debit.base.saturating_add(given).saturating_add(back);
            credit = if meeting.amount.is_zero() {
                next_credits.next()
            } else {
                Some(meeting)
            };
        }
    }
    (credits, debits)
}

/// Settles the oldest open invoices with the oldest credits, as far as both reach.
fn settle_oldest(credits: &mut [Entry], standings: &mut [InvoiceStanding]) {
    let is_open = |it: &&mut InvoiceStanding| it.open > Decimal::ZERO;
    let mut open = standings.iter_mut().filter(is_open);
    let mut standing = open.next();
    for credit in credits {
        while let Some(settled) = standing.take_if(|_| !credit.amount.is_zero()) {
            settle(credit, settled);
            standing = if settled.open.is_zero() {
                open.next()
            } else {
                Some(settled)
            };
        }
    }
}

/// Settles an open invoice with a credit, as far as both reach.
fn settle(credit: &mut Entry, standing: &mut InvoiceStanding) {
    let met = standing.open.min(negated(credit.amount));
    let base = negated(take(credit, negated(met)));
    standing.open = standing.open.saturating_sub(met);
    standing.open_base = standing.open_base.saturating_sub(base);
    standing.settlements.push(Settlement {
        by: credit.document,
        kind: credit.kind,
        date: credit.date.max(standing.date),
        amount: met,
        base,
        is_automatic: true,
    });
}

/// Takes a part of an amount away and says what the part is in base currency: in proportion, the
/// last part taking what rounding left.
fn take(entry: &mut Entry, part: Decimal) -> Decimal {
    let base = if part == entry.amount {
        entry.base
    } else {
        let decimals = entry.base.scale();
        // Out of proportion only beyond exact arithmetic, where postings do not reach.
        ratio(&[entry.base, part], entry.amount, decimals).unwrap_or(Decimal::ZERO)
    };
    entry.amount = entry.amount.saturating_sub(part);
    entry.base = entry.base.saturating_sub(base);
    base
}
