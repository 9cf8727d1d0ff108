//! In which clothes a file comes. Recognised by its content, never by its name.

use super::{Refusal, encryption};

/// How the database is wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The SQLite database itself.
    Plain,
    /// Zstandard frames.
    Zstandard,
    /// gzip.
    Gzip,
    /// A zip archive with one database in it.
    Zip,
}

impl Form {
    /// Stable name, language-free.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Zstandard => "zstandard",
            Self::Gzip => "gzip",
            Self::Zip => "zip",
        }
    }
}

/// Whether the file itself proves that none of its bytes changed. A seal that does not match is a
/// refusal ([`super::Refusal::Altered`]), so there is no third value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// Its maker did not seal it.
    None,
    /// Sealed, and every byte is as it was.
    Intact,
}

impl Seal {
    /// Stable name, language-free.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Intact => "intact",
        }
    }
}

/// How a database file begins.
const DATABASE_MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Tells the form by the first bytes.
pub(super) fn recognise(first: &[u8]) -> Result<Form, Refusal> {
    let begins = |magic: &[u8]| first.starts_with(magic);
    if begins(DATABASE_MAGIC) {
        return Ok(Form::Plain);
    }
    let skippable = matches!(first, [first, 0x2A, 0x4D, 0x18, ..] if first & 0xF0 == 0x50);
    if begins(&[0x28, 0xB5, 0x2F, 0xFD]) || skippable {
        return Ok(Form::Zstandard);
    }
    if begins(&[0x1F, 0x8B]) {
        return Ok(Form::Gzip);
    }
    if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        return Ok(Form::Zip);
    }
    Err(if begins(b"MNGR|") {
        Refusal::OlderFormat
    } else if encryption::is_encrypted(first) {
        // Of the file as given this was looked at before; here it is inside of something.
        Refusal::CompressedTwice
    } else if first.len() < DATABASE_MAGIC.len() && DATABASE_MAGIC.starts_with(first) {
        Refusal::CutShort
    } else {
        Refusal::NotABackup
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_by_their_first_bytes() {
        assert_eq!(recognise(b"SQLite format 3\0....").ok(), Some(Form::Plain));
        assert_eq!(recognise(b"\x28\xB5\x2F\xFD.").ok(), Some(Form::Zstandard));
        assert_eq!(recognise(b"\x5E\x2A\x4D\x18.").ok(), Some(Form::Zstandard));
        assert_eq!(recognise(b"\x1F\x8B\x08").ok(), Some(Form::Gzip));
        assert_eq!(recognise(b"PK\x03\x04").ok(), Some(Form::Zip));
    }

    #[test]
    fn what_is_none_of_them_says_what_it_is() {
        let code = |first: &[u8]| recognise(first).err().map(|refusal| refusal.code());
        assert_eq!(code(b"MNGR|rest"), Some("older-format"));
        assert_eq!(code(b"age-encryption.org/v1\n"), Some("compressed-twice"));
        assert_eq!(code(b"SQLite for"), Some("cut-short"));
        assert_eq!(code(b"Dear Sir,"), Some("not-a-backup"));
        assert_eq!(code(b""), Some("cut-short"));
    }
}
