//! What pages of SQLite are made of, for whoever reads them without SQLite: the published file
//! format (<https://www.sqlite.org/fileformat.html>, sections 1.6 and 2.1).

/// What kind of page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    TableInside,
    TableLeaf,
    IndexInside,
    IndexLeaf,
}

impl Kind {
    /// The kind that the first byte of a page's own header tells.
    pub(super) const fn of(byte: u8) -> Option<Self> {
        match byte {
            0x05 => Some(Self::TableInside),
            0x0d => Some(Self::TableLeaf),
            0x02 => Some(Self::IndexInside),
            0x0a => Some(Self::IndexLeaf),
            _ => None,
        }
    }

    /// Whether other pages hang below it.
    pub(super) const fn is_inside(self) -> bool {
        matches!(self, Self::TableInside | Self::IndexInside)
    }
}

/// How many bytes a value of this type takes.
pub(super) fn length_of(of_type: i64) -> Option<usize> {
    match of_type {
        0 | 8 | 9 => Some(0),
        1..=4 => usize::try_from(of_type).ok(),
        5 => Some(6),
        6 | 7 => Some(8),
        12.. => usize::try_from(of_type.checked_sub(12)?.checked_div(2)?).ok(),
        _ => None,
    }
}

/// A number of so many bytes, the most significant first.
pub(super) fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(length)?)?;
    let add = |sum: u64, byte: &u8| sum.checked_shl(8).map(|sum| sum | u64::from(*byte));
    part.iter().try_fold(0, add)
}

/// SQLite's number of variable length, taken from the front.
pub(super) fn varint(rest: &mut &[u8]) -> Option<i64> {
    let mut value = 0_u64;
    for place in 0..9 {
        let (&byte, behind) = rest.split_first()?;
        *rest = behind;
        if place == 8 {
            value = value.checked_shl(8)? | u64::from(byte);
            break;
        }
        value = value.checked_shl(7)? | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(value.cast_signed())
}
