//! The compressed form.

use std::ops::ControlFlow;
use std::path::Path;

use super::WriteError;

/// How to compress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompressOptions {
    /// Zstandard level, 1 to 19.
    pub level: i32,
    /// How many frames are compressed at the same time. The bytes do not depend on it.
    pub threads: usize,
}

impl Default for CompressOptions {
    fn default() -> Self {
        Self {
            level: 3,
            threads: 1,
        }
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compressed {
    /// Length of the compressed file in bytes.
    pub bytes_count: u64,
    /// SHA-256 of the compressed file.
    pub sha256: [u8; 32],
}

/// Compresses a plain file into `target`, which must not exist, seals it and waits until it is on
/// the disk. `progress` is told the bytes done and in all, and may stop the work.
///
/// # Errors
/// [`WriteError`]; [`WriteError::Stopped`] when `progress` breaks. Whatever stands at `target`
/// then is removed.
pub fn compress(
    _plain: &Path,
    _target: &Path,
    _options: &CompressOptions,
    _progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Compressed, WriteError> {
    Err(WriteError::Stopped)
}
