//! What delivery notes and goods receipts say of who moves the units of an invoice
//! (SPEC-posting.md, 16.1).

use super::{Invoice, InvoiceKind, StockNote, StockNoteKind};
use crate::Key;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The first day of each kind of note, and the invoices that notes name. Only notes with a date
/// count, and only the kind that goes with the invoice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NotedStock {
    /// The date of the first note of each kind; none where there is no note.
    pub first_days: BTreeMap<StockNoteKind, Date>,
    /// The invoices that a note of the kind names.
    pub named: BTreeSet<(StockNoteKind, Key)>,
}

/// Who moves the units of an invoice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StockMover {
    /// The invoice: its switch says so (a).
    Switch,
    /// Its notes (b).
    Notes,
    /// The invoice: no note could have, when it was written (c).
    Invoice,
    /// Nobody yet: it waits for its notes (d).
    Nobody,
}

impl StockMover {
    /// Whether the invoice moves its own units.
    pub const fn is_invoice(self) -> bool {
        matches!(self, Self::Switch | Self::Invoice)
    }
}

impl NotedStock {
    /// Takes in a note; a transfer, and a note without a date, are passed over.
    pub fn add(&mut self, note: &StockNote) {
        let Some(date) = note.date.filter(|_| note.kind.moves_invoices()) else {
            return;
        };
        let first = self.first_days.entry(note.kind).or_insert(date);
        *first = date.min(*first);
        self.named.extend(note.invoice.map(|it| (note.kind, it)));
    }

    /// Takes in what is known of further notes.
    pub fn join(&mut self, other: Self) {
        for (kind, date) in other.first_days {
            let first = self.first_days.entry(kind).or_insert(date);
            *first = date.min(*first);
        }
        self.named.extend(other.named);
    }

    /// The same, of these invoices alone.
    pub fn of_invoices<'k>(&self, invoices: impl Iterator<Item = &'k Key>) -> Self {
        let kinds = [StockNoteKind::DeliveryNote, StockNoteKind::GoodsReceipt];
        let pairs = invoices.flat_map(|key| kinds.map(|kind| (kind, *key)));
        Self {
            first_days: self.first_days.clone(),
            named: pairs.filter(|pair| self.named.contains(pair)).collect(),
        }
    }

    /// Who moves the units of an invoice; credit notes and debit notes always move their own.
    pub fn mover_of(&self, invoice: &Invoice) -> StockMover {
        let Some(kind) = StockNoteKind::of_invoices(invoice.kind) else {
            return StockMover::Switch;
        };
        if invoice.moves_stock {
            return StockMover::Switch;
        }
        if self.named.contains(&(kind, invoice.key)) {
            return StockMover::Notes;
        }
        let first = self.first_days.get(&kind);
        match (invoice.date, first) {
            (Some(date), Some(first)) if date >= *first => StockMover::Nobody,
            _ => StockMover::Invoice,
        }
    }
}

impl StockNoteKind {
    /// The notes that go with a kind of invoice; none go with corrections.
    pub const fn of_invoices(kind: InvoiceKind) -> Option<Self> {
        match kind {
            InvoiceKind::SalesInvoice => Some(Self::DeliveryNote),
            InvoiceKind::PurchaseInvoice => Some(Self::GoodsReceipt),
            InvoiceKind::CreditNote | InvoiceKind::DebitNote => None,
        }
    }

    /// The kind of invoice that goes with these notes; none with transfers.
    pub const fn invoices(self) -> Option<InvoiceKind> {
        match self {
            Self::DeliveryNote => Some(InvoiceKind::SalesInvoice),
            Self::GoodsReceipt => Some(InvoiceKind::PurchaseInvoice),
            Self::InventoryTransfer => None,
        }
    }

    const fn moves_invoices(self) -> bool {
        self.invoices().is_some()
    }
}

impl Invoice {
    /// Whether it moves its own units whatever notes name it: those move none then.
    pub const fn is_own_note(&self) -> bool {
        self.moves_stock && self.date.is_some()
    }
}
