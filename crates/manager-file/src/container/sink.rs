//! Where an unpacked database goes: a temporary file that never grows beyond the limits.

use std::io::{self, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, TempPath};

use super::form::{self, Form};
use super::{Limits, Refusal};

/// Bytes needed to see whether what comes out is a database.
const MAGIC_BYTES: usize = 16;

/// Takes the bytes of the private copy and refuses as soon as they are no database or too many.
pub(super) struct Sink {
    file: NamedTempFile,
    first: Vec<u8>,
    written: u64,
    bytes_max: u64,
    bytes_limit: u64,
    ratio_max: u64,
    ratio_bytes_max: u64,
}

impl Sink {
    /// A new temporary file in the folder `scratch`, for a file of `given_bytes`.
    pub(super) fn new(scratch: &Path, limits: &Limits, given_bytes: u64) -> Result<Self, Refusal> {
        let file = Builder::new()
            .prefix("reading-")
            .suffix(".sqlite")
            .tempfile_in(scratch)
            .map_err(scratch_failed)?;
        let ratio_bytes_max = given_bytes
            .saturating_mul(limits.ratio_max)
            .max(limits.ratio_free_bytes);
        Ok(Self {
            file,
            first: Vec::with_capacity(MAGIC_BYTES),
            written: 0,
            bytes_max: limits.decoded_bytes_max.min(ratio_bytes_max),
            bytes_limit: limits.decoded_bytes_max,
            ratio_max: limits.ratio_max,
            ratio_bytes_max,
        })
    }

    /// Takes the next bytes.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        let count = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.written = self.written.saturating_add(count);
        if self.written > self.bytes_max {
            return Err(if self.ratio_bytes_max < self.bytes_limit {
                Refusal::Bomb(self.ratio_max)
            } else {
                Refusal::TooLarge {
                    what: "decoded-bytes",
                    limit: self.bytes_limit,
                }
            });
        }
        if self.first.len() < MAGIC_BYTES {
            let missing = MAGIC_BYTES.saturating_sub(self.first.len());
            self.first.extend(bytes.iter().take(missing));
            if self.first.len() == MAGIC_BYTES {
                self.must_be_a_database()?;
            }
        }
        self.file.write_all(bytes).map_err(scratch_failed)
    }

    /// The copy and its length.
    pub(super) fn finish(mut self) -> Result<(TempPath, u64), Refusal> {
        if self.first.len() < MAGIC_BYTES {
            self.must_be_a_database()?;
        }
        self.file.flush().map_err(scratch_failed)?;
        Ok((self.file.into_temp_path(), self.written))
    }

    fn must_be_a_database(&self) -> Result<(), Refusal> {
        match form::recognise(&self.first)? {
            Form::Plain => Ok(()),
            Form::Zstandard | Form::Gzip | Form::Zip => Err(Refusal::CompressedTwice),
        }
    }
}

/// What a failure of the temporary file means.
pub(super) fn scratch_failed(error: io::Error) -> Refusal {
    match error.kind() {
        io::ErrorKind::StorageFull => Refusal::DiskFull,
        _ => Refusal::Scratch(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_from_other_failures() {
        let code = |kind: io::ErrorKind| scratch_failed(kind.into()).code();
        assert_eq!(code(io::ErrorKind::StorageFull), "disk-full");
        assert_eq!(code(io::ErrorKind::PermissionDenied), "scratch");
    }

    #[test]
    fn what_is_no_database_is_refused_after_sixteen_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let mut sink = Sink::new(folder.path(), &Limits::default(), 100).unwrap();
        sink.write(b"Dear Sir, ").unwrap();
        let refusal = sink.write(b"here are").err();
        assert_eq!(refusal.map(|it| it.code()), Some("not-a-backup"));
        drop(sink);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
