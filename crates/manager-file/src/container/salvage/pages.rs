//! The pages of what remains, the cells on them, and the values in the cells. Every page is used
//! once at most, so that no cycle and no sharing makes the work longer than the file.

use std::cell::{Cell as Mutable, RefCell};
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use super::remains::{Piece, Remains};
use crate::container::compress::FRAME_INPUT_BYTES;
use crate::container::page_format::{Kind, length_of, number, varint};
use crate::container::{Cell, Form};

/// The header of the file, on its first page before everything else.
const FILE_HEADER_BYTES: usize = 100;
/// The size of pages where the header does not tell: what every known program writes.
const PAGE_BYTES_USUAL: usize = 4096;
/// More values than this has no row of a business.
const COLUMNS_COUNT_MAX: usize = 100;

/// A page of a tree.
pub(super) struct Page {
    pub(super) number: u64,
    pub(super) kind: Kind,
    /// It is as it was made.
    pub(super) is_proved: bool,
    bytes: Vec<u8>,
    /// Where its own header begins.
    at: usize,
}

/// A cell of a page, before its payload is put together.
pub(super) struct Slot<'p> {
    /// The page below it, on inside pages.
    pub(super) child: u64,
    /// The row's number, on pages of tables.
    pub(super) row: i64,
    /// What of the payload stands here.
    here: &'p [u8],
    /// The length of the whole payload.
    length: usize,
    /// The page on which it goes on.
    goes_on: Option<u64>,
}

/// A payload put together.
pub(super) struct Payload {
    pub(super) bytes: Vec<u8>,
    /// Every page that it stands on is as it was made.
    pub(super) is_proved: bool,
}

/// The pages of what remains.
pub(super) struct Pages<'r> {
    file: RefCell<&'r File>,
    remains: &'r Remains,
    page_bytes: usize,
    /// Bytes of a page that hold something.
    usable: usize,
    pub(super) is_utf16_le: Mutable<Option<bool>>,
    pub(super) count: u64,
    used: RefCell<HashSet<u64>>,
    value_bytes_max: usize,
}

impl<'r> Pages<'r> {
    /// Reads the size of pages from the header, when it is there.
    pub(super) fn new(remains: &'r Remains, value_bytes_max: u64) -> io::Result<Self> {
        let mut header = Vec::new();
        let mut file = &remains.database;
        file.rewind()?;
        file.take(100).read_to_end(&mut header)?;
        let (page_bytes, reserved) = sizes(&header);
        let is_utf16_le = match number(&header, 56, 4) {
            Some(2) => Some(true),
            Some(3) => Some(false),
            _ => None,
        };
        let whole = u64::try_from(page_bytes).map_err(io::Error::other)?;
        Ok(Self {
            file: RefCell::new(file),
            remains,
            page_bytes,
            usable: page_bytes.saturating_sub(reserved),
            is_utf16_le: Mutable::new(is_utf16_le),
            count: remains.database_bytes.div_ceil(whole),
            used: RefCell::default(),
            value_bytes_max: usize::try_from(value_bytes_max).unwrap_or(usize::MAX),
        })
    }

    /// Whether damage of one page cannot have come from another: nothing was decompressed.
    pub(super) fn is_plain(&self) -> bool {
        self.remains.form == Form::Plain
    }

    /// Whether the page is as it was made.
    fn is_proved(&self, page: u64) -> bool {
        let bytes = u64::try_from(self.page_bytes).unwrap_or(u64::MAX);
        let piece = u64::try_from(FRAME_INPUT_BYTES).unwrap_or(u64::MAX);
        let begin = page.saturating_sub(1).saturating_mul(bytes);
        let at = begin
            .checked_div(piece)
            .and_then(|at| usize::try_from(at).ok());
        at.and_then(|at| self.remains.pieces.get(at)) == Some(&Piece::Whole)
    }

    fn bytes(&self, page: u64) -> io::Result<Option<Vec<u8>>> {
        if page == 0 || page > self.count {
            return Ok(None);
        }
        let length = u64::try_from(self.page_bytes).map_err(io::Error::other)?;
        let mut file = *self.file.borrow_mut();
        file.seek(SeekFrom::Start(
            page.saturating_sub(1).saturating_mul(length),
        ))?;
        let mut bytes = Vec::with_capacity(self.page_bytes);
        file.take(length).read_to_end(&mut bytes)?;
        Ok((bytes.len() == self.page_bytes).then_some(bytes))
    }

    /// A page of a tree, which nothing else has used so far.
    pub(super) fn page(&self, number: u64) -> io::Result<Option<Page>> {
        if self.used.borrow().contains(&number) {
            return Ok(None);
        }
        let at = if number == 1 { FILE_HEADER_BYTES } else { 0 };
        let Some(bytes) = self.bytes(number)? else {
            return Ok(None);
        };
        let Some(kind) = bytes.get(at).and_then(|byte| Kind::of(*byte)) else {
            return Ok(None);
        };
        self.used.borrow_mut().insert(number);
        Ok(Some(Page {
            number,
            kind,
            is_proved: self.is_proved(number),
            bytes,
            at,
        }))
    }

    /// Gives a page back that turned out to be none that was looked for.
    pub(super) fn give_back(&self, page: &Page) {
        self.used.borrow_mut().remove(&page.number);
    }

    /// Marks the pages that the file says are free: what stands on them was given up.
    pub(super) fn mark_free(&self) -> io::Result<()> {
        let Some(header) = self.bytes(1)? else {
            return Ok(());
        };
        let mut trunk = number(&header, 32, 4).unwrap_or(0);
        while trunk != 0 && self.used.borrow_mut().insert(trunk) {
            let Some(bytes) = self.bytes(trunk)? else {
                break;
            };
            let leaves = usize::try_from(number(&bytes, 4, 4).unwrap_or(0)).unwrap_or(0);
            for leaf in 0..leaves.min(self.usable / 4) {
                let at = leaf.saturating_mul(4).saturating_add(8);
                if let Some(free) = number(&bytes, at, 4) {
                    self.used.borrow_mut().insert(free);
                }
            }
            trunk = number(&bytes, 0, 4).unwrap_or(0);
        }
        Ok(())
    }

    /// The cells of a page in their order; nothing for one that cannot be read.
    pub(super) fn slots<'p>(&self, page: &'p Page) -> Vec<Option<Slot<'p>>> {
        let count = number(&page.bytes, page.at.saturating_add(3), 2).unwrap_or(0);
        // A cell takes two bytes in the list and four at least of its own.
        let most = self.usable / 6;
        let header = if page.kind.is_inside() { 12 } else { 8 };
        let list = page.at.saturating_add(header);
        (0..usize::try_from(count).unwrap_or(0).min(most))
            .map(|at| {
                let place = list.saturating_add(at.saturating_mul(2));
                let at = usize::try_from(number(&page.bytes, place, 2)?).ok()?;
                self.slot(page, page.bytes.get(at..self.usable)?)
            })
            .collect()
    }

    fn slot<'p>(&self, page: &Page, mut rest: &'p [u8]) -> Option<Slot<'p>> {
        let mut slot = Slot {
            child: 0,
            row: 0,
            here: &[],
            length: 0,
            goes_on: None,
        };
        if page.kind.is_inside() {
            slot.child = number(rest, 0, 4)?;
            rest = rest.get(4..)?;
        }
        if page.kind == Kind::TableInside {
            slot.row = varint(&mut rest)?;
            return Some(slot);
        }
        slot.length = usize::try_from(varint(&mut rest)?).ok()?;
        if page.kind == Kind::TableLeaf {
            slot.row = varint(&mut rest)?;
        }
        let here = self.payload_here(slot.length, page.kind == Kind::TableLeaf)?;
        slot.here = rest.get(..here)?;
        if here < slot.length {
            slot.goes_on = Some(number(rest, here, 4)?);
        }
        Some(slot)
    }

    /// How much of a payload of this length stands on the page itself, as SQLite's format says.
    fn payload_here(&self, length: usize, is_table: bool) -> Option<usize> {
        let share = |share: usize| {
            let part = self.usable.checked_sub(12)?.checked_mul(share)?;
            part.checked_div(255)?.checked_sub(23)
        };
        let most = match is_table {
            true => self.usable.checked_sub(35)?,
            false => share(64)?,
        };
        if length <= most {
            return Some(length);
        }
        let least = share(32)?;
        let over = length
            .checked_sub(least)?
            .checked_rem(self.usable.checked_sub(4)?)?;
        let here = least.checked_add(over)?;
        Some(if here <= most { here } else { least })
    }

    /// Puts a payload together; none when a page of it is missing, is used by another, or does not
    /// end where it should.
    pub(super) fn payload(&self, page: &Page, slot: &Slot<'_>) -> io::Result<Option<Payload>> {
        let most = usize::try_from(self.remains.database_bytes).unwrap_or(usize::MAX);
        if slot.length > most.min(self.value_bytes_max) {
            return Ok(None);
        }
        let mut payload = Payload {
            bytes: slot.here.to_vec(),
            is_proved: page.is_proved,
        };
        let mut next = slot.goes_on.unwrap_or(0);
        while payload.bytes.len() < slot.length {
            if !self.used.borrow_mut().insert(next) {
                return Ok(None);
            }
            let Some(bytes) = self.bytes(next)? else {
                return Ok(None);
            };
            payload.is_proved &= self.is_proved(next);
            let missing = slot.length.saturating_sub(payload.bytes.len());
            let here = missing.min(self.usable.saturating_sub(4));
            let end = here.saturating_add(4);
            payload
                .bytes
                .extend_from_slice(bytes.get(4..end).unwrap_or_default());
            next = number(&bytes, 0, 4).unwrap_or(0);
        }
        Ok((next == 0).then_some(payload))
    }

    /// What of a payload stands on its first page, for whoever only wants its beginning.
    pub(super) fn beginning(slot: &Slot<'_>) -> Vec<u8> {
        slot.here.to_vec()
    }

    /// The values of a row; none when the payload is no row.
    pub(super) fn values(&self, payload: &[u8]) -> Option<Vec<Cell>> {
        let (values, rest) = self.values_so_far(payload)?;
        rest.is_empty().then_some(values)
    }

    /// The values that stand in the beginning of a row, and what is behind them.
    pub(super) fn values_so_far<'b>(&self, payload: &'b [u8]) -> Option<(Vec<Cell>, &'b [u8])> {
        let mut rest = payload;
        let header = usize::try_from(varint(&mut rest)?).ok()?;
        let begun = payload.len().checked_sub(rest.len())?;
        let mut types = rest.get(..header.checked_sub(begun)?)?;
        let mut behind = payload.get(header..)?;
        let mut values = Vec::new();
        while !types.is_empty() {
            let of_type = varint(&mut types)?;
            let Some((bytes, after)) = behind.split_at_checked(length_of(of_type)?) else {
                break;
            };
            if values.len() >= COLUMNS_COUNT_MAX {
                return None;
            }
            values.push(self.value(of_type, bytes)?);
            behind = after;
        }
        Some((values, behind))
    }

    /// The values of a row as far as they stand on its first page; of those that go on elsewhere,
    /// an empty one of the same sort.
    pub(super) fn sketch(&self, slot: &Slot<'_>) -> Option<Vec<Cell>> {
        let (mut values, _) = self.values_so_far(slot.here)?;
        let mut rest = slot.here;
        let header = usize::try_from(varint(&mut rest)?).ok()?;
        let begun = slot.here.len().checked_sub(rest.len())?;
        let mut types = rest.get(..header.checked_sub(begun)?)?;
        let mut place = 0_usize;
        while !types.is_empty() {
            let of_type = varint(&mut types)?;
            if place >= values.len() {
                values.push(match of_type {
                    12.. if of_type & 1 == 0 => Cell::Blob(Vec::new()),
                    13.. => Cell::Text(Vec::new()),
                    0 => Cell::Null,
                    _ => Cell::Integer(0),
                });
            }
            place = place.saturating_add(1);
            if place > COLUMNS_COUNT_MAX {
                return None;
            }
        }
        Some(values)
    }

    fn value(&self, of_type: i64, bytes: &[u8]) -> Option<Cell> {
        Some(match of_type {
            0 => Cell::Null,
            8 => Cell::Integer(0),
            9 => Cell::Integer(1),
            7 => Cell::Real(number(bytes, 0, 8)?),
            1..=6 => Cell::Integer(integer(bytes)?),
            12.. if of_type & 1 == 0 => Cell::Blob(bytes.to_vec()),
            13.. => Cell::Text(self.text(bytes)),
            _ => return None,
        })
    }

    fn text(&self, bytes: &[u8]) -> Vec<u8> {
        let Some(is_little) = self.is_utf16_le.get() else {
            return bytes.to_vec();
        };
        let (pairs, _) = bytes.as_chunks::<2>();
        let units = pairs.iter().map(|pair| match is_little {
            true => u16::from_le_bytes(*pair),
            false => u16::from_be_bytes(*pair),
        });
        let letters = char::decode_utf16(units);
        let text: String = letters
            .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        text.into_bytes()
    }
}

impl Page {
    /// The last page below an inside page.
    pub(super) fn last_child(&self) -> u64 {
        number(&self.bytes, self.at.saturating_add(8), 4).unwrap_or(0)
    }
}

/// The size of a page and how much of it is reserved, from the header of the file.
fn sizes(header: &[u8]) -> (usize, usize) {
    let told = match (number(header, 16, 2), number(header, 20, 1)) {
        (Some(1), Some(reserved)) => (65_536, reserved),
        (Some(size), Some(reserved)) => (size, reserved),
        _ => (0, 0),
    };
    match (usize::try_from(told.0), usize::try_from(told.1)) {
        (Ok(size), Ok(reserved))
            if size.is_power_of_two() && (512..=65_536).contains(&size) && reserved <= 32 =>
        {
            (size, reserved)
        }
        _ => (PAGE_BYTES_USUAL, 0),
    }
}

/// A whole number of one to eight bytes, the most significant first, below zero where its first
/// bit is set.
fn integer(bytes: &[u8]) -> Option<i64> {
    let value = number(bytes, 0, bytes.len())?;
    let bits = u32::try_from(bytes.len().checked_mul(8)?).ok()?;
    let unused = 64_u32.checked_sub(bits)?;
    value.checked_shl(unused)?.cast_signed().checked_shr(unused)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_of_every_length_keep_their_sign() {
        for value in [
            0_i64,
            1,
            -1,
            127,
            -128,
            300,
            -300,
            1 << 40,
            i64::MIN,
            i64::MAX,
        ] {
            let bytes = value.to_be_bytes();
            for length in [1, 2, 3, 4, 6, 8] {
                let short = &bytes[8 - length..];
                let bits = u32::try_from(64 - length * 8).unwrap();
                let expected = (value << bits) >> bits;
                assert_eq!(integer(short), Some(expected), "{value} in {length}");
            }
        }
    }

    #[test]
    fn a_header_that_tells_nonsense_is_not_believed() {
        let mut header = vec![0; 100];
        assert_eq!(sizes(&header), (4096, 0));
        header[16] = 0x04;
        assert_eq!(sizes(&header), (1024, 0));
        header[17] = 3;
        assert_eq!(sizes(&header), (4096, 0));
        header[16..18].copy_from_slice(&[0, 1]);
        assert_eq!(sizes(&header), (65_536, 0));
    }
}
