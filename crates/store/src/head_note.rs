//! Where a chain ended at a backup, noted outside the business (SPEC-history.md, section 12).

use history::Head;
use jiff::Timestamp;

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadNote {
    /// When it was made.
    pub instant: Timestamp,
    /// The end of the chain in the file.
    pub head: Head,
    /// SHA-256 of the file.
    pub file_sha256: [u8; 32],
    /// The name the file was given.
    pub file_name: String,
}

impl HeadNote {
    /// The note as one line, without its end: instant, sequence, hash, SHA-256 of the file and its
    /// name, with tabs between them; control characters of the name become spaces.
    pub fn line(&self) -> String {
        let name: String = self
            .file_name
            .chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter })
            .collect();
        format!(
            "{}\t{}\t{}\t{}\t{name}",
            self.instant,
            self.head.sequence,
            hex(&self.head.hash),
            hex(&self.file_sha256)
        )
    }

    /// The note in a line; nothing when it is none.
    pub fn from_line(line: &str) -> Option<Self> {
        let mut parts = line.splitn(5, '\t');
        Some(Self {
            instant: parts.next()?.parse().ok()?,
            head: Head {
                sequence: parts.next()?.parse().ok()?,
                hash: bytes(parts.next()?)?,
            },
            file_sha256: bytes(parts.next()?)?,
            file_name: parts.next()?.to_owned(),
        })
    }
}

/// Bytes as two small letters or figures each.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_a_line_and_comes_back() {
        let note = HeadNote {
            instant: Timestamp::UNIX_EPOCH,
            head: Head {
                sequence: 7,
                hash: [0xab; 32],
            },
            file_sha256: [1; 32],
            file_name: "\u{9a6}োকান (2026-11-21).manager".to_owned(),
        };
        assert_eq!(HeadNote::from_line(&note.line()), Some(note.clone()));
        let odd = HeadNote {
            file_name: "a\tb\nc".to_owned(),
            ..note
        };
        assert_eq!(
            HeadNote::from_line(&odd.line()).map(|note| note.file_name),
            Some("a b c".to_owned())
        );
    }

    #[test]
    fn a_line_cut_short_is_no_note() {
        for line in ["", "x", "1970-01-01T00:00:00Z\t7\tabab\tcd\tname"] {
            assert_eq!(HeadNote::from_line(line), None, "{line}");
        }
    }
}
