//! What every programme is given: the program to test, the shim, a folder in memory, the seed.

use crate::arguments::Wanted;
use crate::shim::Shim;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Where files lie in memory on Linux: what is broken thousands of times need not wear a disk.
const MEMORY: &str = "/dev/shm";

/// The means of a run.
pub struct Bench {
    /// The program.
    pub tijori: PathBuf,
    /// The shim, or why there is none here.
    pub shim: Result<Shim, String>,
    /// Whether every point is tried.
    pub is_long: bool,
    /// Where random numbers begin.
    pub seed: u64,
    folder: TempDir,
}

impl Bench {
    /// Finds the program and makes the folder.
    ///
    /// # Errors
    /// When there is no program or no folder.
    pub fn new(wanted: &Wanted) -> Result<Self> {
        let folder = scratch_folder()?;
        Ok(Self {
            tijori: program()?,
            shim: Shim::compile(folder.path()),
            is_long: wanted.is_long,
            seed: wanted.seed,
            folder,
        })
    }

    /// The folder for everything that is made here.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A number for the short form, another for the long.
    pub fn either<T>(&self, short: T, long: T) -> T {
        if self.is_long { long } else { short }
    }
}

/// A folder in memory where there is one, without links in its path.
fn scratch_folder() -> Result<TempDir> {
    let folder = tempfile::Builder::new()
        .prefix("tijori-faults-")
        .tempdir_in(MEMORY)
        .or_else(|_| tempfile::tempdir())
        .context("no temporary folder can be made")?;
    if folder.path().canonicalize()? != folder.path() {
        bail!("{} is behind a link", folder.path().display());
    }
    Ok(folder)
}

/// The program: what TIJORI_BIN names, else the one that was built beside us.
fn program() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("TIJORI_BIN") {
        return Ok(PathBuf::from(path));
    }
    let own = std::env::current_exe().context("our own place is unknown")?;
    let beside = own
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join("tijori"))
        .find(|path| path.is_file());
    beside.context("no tijori lies beside this program; build it, or name it in TIJORI_BIN")
}
