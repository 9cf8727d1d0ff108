//! What is going on now: seen by whoever looks, stopped by whoever may.

use super::held;
use crate::{Cancelled, Disk, Phase, Progress};
use catalog::{Key, RunKind};
use jiff::Timestamp;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// What is going on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ongoing {
    /// What is being done.
    pub kind: RunKind,
    /// For which business.
    pub business: Key,
    /// Since when.
    pub began_at: Timestamp,
    /// Which step it is at.
    pub phase: Phase,
    /// How much of the step is done, in its own unit.
    pub done: u64,
    /// How much the step is; 0 when nobody knows.
    pub total: u64,
}

/// Holds what is going on.
#[derive(Debug, Default)]
pub(super) struct Desk {
    now: Mutex<Option<Ongoing>>,
    is_over: AtomicBool,
}

impl Desk {
    pub(super) fn now(&self) -> Option<Ongoing> {
        held(&self.now).clone()
    }

    pub(super) fn cancel(&self) {
        if held(&self.now).is_some() {
            self.is_over.store(true, Ordering::Relaxed);
        }
    }

    /// Whether a person stopped what lies, or last lay, on the desk.
    pub(super) fn was_cancelled(&self) -> bool {
        self.is_over.load(Ordering::Relaxed)
    }

    /// Lays work on the desk. Whoever has the turn does so, so nothing lies there.
    pub(super) fn begin<'a>(
        &'a self,
        kind: RunKind,
        business: Key,
        began_at: Timestamp,
        progress: &'a dyn Progress,
    ) -> AtWork<'a> {
        self.is_over.store(false, Ordering::Relaxed);
        *held(&self.now) = Some(Ongoing {
            kind,
            business,
            began_at,
            phase: Phase::Waiting,
            done: 0,
            total: 0,
        });
        AtWork {
            desk: self,
            progress,
        }
    }
}

/// Work on the desk: it tells how far it has come, and is taken away when it ends.
pub(super) struct AtWork<'a> {
    desk: &'a Desk,
    progress: &'a dyn Progress,
}

impl Progress for AtWork<'_> {
    fn at(&self, phase: Phase, done: u64, total: u64) -> Result<(), Cancelled> {
        if let Some(now) = held(&self.desk.now).as_mut() {
            (now.phase, now.done, now.total) = (phase, done, total);
        }
        if self.desk.is_over.load(Ordering::Relaxed) {
            return Err(Cancelled);
        }
        self.progress.at(phase, done, total)
    }

    fn disk(&self, folder: &Path) -> Option<Disk> {
        self.progress.disk(folder)
    }
}

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        *held(&self.desk.now) = None;
    }
}
