//! Variable-length numbers: seven bits a byte, lowest first.

use super::WireError;

/// Reads a varint at `at`; returns the value and the offset behind it.
pub(super) fn read_varint(bytes: &[u8], at: usize) -> Result<(u64, usize), WireError> {
    let mut value = 0_u64;
    for index in 0..10_usize {
        let place = at.saturating_add(index);
        let byte = u64::from(*bytes.get(place).ok_or(WireError::Truncated(at))?);
        let shift = u32::try_from(index).unwrap_or(0).saturating_mul(7);
        if index == 9 && byte > 1 {
            return Err(WireError::OverlongVarint(at));
        }
        value |= (byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok((value, place.saturating_add(1)));
        }
    }
    Err(WireError::OverlongVarint(at))
}

/// Writes the shortest form.
pub(super) fn write_varint(out: &mut Vec<u8>, mut value: u64) {
    loop {
        let low = u8::try_from(value & 0x7f).unwrap_or(0);
        value >>= 7;
        if value == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}
