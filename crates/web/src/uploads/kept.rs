//! Uploads and their pieces, kept in a place for large bytes alone: what was begun is one small
//! object, every piece another, and how far it came is found by looking. So any node goes on with
//! it, and nothing can disagree with what is there.

use crate::PageError;
use crate::page_error::SECONDS;
use axum::http::StatusCode;
use books::Key;
use catalog::{BlobError, BlobInfo, BlobKey, BlobStore, hex};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{self, Read, Write};

/// How long an upload may take, from its beginning to its end.
pub(super) const LIFE: SignedDuration = SignedDuration::from_hours(24);
/// The largest piece, in bytes.
pub(super) const PIECE_BYTES_MAX: u64 = 8 * 1024 * 1024;
/// How many pieces a file may come in.
const PIECES_COUNT_MAX: usize = 20_000;
/// How many uploads of one subscriber, or of one server, are open at once.
const OPEN_COUNT_MAX: usize = 6;
/// All open uploads together are announced at most so many times as large as the largest file.
const OPEN_FILES_MAX: u64 = 2;
/// How many figures of its SHA-256 stand in the name of a piece: half of them, for names of places
/// are not endless, and what they guard against is chance.
const DIGEST_FIGURES: usize = 32;
/// What was begun, beside its pieces.
const ABOUT: &str = "about";
/// The first line of it.
const FORMAT: &str = "tijori-upload 1";

/// What somebody begins to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Begun {
    /// By what it is asked for.
    pub id: Key,
    /// Who sends it; nobody where nobody signs in.
    pub owner: Option<Key>,
    /// The name people know the file by.
    pub name: String,
    /// How long it is going to be, in bytes.
    pub bytes_count: u64,
    /// The SHA-256 that it is going to have, where its sender knows it beforehand.
    pub sha256: Option<String>,
    /// When it was begun.
    pub begun_at: Timestamp,
}

impl Begun {
    /// Until when it may be gone on with.
    pub fn ends_at(&self) -> Timestamp {
        self.begun_at + LIFE
    }

    fn text(&self) -> String {
        let owner = self.owner.map_or_else(String::new, |key| key.to_string());
        let sha256 = self.sha256.as_deref().unwrap_or_default();
        // The name is the last line, for it may hold anything but line ends.
        format!(
            "{FORMAT}\n{owner}\n{}\n{sha256}\n{}\n{}",
            self.bytes_count, self.begun_at, self.name
        )
    }

    fn from_text(id: Key, text: &str) -> Option<Self> {
        let mut lines = text.splitn(6, '\n');
        if lines.next()? != FORMAT {
            return None;
        }
        let owner = match lines.next()? {
            "" => None,
            key => Some(key.parse().ok()?),
        };
        let bytes_count = lines.next()?.parse().ok()?;
        let sha256 = Some(lines.next()?).filter(|text| !text.is_empty());
        Some(Self {
            id,
            owner,
            bytes_count,
            sha256: sha256.map(str::to_owned),
            begun_at: lines.next()?.parse().ok()?,
            name: lines.next()?.to_owned(),
        })
    }
}

/// A piece that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    key: BlobKey,
    offset: u64,
    bytes_count: u64,
    /// How the SHA-256 begins that it had when it came.
    digest: String,
}

/// An upload, and how far it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Upload {
    pub begun: Begun,
    /// How many bytes are there from the beginning on.
    pub offset: u64,
    pieces: Vec<Piece>,
    /// How many pieces lie there, also such as nobody needs.
    pieces_count: usize,
}

impl Upload {
    /// One of which nothing has come.
    fn of(begun: &Begun) -> Self {
        Self {
            begun: begun.clone(),
            offset: 0,
            pieces: Vec::new(),
            pieces_count: 0,
        }
    }

    /// Whether all of it is there.
    pub fn is_complete(&self) -> bool {
        self.offset == self.begun.bytes_count
    }
}

/// The uploads of one subscriber, or of one server, in a place of their own.
pub(super) struct Uploads<'a>(pub &'a dyn BlobStore);

impl Uploads<'_> {
    /// Begins one. It is counted before and after it was noted: of two that begin at once at
    /// different nodes, whoever looks last sees both, and takes its own back if that is too many.
    ///
    /// # Errors
    /// `uploads-too-many`; those of the place.
    pub fn begin(&self, begun: &Begun, file_bytes_max: u64) -> Result<(), PageError> {
        let room = file_bytes_max.saturating_mul(OPEN_FILES_MAX);
        let mut expected = self.all(begun.begun_at)?;
        expected.push(Upload::of(begun));
        bounded(&expected, room, begun.begun_at)?;
        let key = key_of(&format!("{}/{ABOUT}", begun.id))?;
        self.note(&key, &begun.text())?;
        let counted = self.all(begun.begun_at);
        let counted = counted.and_then(|open| bounded(&open, room, begun.begun_at));
        if counted.is_err()
            && let Err(error) = self.0.delete(&key)
        {
            tracing::warn!(
                code = error.code(),
                "a refused upload was left until its day is over"
            );
        }
        counted
    }

    fn note(&self, key: &BlobKey, text: &str) -> Result<(), PageError> {
        match self.0.put(key, &mut text.as_bytes()) {
            // A folder is made when the first file comes; storage elsewhere needs no such thing.
            Err(BlobError::Vanished { .. }) => {
                self.0.prepare().map_err(fault)?;
                self.0.put(key, &mut text.as_bytes())
            }
            put => put,
        }
        .map(drop)
        .map_err(fault)
    }

    /// The upload of somebody: one that is another's, or too old, is not there.
    ///
    /// # Errors
    /// `page-not-found`; those of the place.
    pub fn find(&self, id: Key, owner: Option<Key>, now: Timestamp) -> Result<Upload, PageError> {
        let listed = match self.0.list(&format!("{id}/")) {
            // Where nothing was ever begun there is no folder either.
            Err(BlobError::Vanished { .. }) => Vec::new(),
            listed => listed.map_err(fault)?,
        };
        let found = self.upload(id, &listed)?;
        found
            .filter(|it| it.begun.owner == owner && now < it.begun.ends_at())
            .ok_or_else(PageError::not_found)
    }

    /// All uploads that may be gone on with; what is too old is let go of in passing.
    ///
    /// # Errors
    /// Those of the place.
    pub fn all(&self, now: Timestamp) -> Result<Vec<Upload>, PageError> {
        let mut by_id: BTreeMap<String, Vec<BlobInfo>> = BTreeMap::new();
        let listed = match self.0.list("") {
            Err(BlobError::Vanished { .. }) => Vec::new(),
            listed => listed.map_err(fault)?,
        };
        for it in listed {
            let id = it.key.parts().next().unwrap_or_default().to_owned();
            by_id.entry(id).or_default().push(it);
        }
        let mut open = Vec::new();
        for (id, of_it) in by_id {
            // What is no upload, as something that a node left which was killed, harms none.
            let upload = match id.parse() {
                Ok(id) => self.upload(id, &of_it)?,
                Err(_) => None,
            };
            match upload {
                Some(upload) if now < upload.begun.ends_at() => open.push(upload),
                // What nobody can read any more goes when its time would be over.
                None if of_it.iter().any(|it| is_young(it, now)) => {}
                _ => self.delete(&of_it)?,
            }
        }
        Ok(open)
    }

    /// Keeps a piece that follows what is there; how far it came then.
    ///
    /// # Errors
    /// `upload-offset` when it follows something else, `upload-too-long` when it leads beyond the
    /// end or there are too many; those of the place.
    pub fn add(
        &self,
        upload: &Upload,
        offset: u64,
        sha256: &str,
        piece: &mut dyn Read,
        bytes_count: u64,
    ) -> Result<u64, PageError> {
        if offset != upload.offset {
            return Err(PageError::new(StatusCode::CONFLICT, "upload-offset"));
        }
        let end = offset.saturating_add(bytes_count);
        if end > upload.begun.bytes_count || upload.pieces_count >= PIECES_COUNT_MAX {
            let too_long = StatusCode::PAYLOAD_TOO_LARGE;
            return Err(PageError::new(too_long, "upload-too-long"));
        }
        if bytes_count == 0 {
            return Ok(offset);
        }
        let digest = sha256.get(..DIGEST_FIGURES).unwrap_or(sha256);
        let key = key_of(&format!("{}/{offset:010x}-{digest}", upload.begun.id))?;
        match self.0.put(&key, piece) {
            // Whoever sends the same piece again has been told nothing the first time.
            Ok(_) | Err(BlobError::Exists { .. }) => Ok(end),
            Err(error) => Err(fault(error)),
        }
    }

    /// Writes the whole file: every piece is compared with what it was when it came, and all of
    /// them with what the sender said they would be. `going_on` is told how many bytes are there,
    /// and may stop it.
    ///
    /// # Errors
    /// `upload-incomplete`, `upload-differs`; those of the place, and what `going_on` says.
    pub fn write(
        &self,
        upload: &Upload,
        out: &mut dyn Write,
        going_on: &mut dyn FnMut(u64) -> Result<(), PageError>,
    ) -> Result<(), PageError> {
        if !upload.is_complete() {
            return Err(PageError::new(StatusCode::CONFLICT, "upload-incomplete"));
        }
        let mut whole = Sha256::new();
        for piece in &upload.pieces {
            going_on(piece.offset)?;
            let mut summed = Summed {
                out,
                piece: Sha256::new(),
                whole: &mut whole,
            };
            self.0
                .get(&piece.key, None, &mut summed)
                .map_err(not_copied)?;
            if !hex(&summed.piece.finalize()).starts_with(&piece.digest) {
                return Err(differs());
            }
        }
        let whole = hex(&whole.finalize());
        match upload.begun.sha256.as_ref() {
            Some(said) if *said != whole => Err(differs()),
            _ => Ok(()),
        }
    }

    /// Lets go of an upload and its pieces: what was begun last, so that what is left after a
    /// failure is found.
    ///
    /// # Errors
    /// Those of the place.
    pub fn remove(&self, id: Key) -> Result<(), PageError> {
        let listed = self.0.list(&format!("{id}/")).map_err(fault)?;
        self.delete(&listed)
    }

    fn delete(&self, listed: &[BlobInfo]) -> Result<(), PageError> {
        let is_about = |it: &&BlobInfo| it.key.as_str().ends_with(&format!("/{ABOUT}"));
        let pieces = listed.iter().filter(|it| !is_about(it));
        for it in pieces.chain(listed.iter().filter(is_about)) {
            self.0.delete(&it.key).map_err(fault)?;
        }
        Ok(())
    }

    fn upload(&self, id: Key, listed: &[BlobInfo]) -> Result<Option<Upload>, PageError> {
        let about = key_of(&format!("{id}/{ABOUT}"))?;
        if !listed.iter().any(|it| it.key == about) {
            return Ok(None);
        }
        let mut text = Vec::new();
        match self.0.get(&about, None, &mut text) {
            // It was let go of meanwhile.
            Err(BlobError::NotFound { .. }) => return Ok(None),
            got => got.map_err(fault)?,
        };
        let Some(begun) = Begun::from_text(id, &String::from_utf8_lossy(&text)) else {
            return Ok(None);
        };
        let all: Vec<Piece> = listed.iter().filter_map(piece_of).collect();
        let (pieces, offset) = in_a_row(&all);
        Ok(Some(Upload {
            begun,
            offset,
            pieces,
            pieces_count: all.len(),
        }))
    }
}

/// Passes when so many may be open, with so much announced.
fn bounded(open: &[Upload], room: u64, now: Timestamp) -> Result<(), PageError> {
    let announced = open
        .iter()
        .fold(0_u64, |sum, it| sum.saturating_add(it.begun.bytes_count));
    if open.len() > OPEN_COUNT_MAX || announced > room {
        let too_many = StatusCode::TOO_MANY_REQUESTS;
        let refused = PageError::new(too_many, "uploads-too-many");
        // Whatever nobody finishes goes by itself when its day is over.
        let first = open.iter().map(|it| it.begun.ends_at()).min();
        let left = first.map_or(LIFE, |ends| ends.duration_since(now));
        return Err(refused.with(SECONDS, left.as_secs().to_string()));
    }
    Ok(())
}

/// The pieces that follow each other from the beginning on, and where they end. Of two that begin
/// at the same place, as after a connection that was lost while one was still being kept, the
/// longer one counts.
fn in_a_row(all: &[Piece]) -> (Vec<Piece>, u64) {
    let mut longest: BTreeMap<u64, &Piece> = BTreeMap::new();
    for piece in all {
        let best = longest.entry(piece.offset).or_insert(piece);
        if piece.bytes_count > best.bytes_count {
            *best = piece;
        }
    }
    let (mut pieces, mut offset) = (Vec::new(), 0);
    while let Some(piece) = longest.get(&offset).filter(|it| it.bytes_count > 0) {
        offset += piece.bytes_count;
        pieces.push((*piece).clone());
    }
    (pieces, offset)
}

fn piece_of(info: &BlobInfo) -> Option<Piece> {
    let name = info.key.parts().last()?;
    let (offset, digest) = name.split_once('-')?;
    Some(Piece {
        key: info.key.clone(),
        offset: u64::from_str_radix(offset, 16).ok()?,
        bytes_count: info.bytes_count,
        digest: digest.to_owned(),
    })
}

fn is_young(info: &BlobInfo, now: Timestamp) -> bool {
    info.modified_at.is_none_or(|at| now < at + LIFE)
}

fn key_of(text: &str) -> Result<BlobKey, PageError> {
    text.parse().map_err(|_| PageError::internal())
}

/// The place failed; what it is called concerns whoever runs it.
fn fault(error: BlobError) -> PageError {
    tracing::warn!(code = error.code(), %error, "the place of uploads failed");
    let status = match error {
        BlobError::Full { .. } => StatusCode::INSUFFICIENT_STORAGE,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    };
    PageError::new(status, "upload-place")
}

/// A piece could not be read there, or not be written here.
fn not_copied(error: BlobError) -> PageError {
    match error {
        BlobError::NotFound { .. } => PageError::not_found(),
        other => fault(other),
    }
}

fn differs() -> PageError {
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "upload-differs")
}

/// Sums what goes through it, for the piece and for the whole.
struct Summed<'a> {
    out: &'a mut dyn Write,
    piece: Sha256,
    whole: &'a mut Sha256,
}

impl Write for Summed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.out.write(bytes)?;
        let taken = bytes.get(..count).unwrap_or_default();
        self.piece.update(taken);
        self.whole.update(taken);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests;
