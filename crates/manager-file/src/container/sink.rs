//! Where an unpacked database goes: a temporary file that never grows beyond the limits, or one
//! that is there already and must be the same.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, TempPath};

use super::form::{self, Form};
use super::{Limits, Refusal};

/// Bytes needed to see whether what comes out is a database.
const MAGIC_BYTES: usize = 16;

/// Takes the bytes of the private copy and refuses as soon as they are no database or too many.
pub(super) struct Sink {
    target: Target,
    first: Vec<u8>,
    written: u64,
    bytes_max: u64,
    bytes_limit: u64,
    ratio_max: u64,
    ratio_bytes_max: u64,
}

/// What is done with the bytes.
enum Target {
    /// They are kept.
    New(NamedTempFile),
    /// They are compared with those that are there.
    Same {
        file: File,
        path: TempPath,
        /// What was read of it last.
        piece: Vec<u8>,
    },
}

impl Sink {
    /// A new temporary file in the folder `scratch`, for a file of `given_bytes`.
    pub(super) fn new(scratch: &Path, limits: &Limits, given_bytes: u64) -> Result<Self, Refusal> {
        let file = Builder::new()
            .prefix("reading-")
            .suffix(".sqlite")
            .tempfile_in(scratch)
            .map_err(scratch_failed)?;
        Ok(Self::into(Target::New(file), limits, given_bytes))
    }

    /// The file `plain`, which must come out of a file of `given_bytes`.
    pub(super) fn comparing(
        plain: TempPath,
        limits: &Limits,
        given_bytes: u64,
    ) -> Result<Self, Refusal> {
        let target = Target::Same {
            file: File::open(&plain).map_err(scratch_failed)?,
            path: plain,
            piece: Vec::new(),
        };
        Ok(Self::into(target, limits, given_bytes))
    }

    fn into(target: Target, limits: &Limits, given_bytes: u64) -> Self {
        let ratio_bytes_max = given_bytes
            .saturating_mul(limits.ratio_max)
            .max(limits.ratio_free_bytes);
        Self {
            target,
            first: Vec::with_capacity(MAGIC_BYTES),
            written: 0,
            bytes_max: limits.decoded_bytes_max.min(ratio_bytes_max),
            bytes_limit: limits.decoded_bytes_max,
            ratio_max: limits.ratio_max,
            ratio_bytes_max,
        }
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
        self.target.take(bytes)
    }

    /// The copy and its length.
    pub(super) fn finish(self) -> Result<(TempPath, u64), Refusal> {
        if self.first.len() < MAGIC_BYTES {
            self.must_be_a_database()?;
        }
        Ok((self.target.finish()?, self.written))
    }

    fn must_be_a_database(&self) -> Result<(), Refusal> {
        match form::recognise(&self.first)? {
            Form::Plain => Ok(()),
            Form::Zstandard | Form::Gzip | Form::Zip => Err(Refusal::CompressedTwice),
        }
    }
}

impl Target {
    fn take(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        match self {
            Self::New(file) => file.write_all(bytes).map_err(scratch_failed),
            Self::Same { file, piece, .. } => {
                piece.resize(bytes.len(), 0);
                match file.read_exact(piece) {
                    Ok(()) if piece == bytes => Ok(()),
                    Ok(()) => Err(Refusal::Altered),
                    Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                        Err(Refusal::Altered)
                    }
                    Err(error) => Err(scratch_failed(error)),
                }
            }
        }
    }

    fn finish(self) -> Result<TempPath, Refusal> {
        match self {
            Self::New(mut file) => {
                file.flush().map_err(scratch_failed)?;
                Ok(file.into_temp_path())
            }
            Self::Same { mut file, path, .. } => {
                match file.read(&mut [0]).map_err(scratch_failed)? {
                    0 => Ok(path),
                    _ => Err(Refusal::Altered),
                }
            }
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
