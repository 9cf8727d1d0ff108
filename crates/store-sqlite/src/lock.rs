//! One program per data folder: the lock file, and what it says of its holder.
//!
//! The lock is the system's own on the open file, so it is free the moment the holder ends, however
//! it ends. The text in the file is for people; only the lock decides.

use crate::place::folder_fault;
use jiff::Timestamp;
use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use store::StoreError;

/// The name of the lock file in the data folder.
pub const FILE_NAME: &str = ".tijori.lock";

/// What is read of a holder's text at most, in bytes.
const HOLDER_BYTES_MAX: u64 = 1000;

/// The lock on a data folder, held while this value lives.
#[derive(Debug)]
pub struct FolderLock {
    file: Mutex<File>,
    holder: String,
}

impl FolderLock {
    /// Takes the lock, or says who holds it.
    pub fn take(folder: &Path) -> Result<Self, StoreError> {
        let fault = folder_fault(folder);
        let mut file = crate::folder::private_file()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(folder.join(FILE_NAME))
            .map_err(&fault)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::FolderInUse {
                    folder: folder.display().to_string(),
                    holder: read_holder(&mut file),
                });
            }
            Err(TryLockError::Error(error)) => return Err(fault(error)),
        }
        let holder = format!(
            "process {} on {}, since {:.0}",
            std::process::id(),
            host_name(),
            Timestamp::now()
        );
        let lock = Self {
            file: Mutex::new(file),
            holder,
        };
        lock.note("").map_err(&fault)?;
        Ok(lock)
    }

    /// Adds a text, as the address of the server, to what the file says of its holder.
    pub fn note(&self, text: &str) -> io::Result<()> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let separator = if text.is_empty() { "" } else { ", " };
        file.set_len(0)?;
        file.rewind()?;
        writeln!(file, "{}{separator}{text}", self.holder)?;
        file.sync_data()
    }
}

/// What the file says. Where a locked file cannot be read by others, the holder stays unnamed.
fn read_holder(file: &mut File) -> String {
    let mut bytes = Vec::new();
    let _bytes_count = file.take(HOLDER_BYTES_MAX).read_to_end(&mut bytes);
    let text = String::from_utf8_lossy(&bytes);
    match text.trim() {
        "" => "which did not say who it is".to_owned(),
        text => text.to_owned(),
    }
}

fn host_name() -> String {
    ["/proc/sys/kernel/hostname", "/etc/hostname"]
        .iter()
        .find_map(|path| std::fs::read_to_string(path).ok())
        .or_else(|| std::env::var("HOSTNAME").ok())
        .or_else(|| std::env::var("COMPUTERNAME").ok())
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "this computer".to_owned())
}
