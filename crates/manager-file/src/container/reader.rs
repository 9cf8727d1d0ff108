//! Opens any file whatever as a `.manager` file, or says why not.

use std::io::Write;
use std::path::Path;

use super::{
    BlobRow, Cell, FileFinding, Form, Limits, ObjectRow, ReadError, Refusal, Seal, Table,
};

/// An opened, checked, private copy of a file. Read-only; the copy goes when this is dropped.
pub struct ManagerFile {
    form: Form,
    bytes_count: u64,
    sha256: [u8; 32],
    seal: Seal,
    findings: Vec<FileFinding>,
    tables: Vec<Table>,
}

impl ManagerFile {
    /// Opens the file: recognises its form, unpacks it into a private copy in the folder
    /// `scratch`, and checks it as SPEC-manager-file.md, "Opening", says.
    ///
    /// # Errors
    /// [`ReadError`] with the reason; nothing is left in `scratch` then.
    pub fn open(path: &Path, _scratch: &Path, _limits: &Limits) -> Result<Self, ReadError> {
        Err(ReadError::new(&super::error::name_of(path), Refusal::NotABackup))
    }

    /// How the database is wrapped.
    pub fn form(&self) -> Form {
        self.form
    }

    /// Length of the file as given, in bytes.
    pub fn bytes_count(&self) -> u64 {
        self.bytes_count
    }

    /// SHA-256 of the file as given.
    pub fn sha256(&self) -> [u8; 32] {
        self.sha256
    }

    /// Whether the file proves its own wholeness.
    pub fn seal(&self) -> Seal {
        self.seal
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

    /// Every row of `Objects`, in the order of the keys as text.
    ///
    /// # Errors
    /// [`ReadError`] of the file, or whatever `visit` returns, which ends the reading.
    pub fn each_object(
        &self,
        _visit: &mut dyn FnMut(ObjectRow) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        Ok(())
    }

    /// Every conforming row of `Blobs` without its bytes, in the order of the keys. A file without
    /// that table has none.
    ///
    /// # Errors
    /// As [`Self::each_object`].
    pub fn each_blob(
        &self,
        _visit: &mut dyn FnMut(BlobRow) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        Ok(())
    }

    /// Every row of `Blobs` that [`Self::each_blob`] does not give: all its values in the order of
    /// [`Table::columns`].
    ///
    /// # Errors
    /// As [`Self::each_object`].
    pub fn each_odd_blob_row(
        &self,
        _visit: &mut dyn FnMut(Vec<Cell>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        Ok(())
    }

    /// Streams the bytes of one blob and returns how many there were.
    ///
    /// # Errors
    /// [`Refusal::NoSuchPart`] when there is no conforming row with this key;
    /// [`Refusal::Stopped`] with the [`std::io::Error`] of `sink`.
    pub fn copy_blob(&self, _key: &[u8; 16], _sink: &mut dyn Write) -> Result<u64, ReadError> {
        Ok(0)
    }

    /// Every row of any table: all values in the order of [`Table::columns`], rows in the order of
    /// the primary key where there is one, else of the rowid.
    ///
    /// # Errors
    /// [`Refusal::NoSuchPart`] when there is no such table; else as [`Self::each_object`].
    pub fn each_row(
        &self,
        _table: &str,
        _visit: &mut dyn FnMut(Vec<Cell>) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        Ok(())
    }
}
