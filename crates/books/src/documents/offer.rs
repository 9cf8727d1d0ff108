//! Quotes and orders, on both sides.

use super::Invoice;
use crate::Key;

/// A quote or an order. It posts nothing; what it comes to is what the invoice made of it would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its kind: a quote or an order of either side.
    pub kind: Key,
    /// What it says, as the invoice of its side.
    pub terms: Invoice,
}
