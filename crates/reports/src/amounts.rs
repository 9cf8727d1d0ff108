//! Amounts side by side: one for each column of a report, summed exactly.

use ledger::arithmetic::negated;
use rust_decimal::Decimal;

/// Adds to a total. Postings are bounded so that their sums are exact (SPEC-posting.md, 1.5); the
/// addition cannot saturate before memory ends.
pub(crate) fn add(total: &mut Decimal, amount: Decimal) {
    *total = total.saturating_add(amount);
}

/// The first less the second.
pub(crate) fn less(a: Decimal, b: Decimal) -> Decimal {
    a.saturating_add(negated(b))
}

/// The amount with a currency's decimals, and zero without a sign.
pub(crate) fn fixed(amount: Decimal, decimals: u32) -> Decimal {
    let mut amount = if amount.is_zero() {
        Decimal::ZERO
    } else {
        amount
    };
    amount.rescale(decimals);
    amount
}

/// The columns of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Amounts(pub(crate) Vec<Decimal>);

impl Amounts {
    /// Zeros.
    pub(crate) fn zero(columns: usize) -> Self {
        Self(vec![Decimal::ZERO; columns])
    }

    /// Adds column by column.
    pub(crate) fn add(&mut self, other: &Self) {
        for (total, amount) in self.0.iter_mut().zip(&other.0) {
            add(total, *amount);
        }
    }

    /// Adds to one column.
    pub(crate) fn add_at(&mut self, column: usize, amount: Decimal) {
        if let Some(total) = self.0.get_mut(column) {
            add(total, amount);
        }
    }

    /// All columns with the other sign.
    pub(crate) fn negated(&self) -> Self {
        Self(self.0.iter().copied().map(negated).collect())
    }

    /// Whether every column is zero.
    pub(crate) fn is_zero(&self) -> bool {
        self.0.iter().all(Decimal::is_zero)
    }
}
