//! Brings a long file to the disk while it is being written, in pieces, on a thread of its own.
//!
//! A system lets gigabytes wait in memory and then writes them in one go; whoever saves a record at
//! that moment waits seconds for the same disk. In pieces, nobody waits for more than a few of them
//! (SPEC-backup.md, 6.6).

use std::fs::File;
use std::io::{self, Write};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

/// So many bytes are brought to the disk at a time.
const PIECE_BYTES: u64 = 16 * 1024 * 1024;

/// Follows one file. Nothing is started before the first piece is full.
pub(super) struct Pace {
    file: File,
    /// Bytes that may wait in memory before the first piece goes.
    head_start: u64,
    waiting: u64,
    follower: Option<Follower>,
}

/// The thread, and the way to tell it that a piece is full.
struct Follower {
    pieces: SyncSender<()>,
    ended: JoinHandle<io::Result<()>>,
}

impl Pace {
    /// `file` is any handle of the file that is written; `head_start` so many bytes may stay in
    /// memory at first, for files that may be removed before anybody would miss them.
    pub(super) fn of(file: File, head_start: u64) -> Self {
        Self {
            file,
            head_start,
            waiting: 0,
            follower: None,
        }
    }

    /// Tells that so many more bytes were written. Waits while two pieces are on their way.
    ///
    /// # Errors
    /// What the disk said of an earlier piece: it says so once only, so it must not be lost.
    pub(super) fn wrote(&mut self, bytes_count: u64) -> io::Result<()> {
        self.waiting = self.waiting.saturating_add(bytes_count);
        if self.waiting < PIECE_BYTES.saturating_add(self.head_start) {
            return Ok(());
        }
        self.waiting = 0;
        self.head_start = 0;
        let follower = match self.follower.take() {
            Some(follower) => follower,
            None => Follower::start(self.file.try_clone()?)?,
        };
        if follower.pieces.send(()).is_err() {
            return follower.end();
        }
        self.follower = Some(follower);
        Ok(())
    }

    /// Waits for the pieces that are on their way. What is left over is not brought to the disk.
    ///
    /// # Errors
    /// What the disk said of a piece.
    pub(super) fn end(self) -> io::Result<File> {
        self.follower.map_or(Ok(()), Follower::end)?;
        Ok(self.file)
    }
}

impl Follower {
    fn start(file: File) -> io::Result<Self> {
        let (pieces, full) = sync_channel::<()>(1);
        let ended = thread::Builder::new()
            .name("to the disk".to_owned())
            .spawn(move || full.iter().try_for_each(|()| file.sync_data()))?;
        Ok(Self { pieces, ended })
    }

    fn end(self) -> io::Result<()> {
        drop(self.pieces);
        self.ended
            .join()
            .unwrap_or_else(|_| Err(io::Error::other("the thread that syncs the file ended")))
    }
}

/// A new file that is written from its beginning on, at that pace.
pub(super) struct PacedFile(Pace);

impl PacedFile {
    pub(super) fn of(file: File) -> Self {
        Self(Pace::of(file, 0))
    }

    /// Waits until all of it is on the disk.
    ///
    /// # Errors
    /// What the disk said, now or of an earlier piece.
    pub(super) fn finish(self) -> io::Result<()> {
        self.0.end()?.sync_all()
    }
}

impl Write for PacedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.0.file.write(bytes)?;
        self.0.wrote(u64::try_from(count).unwrap_or(u64::MAX))?;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.file.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Seek};

    use super::*;

    #[test]
    fn every_byte_arrives_whatever_the_pieces() -> io::Result<()> {
        let mut file = tempfile::tempfile()?;
        let mut paced = PacedFile::of(file.try_clone()?);
        let piece = vec![7; 5 * 1024 * 1024 + 3];
        for _ in 0..9 {
            paced.write_all(&piece)?;
        }
        assert!(paced.0.follower.is_some(), "45 MiB are more than a piece");
        paced.finish()?;
        file.rewind()?;
        let mut found = Vec::new();
        file.read_to_end(&mut found)?;
        assert_eq!(found.len(), piece.len() * 9);
        assert!(found.iter().all(|byte| *byte == 7));
        Ok(())
    }

    #[test]
    fn a_short_file_starts_no_thread_and_a_head_start_counts_once() -> io::Result<()> {
        let mut pace = Pace::of(tempfile::tempfile()?, 2 * PIECE_BYTES);
        for _ in 0..2 {
            pace.wrote(PIECE_BYTES)?;
            assert!(pace.follower.is_none());
        }
        pace.wrote(PIECE_BYTES)?;
        assert!(pace.follower.is_some());
        assert_eq!((pace.waiting, pace.head_start), (0, 0));
        pace.end().map(drop)
    }

    /// A disk tells an error of a sync once. Reading ends of pipes refuse every sync.
    #[cfg(unix)]
    #[test]
    fn what_the_disk_said_of_a_piece_is_told_at_the_end() -> io::Result<()> {
        let (reading, _writing) = io::pipe()?;
        let mut pace = Pace::of(File::from(std::os::fd::OwnedFd::from(reading)), 0);
        pace.wrote(PIECE_BYTES)?;
        assert!(pace.end().is_err());
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn what_the_disk_said_of_a_piece_is_told_at_one_of_the_next() -> io::Result<()> {
        let (reading, _writing) = io::pipe()?;
        let mut pace = Pace::of(File::from(std::os::fd::OwnedFd::from(reading)), 0);
        let told = (0..4).find_map(|_| pace.wrote(PIECE_BYTES).err());
        assert!(told.is_some(), "two pieces are on their way at most");
        Ok(())
    }
}
