//! Reads an incoming file and lists what is in it and what is odd; changes nothing
//! (SPEC-backup.md, sections 7 and 8).

mod examine;
mod opening;
mod plan;

pub(crate) use examine::{Examined, examine, examine_rescued, prove};
pub use opening::Opening;
pub use plan::{Absence, FilePlan, Made};

use crate::{BackupError, Phase, Progress, room};
use std::path::Path;

/// A file that was checked and may be imported. It holds a private copy, which goes with it.
pub struct CheckedFile {
    pub(crate) examined: Examined,
    pub(crate) plan: FilePlan,
}

impl CheckedFile {
    /// What the file is and what an import would make of it.
    pub fn plan(&self) -> &FilePlan {
        &self.plan
    }
}

/// Checks a file, which people know as `file_name`, with private copies in `scratch`.
///
/// # Errors
/// [`BackupError`] when the file must not be imported; nothing is left behind then.
pub fn check(
    path: &Path,
    file_name: &str,
    scratch: &Path,
    progress: &dyn Progress,
) -> Result<CheckedFile, BackupError> {
    check_with(path, file_name, &Opening::in_scratch(scratch), progress)
}

/// The same of a file that takes more to open: a passphrase, the log that lay beside it, or other
/// limits than the usual ones.
///
/// # Errors
/// As [`check`]; when the passphrase is missing or wrong; when the log is none of this file.
pub fn check_with(
    path: &Path,
    file_name: &str,
    opening: &Opening<'_>,
    progress: &dyn Progress,
) -> Result<CheckedFile, BackupError> {
    room::to_look_into(path, opening.scratch).check(progress)?;
    let mut examined = examine(path, file_name, opening, Phase::Reading, progress)?;
    if !examined.faults.is_empty() {
        return Err(examined.faults.swap_remove(0));
    }
    let plan = FilePlan::of(&examined, file_name);
    Ok(CheckedFile { examined, plan })
}
