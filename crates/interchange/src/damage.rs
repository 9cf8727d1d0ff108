//! Whether the bytes of a record were spoiled.

use books::Key;

/// What is wrong with the bytes of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// Nothing that shows.
    None,
    /// The content is not fields: cut off, or something else altogether. It is kept as it is.
    Malformed {
        /// The first byte that cannot be read, counted from the beginning of the content.
        offset: usize,
    },
    /// Head and tail are whole and a stretch between them is not: the file was overwritten.
    OverwrittenInPlace {
        /// The first byte known to be spoiled, counted from the beginning of the content.
        offset: usize,
    },
}

/// Looks for signs that bytes of this content were overwritten.
pub fn damage(_content_type: Key, content: &[u8]) -> Damage {
    match manager_file::wire::Message::parse(content) {
        Ok(_) => Damage::None,
        Err(_) => Damage::Malformed { offset: 0 },
    }
}
