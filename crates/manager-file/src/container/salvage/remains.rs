//! What still comes out of a damaged file: as much of its database as can be unpacked, each piece
//! at its place, with a note of which pieces are proved to be as they were made.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;

use flate2::bufread::{DeflateDecoder, MultiGzDecoder};
use sha2::{Digest, Sha256};

use super::{Proof, SalvageRequest};
use crate::container::compress::FRAME_INPUT_BYTES;
use crate::container::damage::{DamagedBlock, FRAME_BYTES_MAX, read_list};
use crate::container::encryption::{self, Around};
use crate::container::form::{self, Form};
use crate::container::private_copy::PIECE_BYTES;
use crate::container::sink::scratch_failed;
use crate::container::{Limits, Refusal, seal};

/// Bit of a frame's description that says that a checksum of its content follows.
const CHECKSUM_FLAG: u8 = 0x04;
/// Bytes of the head of an entry in a zip, before its name.
const ZIP_HEAD_BYTES: u64 = 30;

/// How a piece of the database came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// As it was made: that is proved.
    Whole,
    /// Something came out, and nothing proves it.
    Doubtful,
    /// Nothing.
    Gone,
}

/// The database as far as it came out.
pub(super) struct Remains {
    pub(super) form: Form,
    /// Whether its first bytes are those of a form that we know.
    pub(super) is_recognised: bool,
    /// Length of the file as given.
    pub(super) bytes_count: u64,
    /// SHA-256 of the file as given.
    pub(super) sha256: [u8; 32],
    /// The database, with nothing where nothing came out.
    pub(super) database: File,
    /// Its length as far as it is known.
    pub(super) database_bytes: u64,
    /// What proves whole pieces.
    pub(super) proof: Proof,
    /// How each MiB of it came out; none where nothing is proved of any.
    pub(super) pieces: Vec<Piece>,
    /// The damaged pieces, where they lie in the file.
    pub(super) blocks: Vec<DamagedBlock>,
}

/// Unpacks what can be unpacked.
pub(super) fn unpack(request: &SalvageRequest<'_>) -> Result<Remains, Refusal> {
    let (limits, scratch) = (request.limits, request.scratch);
    let mut given = open(request.path, limits)?;
    let sha256 = digest_of(&mut given)?;
    let bytes_count = given.metadata().map_err(unreadable)?.len();
    let mut first = first_bytes(&mut given)?;
    let around = match encryption::is_encrypted(&first) {
        true => Some(decrypted(&given, &first, request)?),
        false => None,
    };
    let mut file = match &around {
        Some(around) => around.plain.try_clone().map_err(scratch_failed)?,
        None => given,
    };
    if around.is_some() {
        first = first_bytes(&mut file)?;
    }
    let recognised = form::recognise(&first);
    let is_recognised = !matches!(recognised, Err(Refusal::NotABackup));
    let form = match recognised {
        Ok(form) => form,
        // The first page of a database may be what is lost; its others are looked at.
        Err(Refusal::NotABackup | Refusal::CutShort) if !first.is_empty() => Form::Plain,
        Err(Refusal::NotABackup | Refusal::CutShort) if bytes_count > 0 => {
            return Err(Refusal::NothingWhole);
        }
        Err(Refusal::NotABackup | Refusal::CutShort) => return Err(Refusal::EmptyFile),
        Err(refusal) => return Err(refusal),
    };
    let mut remains = Remains {
        form,
        is_recognised,
        bytes_count,
        sha256,
        database: tempfile::tempfile_in(scratch).map_err(scratch_failed)?,
        database_bytes: 0,
        proof: Proof::None,
        pieces: Vec::new(),
        blocks: Vec::new(),
    };
    match form {
        Form::Zstandard => remains.unpack_zstandard(&mut file, &first, limits)?,
        Form::Plain => remains.keep(&mut file, limits)?,
        Form::Gzip => {
            let source = BufReader::with_capacity(PIECE_BYTES, &mut file);
            remains.keep(&mut MultiGzDecoder::new(source), limits)?;
        }
        Form::Zip => remains.unpack_zip(&mut file, limits)?,
    }
    if let Some(around) = &around {
        for block in &mut remains.blocks {
            around.place_block(block);
        }
    }
    Ok(remains)
}

fn open(path: &Path, limits: &Limits) -> Result<File, Refusal> {
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(Refusal::IsAFolder);
    }
    if !metadata.is_file() {
        return Err(Refusal::CannotBeRead("it is no ordinary file".to_owned()));
    }
    if metadata.len() > limits.file_bytes_max {
        return Err(Refusal::TooLarge {
            what: "file-bytes",
            limit: limits.file_bytes_max,
        });
    }
    File::open(path).map_err(unreadable)
}

fn first_bytes(file: &mut File) -> Result<Vec<u8>, Refusal> {
    let mut first = Vec::new();
    file.rewind()
        .and_then(|()| (&mut *file).take(64).read_to_end(&mut first))
        .and_then(|_| file.rewind())
        .map_err(unreadable)?;
    Ok(first)
}

/// What can be decrypted of an encrypted file, with nothing where a chunk cannot be authenticated.
/// Armour has no chunks at known places: of a damaged one nothing is found again.
fn decrypted(file: &File, first: &[u8], request: &SalvageRequest<'_>) -> Result<Around, Refusal> {
    if encryption::is_armored(first) {
        return Err(Refusal::EncryptionDamaged);
    }
    let passphrase = request.passphrase.ok_or(Refusal::NeedsPassphrase)?;
    encryption::around_damage(file, passphrase, request.scratch, request.limits)
}

fn unreadable(error: io::Error) -> Refusal {
    Refusal::CannotBeRead(error.to_string())
}

fn digest_of(file: &mut File) -> Result<[u8; 32], Refusal> {
    file.rewind().map_err(unreadable)?;
    let mut sum = Sha256::new();
    let mut piece = vec![0; PIECE_BYTES];
    loop {
        match file.read(&mut piece).map_err(unreadable)? {
            0 => break,
            count => sum.update(piece.get(..count).unwrap_or_default()),
        }
    }
    file.rewind().map_err(unreadable)?;
    Ok(sum.finalize().into())
}

impl Remains {
    /// Keeps whatever the source gives before it fails or ends. That it failed is no error here:
    /// it is why the file is being rescued.
    fn keep(&mut self, source: &mut dyn Read, limits: &Limits) -> Result<(), Refusal> {
        let ratio = self.bytes_count.saturating_mul(limits.ratio_max);
        let most = limits
            .decoded_bytes_max
            .min(ratio.max(limits.ratio_free_bytes));
        let mut piece = vec![0; PIECE_BYTES];
        loop {
            let count = match source.read(&mut piece) {
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => 0,
            };
            if count == 0 {
                return Ok(());
            }
            self.database_bytes = self
                .database_bytes
                .saturating_add(u64::try_from(count).unwrap_or(u64::MAX));
            if self.database_bytes > most {
                return Err(Refusal::Bomb(limits.ratio_max));
            }
            self.database
                .write_all(piece.get(..count).unwrap_or_default())
                .map_err(scratch_failed)?;
        }
    }

    fn unpack_zip(&mut self, file: &mut File, limits: &Limits) -> Result<(), Refusal> {
        let mut head = Vec::new();
        (&mut *file)
            .take(ZIP_HEAD_BYTES)
            .read_to_end(&mut head)
            .map_err(unreadable)?;
        let two = |at: usize| match head.get(at..at.saturating_add(2)) {
            Some(&[low, high]) => u64::from(u16::from_le_bytes([low, high])),
            _ => 0,
        };
        let begin = ZIP_HEAD_BYTES
            .saturating_add(two(26))
            .saturating_add(two(28));
        file.seek(SeekFrom::Start(begin)).map_err(unreadable)?;
        match two(8) {
            0 => self.keep(file, limits),
            _ => {
                let source = BufReader::with_capacity(PIECE_BYTES, file);
                self.keep(&mut DeflateDecoder::new(source), limits)
            }
        }
    }

    fn unpack_zstandard(
        &mut self,
        file: &mut File,
        first: &[u8],
        limits: &Limits,
    ) -> Result<(), Refusal> {
        if let Some(list) = read_list(file).map_err(unreadable)? {
            return self.unpack_list(file, &list, limits);
        }
        if seal::announced(first) {
            return self.unpack_frames(file, limits);
        }
        file.rewind().map_err(unreadable)?;
        let source = BufReader::with_capacity(PIECE_BYTES, file);
        let decoder = zstd::Decoder::with_buffer(source).and_then(|mut decoder| {
            decoder.window_log_max(limits.zstandard_window_log_max)?;
            Ok(decoder)
        });
        match decoder {
            Ok(mut decoder) => self.keep(&mut decoder, limits),
            Err(_) => Ok(()),
        }
    }

    /// Our own form with its list of blocks: each block is proved by its SHA-256.
    fn unpack_list(
        &mut self,
        file: &mut File,
        list: &[seal::Block],
        limits: &Limits,
    ) -> Result<(), Refusal> {
        self.proof = Proof::Sha256;
        let mut offset = u64::try_from(seal::HEAD_BYTES).unwrap_or(0);
        for block in list {
            let mut frame = Vec::new();
            file.seek(SeekFrom::Start(offset))
                .and_then(|_| (&mut *file).take(block.bytes_count).read_to_end(&mut frame))
                .map_err(unreadable)?;
            let is_proved = <[u8; 32]>::from(Sha256::digest(&frame)) == block.sha256;
            self.take_frame(&frame, offset, is_proved, limits)?;
            offset = offset.saturating_add(block.bytes_count);
        }
        Ok(())
    }

    /// Our own form without its end: frame after frame from the beginning, each proved by the
    /// checksum in it, up to the first whose end cannot be found.
    fn unpack_frames(&mut self, file: &mut File, limits: &Limits) -> Result<(), Refusal> {
        self.proof = Proof::Checksum;
        let mut offset = u64::try_from(seal::HEAD_BYTES).unwrap_or(0);
        loop {
            let mut bytes = Vec::new();
            file.seek(SeekFrom::Start(offset))
                .and_then(|_| (&mut *file).take(FRAME_BYTES_MAX).read_to_end(&mut bytes))
                .map_err(unreadable)?;
            if bytes.get(..4) != Some(&[0x28, 0xB5, 0x2F, 0xFD]) {
                return Ok(());
            }
            let length = zstd::zstd_safe::find_frame_compressed_size(&bytes);
            let is_ended = length.is_ok();
            let frame = bytes
                .get(..length.unwrap_or(bytes.len()))
                .unwrap_or_default();
            let has_checksum = frame.get(4).is_some_and(|it| it & CHECKSUM_FLAG != 0);
            self.take_frame(frame, offset, is_ended && has_checksum, limits)?;
            if !is_ended {
                return Ok(());
            }
            offset = offset.saturating_add(u64::try_from(frame.len()).unwrap_or(u64::MAX));
        }
    }

    fn take_frame(
        &mut self,
        frame: &[u8],
        offset: u64,
        is_proved: bool,
        limits: &Limits,
    ) -> Result<(), Refusal> {
        let number = u64::try_from(self.pieces.len()).unwrap_or(u64::MAX);
        let block = u64::try_from(FRAME_INPUT_BYTES).unwrap_or(u64::MAX);
        let at = number.saturating_mul(block);
        let (bytes, state) = match zstd::bulk::decompress(frame, FRAME_INPUT_BYTES) {
            Ok(bytes) if is_proved => (bytes, Piece::Whole),
            _ => {
                let bytes = begun(frame);
                match bytes.is_empty() {
                    true => (bytes, Piece::Gone),
                    false => (bytes, Piece::Doubtful),
                }
            }
        };
        self.database
            .seek(SeekFrom::Start(at))
            .and_then(|_| self.database.write_all(&bytes))
            .map_err(scratch_failed)?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        // What is not there is as long as a whole piece, so that the next one keeps its place.
        self.database_bytes = match state {
            Piece::Whole => at.saturating_add(length),
            Piece::Doubtful | Piece::Gone => at.saturating_add(block),
        };
        if self.database_bytes > limits.decoded_bytes_max {
            return Err(Refusal::TooLarge {
                what: "decoded-bytes",
                limit: limits.decoded_bytes_max,
            });
        }
        self.pieces.push(state);
        if state != Piece::Whole {
            self.blocks.push(DamagedBlock {
                number,
                offset,
                bytes_count: u64::try_from(frame.len()).unwrap_or(u64::MAX),
            });
        }
        Ok(())
    }
}

/// What comes out of a damaged frame before it fails; at most one block.
fn begun(frame: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let Ok(mut decoder) = zstd::Decoder::with_buffer(frame) else {
        return bytes;
    };
    let mut piece = vec![0; 4096];
    loop {
        match decoder.read(&mut piece) {
            Ok(count) if count > 0 && bytes.len() < FRAME_INPUT_BYTES => {
                bytes.extend_from_slice(piece.get(..count).unwrap_or_default());
            }
            _ => break,
        }
    }
    bytes.truncate(FRAME_INPUT_BYTES);
    bytes
}
