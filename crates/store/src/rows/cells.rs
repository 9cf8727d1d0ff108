//! A row of a carried table as one run of bytes.
//!
//! Each cell is a byte for its type, its length in eight bytes (most significant first), and its
//! bytes: 0 no value (length 0), 1 a whole number (8 bytes, two's complement), 2 a floating-point
//! number (8 bytes, its bits), 3 text (as it came, UTF-8 or not), 4 bytes.

use crate::Cell;

const NULL: u8 = 0;
const INTEGER: u8 = 1;
const REAL: u8 = 2;
const TEXT: u8 = 3;
const BLOB: u8 = 4;

/// The cells as bytes.
pub fn encode(cells: &[Cell]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for cell in cells {
        match cell {
            Cell::Null => push(&mut bytes, NULL, &[]),
            Cell::Integer(number) => push(&mut bytes, INTEGER, &number.to_be_bytes()),
            Cell::Real(bits) => push(&mut bytes, REAL, &bits.to_be_bytes()),
            Cell::Text(text) => push(&mut bytes, TEXT, text),
            Cell::Blob(blob) => push(&mut bytes, BLOB, blob),
        }
    }
    bytes
}

/// The cells in these bytes; nothing when [`encode`] did not write them.
pub fn decode(bytes: &[u8]) -> Option<Vec<Cell>> {
    let mut rest = bytes;
    let mut cells = Vec::new();
    while let Some((kind, after)) = rest.split_first() {
        let (length, after) = after.split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
        let (value, after) = after.split_at_checked(length)?;
        cells.push(match *kind {
            NULL if value.is_empty() => Cell::Null,
            INTEGER => Cell::Integer(i64::from_be_bytes(value.try_into().ok()?)),
            REAL => Cell::Real(u64::from_be_bytes(value.try_into().ok()?)),
            TEXT => Cell::Text(value.to_vec()),
            BLOB => Cell::Blob(value.to_vec()),
            _ => return None,
        });
        rest = after;
    }
    Some(cells)
}

/// The bytes of the values alone: none for no value, eight for a number.
pub fn bytes_count(cells: &[Cell]) -> u64 {
    let of = |cell: &Cell| match cell {
        Cell::Null => 0,
        Cell::Integer(_) | Cell::Real(_) => 8,
        Cell::Text(bytes) | Cell::Blob(bytes) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
    };
    cells.iter().map(of).sum()
}

fn push(bytes: &mut Vec<u8>, kind: u8, value: &[u8]) {
    let length = u64::try_from(value.len()).unwrap_or(u64::MAX);
    bytes.push(kind);
    bytes.extend_from_slice(&length.to_be_bytes());
    bytes.extend_from_slice(value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_cell_comes_back() {
        let cells = vec![
            Cell::Null,
            Cell::Integer(i64::MIN),
            Cell::Real(f64::NAN.to_bits() | 0xdead),
            Cell::Text(vec![0xff, 0x00, 0xc3]),
            Cell::Text(Vec::new()),
            Cell::Blob(Vec::new()),
            Cell::Blob(vec![0; 70_000]),
        ];
        assert_eq!(decode(&encode(&cells)), Some(cells.clone()));
        assert_eq!(bytes_count(&cells), 8 + 8 + 3 + 70_000);
        assert_eq!(decode(&[]), Some(Vec::new()));
    }

    #[test]
    fn bytes_cut_short_or_of_an_unknown_type_are_no_cells() {
        let bytes = encode(&[Cell::Integer(7), Cell::Text(b"seven".to_vec())]);
        for end in 1..bytes.len() {
            // The end of the first cell is the one place where a cut leaves whole cells.
            assert_eq!(decode(&bytes[..end]).is_some(), end == 17, "cut at {end}");
        }
        assert_eq!(decode(&[9, 0, 0, 0, 0, 0, 0, 0, 0]), None);
    }
}
