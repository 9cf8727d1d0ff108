//! GUIDs: two fixed64 fields holding the sixteen bytes of .NET's `Guid.ToByteArray`, whose first
//! three groups are little-endian.

use super::{Message, WireType};

/// Written order to .NET order; the same shuffle leads back.
fn shuffle(bytes: &[u8; 16]) -> [u8; 16] {
    let [a, b, c, d, e, f, g, h, rest @ ..] = *bytes;
    let [i, j, k, l, m, n, o, p] = rest;
    [d, c, b, a, f, e, h, g, i, j, k, l, m, n, o, p]
}

/// The 18 bytes of the message: tag 1, eight bytes, tag 2, eight bytes.
pub(super) fn encode(written: &[u8; 16]) -> Vec<u8> {
    let net = shuffle(written);
    let (low, high) = net.split_at(8);
    let mut out = Vec::with_capacity(18);
    out.push(0x09);
    out.extend_from_slice(low);
    out.push(0x11);
    out.extend_from_slice(high);
    out
}

/// The GUID in written order, or nothing when the bytes are no such message.
pub(super) fn decode(bytes: &[u8]) -> Option<[u8; 16]> {
    let message = Message::parse(bytes).ok()?;
    let mut net = [0_u8; 16];
    for field in message.fields() {
        if field.wire_type() != WireType::Fixed64 {
            return None;
        }
        let half = match field.number() {
            1 => net.get_mut(..8)?,
            2 => net.get_mut(8..)?,
            _ => return None,
        };
        half.copy_from_slice(field.payload());
    }
    Some(shuffle(&net))
}
