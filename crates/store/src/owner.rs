//! Which record an attachment belongs to: the one fact inside a record that stores look for.
//!
//! Stores keep contents as the bytes they are. Finding the files of a record without visiting every
//! record needs the owner beside them, in a table of its own that can be made again at any time.
//! The field and its form are those of docs/SPEC-manager-records.md, "Attachment".

use books::{Key, Object, kinds};

/// The field of the owner in an attachment's record.
const OWNER: u64 = 6;

/// Wire types of the encoding (SPEC-manager-file.md, "Wire").
const VARINT: u64 = 0;
const FIXED_64: u64 = 1;
const BYTES: u64 = 2;
const FIXED_32: u64 = 5;

/// Whether the record is the record of an attachment, and not its kind's form default.
pub fn is_attachment(object: &Object) -> bool {
    object.content_type == kinds::ATTACHMENT && !object.is_keyed_by_kind()
}

/// The record that an attachment's content names as its owner. Nothing when it names none, when
/// the key is zeros, or when the content cannot be read.
pub fn attachment_owner(content: &[u8]) -> Option<Key> {
    let mut owner = None;
    let mut fields = Fields(content);
    while let Some((number, wire_type, payload)) = fields.next().ok()? {
        if number == OWNER && wire_type == BYTES {
            // The last one holds where a field was written more than once.
            owner = key_of(payload);
        }
    }
    owner.filter(|key| *key != Key::NIL)
}

/// The content ends in the middle of a field, or holds what is no field.
struct Garbled;

/// What is left to be read.
struct Fields<'c>(&'c [u8]);

/// Number, wire type and payload of a field.
type Field<'c> = (u64, u64, &'c [u8]);

impl<'c> Fields<'c> {
    fn next(&mut self) -> Result<Option<Field<'c>>, Garbled> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let tag = self.varint()?;
        let payload = match tag & 7 {
            VARINT => {
                let all = self.0;
                self.varint()?;
                all.get(..all.len().saturating_sub(self.0.len()))
                    .ok_or(Garbled)?
            }
            FIXED_64 => self.take(8)?,
            BYTES => {
                let length = usize::try_from(self.varint()?).map_err(|_| Garbled)?;
                self.take(length)?
            }
            FIXED_32 => self.take(4)?,
            _ => return Err(Garbled),
        };
        Ok(Some((tag >> 3, tag & 7, payload)))
    }

    fn take(&mut self, length: usize) -> Result<&'c [u8], Garbled> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or(Garbled)?;
        self.0 = rest;
        Ok(taken)
    }

    fn varint(&mut self) -> Result<u64, Garbled> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.0.split_first().ok_or(Garbled)?;
            self.0 = rest;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(Garbled)
    }
}

/// The key of two halves of eight bytes, the first three groups of it least significant byte first.
fn key_of(message: &[u8]) -> Option<Key> {
    let mut net = [0; 16];
    let mut fields = Fields(message);
    while let Some((number, wire_type, payload)) = fields.next().ok()? {
        let half = match (number, wire_type) {
            (1, FIXED_64) => net.get_mut(..8)?,
            (2, FIXED_64) => net.get_mut(8..)?,
            _ => return None,
        };
        half.copy_from_slice(payload);
    }
    let [a, b, c, d, e, f, g, h, rest @ ..] = net;
    let [i, j, k, l, m, n, o, p] = rest;
    Some(Key::from_bytes([
        d, c, b, a, f, e, h, g, i, j, k, l, m, n, o, p,
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWNER_FIELD: [u8; 20] = [
        0x32, 18, 0x09, 4, 3, 2, 1, 6, 5, 8, 7, 0x11, 9, 10, 11, 12, 13, 14, 15, 16,
    ];

    fn content(parts: &[&[u8]]) -> Vec<u8> {
        parts.concat()
    }

    #[test]
    fn the_owner_is_found_among_other_fields() {
        let wanted = Key::from_bytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
        let name: &[u8] = b"\x12\x05a.pdf";
        let size: &[u8] = &[0x20, 0xff, 0x01];
        let digest: &[u8] = &[0x62, 2, 6, 6];
        assert_eq!(attachment_owner(&OWNER_FIELD), Some(wanted));
        let all = content(&[name, size, &OWNER_FIELD, digest]);
        assert_eq!(attachment_owner(&all), Some(wanted));
        // An empty message is the key of zeros, and the last field holds.
        let twice = content(&[&OWNER_FIELD, &[0x32, 0]]);
        assert_eq!(attachment_owner(&twice), None);
        assert_eq!(attachment_owner(b""), None);
    }

    #[test]
    fn bytes_that_cannot_be_read_name_no_owner() {
        for cut in 1..OWNER_FIELD.len() {
            let bytes = OWNER_FIELD.get(..cut).unwrap_or_default();
            assert_eq!(attachment_owner(bytes), None, "{cut}");
        }
        let endless = [0xff; 20];
        assert_eq!(attachment_owner(&endless), None);
        let group = content(&[&OWNER_FIELD, &[0x0b]]);
        assert_eq!(attachment_owner(&group), None);
        let huge = [
            0x32, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01,
        ];
        assert_eq!(attachment_owner(&huge), None);
    }
}
