//! Exact amounts: products and quotients as whole numbers, rounded once (SPEC-posting.md, 1.4
//! and 1.5). Whatever would not be exact is [`TooLarge`], never a guess and never a panic.

mod wide;

use rust_decimal::Decimal;
use wide::Wide;

/// The largest amount, in smallest units of its currency. Below it, seven hundred million amounts
/// can be summed in a [`Decimal`] without losing a digit.
pub const SMALLEST_UNITS_MAX: i128 = 100_000_000_000_000_000_000;

/// An amount or a product is beyond exact arithmetic; the document is not posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an amount is too large to reckon with exactly; make it smaller or split the document")]
pub struct TooLarge;

/// The product of `factors` divided by `divisor`, rounded half away from zero to `decimals`.
///
/// # Errors
/// [`TooLarge`] beyond 77 digits on the way, beyond [`SMALLEST_UNITS_MAX`] at the end, or when
/// `divisor` is zero.
pub fn ratio(factors: &[Decimal], divisor: Decimal, decimals: u32) -> Result<Decimal, TooLarge> {
    if divisor.is_zero() {
        return Err(TooLarge);
    }
    if factors.iter().any(Decimal::is_zero) {
        return in_units(0, decimals);
    }
    let divisor = divisor.normalize();
    let mut is_negative = divisor.is_sign_negative();
    let mut above = Wide::ONE;
    let mut scale: u32 = 0;
    for factor in factors {
        let factor = factor.normalize();
        above = times(above, factor)?;
        scale = scale.checked_add(factor.scale()).ok_or(TooLarge)?;
        is_negative ^= factor.is_sign_negative();
    }
    let mut below = times(Wide::ONE, divisor)?;
    let up = divisor.scale().checked_add(decimals).ok_or(TooLarge)?;
    let shifted = if up >= scale { &mut above } else { &mut below };
    let exponent = up.abs_diff(scale);
    *shifted = shifted.times_power_of_ten(exponent).ok_or(TooLarge)?;
    let units = above.divided_half_up(below).and_then(Wide::narrow);
    let units = units.and_then(|units| i128::try_from(units).ok());
    let units = units.ok_or(TooLarge)?;
    in_units(if is_negative { -units } else { units }, decimals)
}

fn times(number: Wide, factor: Decimal) -> Result<Wide, TooLarge> {
    let size = factor.mantissa().unsigned_abs();
    number.times(size).ok_or(TooLarge)
}

/// The product of `factors`, rounded half away from zero to `decimals`.
///
/// # Errors
/// As [`ratio`].
pub fn product(factors: &[Decimal], decimals: u32) -> Result<Decimal, TooLarge> {
    ratio(factors, Decimal::ONE, decimals)
}

/// The sum of two amounts that were rounded before.
///
/// # Errors
/// [`TooLarge`] when digits would be lost.
pub fn sum(a: Decimal, b: Decimal) -> Result<Decimal, TooLarge> {
    let total = a.checked_add(b).ok_or(TooLarge)?;
    // A lower scale than that of the addends means that digits were rounded away.
    if total.scale() < a.scale().max(b.scale()) && !total.is_zero() {
        return Err(TooLarge);
    }
    Ok(total)
}

/// `a` less `b`, as [`sum`].
///
/// # Errors
/// As [`sum`].
pub fn difference(a: Decimal, b: Decimal) -> Result<Decimal, TooLarge> {
    sum(a, negated(b))
}

/// The amount with the other sign; zero stays plain zero.
pub fn negated(amount: Decimal) -> Decimal {
    if amount.is_zero() { amount } else { -amount }
}

fn in_units(units: i128, decimals: u32) -> Result<Decimal, TooLarge> {
    if units
        .checked_abs()
        .is_none_or(|size| size > SMALLEST_UNITS_MAX)
    {
        return Err(TooLarge);
    }
    Decimal::try_from_i128_with_scale(units, decimals).map_err(|_| TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn d(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn half_goes_away_from_zero() {
        assert_eq!(product(&[d("0.125")], 2), Ok(d("0.13")));
        assert_eq!(product(&[d("-0.125")], 2), Ok(d("-0.13")));
        assert_eq!(product(&[d("0.1249999999999999999999")], 2), Ok(d("0.12")));
        assert_eq!(product(&[d("2.5")], 0), Ok(d("3")));
    }

    #[test]
    fn products_and_quotients_round_once() {
        // 3 × 33.335 = 100.005, and only then 100.01.
        assert_eq!(product(&[d("3"), d("33.335")], 2), Ok(d("100.01")));
        // 115 × 15 / 115 = 15.00.
        assert_eq!(ratio(&[d("115"), d("15")], d("115"), 2), Ok(d("15.00")));
        // 100 × 15 / 115 = 13.0434… .
        assert_eq!(ratio(&[d("100"), d("15")], d("115"), 2), Ok(d("13.04")));
        assert_eq!(ratio(&[d("1")], d("3"), 3), Ok(d("0.333")));
        assert_eq!(ratio(&[d("2")], d("-3"), 2), Ok(d("-0.67")));
    }

    #[test]
    fn rates_with_every_digit_stay_exact() {
        // 12,345,678,901.23 × 0.2666666666666666666666666667 = 3,292,181,040.3280000004…
        let rate = d("0.2666666666666666666666666667");
        assert_eq!(
            product(&[d("12345678901.23"), rate], 2),
            Ok(d("3292181040.33"))
        );
        // 1,000,000,000,000 / 0.2666666666666666666666666667 = 3,749,999,999,999.99999999999953…
        let base = ratio(&[d("1000000000000")], rate, 2);
        assert_eq!(base, Ok(d("3750000000000.00")));
    }

    #[test]
    fn what_is_not_exact_is_refused() {
        assert_eq!(product(&[Decimal::MAX, Decimal::MAX], 2), Err(TooLarge));
        assert_eq!(product(&[Decimal::MAX], 2), Err(TooLarge));
        assert_eq!(product(&[Decimal::MAX; 3], 2), Err(TooLarge));
        assert_eq!(ratio(&[Decimal::ONE], Decimal::ZERO, 2), Err(TooLarge));
        assert_eq!(ratio(&[Decimal::ZERO], Decimal::ZERO, 2), Err(TooLarge));
        assert_eq!(sum(Decimal::MAX, d("0.01")), Err(TooLarge));
        // One million million million with two decimals is the edge.
        assert!(product(&[d("1000000000000000000.00")], 2).is_ok());
        assert_eq!(product(&[d("1000000000000000000.01")], 2), Err(TooLarge));
    }

    #[test]
    fn a_sum_at_the_edge_is_exact_or_refused() {
        // 96 bits hold ten times `a` and five, and not ten times `a` and ten.
        let a = d("-792281625142.6433759354395033");
        let b = d("-0.00000000000000005");
        let total = sum(a, b).expect("twenty-nine digits");
        assert_eq!(total, d("-792281625142.64337593543950335"));
        assert_eq!(difference(total, b), Ok(a));
        assert_eq!(difference(total, -b), Err(TooLarge));
    }

    #[test]
    fn zero_with_many_decimals_is_zero() {
        let tiny = Decimal::new(1, 28);
        assert_eq!(product(&[tiny, Decimal::ZERO, tiny], 2), Ok(d("0.00")));
    }

    proptest! {
        #[test]
        fn small_products_are_those_of_the_decimal_type(
            a: i32, b: i16, s in 0_u32..6, t in 0_u32..6
        ) {
            let (a, b) = (Decimal::new(i64::from(a), s), Decimal::new(i64::from(b), t));
            prop_assert_eq!(product(&[a, b], 2), Ok(books::money::round(a * b, 2)));
        }

        #[test]
        fn nothing_panics(
            a: i128, b: i128, c: i128, s in 0_u32..=28, t in 0_u32..=28, p in 0_u32..=8
        ) {
            let make = |number: i128, scale| {
                Decimal::try_from_i128_with_scale(number >> 32, scale).unwrap_or(Decimal::MAX)
            };
            let (a, b, c) = (make(a, s), make(b, t), make(c, 0));
            let _ = ratio(&[a, b], c, p);
            // What the way back cannot hold is refused; it is never another amount.
            if let Ok(back) = sum(a, b).and_then(|total| difference(total, b)) {
                prop_assert_eq!(back, a);
            }
        }
    }
}
