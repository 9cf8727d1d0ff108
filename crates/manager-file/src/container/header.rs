//! The first hundred bytes of a database, checked before SQLite sees the file.
//! SPEC-manager-file.md, "Opening"; the layout is that of the SQLite file format, section 1.3.

use std::fs::OpenOptions;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::Refusal;
use super::sink::scratch_failed;

const HEADER_BYTES: usize = 100;

/// What the header says that matters later.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// The file was in use with a write-ahead log when it was copied.
    pub(super) wal: bool,
    /// Text is kept in UTF-16.
    pub(super) utf16: bool,
}

/// Checks the header of the private copy, and sets it to the mode that needs no second file.
pub(super) fn check(copy: &Path, bytes_count: u64) -> Result<Header, Refusal> {
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .open(copy)
        .map_err(scratch_failed)?;
    let mut bytes = [0; HEADER_BYTES];
    if bytes_count < 100 {
        return Err(Refusal::CutShort);
    }
    file.read_exact(&mut bytes).map_err(scratch_failed)?;
    let header = read(&bytes, bytes_count)?;
    if header.wal {
        file.seek(SeekFrom::Start(18))
            .and_then(|_| file.write_all(&[1, 1]))
            .and_then(|()| file.flush())
            .map_err(scratch_failed)?;
    }
    Ok(header)
}

fn read(bytes: &[u8; HEADER_BYTES], bytes_count: u64) -> Result<Header, Refusal> {
    let damaged = || Refusal::Damaged("the header of the database".to_owned());
    let number = |at: usize| {
        let four = bytes.get(at..at.saturating_add(4))?;
        Some(u64::from(u32::from_be_bytes(four.try_into().ok()?)))
    };
    let page_bytes = match [bytes[16], bytes[17]] {
        [0, 1] => 65_536,
        two => u64::from(u16::from_be_bytes(two)),
    };
    if page_bytes < 512 || !page_bytes.is_power_of_two() || bytes[21..24] != [64, 32, 32] {
        return Err(damaged());
    }
    let wal = match [bytes[18], bytes[19]] {
        [1, 1] => false,
        [2, 2] => true,
        _ => return Err(damaged()),
    };
    let utf16 = match number(56) {
        // Zero is what a database has before its first table.
        Some(0 | 1) => false,
        Some(2 | 3) => true,
        _ => return Err(damaged()),
    };
    // Older writers do not keep the number of pages; it counts only if the two change counters
    // agree. Then only whole pages can be asked for.
    let pages = number(28)
        .filter(|pages| *pages > 0 && number(24) == number(92))
        .unwrap_or(bytes_count.div_ceil(page_bytes));
    let expected = pages.saturating_mul(page_bytes);
    if bytes_count < expected {
        return Err(Refusal::CutShort);
    }
    if bytes_count > expected {
        return Err(Refusal::Damaged(format!(
            "{} bytes too many",
            bytes_count.saturating_sub(expected)
        )));
    }
    Ok(Header { wal, utf16 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The header of a database of three pages.
    fn good() -> [u8; HEADER_BYTES] {
        let mut bytes = [0; HEADER_BYTES];
        bytes[..16].copy_from_slice(b"SQLite format 3\0");
        bytes[16..24].copy_from_slice(&[0x10, 0, 1, 1, 0, 64, 32, 32]);
        bytes[31] = 3;
        bytes[59] = 1;
        bytes
    }

    fn code(bytes: [u8; HEADER_BYTES], length: u64) -> &'static str {
        read(&bytes, length).map_or_else(|refusal| refusal.code(), |_| "fine")
    }

    #[test]
    fn the_length_must_be_that_of_the_pages() {
        assert_eq!(code(good(), 3 * 4096), "fine");
        assert_eq!(code(good(), 3 * 4096 - 1), "cut-short");
        assert_eq!(code(good(), 2 * 4096), "cut-short");
        assert_eq!(code(good(), 3 * 4096 + 1), "damaged");
    }

    #[test]
    fn a_page_count_that_is_not_kept_is_taken_from_the_length() {
        let mut bytes = good();
        bytes[27] = 9;
        assert_eq!(code(bytes, 5 * 4096), "fine");
        assert_eq!(code(bytes, 5 * 4096 + 7), "cut-short");
    }

    #[test]
    fn impossible_values_are_damage() {
        for (at, value) in [(16, 3), (18, 3), (19, 2), (21, 63), (59, 4)] {
            let mut bytes = good();
            bytes[at] = value;
            assert_eq!(code(bytes, 3 * 4096), "damaged", "byte {at}");
        }
    }

    #[test]
    fn write_ahead_mode_and_utf16_are_noticed() {
        let mut bytes = good();
        bytes[18..20].copy_from_slice(&[2, 2]);
        bytes[59] = 3;
        let header = read(&bytes, 3 * 4096).unwrap();
        assert_eq!(
            header,
            Header {
                wal: true,
                utf16: true
            }
        );
    }
}
