//! Where a sealed file is damaged: which of its blocks are not as they were made, and which rows
//! lie in them. SPEC-manager-file.md, "Damage named".
//!
//! The seal says that something changed; the list of blocks says what. Whatever is whole is
//! unpacked again, with nothing where a block is not, and the pages of the database are followed
//! around the gaps. Nothing that is found here is trusted for anything but telling.

mod pages;
mod rows;

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::compress::FRAME_INPUT_BYTES;
use super::error::name_of;
use super::seal;
use super::sink::scratch_failed;
use super::{Limits, Passphrase, ReadError, Refusal, encryption};
use pages::Pages;

/// How many first bytes tell whether a file is encrypted.
const FIRST_BYTES: u64 = 64;
/// A longer frame than this is none of ours: it holds a MiB at most.
pub(super) const FRAME_BYTES_MAX: u64 = 2 * 1024 * 1024;

/// What of a file is not as it was made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Damage {
    /// How many blocks there are.
    pub blocks_count: u64,
    /// Those that are not as they were made, in order.
    pub blocks: Vec<DamagedBlock>,
    /// The rows in them, by table.
    pub rows: Vec<DamagedRows>,
    /// Whether all rows in them are told: the pages that lead to them were whole.
    pub is_complete: bool,
}

/// A block of a file: a MiB of its database, compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DamagedBlock {
    /// Its number, from 0: the MiB of the database that it holds.
    pub number: u64,
    /// Where it begins in the file as given, in bytes.
    pub offset: u64,
    /// Its length there, in bytes.
    pub bytes_count: u64,
}

/// Rows of one table that lie in damaged blocks, wholly or in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DamagedRows {
    /// The table.
    pub table: String,
    /// How many rows.
    pub rows_count: u64,
    /// Their keys where the table has keys and they could be found, sorted: of `Objects` the
    /// records, of `Blobs` the attachments.
    pub keys: Vec<[u8; 16]>,
}

/// Says which blocks of a sealed file are damaged and what lies in them; nothing when its list of
/// blocks cannot be found: it is not sealed, older than such lists, or was cut short.
///
/// # Errors
/// When the file or the folder for temporary files cannot be used.
pub fn find_damage(path: &Path, scratch: &Path) -> Result<Option<Damage>, ReadError> {
    find_damage_with(path, None, scratch, &Limits::default())
}

/// The same of a file that may be encrypted. Chunks that cannot be decrypted are gaps like any
/// other; nothing is found when the passphrase is missing, the file is armoured, or its last
/// chunk, which holds the list of blocks, is among them.
///
/// # Errors
/// As [`find_damage`]; [`Refusal::WrongPassphrase`].
pub fn find_damage_with(
    path: &Path,
    passphrase: Option<&Passphrase>,
    scratch: &Path,
    limits: &Limits,
) -> Result<Option<Damage>, ReadError> {
    open_and_look(path, passphrase, scratch, limits)
        .map_err(|refusal| ReadError::new(&name_of(path), refusal))
}

fn open_and_look(
    path: &Path,
    passphrase: Option<&Passphrase>,
    scratch: &Path,
    limits: &Limits,
) -> Result<Option<Damage>, Refusal> {
    let unreadable = |error: io::Error| Refusal::CannotBeRead(error.to_string());
    let mut file = File::open(path).map_err(unreadable)?;
    let first = read_at(&mut file, 0, FIRST_BYTES).map_err(unreadable)?;
    if !encryption::is_encrypted(&first) {
        return look(file, scratch);
    }
    match passphrase {
        Some(passphrase) if !encryption::is_armored(&first) => {
            file.rewind().map_err(unreadable)?;
            look_inside(&file, passphrase, scratch, limits)
        }
        _ => Ok(None),
    }
}

#[cfg(not(feature = "encryption"))]
fn look_inside(_: &File, _: &Passphrase, _: &Path, _: &Limits) -> Result<Option<Damage>, Refusal> {
    Ok(None)
}

/// What is damaged inside of an encrypted file, told by its places in the file as given.
#[cfg(feature = "encryption")]
fn look_inside(
    file: &File,
    passphrase: &Passphrase,
    scratch: &Path,
    limits: &Limits,
) -> Result<Option<Damage>, Refusal> {
    let around = encryption::around_damage(file, passphrase, scratch, limits)?;
    let plain = around.plain.try_clone().map_err(scratch_failed)?;
    let mut damage = look(plain, scratch)?;
    for block in damage.iter_mut().flat_map(|damage| &mut damage.blocks) {
        around.place_block(block);
    }
    Ok(damage)
}

fn look(mut file: File, scratch: &Path) -> Result<Option<Damage>, Refusal> {
    let unreadable = |error: io::Error| Refusal::CannotBeRead(error.to_string());
    let Some(list) = read_list(&mut file).map_err(unreadable)? else {
        return Ok(None);
    };
    let mut whole = tempfile::tempfile_in(scratch).map_err(scratch_failed)?;
    let mut damage = Damage {
        blocks_count: u64::try_from(list.len()).unwrap_or(u64::MAX),
        ..Damage::default()
    };
    let mut offset = u64::try_from(seal::HEAD_BYTES).unwrap_or(0);
    file.seek(SeekFrom::Start(offset)).map_err(unreadable)?;
    for (number, block) in (0_u64..).zip(&list) {
        let mut frame = Vec::new();
        (&mut file)
            .take(block.bytes_count)
            .read_to_end(&mut frame)
            .map_err(unreadable)?;
        let is_whole = <[u8; 32]>::from(Sha256::digest(&frame)) == block.sha256;
        match zstd::bulk::decompress(&frame, FRAME_INPUT_BYTES) {
            Ok(piece) if is_whole => put(&mut whole, number, &piece).map_err(scratch_failed)?,
            _ => damage.blocks.push(DamagedBlock {
                number,
                offset,
                bytes_count: block.bytes_count,
            }),
        }
        offset = offset.saturating_add(block.bytes_count);
    }
    let gaps: BTreeSet<u64> = damage.blocks.iter().map(|block| block.number).collect();
    let pages = Pages::new(&whole, damage.blocks_count, gaps);
    let told = rows::damaged(&pages).map_err(scratch_failed)?;
    (damage.rows, damage.is_complete) = (told.rows, told.is_complete);
    Ok(Some(damage))
}

fn put(whole: &mut File, number: u64, piece: &[u8]) -> io::Result<()> {
    let block = u64::try_from(FRAME_INPUT_BYTES).map_err(io::Error::other)?;
    whole.seek(SeekFrom::Start(number.saturating_mul(block)))?;
    whole.write_all(piece)
}

/// The list of blocks, when it stands where it should.
pub(super) fn read_list(file: &mut File) -> io::Result<Option<Vec<seal::Block>>> {
    let file_bytes = file.metadata()?.len();
    let foot = read_at(
        file,
        file_bytes.saturating_sub(seal::FOOT_BYTES),
        seal::FOOT_BYTES,
    )?;
    let Some((at, length)) = seal::list_place(&foot, file_bytes) else {
        return Ok(None);
    };
    let list = seal::read_list(&read_at(file, at, length)?);
    let head = u64::try_from(seal::HEAD_BYTES).map_err(io::Error::other)?;
    Ok(list.filter(|list| {
        let lengths = list.iter().map(|block| block.bytes_count);
        let end = lengths.clone().fold(head, u64::saturating_add);
        lengths.max().unwrap_or(0) <= FRAME_BYTES_MAX && end == at
    }))
}

fn read_at(file: &mut File, at: u64, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(at))?;
    file.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}
