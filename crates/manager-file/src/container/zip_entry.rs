//! Finds the one database in a zip. Names inside the archive only help to tell the entries apart;
//! nothing is ever written under them.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};

use zip::ZipArchive;
use zip::result::ZipError;

use super::form::{self, Form};
use super::private_copy::{PIECE_BYTES, damaged_stream, pump};
use super::sink::Sink;
use super::{Limits, Refusal};

/// More entries than this are refused before the archive's own list is read.
const ENTRIES_COUNT_MAX: u64 = 10_000;
/// How far from its end a zip may keep its closing record.
const CLOSING_BYTES_MAX: u64 = 22 + 65_535;

/// Unpacks the only database in the archive.
pub(super) fn unpack(mut file: File, limits: &Limits, sink: &mut Sink) -> Result<(), Refusal> {
    let entries = entries_count(&mut file)?;
    if entries > ENTRIES_COUNT_MAX {
        return Err(Refusal::TooLarge {
            what: "zip-entries",
            limit: ENTRIES_COUNT_MAX,
        });
    }
    let file = BufReader::with_capacity(PIECE_BYTES, file);
    let mut archive = ZipArchive::new(file).map_err(damaged_zip)?;
    let at = find_database(&mut archive)?;
    let mut entry = archive.by_index(at).map_err(damaged_zip)?;
    if entry.size() > limits.decoded_bytes_max {
        return Err(Refusal::TooLarge {
            what: "decoded-bytes",
            limit: limits.decoded_bytes_max,
        });
    }
    pump(&mut entry, sink, damaged_stream)
}

/// The number of entries by the closing record; a zip without one was cut short.
fn entries_count(file: &mut File) -> Result<u64, Refusal> {
    let unreadable = |error: io::Error| Refusal::CannotBeRead(error.to_string());
    let length = file.metadata().map_err(unreadable)?.len();
    let mut end = Vec::new();
    file.seek(SeekFrom::Start(length.saturating_sub(CLOSING_BYTES_MAX)))
        .and_then(|_| file.read_to_end(&mut end))
        .and_then(|_| file.rewind())
        .map_err(unreadable)?;
    let record = (0..end.len())
        .rev()
        .filter_map(|at| end.get(at..))
        .find(|rest| rest.len() >= 22 && rest.starts_with(b"PK\x05\x06"))
        .ok_or(Refusal::CutShort)?;
    match record.get(10..12) {
        // 0xFFFF stands for "more than fits here", which is more than enough.
        Some(&[low, high]) => Ok(u64::from(u16::from_le_bytes([low, high]))),
        _ => Err(Refusal::CutShort),
    }
}

/// The place of the only entry that is a database by its first bytes, or a backup by its name.
fn find_database(archive: &mut ZipArchive<BufReader<File>>) -> Result<usize, Refusal> {
    let mut found = Vec::new();
    let mut encrypted = false;
    for at in 0..archive.len() {
        let raw = archive.by_index_raw(at).map_err(damaged_zip)?;
        let name = String::from_utf8_lossy(raw.name_raw()).to_ascii_lowercase();
        // macOS adds a shadow of every file here.
        if raw.is_dir() || name.starts_with("__macosx/") {
            continue;
        }
        let named = name.ends_with(".manager");
        if raw.encrypted() {
            encrypted = true;
            continue;
        }
        drop(raw);
        if named || is_database(archive, at) {
            found.push(at);
        }
    }
    match found.as_slice() {
        [at] => Ok(*at),
        [] if encrypted => Err(Refusal::Encrypted),
        [] => Err(Refusal::ZipWithoutDatabase),
        several => Err(Refusal::ZipWithSeveral(
            u64::try_from(several.len()).unwrap_or(u64::MAX),
        )),
    }
}

/// Whether the entry begins as a database. One that cannot be read is none.
fn is_database(archive: &mut ZipArchive<BufReader<File>>, at: usize) -> bool {
    let mut first = Vec::new();
    archive
        .by_index(at)
        .ok()
        .and_then(|entry| entry.take(16).read_to_end(&mut first).ok())
        .is_some_and(|_| matches!(form::recognise(&first), Ok(Form::Plain)))
}

fn damaged_zip(error: ZipError) -> Refusal {
    match error {
        ZipError::Io(error) => damaged_stream(error),
        error => Refusal::Damaged(error.to_string()),
    }
}
