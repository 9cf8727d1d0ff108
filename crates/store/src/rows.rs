//! What stores have in common that keep records, entries and postings as rows of tables: the order
//! of the steps of a change, and how values are written for which databases have no type.
//!
//! A store that keeps its data otherwise needs none of this; the contract is in the other modules.

pub mod cells;
mod change;
mod failure;
pub mod posted;

pub use change::{RecordRows, Told, append_draft, delete, put};
pub use failure::Failure;

use crate::{CarriedTable, Cell};
use books::Key;
use std::io::{self, Read};

/// The table of pictures of the other program.
pub const IMAGES: &str = "Images";

/// Where the keys of a carried table stand.
pub fn key_column(table: &CarriedTable) -> Option<usize> {
    table
        .columns
        .iter()
        .position(|column| column.name.eq_ignore_ascii_case("Key"))
}

/// The key in a cell; nothing when it holds none.
pub fn key_in_cell(cell: &Cell) -> Option<Key> {
    match cell {
        Cell::Text(text) => std::str::from_utf8(text).ok()?.parse().ok(),
        _ => None,
    }
}

/// Fills the chunk as far as the source goes; nothing at its end.
///
/// # Errors
/// That of the source.
pub fn fill_chunk<'c>(source: &mut dyn Read, chunk: &'c mut [u8]) -> io::Result<&'c [u8]> {
    let mut filled = 0;
    while let Some(room) = chunk.get_mut(filled..).filter(|room| !room.is_empty()) {
        match source.read(room) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(chunk.get(..filled).unwrap_or_default())
}
