//! Takes a file from outside into a private copy: recognised by content, unpacked within the
//! limits, hashed on the way. Nothing after this touches the file as given.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use tempfile::TempPath;

use super::form::{self, Form, Seal};
use super::seal::{self, FileHash};
use super::sink::Sink;
use super::{Limits, Passphrase, Refusal, encryption, zip_entry};

/// The other program's list of businesses and users always has this name.
const REGISTRY_NAME: &str = "00000000000000000000000000000000.manager";
/// How much is read at a time.
pub(super) const PIECE_BYTES: usize = 128 * 1024;
/// How many first bytes tell the form.
const FIRST_BYTES: u64 = 64;

/// A private copy of the database in a file, and what is known about the file as given.
pub(super) struct PrivateCopy {
    pub(super) form: Form,
    /// Log2 of the cost of trying a passphrase, of a file that was encrypted.
    pub(super) work_factor: Option<u8>,
    pub(super) bytes_count: u64,
    pub(super) sha256: [u8; 32],
    pub(super) seal: Seal,
    /// The plain database; removed when this is dropped.
    pub(super) path: TempPath,
    /// Its length in bytes.
    pub(super) decoded_bytes_count: u64,
}

/// Recognises, decrypts and unpacks the file at `path`.
pub(super) fn make(
    path: &Path,
    name: &str,
    passphrase: Option<&Passphrase>,
    scratch: &Path,
    limits: &Limits,
) -> Result<PrivateCopy, Refusal> {
    let (mut file, bytes_count) = open(path, limits)?;
    let first = first_bytes(&mut file)?;
    if !encryption::is_encrypted(&first) {
        let sink = Sink::new(scratch, limits, bytes_count)?;
        return unpack((file, bytes_count), &first, name, limits, sink);
    }
    let mut opened = encryption::open(file, &first, passphrase, scratch, limits)?;
    let first = first_bytes(&mut opened.plain)?;
    let plain_bytes_count = opened.plain.metadata().map_err(unreadable)?.len();
    let sink = Sink::new(scratch, limits, plain_bytes_count)?;
    let plain = (opened.plain, plain_bytes_count);
    Ok(PrivateCopy {
        work_factor: Some(opened.work_factor),
        bytes_count,
        sha256: opened.sha256,
        ..unpack(plain, &first, name, limits, sink)?
    })
}

/// Whether the file at `path` is one that was encrypted; not when it cannot be read.
pub(super) fn is_encrypted(path: &Path) -> bool {
    let mut first = Vec::new();
    let read = File::open(path).and_then(|file| file.take(FIRST_BYTES).read_to_end(&mut first));
    read.is_ok() && encryption::is_encrypted(&first)
}

/// Whether a passphrase opens the file at `path`; of one that is not encrypted none does.
pub(super) fn fits(path: &Path, passphrase: &Passphrase, limits: &Limits) -> Result<bool, Refusal> {
    let (mut file, _) = open(path, limits)?;
    let first = first_bytes(&mut file)?;
    if !encryption::is_encrypted(&first) {
        return Ok(false);
    }
    encryption::fits(file, &first, passphrase, limits)
}

/// Recognises and unpacks the file at `path`, of which nothing may come out but `plain`.
pub(super) fn against(
    path: &Path,
    plain: TempPath,
    name: &str,
    limits: &Limits,
) -> Result<PrivateCopy, Refusal> {
    let (mut file, bytes_count) = open(path, limits)?;
    let first = first_bytes(&mut file)?;
    let sink = Sink::comparing(plain, limits, bytes_count)?;
    unpack((file, bytes_count), &first, name, limits, sink)
}

fn first_bytes(file: &mut File) -> Result<Vec<u8>, Refusal> {
    let mut first = Vec::new();
    file.take(FIRST_BYTES)
        .read_to_end(&mut first)
        .and_then(|_| file.rewind())
        .map_err(unreadable)?;
    Ok(first)
}

/// Unpacks a file that is not encrypted, or no longer is, of this length.
fn unpack(
    (file, bytes_count): (File, u64),
    first: &[u8],
    name: &str,
    limits: &Limits,
    mut sink: Sink,
) -> Result<PrivateCopy, Refusal> {
    if name.eq_ignore_ascii_case(REGISTRY_NAME) {
        return Err(Refusal::RegistryFile);
    }
    let form = form::recognise(first).map_err(|refusal| match refusal {
        Refusal::NotABackup if is_dat(name) => Refusal::OlderFormat,
        refusal => refusal,
    })?;
    let (sha256, seal) = match form {
        Form::Plain => copy_plain(file, &mut sink)?,
        Form::Zstandard => unpack_zstandard(file, first, bytes_count, limits, &mut sink)?,
        Form::Gzip => unpack_gzip(file, &mut sink)?,
        Form::Zip => unpack_zip(file, limits, &mut sink)?,
    };
    let (path, decoded_bytes_count) = sink.finish()?;
    Ok(PrivateCopy {
        form,
        work_factor: None,
        bytes_count,
        sha256,
        seal,
        path,
        decoded_bytes_count,
    })
}

fn open(path: &Path, limits: &Limits) -> Result<(File, u64), Refusal> {
    // Looked at before it is opened: opening a pipe would wait for ever.
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(Refusal::IsAFolder);
    }
    if !metadata.is_file() {
        return Err(Refusal::CannotBeRead("it is no ordinary file".to_owned()));
    }
    let file = File::open(path).map_err(unreadable)?;
    let bytes_count = file.metadata().map_err(unreadable)?.len();
    if bytes_count == 0 {
        return Err(Refusal::EmptyFile);
    }
    if bytes_count > limits.file_bytes_max {
        return Err(Refusal::TooLarge {
            what: "file-bytes",
            limit: limits.file_bytes_max,
        });
    }
    Ok((file, bytes_count))
}

fn is_dat(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".dat")
}

fn unreadable(error: io::Error) -> Refusal {
    Refusal::CannotBeRead(error.to_string())
}

fn copy_plain(file: File, sink: &mut Sink) -> Result<([u8; 32], Seal), Refusal> {
    let mut source = Hashing::new(file, None);
    pump(&mut source, sink, unreadable)?;
    Ok((source.hash.finish().0, Seal::None))
}

fn unpack_zstandard(
    mut file: File,
    first: &[u8],
    bytes_count: u64,
    limits: &Limits,
    sink: &mut Sink,
) -> Result<([u8; 32], Seal), Refusal> {
    let found = find_seal(&mut file, first, bytes_count)?;
    let sealed = found.is_some();
    if let Ok(Some(declared)) = zstd::zstd_safe::get_frame_content_size(first)
        && declared > limits.decoded_bytes_max
    {
        return Err(Refusal::TooLarge {
            what: "decoded-bytes",
            limit: limits.decoded_bytes_max,
        });
    }
    let mut source = Hashing::new(file, found);
    let unpacked = zstd::Decoder::with_buffer(BufReader::with_capacity(PIECE_BYTES, &mut source))
        .and_then(|mut decoder| {
            decoder.window_log_max(limits.zstandard_window_log_max)?;
            Ok(decoder)
        })
        .map_err(unreadable)
        .and_then(|mut decoder| pump(&mut decoder, sink, damaged_stream));
    source.settle(unpacked).map_err(|refusal| match refusal {
        // The seal says more than the decoder can: whatever does not decode was changed.
        Refusal::Damaged(_) | Refusal::CutShort | Refusal::NotABackup if sealed => Refusal::Altered,
        refusal => refusal,
    })?;
    match source.hash.finish() {
        (_, Some(false)) => Err(Refusal::Altered),
        (sha256, Some(true)) => Ok((sha256, Seal::Intact)),
        (sha256, None) => Ok((sha256, Seal::None)),
    }
}

/// Looks at both ends of the file for the two frames of a seal.
fn find_seal(
    file: &mut File,
    first: &[u8],
    bytes_count: u64,
) -> Result<Option<seal::Found>, Refusal> {
    let foot = read_at(
        file,
        bytes_count.saturating_sub(seal::FOOT_BYTES),
        seal::FOOT_BYTES,
    )?;
    let place = seal::place(&foot, bytes_count);
    let found = match (place, u64::try_from(seal::SEAL_BYTES)) {
        (Some(at), Ok(length)) => seal::read(&read_at(file, at, length)?, at),
        _ => None,
    };
    file.rewind().map_err(unreadable)?;
    seal::expected(seal::announced(first), place.is_some(), found)
}

fn read_at(file: &mut File, at: u64, length: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(at))
        .and_then(|_| file.take(length).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    Ok(bytes)
}

fn unpack_gzip(file: File, sink: &mut Sink) -> Result<([u8; 32], Seal), Refusal> {
    let mut source = Hashing::new(file, None);
    let mut decoder = MultiGzDecoder::new(BufReader::with_capacity(PIECE_BYTES, &mut source));
    let unpacked = pump(&mut decoder, sink, damaged_stream);
    drop(decoder);
    source.settle(unpacked)?;
    Ok((source.hash.finish().0, Seal::None))
}

fn unpack_zip(
    mut file: File,
    limits: &Limits,
    sink: &mut Sink,
) -> Result<([u8; 32], Seal), Refusal> {
    // A zip is read from its end, so it is hashed beforehand.
    let mut source = Hashing::new(&mut file, None);
    source.drain()?;
    let (sha256, _) = source.hash.finish();
    file.rewind().map_err(unreadable)?;
    zip_entry::unpack(file, limits, sink)?;
    Ok((sha256, Seal::None))
}

/// Copies until the end. `read_failed` says what a failure of the source means.
pub(super) fn pump(
    source: &mut dyn Read,
    sink: &mut Sink,
    read_failed: fn(io::Error) -> Refusal,
) -> Result<(), Refusal> {
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match source.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(count) => sink.write(piece.get(..count).unwrap_or_default())?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(read_failed(error)),
        }
    }
}

/// What an error of a decoder means.
pub(super) fn damaged_stream(error: io::Error) -> Refusal {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Refusal::CutShort,
        _ => Refusal::Damaged(error.to_string()),
    }
}

/// A source that is hashed while it is read, and that remembers when reading itself failed, since
/// a decoder above it would report that as damage.
pub(super) struct Hashing<R> {
    inner: R,
    pub(super) hash: FileHash,
    failed: Option<String>,
}

impl<R: Read> Hashing<R> {
    pub(super) fn new(inner: R, seal: Option<seal::Found>) -> Self {
        Self {
            inner,
            hash: FileHash::new(seal),
            failed: None,
        }
    }

    /// Reads what a decoder left unread, so that the hash is that of the whole file.
    fn drain(&mut self) -> Result<(), Refusal> {
        let mut piece = vec![0; PIECE_BYTES];
        loop {
            match self.read(&mut piece) {
                Ok(0) => return Ok(()),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(unreadable(error)),
            }
        }
    }

    /// What came of the decoder above, once the rest of the file is read and hashed too.
    pub(super) fn settle<T>(&mut self, unpacked: Result<T, Refusal>) -> Result<T, Refusal> {
        if let Some(reason) = self.failed.take() {
            return Err(Refusal::CannotBeRead(reason));
        }
        let unpacked = unpacked?;
        self.drain()?;
        Ok(unpacked)
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        match self.inner.read(piece) {
            Ok(count) => {
                self.hash.update(piece.get(..count).unwrap_or_default());
                Ok(count)
            }
            Err(error) => {
                if error.kind() != io::ErrorKind::Interrupted {
                    self.failed = Some(error.to_string());
                }
                Err(error)
            }
        }
    }
}
