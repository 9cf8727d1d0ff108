//! The seal of a compressed file: proof that no byte of it changed.
//!
//! Two Zstandard skippable frames, which every reader of Zstandard steps over. The first opens the
//! file and announces that a seal follows, so that a file without its end is not taken for one
//! that never had a seal. The second stands right before the seek table and holds the length of
//! the file and the SHA-256 of all its other bytes. SPEC-manager-file.md, "Compressed form".

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::Refusal;

/// First four bytes of our skippable frames.
const MAGIC: [u8; 4] = 0x184D_2A57_u32.to_le_bytes();
/// Last four bytes of a seek table.
const SEEK_TABLE_END: [u8; 4] = 0x8F92_EAB1_u32.to_le_bytes();
const HEAD_TEXT: &[u8; 16] = b"Tijori sealed 1\n";
const SEAL_TEXT: &[u8; 16] = b"Tijori seal 1\n\0\0";
const LIST_TEXT: &[u8; 16] = b"Tijori blocks 1\n";

/// Length of the announcing frame.
pub(super) const HEAD_BYTES: usize = 8 + 16;
/// Length of the frame with the seal.
pub(super) const SEAL_BYTES: usize = 8 + 16 + 8 + DIGEST_BYTES;
/// The part of the seal that covers everything but itself, at the end of its frame.
const DIGEST_BYTES: usize = 32;
/// Number of frames, one byte of flags, and the magic at the end of a seek table.
pub(super) const FOOT_BYTES: u64 = 9;

/// The frame that opens the file.
pub(super) fn head() -> Vec<u8> {
    let mut frame = MAGIC.to_vec();
    frame.extend_from_slice(&16_u32.to_le_bytes());
    frame.extend_from_slice(HEAD_TEXT);
    frame
}

/// The frame with the seal, up to the digest.
pub(super) fn seal_without_digest(file_bytes: u64) -> Vec<u8> {
    let mut frame = MAGIC.to_vec();
    frame.extend_from_slice(&56_u32.to_le_bytes());
    frame.extend_from_slice(SEAL_TEXT);
    frame.extend_from_slice(&file_bytes.to_le_bytes());
    frame
}

/// What the list of blocks tells of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    /// The length of its frame.
    pub(super) bytes_count: u64,
    /// SHA-256 of its frame.
    pub(super) sha256: [u8; 32],
}

/// Bytes before the first block of the list, and of each block in it.
const LIST_HEAD_BYTES: u64 = 8 + 16;
const LIST_BLOCK_BYTES: u64 = 4 + 32;
/// Entries of the seek table that are no blocks: head, list and seal.
const OTHER_FRAMES: u64 = 3;

/// The frame with the list of blocks; none when there are more than a frame can hold.
pub(super) fn list(blocks: &[Block]) -> Option<Vec<u8>> {
    let count = u64::try_from(blocks.len()).ok()?;
    let length = count.checked_mul(LIST_BLOCK_BYTES)?.checked_add(16)?;
    let mut frame = MAGIC.to_vec();
    frame.extend_from_slice(&u32::try_from(length).ok()?.to_le_bytes());
    frame.extend_from_slice(LIST_TEXT);
    for block in blocks {
        frame.extend_from_slice(&u32::try_from(block.bytes_count).ok()?.to_le_bytes());
        frame.extend_from_slice(&block.sha256);
    }
    Some(frame)
}

/// Where the list of blocks should stand, and its length, from the last [`FOOT_BYTES`].
pub(super) fn list_place(foot: &[u8], file_bytes: u64) -> Option<(u64, u64)> {
    let frames = u64::from(u32::from_le_bytes(foot.get(..4)?.try_into().ok()?));
    let blocks = frames.checked_sub(OTHER_FRAMES)?;
    let length = blocks
        .checked_mul(LIST_BLOCK_BYTES)?
        .checked_add(LIST_HEAD_BYTES)?;
    let seal = place(foot, file_bytes)?;
    Some((seal.checked_sub(length)?, length))
}

/// The blocks in such a frame; none when it is something else.
pub(super) fn read_list(frame: &[u8]) -> Option<Vec<Block>> {
    if frame.get(8..24)? != LIST_TEXT {
        return None;
    }
    let (blocks, rest) = frame.get(24..)?.as_chunks::<36>();
    if !rest.is_empty() {
        return None;
    }
    let read = |block: &[u8; 36]| {
        let (length, sha256) = block.split_first_chunk::<4>()?;
        Some(Block {
            bytes_count: u64::from(u32::from_le_bytes(*length)),
            sha256: sha256.try_into().ok()?,
        })
    };
    blocks.iter().map(read).collect()
}

/// Whether these first bytes announce a seal. Only the text counts, so that a changed length or
/// magic before it does not hide it.
pub(super) fn announced(first: &[u8]) -> bool {
    first.get(8..HEAD_BYTES) == Some(HEAD_TEXT.as_slice())
}

/// Where the frame with the seal should begin, from the last [`FOOT_BYTES`] of the file; none when
/// they do not end a seek table.
pub(super) fn place(foot: &[u8], file_bytes: u64) -> Option<u64> {
    if foot.get(5..9)? != SEEK_TABLE_END {
        return None;
    }
    let frames = u32::from_le_bytes(foot.get(..4)?.try_into().ok()?);
    let sizes = match foot.get(4)? & 0x80 {
        0 => 8,
        _ => 12,
    };
    let table = u64::from(frames)
        .checked_mul(sizes)?
        .checked_add(8 + FOOT_BYTES)?;
    let seal = u64::try_from(SEAL_BYTES).ok()?;
    file_bytes.checked_sub(table)?.checked_sub(seal)
}

/// A seal as it stands in a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found {
    digest: [u8; 32],
    /// Where the digest stands in the file.
    pub(super) hole: Range<u64>,
}

/// Reads the frame with the seal that begins at `at`.
pub(super) fn read(frame: &[u8], at: u64) -> Option<Found> {
    if frame.get(8..24)? != SEAL_TEXT {
        return None;
    }
    let end = at.checked_add(u64::try_from(SEAL_BYTES).ok()?)?;
    let begin = end.checked_sub(u64::try_from(DIGEST_BYTES).ok()?)?;
    Some(Found {
        digest: frame.get(32..SEAL_BYTES)?.try_into().ok()?,
        hole: begin..end,
    })
}

/// What the two ends of a Zstandard file say about a seal.
///
/// # Errors
/// [`Refusal::CutShort`] when one was announced and the end is missing; [`Refusal::Altered`] when
/// only one of the two frames is there.
pub(super) fn expected(
    announced: bool,
    foot_found: bool,
    found: Option<Found>,
) -> Result<Option<Found>, Refusal> {
    match (announced, foot_found, found) {
        (true, _, Some(found)) => Ok(Some(found)),
        (true, false, None) => Err(Refusal::CutShort),
        (true, true, None) | (false, _, Some(_)) => Err(Refusal::Altered),
        (false, _, None) => Ok(None),
    }
}

/// Hashes a file, and all of it but the digest of its seal. Up to that digest both are the same,
/// so the second hash branches off only there: at the end of the file.
pub(super) struct FileHash {
    whole: Sha256,
    seal: Option<Found>,
    /// The hash without the digest, once the digest was reached.
    sealed: Option<Sha256>,
    at: u64,
}

impl FileHash {
    /// Begins before the first byte.
    pub(super) fn new(seal: Option<Found>) -> Self {
        Self {
            whole: Sha256::new(),
            seal,
            sealed: None,
            at: 0,
        }
    }

    /// Takes the next bytes.
    pub(super) fn update(&mut self, bytes: &[u8]) {
        let begin = self.at;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.at = begin.saturating_add(length);
        let Some(found) = self.seal.as_ref().filter(|it| it.hole.start < self.at) else {
            return self.whole.update(bytes);
        };
        let part = |offset: u64| {
            usize::try_from(offset.saturating_sub(begin).min(length)).unwrap_or(bytes.len())
        };
        let (before, rest) = bytes.split_at(part(found.hole.start));
        self.whole.update(before);
        let sealed = self.sealed.get_or_insert_with(|| self.whole.clone());
        sealed.update(bytes.get(part(found.hole.end)..).unwrap_or_default());
        self.whole.update(rest);
    }

    /// The SHA-256 of the file, and whether the seal matches where there is one.
    pub(super) fn finish(self) -> ([u8; 32], Option<bool>) {
        let sealed = self.sealed.unwrap_or_else(|| self.whole.clone());
        let intact = self
            .seal
            .map(|found| <[u8; 32]>::from(sealed.finalize()) == found.digest);
        (self.whole.finalize().into(), intact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed_file() -> Vec<u8> {
        let mut file = head();
        file.extend_from_slice(b"frames");
        let at = file.len();
        file.extend(seal_without_digest(0));
        file.extend([0; DIGEST_BYTES]);
        file.extend(b"after");
        let mut hash = Sha256::new();
        hash.update(&file[..at + SEAL_BYTES - DIGEST_BYTES]);
        hash.update(b"after");
        let digest: [u8; 32] = hash.finalize().into();
        file[at + SEAL_BYTES - DIGEST_BYTES..at + SEAL_BYTES].copy_from_slice(&digest);
        file
    }

    #[test]
    fn the_digest_covers_every_other_byte_in_pieces_of_any_size() {
        let file = sealed_file();
        let at = HEAD_BYTES + 6;
        for piece in [1, 7, 33, 1000] {
            let found = read(&file[at..at + SEAL_BYTES], u64::try_from(at).unwrap()).unwrap();
            let mut hash = FileHash::new(Some(found));
            file.chunks(piece).for_each(|bytes| hash.update(bytes));
            let (whole, intact) = hash.finish();
            assert_eq!(intact, Some(true), "pieces of {piece}");
            assert_eq!(whole, <[u8; 32]>::from(Sha256::digest(&file)));
        }
    }

    #[test]
    fn half_a_seal_is_a_refusal() {
        assert!(matches!(
            expected(true, false, None),
            Err(Refusal::CutShort)
        ));
        assert!(matches!(expected(true, true, None), Err(Refusal::Altered)));
        let found = read(&sealed_file()[HEAD_BYTES + 6..][..SEAL_BYTES], 30);
        assert!(matches!(
            expected(false, true, found),
            Err(Refusal::Altered)
        ));
        assert!(matches!(expected(false, true, None), Ok(None)));
    }

    #[test]
    fn a_foot_that_promises_more_than_the_file_has_gives_no_place() {
        let mut foot = u32::MAX.to_le_bytes().to_vec();
        foot.push(0);
        foot.extend(SEEK_TABLE_END);
        assert_eq!(place(&foot, 1000), None);
        assert_eq!(place(b"123456789", 1000), None);
    }
}
