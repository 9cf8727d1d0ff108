//! Documents: dated papers that make postings.
//!
//! The four papers of sales and purchases share one shape ([`Invoice`]), and so do receipts and
//! payments ([`MoneyDocument`]); each kind keeps its own name and its own posting rule.

mod billable_time;
mod depreciation_entry;
mod expense_claim;
mod inter_account_transfer;
mod inventory_write_off;
mod invoice;
mod journal_entry;
mod late_payment_fee;
mod money_document;
mod noted_stock;
mod offer;
mod payslip;
mod production_order;
mod stock_note;
mod withholding_tax_receipt;

pub use billable_time::{BillableTime, BillableTimeStatus};
pub use depreciation_entry::{DepreciationEntry, DepreciationKind, DepreciationLine};
pub use expense_claim::ExpenseClaim;
pub use inter_account_transfer::InterAccountTransfer;
pub use inventory_write_off::InventoryWriteOff;
pub use invoice::{
    Discount, DueDate, Invoice, InvoiceKind, InvoiceLine, TotalRounding, WithholdingTax,
};
pub use journal_entry::{JournalEntry, JournalLine};
pub use late_payment_fee::LatePaymentFee;
pub use money_document::{MoneyDocument, MoneyDocumentKind, MoneyLine};
pub use noted_stock::{NotedStock, StockMover};
pub use offer::Offer;
pub use payslip::{Payslip, PayslipItem, PayslipLine};
pub use production_order::{ProductionCost, ProductionOrder};
pub use stock_note::{StockLine, StockNote, StockNoteKind};
pub use withholding_tax_receipt::WithholdingTaxReceipt;

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
    /// Beside Billable expenses: the sales invoice that bills the cost.
    pub billed_on: Option<Key>,
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
    /// A tax code stands on a document whose tax nobody describes.
    Tax,
    /// A field of a line has a value that is not of its type.
    DamagedField,
}

/// Kinds of record that made postings in earlier versions of the other program and of whose fields
/// no description tells (SPEC-posting.md, 10). They are kept, and named as not posted.
pub const UNTYPED_KINDS: [Key; 37] = [
    // Obsolete01.JournalEntry01.
    Key::constant("65339404-ed1d-4168-a65f-ce15a0adac30"),
    // Obsolete01.Payment01.
    Key::constant("1abdb7e9-d7d4-4247-bf76-b6516d9b8fd3"),
    // Obsolete01.PurchaseInvoice01.
    Key::constant("acf26524-c96a-45fc-a2da-456f38ecab42"),
    // Obsolete01.Receipt01.
    Key::constant("3f768b6a-37f7-469a-9fd0-e7ce39d693e3"),
    // Obsolete01.SalesInvoice01.
    Key::constant("96def4fb-d88d-4a40-b2a9-f6b90b7df378"),
    // Obsolete02.InPocketIncome02.
    Key::constant("2d6b61ac-9f35-4243-952e-8189af08cc0d"),
    // Obsolete02.JournalEntry02.
    Key::constant("897f5b38-d057-408a-a380-14fc5f5db048"),
    // Obsolete02.OutOfPocketExpense02.
    Key::constant("aec22480-da4a-4cba-8dad-a25c8ad2e683"),
    // Obsolete02.Payment02.
    Key::constant("19115fb2-b4fb-45d8-9a42-730eb6fca288"),
    // Obsolete02.PurchaseInvoice02.
    Key::constant("3d93d7d9-f99b-44cc-a0ef-01f06607e872"),
    // Obsolete02.Receipt02.
    Key::constant("0da2a4c5-645d-4595-a211-65d018eb8e64"),
    // Obsolete02.SalesInvoice02.
    Key::constant("644a4013-689a-4709-a8d1-aa57c969222e"),
    // Obsolete04.InPocketIncome04.
    Key::constant("452bdb74-8541-4bc8-80bc-ecc5c591b5d9"),
    // Obsolete04.OutOfPocketExpense04.
    Key::constant("44f9f8bd-2938-40b8-93e9-52d5055ef96b"),
    // Obsolete07.CashPayment07.
    Key::constant("8c4108a6-e7c9-4f58-bc61-ef19acfe384e"),
    // Obsolete07.CashReceipt07.
    Key::constant("21840c59-e26f-4caa-8b91-81a885b08a30"),
    // Obsolete13.RetainedEarningsConversionBalance13.
    Key::constant("01c00313-4790-451e-ae05-1ad6fc6fa476"),
    // Obsolete13.TaxPayableConversionBalance13.
    Key::constant("89b898c8-d5f1-4cff-9a56-93120a92c89e"),
    // Obsolete16.UnclearedPayment16.
    Key::constant("5cabad9a-a31a-4713-9d82-d568d45f471f"),
    // Obsolete16.UnclearedReceipt16.
    Key::constant("0db83cbb-95cc-47a2-9016-71ddbe3da223"),
    // Obsolete33.Payment33.
    Key::constant("cb120a14-83cf-46e9-b05f-6725342310ad"),
    // Obsolete33.Receipt33.
    Key::constant("8a995f93-a7a7-4297-a3b6-35a339a5ae0d"),
    // Obsolete34.PurchaseInvoiceOverpaymentFix34.
    Key::constant("a0ef856b-8e18-43a3-91af-9b085abe5574"),
    // Obsolete34.SalesInvoiceOverpaymentFix34.
    Key::constant("a94200fd-d1f6-4a09-ab71-707f362d4a15"),
    // Obsolete42.BankPayment42.
    Key::constant("091e11d8-29dd-4207-8cd5-ee5b169b4560"),
    // Obsolete42.BankReceipt42.
    Key::constant("ee6594b8-b0f9-4f02-9cbf-94418d6270e0"),
    // Obsolete43.CashPayment43.
    Key::constant("a2adda4e-4767-4cb2-a452-8f5507070e69"),
    // Obsolete43.CashReceipt43.
    Key::constant("ce976453-4e11-4457-875c-361e44edb7d2"),
    // Obsolete44.CashTransaction44.
    Key::constant("60996786-a5dd-49fc-8899-c124dcb982fd"),
    // Obsolete50.FixedAssetDepreciation50.
    Key::constant("2e8089f0-eda0-41c1-b3d2-2593d1c6eac2"),
    // Obsolete51.IntangibleAssetAmortization51.
    Key::constant("476672a0-db0c-405a-ae04-09497f23dc9c"),
    // Obsolete52.BillableExpense.
    Key::constant("5859f372-7469-4cff-b7b1-3155fdf1ca2e"),
    // Obsolete66.ReceiptOrPayment.
    Key::constant("699401fe-23fd-4b52-9699-b88b36fa6b26"),
    // Obsolete80.InventoryRevaluation.
    Key::constant("7248ce93-de18-41e8-b566-3fb4bd7623a8"),
    // Obsolete83.CurrencyRevaluation.
    Key::constant("4e960f93-2fd5-4846-a357-9dc9e6385406"),
    // Obsolete84.InvestmentRevaluation.
    Key::constant("a7dcf4fb-8d5c-4a71-a9b1-812ffdd753e9"),
    // Obsolete87.InventoryRevaluation.
    Key::constant("13cefbaa-8f29-4c41-b53d-d0daf1837b54"),
];

/// Kinds of record that are posted (SPEC-posting.md, 3 to 9 and 20 to 30).
pub const POSTED_KINDS: [Key; 32] = [
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
    kinds::INVENTORY_ITEM_STARTING_BALANCE,
    kinds::FIXED_ASSET_STARTING_BALANCE,
    kinds::INTANGIBLE_ASSET_STARTING_BALANCE,
    kinds::INVESTMENT_STARTING_BALANCE,
    kinds::SALES_INVOICE_STARTING_BALANCE,
    kinds::PURCHASE_INVOICE_STARTING_BALANCE,
    kinds::EXPENSE_CLAIM,
    kinds::PAYSLIP,
    kinds::DEPRECIATION_ENTRY,
    kinds::AMORTIZATION_ENTRY,
    kinds::INVENTORY_WRITE_OFF,
    kinds::PRODUCTION_ORDER,
    kinds::DELIVERY_NOTE,
    kinds::GOODS_RECEIPT,
    kinds::INVENTORY_TRANSFER,
    kinds::LATE_PAYMENT_FEE,
    kinds::WITHHOLDING_TAX_RECEIPT,
    kinds::BILLABLE_TIME,
    kinds::INVESTMENT_MARKET_PRICE,
];
