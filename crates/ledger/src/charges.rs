//! What a document comes to: its lines, its taxes, its total, in its own currency.
//!
//! Papers and forms show these figures, and posting posts them: both use the same line amounts,
//! the same split into net and tax and the same withholding (SPEC-posting.md, 3 to 6), so that
//! what a customer reads is what the books say. Quotes and orders have the same lines and post
//! nothing; callers read them as an [`Invoice`] of the side they are on.

use crate::arithmetic::{TooLarge, difference, product, sum};
use crate::context::Context;
use crate::rules::{
    MoneyPart, invoice_currency, line_amount, money_parts, rounding_amount, withheld_amount,
};
use crate::tax::{Split, TaxTerms, split};
use books::documents::{Discount, Invoice, MoneyDocument};
use books::settings::TaxRate;
use books::{Books, Key};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// A document's figures, all in its own currency and unsigned by side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Charges {
    /// The foreign currency of all figures; none means the base currency.
    pub currency: Option<Key>,
    /// How many decimals they are rounded to.
    pub decimals: u32,
    /// One for each line of the document.
    pub lines: Vec<ChargedLine>,
    /// The sum of the lines' net amounts.
    pub subtotal: Decimal,
    /// The taxes of all lines, each component once, in the order in which they first occur. A code
    /// that charges nothing is here with zero: papers must name it.
    pub taxes: Vec<ChargedTax>,
    /// What the customer keeps back for the state.
    pub withheld: Decimal,
    /// What the total was rounded by.
    pub rounding: Decimal,
    /// What is to be paid: the net amounts and the charged taxes, rounded, less what is withheld.
    pub total: Decimal,
}

/// A line's figures.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChargedLine {
    /// The amount as it stands on the line, discount taken off: with tax where amounts include it.
    pub amount: Decimal,
    /// What was taken off.
    pub discount: Decimal,
    /// Without tax.
    pub net: Decimal,
    /// The line's taxes.
    pub taxes: Vec<ChargedTax>,
    /// What the other party pays for it.
    pub total: Decimal,
}

/// One component of a tax code, charged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChargedTax {
    /// The tax code.
    pub code: Key,
    /// The position of the component, from 0.
    pub component: usize,
    /// Percent.
    pub rate: Decimal,
    /// How much.
    pub amount: Decimal,
    /// The buyer owes it to the state; it is no part of the total.
    pub is_reverse_charged: bool,
}

/// The figures of an invoice or note, or of a quote or order read as one.
///
/// # Errors
/// [`TooLarge`] when an amount is beyond exact arithmetic.
pub fn charges(books: &Books, invoice: &Invoice) -> Result<Charges, TooLarge> {
    let currency = invoice_currency(books, invoice);
    let decimals = books.decimals(currency);
    let mut all = Charges {
        currency,
        decimals,
        ..Charges::default()
    };
    for line in &invoice.lines {
        let amount = line_amount(invoice.discount, line, decimals)?;
        let whole = line_amount(Discount::Off, line, decimals)?;
        let terms = TaxTerms {
            code: line.tax_code,
            is_included: invoice.amounts_include_tax,
            is_sale: invoice.kind.is_sale(),
            decimals,
        };
        // A line whose tax cannot be worked out is posted whole and named; it is shown whole too.
        let split = split(books, amount, terms)?.unwrap_or_else(|_| Split::without_tax(amount));
        all.add(
            books,
            line.tax_code,
            amount,
            difference(whole, amount)?,
            &split,
        )?;
    }
    if let Some(way) = invoice.rounding {
        all.rounding = rounding_amount(way, all.total, decimals)?;
        all.total = sum(all.total, all.rounding)?;
    }
    if let Some(tax) = invoice.withholding_tax {
        all.withheld = withheld_amount(tax, all.subtotal, decimals)?;
        all.total = difference(all.total, all.withheld)?;
    }
    Ok(all)
}

/// The figures of a receipt or payment, in the currency of its bank account. A line that has an
/// amount in a currency without a rate counts nothing.
///
/// # Errors
/// As [`charges`].
pub fn money_charges(books: &Books, document: &MoneyDocument) -> Result<Charges, TooLarge> {
    let context = Context::new(books);
    // Without a date the last rate of the table counts; such a document posts nothing.
    let date = document.date.unwrap_or(Date::MAX);
    let (parts, currency, decimals) = money_parts(&context, document, date)?;
    let mut all = Charges {
        currency,
        decimals,
        ..Charges::default()
    };
    for (line, MoneyPart { amount, split }) in document.lines.iter().zip(&parts) {
        let amount = amount.unwrap_or(Decimal::ZERO);
        all.add(books, line.tax_code, amount, Decimal::ZERO, split)?;
    }
    Ok(all)
}

impl Charges {
    /// Takes in one line.
    fn add(
        &mut self,
        books: &Books,
        code: Option<Key>,
        amount: Decimal,
        discount: Decimal,
        split: &Split,
    ) -> Result<(), TooLarge> {
        let taxes = code.map_or_else(Vec::new, |code| charged_taxes(books, code, split));
        for tax in &taxes {
            let known = |it: &&mut ChargedTax| it.code == tax.code && it.component == tax.component;
            match self.taxes.iter_mut().find(known) {
                Some(known) => known.amount = sum(known.amount, tax.amount)?,
                None => self.taxes.push(tax.clone()),
            }
        }
        let total = split.total()?;
        self.subtotal = sum(self.subtotal, split.net)?;
        self.total = sum(self.total, total)?;
        let zero = product(&[Decimal::ZERO], self.decimals)?;
        self.lines.push(ChargedLine {
            amount,
            discount: if discount.is_zero() { zero } else { discount },
            net: split.net,
            taxes,
            total,
        });
        Ok(())
    }
}

/// The components of a code with what a line was charged of each.
fn charged_taxes(books: &Books, code: Key, split: &Split) -> Vec<ChargedTax> {
    let Some(known) = books.tax_codes.get(&code) else {
        return Vec::new();
    };
    let charged = |component: usize, rate: Decimal| ChargedTax {
        code,
        component,
        rate,
        amount: split
            .taxes
            .iter()
            .find(|tax| tax.component == component)
            .map_or(Decimal::ZERO, |tax| tax.amount),
        is_reverse_charged: known.reverse_charged,
    };
    match &known.rate {
        TaxRate::Zero => vec![charged(0, Decimal::ZERO)],
        TaxRate::Whole { .. } => vec![charged(0, Decimal::ONE_HUNDRED)],
        TaxRate::Custom(components) => components
            .iter()
            .enumerate()
            .map(|(index, component)| charged(index, component.rate))
            .collect(),
        TaxRate::Unknown(_) => Vec::new(),
    }
}
