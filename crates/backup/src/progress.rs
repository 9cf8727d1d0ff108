//! How far long work has come, and the way to stop it.

use crate::Disk;
use std::path::Path;

/// The steps of long work, in the order in which they happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Reading the business, or opening the file.
    Reading,
    /// Compressing the copy.
    Compressing,
    /// Reading the finished file back and comparing.
    Verifying,
    /// Writing the new business.
    Importing,
    /// Putting a finished file into a place.
    Storing,
    /// Reading a file from where it lies.
    Fetching,
    /// Waiting for other work to end.
    Waiting,
    /// Working out the figures of a business that is there already.
    Posting,
}

impl Phase {
    /// Every step.
    pub const ALL: [Self; 8] = [
        Self::Reading,
        Self::Compressing,
        Self::Verifying,
        Self::Importing,
        Self::Storing,
        Self::Fetching,
        Self::Waiting,
        Self::Posting,
    ];

    /// The stored, language-free name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Compressing => "compressing",
            Self::Verifying => "verifying",
            Self::Importing => "importing",
            Self::Storing => "storing",
            Self::Fetching => "fetching",
            Self::Waiting => "waiting",
            Self::Posting => "posting",
        }
    }
}

/// The person asked to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped at your request; nothing was kept")]
pub struct Cancelled;

/// Told how far the work has come; may stop it.
///
/// Whoever watches also says how much room there is, so that a test can say that there is none.
pub trait Progress: Sync {
    /// `done` of `total` units of the phase; the unit is the phase's own (rows or bytes).
    ///
    /// # Errors
    /// [`Cancelled`] to stop: nothing is left behind.
    fn at(&self, phase: Phase, done: u64, total: u64) -> Result<(), Cancelled>;

    /// The disk of a folder, asked before work begins that would fill it; none where nothing is
    /// known, which stops nothing.
    fn disk(&self, folder: &Path) -> Option<Disk> {
        Disk::of(folder)
    }
}

/// Nobody watches and nobody stops.
#[derive(Debug, Clone, Copy)]
pub struct NoProgress;

impl Progress for NoProgress {
    fn at(&self, _: Phase, _: u64, _: u64) -> Result<(), Cancelled> {
        Ok(())
    }
}
