//! The pages of a plain file that has gaps, and the cells on them: as much of SQLite's format as
//! our own files have (4096 bytes a page, none reserved).

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use crate::container::compress::FRAME_INPUT_BYTES;
use crate::container::page_format::{Kind, number, varint};

/// Bytes of a page.
const PAGE_BYTES: usize = 4096;
/// The header of the file, on its first page before everything else.
const FILE_HEADER_BYTES: usize = 100;

/// The pages around the gaps.
pub(super) struct Pages<'f> {
    file: RefCell<&'f File>,
    /// The blocks that are gone.
    gaps: BTreeSet<u64>,
    pages_per_block: u64,
    pages_max: u64,
}

/// A page that is there.
pub(super) struct Page {
    bytes: Vec<u8>,
    /// Where its own header begins.
    at: usize,
    pub(super) kind: Kind,
}

/// A cell: the number in it, where there is one, and what of its payload stands on the page.
pub(super) struct Cell<'p> {
    /// The page below it, on inside pages.
    pub(super) child: u64,
    /// The rowid, on pages of tables.
    pub(super) rowid: i64,
    /// What of the payload stands here.
    pub(super) payload: &'p [u8],
    /// The page on which the payload goes on.
    pub(super) goes_on: Option<u64>,
}

impl<'f> Pages<'f> {
    pub(super) fn new(file: &'f File, blocks_count: u64, gaps: BTreeSet<u64>) -> Self {
        let per_block = FRAME_INPUT_BYTES.checked_div(PAGE_BYTES).unwrap_or(1);
        let pages_per_block = u64::try_from(per_block).unwrap_or(1);
        Self {
            file: RefCell::new(file),
            gaps,
            pages_per_block,
            pages_max: blocks_count.saturating_mul(pages_per_block),
        }
    }

    /// The bytes of a page; none when it is in a gap or outside of the file.
    pub(super) fn bytes(&self, number: u64) -> io::Result<Option<Vec<u8>>> {
        let Some(before) = number.checked_sub(1).filter(|it| *it < self.pages_max) else {
            return Ok(None);
        };
        let block = before.checked_div(self.pages_per_block).unwrap_or(0);
        if self.gaps.contains(&block) {
            return Ok(None);
        }
        let length = u64::try_from(PAGE_BYTES).map_err(io::Error::other)?;
        let mut file = *self.file.borrow_mut();
        file.seek(SeekFrom::Start(before.saturating_mul(length)))?;
        let mut bytes = Vec::with_capacity(PAGE_BYTES);
        file.take(length).read_to_end(&mut bytes)?;
        Ok((bytes.len() == PAGE_BYTES).then_some(bytes))
    }

    /// A page of a table or index; none also when it is something else.
    pub(super) fn page(&self, number: u64) -> io::Result<Option<Page>> {
        let at = if number == 1 { FILE_HEADER_BYTES } else { 0 };
        Ok(self.bytes(number)?.and_then(|bytes| {
            let kind = Kind::of(*bytes.get(at)?)?;
            Some(Page { bytes, at, kind })
        }))
    }

    /// Whether a payload that goes on at this page runs into a gap.
    pub(super) fn runs_into_gap(&self, first: u64) -> io::Result<bool> {
        let mut next = first;
        for _ in 0..self.pages_max {
            if next == 0 {
                return Ok(false);
            }
            match self.bytes(next)?.as_deref().and_then(|it| number(it, 0, 4)) {
                Some(following) => next = following,
                None => return Ok(true),
            }
        }
        Ok(true)
    }
}

impl Page {
    /// The last page below an inside page.
    pub(super) fn last_child(&self) -> u64 {
        number(&self.bytes, self.at.saturating_add(8), 4).unwrap_or(0)
    }

    /// The cells in their order; one that cannot be read ends them.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        let count = number(&self.bytes, self.at.saturating_add(3), 2).unwrap_or(0);
        let header = if self.kind.is_inside() { 12 } else { 8 };
        let list = self.at.saturating_add(header);
        let places = (0..usize::try_from(count).unwrap_or(0))
            .map(move |at| list.saturating_add(at.saturating_mul(2)));
        places.map_while(|place| {
            let at = usize::try_from(number(&self.bytes, place, 2)?).ok()?;
            self.cell(self.bytes.get(at..)?)
        })
    }

    fn cell<'p>(&self, mut rest: &'p [u8]) -> Option<Cell<'p>> {
        let mut cell = Cell {
            child: 0,
            rowid: 0,
            payload: &[],
            goes_on: None,
        };
        if self.kind.is_inside() {
            cell.child = number(rest, 0, 4)?;
            rest = rest.get(4..)?;
        }
        if self.kind == Kind::TableInside {
            cell.rowid = varint(&mut rest)?;
            return Some(cell);
        }
        let length = usize::try_from(varint(&mut rest)?).ok()?;
        if self.kind == Kind::TableLeaf {
            cell.rowid = varint(&mut rest)?;
        }
        let here = payload_here(length, self.kind == Kind::TableLeaf)?;
        cell.payload = rest.get(..here)?;
        if here < length {
            cell.goes_on = Some(number(rest, here, 4)?);
        }
        Some(cell)
    }
}

/// How much of a payload of this length stands on the page itself, as SQLite's format says.
fn payload_here(length: usize, is_table: bool) -> Option<usize> {
    let most = if is_table {
        PAGE_BYTES.checked_sub(35)?
    } else {
        least_of(64)?
    };
    if length <= most {
        return Some(length);
    }
    let least = least_of(32)?;
    let over = length
        .checked_sub(least)?
        .checked_rem(PAGE_BYTES.checked_sub(4)?)?;
    let here = least.checked_add(over)?;
    Some(if here <= most { here } else { least })
}

/// That share of a page, in 255ths, that SQLite counts with.
fn least_of(share: usize) -> Option<usize> {
    let usable = PAGE_BYTES.checked_sub(12)?.checked_mul(share)?;
    usable.checked_div(255)?.checked_sub(23)
}
