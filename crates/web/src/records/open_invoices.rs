//! Invoices that are not paid in full, for forms that settle them.

use books::{Key, kinds};
use ledger::{Grouping, HeadFilter, PostingFilter};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
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
    /// The decimals of its currency.
    pub decimals: u32,
}

/// The kinds of accounts on which customers and suppliers owe.
const OWED: [Key; 4] = [
    kinds::BALANCE_SHEET_ACCOUNTS_RECEIVABLE_ACCOUNT,
    kinds::BALANCE_SHEET_ACCOUNTS_PAYABLE_ACCOUNT,
    kinds::CONTROL_ACCOUNT_FOR_CUSTOMERS,
    kinds::CONTROL_ACCOUNT_FOR_SUPPLIERS,
];

/// The invoices of these kinds that are not paid in full, the latest first.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn open_invoices(
    reader: &dyn Reader,
    wanted: &[Key],
) -> Result<Vec<OpenInvoice>, StoreError> {
    let figures = figures::open(reader)?;
    let unreadable = |error: ledger::FiguresError| StoreError::engine("figures", error);
    let by_invoice = Grouping {
        subledger: true,
        invoice: true,
        ..Grouping::default()
    };
    let mut balances: BTreeMap<Key, Decimal> = BTreeMap::new();
    for sum in figures
        .sums(&PostingFilter::default(), by_invoice)
        .map_err(unreadable)?
    {
        let amount = match sum.currency {
            Some(_) => sum.own_amount,
            None => sum.amount,
        };
        let is_owed = figures
            .books()
            .account_kind(sum.account)
            .is_some_and(|kind| OWED.contains(&kind));
        if let Some(invoice) = sum.invoice.filter(|_| is_owed) {
            let balance = balances.entry(invoice).or_default();
            *balance = balance.saturating_add(amount);
        }
    }
    let heads = HeadFilter {
        kinds: Some(wanted.to_vec()),
        ..HeadFilter::default()
    };
    let mut open = Vec::new();
    figures
        .each_head(&heads, &mut |head| {
            let balance = balances.get(&head.document).copied().unwrap_or_default();
            // What a supplier is owed is a credit balance.
            let amount = match head.kind {
                kinds::PURCHASE_INVOICE => -balance,
                _ => balance,
            };
            if amount > Decimal::ZERO {
                let decimals = figures.books().decimals(head.currency);
                let mut amount = amount;
                // Copied into a form it reads 208.80, as people write amounts, and not 208.8.
                amount.rescale(decimals.max(amount.normalize().scale()));
                open.push(OpenInvoice {
                    key: head.document,
                    party: head.contact,
                    amount,
                    decimals,
                });
            }
            Ok(())
        })
        .map_err(unreadable)?;
    open.reverse();
    Ok(open)
}
