//! The compressed form: independent Zstandard frames with checksums, a seal, and a seek table, so
//! that `zstd -d` gives the plain database, damage is found, and any piece can be read alone.
//! SPEC-manager-file.md, "Compressed form".

mod frames;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::thread;

use sha2::{Digest, Sha256};
use zeekstd::SeekTable;

use frames::{Failure, Frame};

#[cfg(feature = "encryption")]
use super::encryption::Sealing;
use super::pace::PacedFile;
use super::{Encryption, WriteError, seal};

/// Bytes of the database in one frame.
pub(super) const FRAME_INPUT_BYTES: usize = 1024 * 1024;
/// More threads than this only cost memory.
const THREADS_MAX: usize = 16;
/// So many at most when nobody says how many: each holds about five MiB.
const THREADS_USUAL_MAX: usize = 4;
/// The usual level: half the work of level 3 for about four bytes in a hundred more.
const LEVEL_USUAL: i32 = 1;

/// How to compress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompressOptions {
    /// Zstandard level, 1 to 19; others are brought into that range.
    pub level: i32,
    /// How many frames are compressed at the same time, 1 to 16. The bytes do not depend on it.
    pub threads: usize,
}

impl Default for CompressOptions {
    fn default() -> Self {
        let processors = thread::available_parallelism().map_or(1, usize::from);
        Self {
            level: LEVEL_USUAL,
            threads: processors.min(THREADS_USUAL_MAX),
        }
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compressed {
    /// Length of the compressed file in bytes.
    pub bytes_count: u64,
    /// SHA-256 of the compressed file.
    pub sha256: [u8; 32],
}

/// Compresses a plain file into `target`, which must not exist, seals it and waits until it is on
/// the disk. `progress` is told the bytes done and in all, and may stop the work.
///
/// # Errors
/// [`WriteError::Io`] and [`WriteError::DiskFull`]; [`WriteError::Stopped`] when `progress` breaks.
/// What was written of `target` is removed then.
pub fn compress(
    plain: &Path,
    target: &Path,
    options: &CompressOptions,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Compressed, WriteError> {
    into_target(target, |file| {
        let (file, compressed) = write_all(plain, target, file, options, progress)?;
        file.finish().map_err(|e| WriteError::io(target, e))?;
        Ok(compressed)
    })
}

/// The same inside one age file: nothing that is not encrypted reaches `target`. What is told of
/// the compressed bytes is of those inside.
///
/// # Errors
/// As [`compress()`]; [`WriteError::NoEncryption`] when this build has none.
pub fn compress_encrypted(
    plain: &Path,
    target: &Path,
    options: &CompressOptions,
    encryption: &Encryption,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Compressed, WriteError> {
    #[cfg(not(feature = "encryption"))]
    {
        let _ = (plain, target, options, encryption, progress);
        Err(WriteError::NoEncryption)
    }
    #[cfg(feature = "encryption")]
    into_target(target, |file| {
        let failed = |error| WriteError::io(target, error);
        let sealing = Sealing::begin(file, encryption).map_err(failed)?;
        let (sealing, compressed) = write_all(plain, target, sealing, options, progress)?;
        let file = sealing.finish().map_err(failed)?;
        file.finish().map_err(failed)?;
        Ok(compressed)
    })
}

/// Makes the file and removes it when writing it fails: a half file is worth nothing.
fn into_target(
    target: &Path,
    write: impl FnOnce(PacedFile) -> Result<Compressed, WriteError>,
) -> Result<Compressed, WriteError> {
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(target)
        .map_err(|e| WriteError::io(target, e))?;
    let result = write(PacedFile::of(file));
    if result.is_err() {
        // The first error is the one worth telling; a half file without a seal is refused anyway.
        let _ = fs::remove_file(target);
    }
    result
}

fn write_all<W: Write>(
    plain: &Path,
    target: &Path,
    out: W,
    options: &CompressOptions,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<(W, Compressed), WriteError> {
    let source = File::open(plain).map_err(|e| WriteError::io(plain, e))?;
    let total = source
        .metadata()
        .map_err(|e| WriteError::io(plain, e))?
        .len();
    let mut sealed = Sealed::begin(out).map_err(|e| WriteError::io(target, e))?;
    let threads = options.threads.clamp(1, THREADS_MAX);
    let mut done = 0_u64;
    frames::each_frame(source, options.level, threads, &mut |frame| {
        sealed
            .block(&frame)
            .map_err(|e| Stop::Failed(WriteError::io(target, e)))?;
        done = done.saturating_add(u64::try_from(frame.input_bytes).unwrap_or(u64::MAX));
        match progress(done, total.max(done)) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Stop::Failed(WriteError::Stopped)),
        }
    })
    .map_err(|stop| match stop {
        Stop::Failed(error) => error,
        Stop::NoFrame(Failure::Reading(e)) => WriteError::io(plain, e),
        Stop::NoFrame(Failure::Compressing(e)) => WriteError::io(target, e),
    })?;
    sealed.finish().map_err(|e| WriteError::io(target, e))
}

/// Why no more frames are wanted, or can be had.
enum Stop {
    Failed(WriteError),
    NoFrame(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Self::NoFrame(failure)
    }
}

/// A sealed file while it is being written.
struct Sealed<W> {
    out: W,
    bytes_count: u64,
    whole: Sha256,
    table: SeekTable,
    blocks: Vec<seal::Block>,
}

impl<W: Write> Sealed<W> {
    fn begin(out: W) -> io::Result<Self> {
        let mut sealed = Self {
            out,
            bytes_count: 0,
            whole: Sha256::new(),
            table: SeekTable::new(),
            blocks: Vec::new(),
        };
        sealed.frame(&seal::head(), 0)?;
        Ok(sealed)
    }

    /// Writes one frame of the database.
    fn block(&mut self, frame: &Frame) -> io::Result<()> {
        self.blocks.push(seal::Block {
            bytes_count: u64::try_from(frame.bytes.len()).map_err(io::Error::other)?,
            sha256: frame.sha256,
        });
        self.frame(&frame.bytes, frame.input_bytes)
    }

    /// Writes one frame and enters it into the seek table. Skippable frames are entered as holding
    /// nothing, as the convention says.
    fn frame(&mut self, frame: &[u8], input_bytes: usize) -> io::Result<()> {
        self.log(frame.len(), input_bytes)?;
        self.write(frame)
    }

    fn log(&mut self, frame_bytes: usize, input_bytes: usize) -> io::Result<()> {
        let short = |count: usize| u32::try_from(count).map_err(io::Error::other);
        self.table
            .log_frame(short(frame_bytes)?, short(input_bytes)?)
            .map_err(io::Error::other)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.whole.update(bytes);
        let count = u64::try_from(bytes.len()).map_err(io::Error::other)?;
        self.bytes_count = self.bytes_count.saturating_add(count);
        Ok(())
    }

    /// Writes the list of blocks, the seal and the seek table. The seal covers the table behind it,
    /// so the table is made first.
    fn finish(mut self) -> io::Result<(W, Compressed)> {
        let list = seal::list(&self.blocks);
        let list = list.ok_or_else(|| io::Error::other("there are too many blocks"))?;
        self.frame(&list, 0)?;
        self.log(seal::SEAL_BYTES, 0)?;
        let mut serializer = std::mem::take(&mut self.table).into_serializer();
        let mut table = vec![0; serializer.encoded_len()];
        let mut at = 0;
        while let Some(rest) = table.get_mut(at..).filter(|rest| !rest.is_empty()) {
            match serializer.write_into(rest) {
                0 => return Err(io::Error::other("the seek table has another length")),
                count => at = at.saturating_add(count),
            }
        }
        let rest = seal::SEAL_BYTES.saturating_add(table.len());
        let file_bytes = u64::try_from(rest)
            .map_err(io::Error::other)?
            .saturating_add(self.bytes_count);
        let seal = seal::seal_without_digest(file_bytes);
        self.write(&seal)?;
        let mut sealed = self.whole.clone();
        sealed.update(&table);
        let digest: [u8; 32] = sealed.finalize().into();
        self.write(&digest)?;
        self.write(&table)?;
        let compressed = Compressed {
            bytes_count: self.bytes_count,
            sha256: self.whole.finalize().into(),
        };
        Ok((self.out, compressed))
    }
}
