//! Documents: dated papers that make postings.
//!
//! The four papers of sales and purchases share one shape ([`Invoice`]), and so do receipts and
//! payments ([`MoneyDocument`]); each kind keeps its own name and its own posting rule.

mod inter_account_transfer;
mod invoice;
mod journal_entry;
mod money_document;

pub use inter_account_transfer::InterAccountTransfer;
pub use invoice::{Discount, Invoice, InvoiceKind, InvoiceLine, WithholdingTax};
pub use journal_entry::{JournalEntry, JournalLine};
pub use money_document::{MoneyDocument, MoneyDocumentKind, MoneyLine};

use crate::{Key, kinds};

/// What a line names to stand under the control account it posts to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subledgers {
    /// Under Accounts receivable.
    pub customer: Option<Key>,
    /// Under Accounts payable.
    pub supplier: Option<Key>,
    /// Under Employee clearing account.
    pub employee: Option<Key>,
    /// Under Cash and cash equivalents.
    pub bank_account: Option<Key>,
    /// Under Capital accounts.
    pub capital_account: Option<Key>,
    /// The part of the capital account.
    pub sub_account: Option<Key>,
    /// Under Special accounts.
    pub special_account: Option<Key>,
    /// Under Fixed assets.
    pub fixed_asset: Option<Key>,
    /// Under Intangible assets.
    pub intangible_asset: Option<Key>,
    /// Under Investments.
    pub investment: Option<Key>,
    /// Under Expense claims.
    pub expense_claims_payer: Option<Key>,
    /// Under Inventory on hand.
    pub item: Option<Key>,
}

/// Something a document asks for that its record does not let us read; the document posts
/// without it and the gap is named (SPEC-posting.md, "What cannot be known").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// Withholding tax is on; its rate or amount is in no known field.
    WithholdingTax,
    /// The total is to be rounded; the way is in no known field.
    Rounding,
    /// A discount or a fixed total on a receipt or payment.
    DiscountOrFixedTotal,
    /// A field of a line has a value that is not of its type.
    DamagedField,
}

/// Kinds of record that make postings in a full program and are not read into [`crate::Books`]
/// yet (SPEC-posting.md, 10).
pub const UNTYPED_KINDS: [Key; 15] = [
    kinds::EXPENSE_CLAIM,
    kinds::PAYSLIP,
    kinds::DEPRECIATION_ENTRY,
    kinds::AMORTIZATION_ENTRY,
    kinds::INVENTORY_WRITE_OFF,
    kinds::PRODUCTION_ORDER,
    kinds::LATE_PAYMENT_FEE,
    kinds::WITHHOLDING_TAX_RECEIPT,
    kinds::BILLABLE_TIME,
    kinds::INVENTORY_ITEM_STARTING_BALANCE,
    kinds::FIXED_ASSET_STARTING_BALANCE,
    kinds::INTANGIBLE_ASSET_STARTING_BALANCE,
    kinds::INVESTMENT_STARTING_BALANCE,
    kinds::SALES_INVOICE_STARTING_BALANCE,
    kinds::PURCHASE_INVOICE_STARTING_BALANCE,
];

/// Kinds of record that are posted (SPEC-posting.md, 3 to 9).
pub const POSTED_KINDS: [Key; 13] = [
    kinds::SALES_INVOICE,
    kinds::PURCHASE_INVOICE,
    kinds::CREDIT_NOTE,
    kinds::DEBIT_NOTE,
    kinds::RECEIPT,
    kinds::PAYMENT,
    kinds::INTER_ACCOUNT_TRANSFER,
    kinds::JOURNAL_ENTRY,
    kinds::BALANCE_SHEET_ACCOUNT_STARTING_BALANCE,
    kinds::BANK_OR_CASH_ACCOUNT_STARTING_BALANCE,
    kinds::CAPITAL_ACCOUNT_STARTING_BALANCE,
    kinds::SPECIAL_ACCOUNT_STARTING_BALANCE,
    kinds::EMPLOYEE_STARTING_BALANCE,
];
