//! Sales invoices, purchase invoices, credit notes and debit notes.

use super::{Subledgers, Unread};
use crate::settings::DocumentRate;
use crate::{Key, kinds};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Which of the four.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum InvoiceKind {
    /// We sold.
    SalesInvoice,
    /// We bought.
    PurchaseInvoice,
    /// We took back or forgave what we sold.
    CreditNote,
    /// We gave back what we bought.
    DebitNote,
}

impl InvoiceKind {
    /// The kind of record.
    pub const fn key(self) -> Key {
        match self {
            Self::SalesInvoice => kinds::SALES_INVOICE,
            Self::PurchaseInvoice => kinds::PURCHASE_INVOICE,
            Self::CreditNote => kinds::CREDIT_NOTE,
            Self::DebitNote => kinds::DEBIT_NOTE,
        }
    }

    /// Whether the party is a customer; else it is a supplier.
    pub const fn is_sale(self) -> bool {
        matches!(self, Self::SalesInvoice | Self::CreditNote)
    }
}

/// How discounts on the lines are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discount {
    /// No discount, whatever the lines still hold.
    Off,
    /// The lines' percentages count.
    Percent,
    /// The lines' amounts count.
    Amount,
}

/// Tax that the customer keeps back and pays to the state in our name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WithholdingTax {
    /// Percent of the net amount.
    Rate(Decimal),
    /// An amount in the invoice's currency.
    Amount(Decimal),
}

/// A line of an invoice or note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InvoiceLine {
    /// The account, where the line names one.
    pub account: Option<Key>,
    /// What stands under that account, the item among them.
    pub subledgers: Subledgers,
    /// The description.
    pub description: String,
    /// How many; one when absent.
    pub quantity: Option<Decimal>,
    /// The price of one unit in the invoice's currency.
    pub unit_price: Option<Decimal>,
    /// The tax code.
    pub tax_code: Option<Key>,
    /// Percent off, counted with [`Discount::Percent`].
    pub discount_percentage: Option<Decimal>,
    /// Amount off, counted with [`Discount::Amount`].
    pub discount_amount: Option<Decimal>,
}

/// An invoice or note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// The record's key.
    pub key: Key,
    /// Which of the four.
    pub kind: InvoiceKind,
    /// The issue date.
    pub date: Option<Date>,
    /// The reference, which may be empty.
    pub reference: String,
    /// The customer or supplier.
    pub party: Option<Key>,
    /// The invoice that a note belongs to.
    pub invoice: Option<Key>,
    /// The description.
    pub description: String,
    /// Whether unit prices include tax.
    pub amounts_include_tax: bool,
    /// How the lines' discounts are meant.
    pub discount: Discount,
    /// Tax withheld by the customer.
    pub withholding_tax: Option<WithholdingTax>,
    /// The document's own exchange rate.
    pub rate: Option<DocumentRate>,
    /// The lines.
    pub lines: Vec<InvoiceLine>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}
