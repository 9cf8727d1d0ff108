//! The write-ahead log beside a database: what was entered last may lie only there.
//!
//! A copy made while another program had the file open is whole only together with its log. The log
//! is read here by its published layout (SQLite file format, section 4) and its pages are put into
//! the private copy, so that SQLite itself never recovers anything from a file of a stranger.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::sink::scratch_failed;
use super::{Limits, Refusal};

const HEADER_BYTES: usize = 32;
const FRAME_BYTES: usize = 24;
/// How a log begins; the last bit says in which order its sums take bytes.
const MAGIC: u32 = 0x377f_0682;

/// What putting a log into a copy came to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Applied {
    /// The length of the copy now.
    pub(super) bytes_count: u64,
    /// How many pages were put into it.
    pub(super) pages_count: u64,
}

/// Puts every page that was committed in the log into the private copy.
pub(super) fn apply(
    copy: &Path,
    bytes_count: u64,
    log: &Path,
    limits: &Limits,
) -> Result<Applied, Refusal> {
    let unreadable = |error: std::io::Error| Refusal::CannotBeRead(error.to_string());
    let metadata = std::fs::metadata(log).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Refusal::CannotBeRead("it is no ordinary file".to_owned()));
    }
    if metadata.len() > limits.file_bytes_max {
        return Err(Refusal::TooLarge {
            what: "file-bytes",
            limit: limits.file_bytes_max,
        });
    }
    let unchanged = Applied {
        bytes_count,
        pages_count: 0,
    };
    if metadata.len() == 0 {
        // It was brought into the database before the copy was made.
        return Ok(unchanged);
    }
    let mut target = OpenOptions::new()
        .read(true)
        .write(true)
        .open(copy)
        .map_err(scratch_failed)?;
    let page_bytes = page_bytes(&mut target)?;
    let Some((frames_count, pages)) = last_commit(log, page_bytes)? else {
        return Ok(unchanged);
    };
    let length = u64::from(pages).saturating_mul(u64::from(page_bytes));
    if length > limits.decoded_bytes_max {
        return Err(Refusal::TooLarge {
            what: "decoded-bytes",
            limit: limits.decoded_bytes_max,
        });
    }
    target.set_len(length).map_err(scratch_failed)?;
    let mut frames = Frames::open(log, page_bytes)?;
    for _ in 0..frames_count {
        let Some((number, _)) = frames.next()? else {
            return Err(Refusal::CannotBeRead("it changed meanwhile".to_owned()));
        };
        // Pages beyond the end were given up by a later commit.
        if number <= pages {
            let at = u64::from(number.saturating_sub(1)).saturating_mul(u64::from(page_bytes));
            target
                .seek(SeekFrom::Start(at))
                .and_then(|_| target.write_all(&frames.page))
                .map_err(scratch_failed)?;
        }
    }
    target.flush().map_err(scratch_failed)?;
    Ok(Applied {
        bytes_count: length,
        pages_count: frames_count,
    })
}

/// Up to which frame the log is committed, and how many pages the database has then.
fn last_commit(log: &Path, page_bytes: u32) -> Result<Option<(u64, u32)>, Refusal> {
    let mut frames = Frames::open(log, page_bytes)?;
    let mut seen = 0;
    let mut last = None;
    while let Some((_, size)) = frames.next()? {
        seen += 1;
        if size > 0 {
            last = Some((seen, size));
        }
    }
    Ok(last)
}

/// The size of the pages of the database.
fn page_bytes(target: &mut File) -> Result<u32, Refusal> {
    let mut bytes = [0; 2];
    target
        .seek(SeekFrom::Start(16))
        .and_then(|_| target.read_exact(&mut bytes))
        .map_err(scratch_failed)?;
    Ok(match bytes {
        [0, 1] => 65_536,
        two => u32::from(u16::from_be_bytes(two)),
    })
}

/// The frames of a log, as far as they are whole and belong together.
struct Frames {
    source: BufReader<File>,
    salts: [u8; 8],
    sums: (u32, u32),
    is_big_endian: bool,
    page: Vec<u8>,
}

impl Frames {
    fn open(log: &Path, page_bytes: u32) -> Result<Self, Refusal> {
        let unreadable = |error: std::io::Error| Refusal::CannotBeRead(error.to_string());
        let mut source = BufReader::new(File::open(log).map_err(unreadable)?);
        let mut header = [0; HEADER_BYTES];
        source
            .read_exact(&mut header)
            .map_err(|_| Refusal::LogDoesNotBelong)?;
        let magic = word(&header, 0);
        let is_big_endian = magic & 1 == 1;
        let [.., a, b, c, d, e, f, g, h, _, _, _, _, _, _, _, _] = header;
        let mut frames = Self {
            source,
            salts: [a, b, c, d, e, f, g, h],
            sums: (0, 0),
            is_big_endian,
            page: vec![0; usize::try_from(page_bytes).unwrap_or(0)],
        };
        frames.sum(header.get(..24).unwrap_or_default());
        let is_whole = frames.sums == (word(&header, 24), word(&header, 28));
        if magic & !1 != MAGIC || word(&header, 8) != page_bytes || !is_whole {
            return Err(Refusal::LogDoesNotBelong);
        }
        Ok(frames)
    }

    /// The next frame: the number of its page, and the number of pages after a commit, or zero. The
    /// first frame that is cut, or not of this log, ends it: so SQLite reads it too.
    fn next(&mut self) -> Result<Option<(u32, u32)>, Refusal> {
        let mut header = [0; FRAME_BYTES];
        for part in [header.as_mut_slice(), self.page.as_mut_slice()] {
            match self.source.read_exact(part) {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
                Err(error) => return Err(Refusal::CannotBeRead(error.to_string())),
            }
        }
        let page = std::mem::take(&mut self.page);
        self.sum(header.get(..8).unwrap_or_default());
        self.sum(&page);
        self.page = page;
        let is_ours = header.get(8..16) == Some(self.salts.as_slice());
        let is_whole = self.sums == (word(&header, 16), word(&header, 20));
        let number = word(&header, 0);
        if !is_ours || !is_whole || number == 0 {
            return Ok(None);
        }
        Ok(Some((number, word(&header, 4))))
    }

    fn sum(&mut self, bytes: &[u8]) {
        let (mut first, mut second) = self.sums;
        for eight in bytes.chunks_exact(8) {
            let [a, b, c, d, e, f, g, h] = eight else {
                continue;
            };
            let (left, right) = if self.is_big_endian {
                (
                    u32::from_be_bytes([*a, *b, *c, *d]),
                    u32::from_be_bytes([*e, *f, *g, *h]),
                )
            } else {
                (
                    u32::from_le_bytes([*a, *b, *c, *d]),
                    u32::from_le_bytes([*e, *f, *g, *h]),
                )
            };
            first = first.wrapping_add(left).wrapping_add(second);
            second = second.wrapping_add(right).wrapping_add(first);
        }
        self.sums = (first, second);
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    let four = bytes.get(at..at.saturating_add(4)).unwrap_or_default();
    four.iter()
        .fold(0, |word, byte| (word << 8) | u32::from(*byte))
}
