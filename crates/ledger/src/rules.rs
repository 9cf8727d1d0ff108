//! The posting rules: one file per kind of document, and the shapes that kinds share.

mod asset;
mod billable_expense;
mod billable_time;
mod credit_note;
mod debit_note;
mod depreciation_entry;
mod disposal;
mod expense_claim;
mod inter_account_transfer;
mod inventory_write_off;
mod invoice;
mod journal_entry;
mod late_payment_fee;
mod line;
mod market_price;
mod money_document;
mod part;
mod payment;
mod payslip;
mod production_order;
mod purchase_invoice;
mod receipt;
mod sales_invoice;
mod starting_balance;
mod stock;
mod stock_note;
mod withholding_tax_receipt;

pub(crate) use billable_expense::post_billed_expenses;
pub(crate) use billable_time::post_billable_time;
pub(crate) use depreciation_entry::post_depreciation_entry;
pub(crate) use disposal::post_disposals;
pub(crate) use expense_claim::post_expense_claim;
pub(crate) use inter_account_transfer::post_inter_account_transfer;
pub(crate) use inventory_write_off::post_inventory_write_off;
pub(crate) use invoice::{
    invoice_currency, line_amount, post_invoice, rounding_amount, withheld_amount,
};
pub(crate) use journal_entry::post_journal_entry;
pub(crate) use late_payment_fee::post_late_payment_fee;
pub(crate) use market_price::{HeldInvestment, post_market_price};
pub(crate) use money_document::{MoneyPart, money_parts, post_money_document};
pub(crate) use payslip::post_payslip;
pub(crate) use production_order::post_production_order;
pub(crate) use starting_balance::post_starting_balance;
pub(crate) use stock_note::post_stock_note;
pub(crate) use withholding_tax_receipt::post_withholding_tax_receipt;

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
