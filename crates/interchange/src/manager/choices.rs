//! Lists of values that more than one kind of document uses.

/// How a discount is given.
pub(crate) const DISCOUNT_TYPES: &[(i64, &str)] = &[(0, "Percentage"), (1, "Amount")];

/// How a due date is given.
pub(crate) const DUE_DATE_KINDS: &[(i64, &str)] = &[(0, "Net"), (1, "By")];

/// Whom a receipt or payment is from or to.
pub(crate) const COUNTERPARTIES: &[(i64, &str)] = &[(0, "Other"), (1, "Customer"), (2, "Supplier")];

/// Whether the bank knows of a receipt or payment yet (docs/SPEC-manager-records.md, 4.14).
pub(crate) const CLEARED: &[(i64, &str)] =
    &[(0, "OnTheSameDate"), (1, "OnALaterDate"), (2, "Pending")];

/// How withholding tax is given.
pub(crate) const WITHHOLDING_TYPES: &[(i64, &str)] = &[(0, "Percentage"), (1, "Amount")];

/// The side of a starting balance.
pub(crate) const SIDES: &[(i64, &str)] = &[(0, "Debit"), (1, "Credit")];

/// How a total becomes whole units.
pub(crate) const ROUNDING_METHODS: &[(i64, &str)] = &[(1, "Nearest"), (2, "Down")];

/// What sold units of an inventory item cost: what is set for them alone, or the average where
/// nothing is set.
pub(crate) const COST_METHODS: &[(i64, &str)] = &[(0, "SetUnitCosts"), (1, "AverageCost")];
