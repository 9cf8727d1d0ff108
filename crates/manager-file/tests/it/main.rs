//! Tests of the container as others use it. Real files are read where they are at hand.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on fails, and says what it skipped or counted"
)]

mod compressed;
mod damaged;
mod hostile;
mod logs;
mod opening;
mod reading;
mod refusals;
mod salvaging;
mod samples;
mod strangers;
mod writing;

use std::fs;
use std::path::{Path, PathBuf};

use manager_file::{Cell, Limits, ManagerFile, ReadError};
use tempfile::TempDir;
use testkit::sample_files::Built;

/// Makes a file.
type Build = fn(&Path) -> Built;

/// A folder of a test's own: files to open, and where private copies go.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// An empty one.
    pub fn set_up() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("scratch")).unwrap();
        Self { folder }
    }

    /// Where a file of this name goes.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder for private copies.
    pub fn scratch(&self) -> PathBuf {
        self.path("scratch")
    }

    /// Opens within the usual limits.
    pub fn open(&self, path: &Path) -> Result<ManagerFile, ReadError> {
        self.open_within(path, &Limits::default())
    }

    /// Opens, and makes sure that a refusal leaves nothing behind.
    pub fn open_within(&self, path: &Path, limits: &Limits) -> Result<ManagerFile, ReadError> {
        let result = ManagerFile::open(path, &self.scratch(), limits);
        if result.is_err() {
            assert_eq!(self.copies(), 0, "a refusal left a file in scratch");
        }
        result
    }

    /// How many private copies there are.
    pub fn copies(&self) -> usize {
        fs::read_dir(self.scratch()).unwrap().count()
    }

    /// The code of the refusal, or `accepted`.
    pub fn code(&self, path: &Path) -> &'static str {
        self.open(path)
            .map_or_else(|error| error.code(), |_| "accepted")
    }

    /// Opens these bytes as a file and gives the code.
    pub fn code_of(&self, bytes: &[u8]) -> &'static str {
        let path = self.path("bytes.manager");
        fs::write(&path, bytes).unwrap();
        self.code(&path)
    }
}

/// All rows of a table.
pub fn rows(file: &ManagerFile, table: &str) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    file.each_row(table, &mut |row| {
        rows.push(row);
        Ok(())
    })
    .unwrap();
    rows
}
