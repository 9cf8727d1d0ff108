//! Whole numbers of 256 bits, without sign: just enough of them to multiply amounts by rates and
//! divide once. Results that do not fit are nothing, never wrapped.

/// A whole number below 2^256.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Wide {
    // Compared first: the order of the fields is the order of the numbers.
    high: u128,
    low: u128,
}

const HALF: u32 = 64;
const LOW_HALF: u128 = u128::MAX >> HALF;
/// The largest power of ten in 128 bits.
const POWER_MAX: u32 = 38;

impl Wide {
    pub(super) const ZERO: Self = Self::new(0);
    pub(super) const ONE: Self = Self::new(1);

    pub(super) const fn new(low: u128) -> Self {
        Self { high: 0, low }
    }

    /// The number, when it is below 2^128.
    pub(super) fn narrow(self) -> Option<u128> {
        (self.high == 0).then_some(self.low)
    }

    /// The product.
    pub(super) fn times(self, factor: u128) -> Option<Self> {
        let upper = self.high.checked_mul(factor)?;
        let lower = product(self.low, factor);
        Some(Self {
            high: upper.checked_add(lower.high)?,
            low: lower.low,
        })
    }

    /// The product with a power of ten.
    pub(super) fn times_power_of_ten(self, exponent: u32) -> Option<Self> {
        let (mut number, mut left) = (self, exponent);
        while left > 0 {
            let step = left.min(POWER_MAX);
            number = number.times(10_u128.checked_pow(step)?)?;
            left = left.saturating_sub(step);
        }
        Some(number)
    }

    /// The quotient, rounded half up; nothing when dividing by zero.
    pub(super) fn divided_half_up(self, divisor: Self) -> Option<Self> {
        if divisor == Self::ZERO {
            return None;
        }
        let (quotient, rest) = match (self.narrow(), divisor.narrow()) {
            (Some(above), Some(below)) => (
                Self::new(above.checked_div(below)?),
                Self::new(above.checked_rem(below)?),
            ),
            _ => self.divided_by_bits(divisor),
        };
        // The rest is less than the divisor, so that this is rest ≥ divisor / 2 without doubling.
        if rest >= divisor.less(rest) {
            return quotient.plus_one();
        }
        Some(quotient)
    }

    /// Long division, one bit at a time.
    fn divided_by_bits(self, divisor: Self) -> (Self, Self) {
        let (mut quotient, mut rest) = (Self::ZERO, Self::ZERO);
        for bit in (0..256_u32).rev() {
            // A rest that loses its top bit in doubling is above any divisor all the same.
            let carries = rest.bit(255);
            rest = rest.doubled();
            rest.low |= u128::from(self.bit(bit));
            quotient = quotient.doubled();
            if carries || rest >= divisor {
                rest = rest.less(divisor);
                quotient.low |= 1;
            }
        }
        (quotient, rest)
    }

    fn bit(self, bit: u32) -> bool {
        match bit.checked_sub(128) {
            Some(bit) => self.high >> bit & 1 == 1,
            None => self.low >> bit & 1 == 1,
        }
    }

    const fn doubled(self) -> Self {
        Self {
            high: self.high << 1 | self.low >> 127,
            low: self.low << 1,
        }
    }

    /// The difference modulo 2^256, which is the difference wherever this is called.
    const fn less(self, other: Self) -> Self {
        let (low, borrows) = self.low.overflowing_sub(other.low);
        let high = self.high.wrapping_sub(other.high);
        let high = if borrows { high.wrapping_sub(1) } else { high };
        Self { high, low }
    }

    fn plus_one(self) -> Option<Self> {
        let (low, carries) = self.low.overflowing_add(1);
        let high = if carries {
            self.high.checked_add(1)?
        } else {
            self.high
        };
        Some(Self { high, low })
    }
}

/// The whole product of two numbers of 128 bits, out of the products of their halves.
const fn product(a: u128, b: u128) -> Wide {
    let (a_high, a_low) = (a >> HALF, a & LOW_HALF);
    let (b_high, b_low) = (b >> HALF, b & LOW_HALF);
    let lowest = a_low.wrapping_mul(b_low);
    let one = a_high.wrapping_mul(b_low);
    let other = a_low.wrapping_mul(b_high);
    // Three numbers below 2^64 each: their sum cannot overflow.
    let middle = (lowest >> HALF)
        .wrapping_add(one & LOW_HALF)
        .wrapping_add(other & LOW_HALF);
    let highest = a_high
        .wrapping_mul(b_high)
        .wrapping_add(one >> HALF)
        .wrapping_add(other >> HALF)
        .wrapping_add(middle >> HALF);
    Wide {
        high: highest,
        low: middle << HALF | lowest & LOW_HALF,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_largest_product_is_whole() {
        // (2^128 − 1)² = 2^256 − 2^129 + 1.
        let square = Wide::new(u128::MAX).times(u128::MAX);
        let expected = Wide {
            high: u128::MAX - 1,
            low: 1,
        };
        assert_eq!(square, Some(expected));
        assert_eq!(expected.times(2), None);
        assert_eq!(Wide::ONE.times_power_of_ten(78), None);
    }

    #[test]
    fn halves_go_up() {
        let divide = |a, b| Wide::new(a).divided_half_up(Wide::new(b));
        assert_eq!(divide(5, 2), Some(Wide::new(3)));
        assert_eq!(divide(7, 5), Some(Wide::new(1)));
        assert_eq!(divide(8, 5), Some(Wide::new(2)));
        assert_eq!(divide(0, 5), Some(Wide::ZERO));
        assert_eq!(divide(5, 0), None);
    }

    proptest! {
        #[test]
        fn division_undoes_multiplication(a: u128, b in 1_u128.., rest: u128) {
            let rest = rest % b;
            let below_half = rest < b - rest;
            let sum = Wide::new(a).times(b).map(|it| it.less(Wide::ZERO.less(Wide::new(rest))));
            // a × b + rest stays below 2^256 because rest is below b.
            let quotient = sum.and_then(|sum| sum.divided_half_up(Wide::new(b)));
            let expected = if below_half { Some(Wide::new(a)) } else { Wide::new(a).plus_one() };
            prop_assert_eq!(quotient, expected);
        }

        #[test]
        fn bits_divide_as_the_processor_does(a: u128, b in 1_u128..) {
            let by_bits = Wide::new(a).divided_by_bits(Wide::new(b));
            prop_assert_eq!(by_bits, (Wide::new(a / b), Wide::new(a % b)));
        }
    }
}
