//! Opens any file whatever as a `.manager` file, or says why not.

mod parts;
mod rows;

use std::path::Path;

use rusqlite::Connection;
use tempfile::TempPath;

use super::error::name_of;
use super::private_copy::{self, PrivateCopy};
use super::{
    FileFinding, Form, Limits, Passphrase, ReadError, Refusal, Seal, Table, connection, encryption,
    examine, header, log,
};
use parts::Parts;

/// Whether the file at `path` begins as encrypted ones do; not when it cannot be read.
pub fn is_encrypted_file(path: &Path) -> bool {
    private_copy::is_encrypted(path)
}

/// Whether a passphrase is that of an encrypted file. Only its header is looked at: whether the
/// rest is whole, opening it will tell. A try costs what guessing costs.
///
/// # Errors
/// When the file cannot be read, or its header is refused.
pub fn passphrase_fits(
    path: &Path,
    passphrase: &Passphrase,
    limits: &Limits,
) -> Result<bool, ReadError> {
    private_copy::fits(path, passphrase, limits)
        .map_err(|refusal| ReadError::new(&name_of(path), refusal))
}

/// An opened, checked, private copy of a file. Read-only; the copy goes when this is dropped.
pub struct ManagerFile {
    // Closed before the copy is removed, which Windows insists on.
    database: Connection,
    copy: PrivateCopy,
    name: String,
    limits: Limits,
    findings: Vec<FileFinding>,
    tables: Vec<Table>,
    parts: Parts,
}

impl ManagerFile {
    /// Opens the file: recognises its form, unpacks it into a private copy in the folder
    /// `scratch`, and checks it as SPEC-manager-file.md, "Opening", says.
    ///
    /// # Errors
    /// [`ReadError`] with the reason; nothing is left in `scratch` then.
    pub fn open(path: &Path, scratch: &Path, limits: &Limits) -> Result<Self, ReadError> {
        Self::open_as(path, &name_of(path), scratch, limits)
    }

    /// Opens a file that people know by another name than its path's, such as an upload; where
    /// a name tells what a file is, this one does.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_as(
        path: &Path,
        name: &str,
        scratch: &Path,
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        Self::open_with(path, name, None, scratch, limits)
    }

    /// Opens a file that may be encrypted. The passphrase is asked only of a file that is.
    ///
    /// # Errors
    /// As [`Self::open`]; [`Refusal::NeedsPassphrase`] and [`Refusal::WrongPassphrase`].
    pub fn open_with(
        path: &Path,
        name: &str,
        passphrase: Option<&Passphrase>,
        scratch: &Path,
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        let copy = private_copy::make(path, name, passphrase, scratch, limits)
            .map_err(|refusal| ReadError::new(name, refusal))?;
        Self::examined(copy, name, limits).map_err(|refusal| ReadError::new(name, refusal))
    }

    /// Opens a copy of a file that another program had open, together with the log that lay beside
    /// it: what was committed there counts (docs/SPEC-import.md, section 5).
    ///
    /// # Errors
    /// As [`Self::open`]; [`Refusal::LogDoesNotBelong`] when the log is none of this file.
    pub fn open_with_log(
        path: &Path,
        name: &str,
        log: &Path,
        scratch: &Path,
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        private_copy::make(path, name, None, scratch, limits)
            .map_err(|refusal| match refusal {
                // What is encrypted was never copied while it was open.
                Refusal::NeedsPassphrase => Refusal::LogDoesNotBelong,
                refusal => refusal,
            })
            .and_then(|mut copy| {
                if copy.form != Form::Plain {
                    return Err(Refusal::LogDoesNotBelong);
                }
                let applied = log::apply(&copy.path, copy.decoded_bytes_count, log, limits)?;
                copy.decoded_bytes_count = applied.bytes_count;
                let mut file = Self::examined(copy, name, limits)?;
                file.findings
                    .retain(|finding| *finding != FileFinding::WalCopy);
                if applied.pages_count > 0 {
                    let pages_count = applied.pages_count;
                    file.findings.push(FileFinding::LogApplied { pages_count });
                }
                Ok(file)
            })
            .map_err(|refusal| ReadError::new(name, refusal))
    }

    /// Opens a file that was just made of the plain file `plain`: every byte that comes out of it
    /// is compared with `plain`, which then takes the place of the private copy and goes with it.
    ///
    /// # Errors
    /// As [`Self::open`]; [`Refusal::Altered`] when something else comes out.
    pub fn open_against(
        path: &Path,
        plain: TempPath,
        name: &str,
        limits: &Limits,
    ) -> Result<Self, ReadError> {
        private_copy::against(path, plain, name, limits)
            .and_then(|copy| Self::examined(copy, name, limits))
            .map_err(|refusal| ReadError::new(name, refusal))
    }

    fn examined(copy: PrivateCopy, name: &str, limits: &Limits) -> Result<Self, Refusal> {
        let header = header::check(&copy.path, copy.decoded_bytes_count)?;
        let (database, allowance) = connection::open(&copy.path, copy.decoded_bytes_count, limits)?;
        let examined = examine::examine(&database, limits)?;
        let parts = Parts::read(&database, &examined.tables, limits)?;
        allowance.lift();
        let mut findings = Vec::new();
        if header.wal {
            findings.push(FileFinding::WalCopy);
        }
        if header.utf16 {
            findings.push(FileFinding::Utf16Text);
        }
        if let Some(work_factor) = copy.work_factor
            && work_factor > encryption::WORK_FACTOR
        {
            findings.push(FileFinding::CostlyPassphrase { work_factor });
        }
        findings.extend(examined.findings);
        Ok(Self {
            database,
            copy,
            name: name.to_owned(),
            limits: limits.clone(),
            findings,
            tables: examined.tables,
            parts,
        })
    }

    /// How the database is wrapped.
    pub fn form(&self) -> Form {
        self.copy.form
    }

    /// Whether the file as given was encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.copy.work_factor.is_some()
    }

    /// Length of the file as given, in bytes.
    pub fn bytes_count(&self) -> u64 {
        self.copy.bytes_count
    }

    /// Length of the database in it, in bytes.
    pub fn decoded_bytes_count(&self) -> u64 {
        self.copy.decoded_bytes_count
    }

    /// SHA-256 of the file as given.
    pub fn sha256(&self) -> [u8; 32] {
        self.copy.sha256
    }

    /// Whether the file proves its own wholeness.
    pub fn seal(&self) -> Seal {
        self.copy.seal
    }

    /// What is odd about the file.
    pub fn findings(&self) -> &[FileFinding] {
        &self.findings
    }

    /// The tables, by name.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// The table with this name; names compare without case, as SQLite does.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables
            .iter()
            .find(|table| table.name.eq_ignore_ascii_case(name))
    }
}
