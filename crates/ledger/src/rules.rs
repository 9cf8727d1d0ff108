//! The posting rules: one file per kind of document, and the shapes that kinds share.

mod credit_note;
mod debit_note;
mod inter_account_transfer;
mod invoice;
mod journal_entry;
mod line;
mod money_document;
mod payment;
mod purchase_invoice;
mod receipt;
mod sales_invoice;
mod starting_balance;

pub(crate) use inter_account_transfer::post_inter_account_transfer;
pub(crate) use invoice::{invoice_currency, line_amount, post_invoice, withheld_amount};
pub(crate) use journal_entry::post_journal_entry;
pub(crate) use money_document::{MoneyPart, money_parts, post_money_document};
pub(crate) use starting_balance::post_starting_balance;

use crate::arithmetic::negated;
use rust_decimal::Decimal;

/// Debit or credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DebitOrCredit {
    Debit,
    Credit,
}

impl DebitOrCredit {
    /// The amount with the sign of this side.
    fn signed(self, amount: Decimal) -> Decimal {
        match self {
            Self::Debit => amount,
            Self::Credit => negated(amount),
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Debit => Self::Credit,
            Self::Credit => Self::Debit,
        }
    }
}
