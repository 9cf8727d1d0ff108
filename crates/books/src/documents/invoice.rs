//! Sales invoices, purchase invoices, credit notes and debit notes.

use super::{Subledgers, Unread};
use crate::settings::DocumentRate;
use crate::{Key, kinds};
use jiff::Span;
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

/// How the total of an invoice becomes whole units of its currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TotalRounding {
    /// To the nearest one, half away from zero.
    Nearest,
    /// Towards zero.
    Down,
}

/// When an invoice is to be paid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DueDate {
    /// On the day it is issued.
    #[default]
    OnIssue,
    /// So many days after it is issued.
    Days(i64),
    /// On this day.
    On(Date),
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
    /// The division.
    pub division: Option<Key>,
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
    /// When it is to be paid; notes are never due.
    pub due: DueDate,
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
    /// How the total is rounded to whole units of its currency; none leaves it as it is.
    pub rounding: Option<TotalRounding>,
    /// Whether it also delivers or receives the goods, without a note of their own.
    pub moves_stock: bool,
    /// The document's own exchange rate.
    pub rate: Option<DocumentRate>,
    /// The lines.
    pub lines: Vec<InvoiceLine>,
    /// What the record asks for and we cannot read.
    pub unread: Vec<Unread>,
}

impl Invoice {
    /// An invoice or note with nothing on it.
    pub const fn new(key: Key, kind: InvoiceKind) -> Self {
        Self {
            key,
            kind,
            date: None,
            due: DueDate::OnIssue,
            reference: String::new(),
            party: None,
            invoice: None,
            description: String::new(),
            amounts_include_tax: false,
            discount: Discount::Off,
            withholding_tax: None,
            rounding: None,
            moves_stock: false,
            rate: None,
            lines: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// The day an invoice is to be paid by: the issue date when no other day can be worked out.
    /// Notes have none (SPEC-posting.md, 13).
    pub fn due_date(&self) -> Option<Date> {
        let issued = self.date?;
        match (self.kind, self.due) {
            (InvoiceKind::CreditNote | InvoiceKind::DebitNote, _) => None,
            (_, DueDate::On(day)) => Some(day),
            (_, DueDate::OnIssue) => Some(issued),
            (_, DueDate::Days(days)) => {
                let span = Span::new().try_days(days);
                Some(
                    span.and_then(|span| issued.checked_add(span))
                        .unwrap_or(issued),
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn due_dates_are_days_or_a_day_and_else_the_issue_date() {
        let mut invoice = Invoice::new(Key::NIL, InvoiceKind::SalesInvoice);
        assert_eq!(invoice.due_date(), None);
        invoice.date = Some(date(2026, 1, 31));
        for (due, day) in [
            (DueDate::OnIssue, date(2026, 1, 31)),
            (DueDate::Days(30), date(2026, 3, 2)),
            (DueDate::Days(i64::MAX), date(2026, 1, 31)),
            (DueDate::On(date(2026, 2, 15)), date(2026, 2, 15)),
        ] {
            invoice.due = due;
            assert_eq!(invoice.due_date(), Some(day));
        }
        invoice.kind = InvoiceKind::CreditNote;
        assert_eq!(invoice.due_date(), None);
    }
}
