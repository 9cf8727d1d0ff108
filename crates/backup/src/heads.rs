//! Heads of chains as text, and out of finished files.

use crate::BackupError;
use crate::digest::hex;
use crate::manifest::Manifest;
use history::Head;
use manager_file::{Limits, ManagerFile};
use std::path::Path;

/// A head as facts tell it: the sequence, a space, the hash.
pub(crate) fn head_text(head: Head) -> String {
    format!("{} {}", head.sequence, hex(&head.hash))
}

/// The head in such a text.
pub(crate) fn head_of(text: &str) -> Option<Head> {
    let (sequence, hash) = text.split_once(' ')?;
    Some(Head {
        sequence: sequence.parse().ok()?,
        hash: hash_of(hash)?,
    })
}

/// Thirty-two bytes in hexadecimal.
pub(crate) fn hash_of(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// What a finished file says of itself, read without walking through all of it.
pub(crate) struct FileHead {
    /// The name of the business in it.
    pub business_name: String,
    /// The end of its chain, also when History was left out.
    pub head: Head,
    /// SHA-256 of the file.
    pub sha256: [u8; 32],
}

/// Reads it; nothing when the file was made by another program.
pub(crate) fn head_of_file(path: &Path, scratch: &Path) -> Result<Option<FileHead>, BackupError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let file = ManagerFile::open(path, scratch, &Limits::default())?;
    let manifest = Manifest::read(&file, &name)?;
    Ok(manifest.and_then(|manifest| {
        Some(FileHead {
            business_name: manifest.value("business_name").to_owned(),
            head: manifest.head()?,
            sha256: file.sha256(),
        })
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_comes_back_from_its_text() {
        let head = Head {
            sequence: 12,
            hash: [0x5a; 32],
        };
        assert_eq!(head_of(&head_text(head)), Some(head));
        for text in ["", "12", "12 5a", "x 5a"] {
            assert_eq!(head_of(text), None, "{text}");
        }
    }
}
