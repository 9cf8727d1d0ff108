//! Amounts of one document in the reader's digits, and the rows below its lines.

use super::Desk;
use super::settled::Settled;
use super::tax_words::TaxWords;
use books::{Books, Key};
use ledger::arithmetic::{TooLarge, negated, sum};
use ledger::{ChargedTax, Charges};
use pages::{Argument, Locale};
use pdf::Total;
use rust_decimal::Decimal;

/// How amounts of one document are written.
#[derive(Debug, Clone)]
pub(super) struct Amounts {
    locale: Locale,
    decimals: u32,
    /// The code of the currency, or its name; empty where neither is known.
    currency: String,
}

impl Amounts {
    /// Those of a document in this currency; none means the base currency.
    pub(super) fn new(
        desk: &Desk<'_>,
        books: &Books,
        currency: Option<Key>,
        decimals: u32,
    ) -> Self {
        let currency = match currency {
            Some(key) => books.foreign_currency(key),
            None => Some(&books.base_currency),
        };
        let words = currency.map_or("", |currency| match currency.code.trim() {
            "" => currency.name.trim(),
            code => code,
        });
        Self {
            locale: desk.locale,
            decimals,
            currency: words.to_owned(),
        }
    }

    /// An amount in the decimals of the currency.
    pub(super) fn amount(&self, amount: Decimal) -> String {
        self.locale.amount(amount, self.decimals)
    }

    /// The price of one unit, which may be finer than the currency.
    pub(super) fn price(&self, price: Decimal) -> String {
        let decimals = self.decimals.max(price.normalize().scale());
        self.locale.amount(price, decimals)
    }

    /// The label of the amount that matters, with the currency.
    pub(super) fn label(&self, name: &str) -> String {
        if self.currency.is_empty() {
            return name.to_owned();
        }
        self.locale.text_with(
            "paper-in-currency",
            &[
                ("name", Argument::Text(name)),
                ("currency", Argument::Text(&self.currency)),
            ],
        )
    }

    /// A row below the lines.
    pub(super) fn row(&self, label: String, amount: Decimal) -> Total {
        Total {
            label,
            text: self.amount(amount),
            strong: false,
        }
    }

    /// The row that matters.
    pub(super) fn strong(&self, name: &str, amount: Decimal) -> Total {
        Total {
            label: self.label(name),
            text: self.amount(amount),
            strong: true,
        }
    }
}

/// The rows below the lines: the sum without tax, discount, each tax, rounding, what is withheld,
/// what was settled before today, and last the amount that matters under the name `due`.
pub(super) fn totals(
    amounts: &Amounts,
    charges: &Charges,
    taxes: &TaxWords<'_>,
    includes_tax: bool,
    settled: &Settled,
    due: &str,
) -> Result<Vec<Total>, TooLarge> {
    let locale = amounts.locale;
    let mut rows = Vec::new();
    let charged: Vec<&ChargedTax> = charges
        .taxes
        .iter()
        .filter(|tax| !tax.is_reverse_charged)
        .collect();
    // The amounts of the lines have their discount taken off already: what stands below is their
    // sum, so that readers who add up come to the same.
    if !charged.is_empty() {
        let label = if includes_tax {
            locale.text("paper-without-tax")
        } else {
            locale.text("paper-subtotal")
        };
        rows.push(amounts.row(label, charges.subtotal));
    }
    for tax in charged {
        rows.push(amounts.row(taxes.label(tax), tax.amount));
    }
    if !charges.rounding.is_zero() {
        rows.push(amounts.row(locale.text("paper-rounding"), charges.rounding));
    }
    if !charges.withheld.is_zero() {
        let before = sum(charges.total, charges.withheld)?;
        rows.push(amounts.row(locale.text("paper-total"), before));
        rows.push(amounts.row(locale.text("paper-withheld"), negated(charges.withheld)));
    }
    if !settled.is_nothing() && charges.withheld.is_zero() {
        rows.push(amounts.row(locale.text("paper-total"), charges.total));
    }
    rows.extend(settled.rows(amounts, locale));
    let open = sum(charges.total, negated(settled.all()?))?;
    rows.push(amounts.strong(due, open));
    Ok(rows)
}

/// What must be said of taxes that the buyer owes to the state.
pub(super) fn reverse_charge_notes(
    desk: &Desk<'_>,
    charges: &Charges,
    taxes: &TaxWords<'_>,
) -> Vec<String> {
    charges
        .taxes
        .iter()
        .filter(|tax| tax.is_reverse_charged)
        .map(|tax| {
            desk.locale.text_with(
                "paper-reverse-charged",
                &[("tax", Argument::Text(&taxes.label(tax)))],
            )
        })
        .collect()
}
