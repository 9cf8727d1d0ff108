//! Exact amounts: rounding to a currency's decimals, half away from zero.

use rust_decimal::{Decimal, RoundingStrategy};

/// The largest number of decimals a currency may have here.
pub const CURRENCY_DECIMALS_MAX: u32 = 8;

/// The amount rounded to `decimals`, half away from zero (docs/SPEC-manager-file.md, "Rounding").
///
/// ```
/// use rust_decimal::Decimal;
/// let amount = Decimal::new(-2_345, 3); // −2.345
/// assert_eq!(books::money::round(amount, 2), Decimal::new(-235, 2));
/// ```
pub fn round(amount: Decimal, decimals: u32) -> Decimal {
    amount.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}
