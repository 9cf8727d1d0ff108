//! Lists of values that more than one kind of document uses.

/// How a discount is given.
pub(crate) const DISCOUNT_TYPES: &[(i64, &str)] = &[(0, "Percentage"), (1, "Amount")];

/// How a due date is given.
pub(crate) const DUE_DATE_KINDS: &[(i64, &str)] = &[(0, "Net"), (1, "By")];

/// Whom a receipt or payment is from or to.
pub(crate) const COUNTERPARTIES: &[(i64, &str)] = &[(0, "Other"), (1, "Customer"), (2, "Supplier")];

/// The side of a starting balance.
pub(crate) const SIDES: &[(i64, &str)] = &[(0, "Debit"), (1, "Credit")];
