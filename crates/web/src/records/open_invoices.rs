//! Invoices that are not paid in full, for forms that settle them.

use books::Key;
use jiff::civil::Date;
use ledger::{Figures, FiguresError, Owed, open_allocations};
use rust_decimal::Decimal;
use store::{Reader, StoreError};

/// An invoice with something left to pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OpenInvoice {
    /// The invoice.
    pub key: Key,
    /// Its customer or supplier.
    pub party: Option<Key>,
    /// What is left to pay, in its currency; positive.
    pub amount: Decimal,
    /// Its currency; none means the base currency.
    pub currency: Option<Key>,
    /// The decimals of its currency.
    pub decimals: u32,
    /// Its date.
    pub date: Date,
}

/// The invoices of these kinds that are not paid in full, the latest first: as the list says it,
/// what was paid without naming an invoice taken off the oldest (SPEC-posting.md, 17).
///
/// # Errors
/// When the store cannot be read.
pub(super) fn open_invoices(
    reader: &dyn Reader,
    wanted: &[Key],
) -> Result<Vec<OpenInvoice>, StoreError> {
    let figures = figures::open(reader)?;
    let mut open = Vec::new();
    for owed in [Owed::ByCustomers, Owed::ToSuppliers] {
        if wanted.contains(&owed.invoice_kind()) {
            add_open(&*figures, owed, &mut open)?;
        }
    }
    open.sort_by_key(|it| std::cmp::Reverse((it.date, it.key)));
    Ok(open)
}

fn add_open(
    figures: &dyn Figures,
    owed: Owed,
    open: &mut Vec<OpenInvoice>,
) -> Result<(), FiguresError> {
    for standing in open_allocations(figures, owed, None, None)?.invoices {
        if !standing.is_headed || standing.open <= Decimal::ZERO {
            continue;
        }
        let decimals = figures.books().decimals(standing.currency);
        let mut amount = standing.open;
        // Copied into a form it reads 208.80, as people write amounts, and not 208.8.
        amount.rescale(decimals.max(amount.normalize().scale()));
        open.push(OpenInvoice {
            key: standing.invoice,
            party: Some(standing.contact),
            amount,
            currency: standing.currency,
            decimals,
            date: standing.date,
        });
    }
    Ok(())
}
