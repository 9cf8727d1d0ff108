//! Compresses piece after piece on several threads and gives out the frames in their order.
//!
//! One thread reads; piece number n goes to worker n modulo their number, and frames are fetched
//! from the workers in the same turn. So order and bytes are the same for any number of threads,
//! and no more than a few pieces of each worker are held at a time.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use sha2::{Digest, Sha256};
use zstd::bulk::Compressor;
use zstd::zstd_safe::CParameter;

use super::FRAME_INPUT_BYTES;

/// A compressed piece.
pub(super) struct Frame {
    /// The frame.
    pub(super) bytes: Vec<u8>,
    /// How many bytes of the database it holds.
    pub(super) input_bytes: usize,
    /// SHA-256 of the frame.
    pub(super) sha256: [u8; 32],
}

/// What failed before a frame was there.
pub(super) enum Failure {
    /// The database could not be read.
    Reading(io::Error),
    /// It could not be compressed.
    Compressing(io::Error),
}

/// Shows each frame of `source` to `take`, in order, until the end or until `take` fails.
pub(super) fn each_frame<E: From<Failure>>(
    source: impl Read + Send,
    level: i32,
    threads: usize,
    take: &mut dyn FnMut(Frame) -> Result<(), E>,
) -> Result<(), E> {
    thread::scope(|scope| {
        let (mut lanes, mut frames) = (Vec::new(), Vec::new());
        for _ in 0..threads {
            let (to_worker, pieces) = sync_channel(1);
            let (to_writer, done) = sync_channel(1);
            scope.spawn(move || work(level, &pieces, &to_writer));
            lanes.push(to_worker);
            frames.push(done);
        }
        scope.spawn(move || hand_out(source, &lanes));
        for done in frames.iter().cycle() {
            // The first worker that has no more is the one behind the last piece.
            match done.recv() {
                Ok(frame) => take(frame?)?,
                Err(_ended) => break,
            }
        }
        Ok(())
    })
}

/// Reads piece after piece and gives each to the worker whose turn it is. A worker that is gone
/// means that nobody wants more.
fn hand_out(mut source: impl Read, lanes: &[SyncSender<io::Result<Vec<u8>>>]) {
    for lane in lanes.iter().cycle() {
        let piece = read_piece(&mut source);
        let (is_end, failed) = (piece.as_ref().is_ok_and(Vec::is_empty), piece.is_err());
        if is_end || lane.send(piece).is_err() || failed {
            return;
        }
    }
}

fn read_piece(source: &mut impl Read) -> io::Result<Vec<u8>> {
    let most = u64::try_from(FRAME_INPUT_BYTES).unwrap_or(u64::MAX);
    let mut piece = Vec::with_capacity(FRAME_INPUT_BYTES);
    source.take(most).read_to_end(&mut piece).map(|_| piece)
}

fn work(
    level: i32,
    pieces: &Receiver<io::Result<Vec<u8>>>,
    frames: &SyncSender<Result<Frame, Failure>>,
) {
    for piece in pieces {
        let frame = piece.map_err(Failure::Reading).and_then(|piece| {
            let bytes = compress_piece(&piece, level).map_err(Failure::Compressing)?;
            Ok(Frame {
                sha256: Sha256::digest(&bytes).into(),
                bytes,
                input_bytes: piece.len(),
            })
        });
        if frames.send(frame).is_err() {
            return;
        }
    }
}

/// A compressor of its own for each piece, so that a frame depends on nothing but its piece.
fn compress_piece(piece: &[u8], level: i32) -> io::Result<Vec<u8>> {
    let mut compressor = Compressor::new(level.clamp(1, 19))?;
    compressor.set_parameter(CParameter::ChecksumFlag(true))?;
    compressor.compress(piece)
}
