//! Decrypting around damage, to say where it is: what cannot be authenticated stays empty. Nothing
//! that comes out of here is trusted for anything but telling (SPEC-manager-file.md, "Damage
//! named").

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::iter;
use std::path::Path;

use age::secrecy::ExposeSecret;
use age::{DecryptError, Decryptor};
use age_core::format::{FileKey, Stanza};
use zeroize::Zeroizing;

use super::header;
use super::one_at_a_time;
use super::opening::{EitherForm, nameless_file, refusal_of};
use crate::container::damage::DamagedBlock;
use crate::container::sink::scratch_failed;
use crate::container::{Limits, Passphrase, Refusal};

/// Plain bytes in one chunk of the format.
const CHUNK_BYTES: u64 = 64 * 1024;
/// What authenticates a chunk, behind it.
const MARK_BYTES: u64 = 16;
/// The number that stands between header and chunks.
const NONCE_BYTES: u64 = 16;

/// What could be decrypted, each byte where it belongs.
pub(in crate::container) struct Around {
    /// The plain bytes with gaps, in a file without a name.
    pub(in crate::container) plain: File,
    /// Where the first chunk begins in the encrypted file.
    chunks_at: u64,
}

impl Around {
    /// Where a byte of the plain file stands in the encrypted one.
    pub(in crate::container) fn place(&self, plain_at: u64) -> u64 {
        let chunk = plain_at.checked_div(CHUNK_BYTES).unwrap_or(0);
        self.chunks_at
            .saturating_add(plain_at)
            .saturating_add(chunk.saturating_mul(MARK_BYTES))
    }

    /// Tells a block that was found in the plain file by its place in the encrypted one.
    pub(in crate::container) fn place_block(&self, block: &mut DamagedBlock) {
        let end = block.offset.saturating_add(block.bytes_count);
        let (from, to) = (self.place(block.offset), self.place(end.saturating_sub(1)));
        block.offset = from;
        block.bytes_count = to.saturating_sub(from).saturating_add(1);
    }
}

/// Decrypts every chunk that can be.
pub(in crate::container) fn around_damage(
    file: &File,
    passphrase: &Passphrase,
    scratch: &Path,
    limits: &Limits,
) -> Result<Around, Refusal> {
    let unreadable = |error: io::Error| Refusal::CannotBeRead(error.to_string());
    let header = header::read(&mut BufReader::new(file), limits)?;
    let header_bytes = u64::try_from(header.bytes.len()).unwrap_or(u64::MAX);
    let chunks_at = header_bytes.saturating_add(NONCE_BYTES);
    let bytes_count = file.metadata().map_err(unreadable)?.len();
    let sealed_bytes = CHUNK_BYTES.saturating_add(MARK_BYTES);
    let chunks_count = bytes_count.saturating_sub(chunks_at).div_ceil(sealed_bytes);
    let identity = Remembering {
        inner: EitherForm::of(passphrase, limits),
        key: RefCell::new(None),
    };
    let mut plain = nameless_file(scratch).map_err(scratch_failed)?;
    let mut number = 0;
    while number < chunks_count {
        // A reader that met damage is given up: only a new one is sure to be in step.
        let mut reader = begin(file, &identity, limits)?;
        while number < chunks_count {
            let at = number.saturating_mul(CHUNK_BYTES);
            number = number.saturating_add(1);
            let mut chunk = Vec::new();
            let read = reader
                .seek(SeekFrom::Start(at))
                .and_then(|_| (&mut reader).take(CHUNK_BYTES).read_to_end(&mut chunk));
            if read.is_err() {
                break;
            }
            plain
                .seek(SeekFrom::Start(at))
                .and_then(|_| plain.write_all(&chunk))
                .map_err(scratch_failed)?;
        }
    }
    Ok(Around { plain, chunks_at })
}

/// A reader at the beginning of the plain bytes.
fn begin(
    mut file: &File,
    identity: &Remembering,
    limits: &Limits,
) -> Result<impl Read + Seek, Refusal> {
    file.rewind()
        .map_err(|error| Refusal::CannotBeRead(error.to_string()))?;
    let decryptor =
        Decryptor::new_buffered(BufReader::new(file)).map_err(|error| refusal_of(error, limits))?;
    let identity: &dyn age::Identity = identity;
    let _alone = one_at_a_time();
    decryptor
        .decrypt(iter::once(identity))
        .map_err(|error| refusal_of(error, limits))
}

/// Derives the key once, however often it is asked for it.
struct Remembering {
    inner: EitherForm,
    key: RefCell<Option<Zeroizing<[u8; 16]>>>,
}

impl age::Identity for Remembering {
    fn unwrap_stanza(&self, stanza: &Stanza) -> Option<Result<FileKey, DecryptError>> {
        if let Some(key) = self.key.borrow().as_ref() {
            return Some(Ok(FileKey::new(Box::new(**key))));
        }
        let unwrapped = self.inner.unwrap_stanza(stanza);
        if let Some(Ok(key)) = &unwrapped {
            *self.key.borrow_mut() = Some(Zeroizing::new(*key.expose_secret()));
        }
        unwrapped
    }
}
