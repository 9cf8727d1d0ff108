//! Decimals: 96 bits and a scale, as .NET keeps them.

use super::{Field, Message};
use rust_decimal::Decimal;

/// {1: low 64 bits, 2: high 32 bits, 3: sign in bit 0 and scale in bits 1 to 8}; zeros omitted.
pub(super) fn encode(value: Decimal) -> Vec<u8> {
    let mantissa = value.mantissa().unsigned_abs();
    let low = u64::try_from(mantissa & u128::from(u64::MAX)).unwrap_or(0);
    let high = u64::try_from(mantissa >> 64).unwrap_or(0);
    let sign_and_scale = u64::from(value.scale()) << 1 | u64::from(value.is_sign_negative());
    let mut message = Message::default();
    for (number, part) in [(1, low), (2, high), (3, sign_and_scale)] {
        if part != 0 {
            message.set(number, Some(Field::of_varint(number, part)));
        }
    }
    message.to_bytes()
}

/// The decimal, or nothing when the bytes are no such message or out of range.
pub(super) fn decode(bytes: &[u8]) -> Option<Decimal> {
    let message = Message::parse(bytes).ok()?;
    let mut parts = [0_u64; 3];
    for field in message.fields() {
        let place = usize::try_from(field.number()).ok()?.checked_sub(1)?;
        *parts.get_mut(place)? = field.varint()?;
    }
    let [low, high, sign_and_scale] = parts;
    if high > u64::from(u32::MAX) || sign_and_scale > 0x1ff {
        return None;
    }
    let mantissa = i128::try_from(u128::from(high) << 64 | u128::from(low)).ok()?;
    let scale = u32::try_from(sign_and_scale >> 1).ok()?;
    let signed = if sign_and_scale & 1 == 1 {
        mantissa.checked_neg()?
    } else {
        mantissa
    };
    Decimal::try_from_i128_with_scale(signed, scale).ok()
}
