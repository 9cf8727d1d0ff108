//! Adds postings up by group, for whoever answers [`Figures::sums`](crate::Figures::sums).

use crate::{Grouping, Posting, Sum, TaxShare};
use books::Key;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Account, what stands under it, invoice, tax, month, kind, currency.
type Group = (
    Key,
    Option<Key>,
    Option<Key>,
    Option<TaxShare>,
    Option<Date>,
    Option<Key>,
    Option<Key>,
);

/// Postings being added up.
#[derive(Debug, Default)]
pub struct Sums {
    by: Grouping,
    sums: BTreeMap<Group, Totals>,
}

#[derive(Debug, Default)]
struct Totals {
    amount: Decimal,
    own_amount: Decimal,
    quantity: Decimal,
}

impl Sums {
    /// No posting yet.
    pub fn new(by: Grouping) -> Self {
        Self {
            by,
            sums: BTreeMap::new(),
        }
    }

    /// Adds one posting.
    pub fn add(&mut self, posting: &Posting) {
        let own = posting.own_currency;
        self.add_sum(&Sum {
            account: posting.account,
            subledger: posting.subledger,
            invoice: posting.invoice,
            tax: posting.tax,
            month: Some(posting.date.first_of_month()),
            kind: Some(posting.document_kind),
            currency: own.map(|(currency, _)| currency),
            amount: posting.amount,
            own_amount: own.map_or(Decimal::ZERO, |(_, amount)| amount),
            quantity: posting.quantity.unwrap_or(Decimal::ZERO),
        });
    }

    /// Adds postings that were added up before, by more than is asked for here.
    pub fn add_sum(&mut self, sum: &Sum) {
        let group = (
            sum.account,
            sum.subledger.filter(|_| self.by.subledger),
            sum.invoice.filter(|_| self.by.invoice),
            sum.tax.filter(|_| self.by.tax),
            sum.month.filter(|_| self.by.month),
            sum.kind.filter(|_| self.by.kind),
            sum.currency,
        );
        let totals = self.sums.entry(group).or_default();
        // Postings are bounded so that no sum of them saturates (SPEC-posting.md, 1.5).
        totals.amount = totals.amount.saturating_add(sum.amount);
        totals.own_amount = totals.own_amount.saturating_add(sum.own_amount);
        totals.quantity = totals.quantity.saturating_add(sum.quantity);
    }

    /// The sums in ascending order of their groups.
    pub fn finish(self) -> Vec<Sum> {
        self.sums
            .into_iter()
            .map(|(group, totals)| {
                let (account, subledger, invoice, tax, month, kind, currency) = group;
                Sum {
                    account,
                    subledger,
                    invoice,
                    tax,
                    month,
                    kind,
                    currency,
                    amount: totals.amount,
                    own_amount: totals.own_amount,
                    quantity: totals.quantity,
                }
            })
            .collect()
    }
}
