//! Takes out of a damaged file every row that can still be read, and says of each whether it is
//! proved to be as it was made. SPEC-rescue.md, sections 2 and 3.
//!
//! SQLite itself refuses a damaged database, or makes the best of it without a word. So the pages
//! are walked here, by the published layout of the file, and what is found is written into a fresh
//! file with the same tables. Nothing is repaired and nothing is guessed: a row is there as it was
//! read, or it is told as lost.

mod found;
mod orphans;
mod pages;
mod remains;
mod tables;
mod trees;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::damage::DamagedBlock;
use super::error::name_of;
use super::sink::scratch_failed;
use super::{FileWriter, Form, Limits, NewTable, Passphrase, ReadError, Refusal};
use found::Taking;
use pages::Pages;

/// Tables of which at least one must have given a row.
const BUSINESS_TABLES: [&str; 3] = ["Objects", "Blobs", "Changes"];

/// What proves that a row is as it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// Nothing: the file records no digests of its pages.
    None,
    /// The checksum of 32 bits in each Zstandard frame.
    Checksum,
    /// The SHA-256 of each block, which the file lists.
    Sha256,
}

impl Proof {
    /// Stable name, language-free.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Checksum => "checksum",
            Self::Sha256 => "sha256",
        }
    }
}

/// Why a row that was read is not proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Nothing proves the pages that it stands on.
    Unproved,
    /// And nothing leads to its page any more: it may have been given up before.
    Unreached,
    /// The same key was found with other values: the first is kept.
    Twice,
}

/// A row that is known to have been there and could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LostRow {
    /// Its number in the table.
    pub row: i64,
    /// Its key as text, where an index or its own beginning tells it.
    pub key: Option<String>,
    /// What kind of record it is, as text, where an index or its beginning tells it.
    pub content_type: Option<String>,
}

/// A page on which rows may have been, and that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hole {
    /// Its number, from 1.
    pub page: u64,
    /// Rows after this number …
    pub after: i64,
    /// … and up to this one lay below it.
    pub to: i64,
}

/// What became of one table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SalvagedTable {
    /// Its name.
    pub name: String,
    /// How many rows were taken out.
    pub rows_count: u64,
    /// Those that are not proved, by the first value of their key; where a table has none, by
    /// their place among those taken, from 1.
    pub doubtful: BTreeMap<String, Doubt>,
    /// Rows that are known to be lost.
    pub lost: Vec<LostRow>,
    /// Pages that cannot be read.
    pub holes: Vec<Hole>,
    /// Whether every lost row is in `lost`: all pages were followed and are proved, or an index
    /// of its keys was read to its end.
    pub is_counted: bool,
}

/// What was taken out of a damaged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvage {
    /// How the database was wrapped.
    pub form: Form,
    /// Length of the file as given, in bytes.
    pub bytes_count: u64,
    /// SHA-256 of the file as given.
    pub sha256: [u8; 32],
    /// What proves rows.
    pub proof: Proof,
    /// How many blocks there are; 0 where the file is not of our compressed form.
    pub blocks_count: u64,
    /// The damaged ones.
    pub blocks: Vec<DamagedBlock>,
    /// Whether the list of tables was whole.
    pub is_schema_whole: bool,
    /// The tables, by name.
    pub tables: Vec<SalvagedTable>,
}

impl Salvage {
    /// What became of the table with this name.
    pub fn table(&self, name: &str) -> Option<&SalvagedTable> {
        self.tables.iter().find(|table| table.name == name)
    }
}

/// What salvaging is done with.
pub struct SalvageRequest<'a> {
    /// The damaged file.
    pub path: &'a Path,
    /// The name that people know it by.
    pub name: &'a str,
    /// Where the fresh, plain file is written; nothing may be there yet.
    pub target: &'a Path,
    /// The folder for private copies.
    pub scratch: &'a Path,
    /// Opens it when it is encrypted, and is not looked at otherwise.
    pub passphrase: Option<&'a Passphrase>,
    /// How much it may cost.
    pub limits: &'a Limits,
    /// Tables beside the standard ones that rows may belong to when the list of tables is lost.
    pub known: &'a [NewTable],
}

/// Takes every row that can be read out of a damaged file. `go_on` is asked now and then with the
/// number of rows so far, and may stop the work.
///
/// # Errors
/// [`Refusal::NotABackup`] when its first bytes are those of none, [`Refusal::OtherDatabase`] when
/// it holds other things than a business, and
/// [`Refusal::NothingWhole`] when no row of one comes out; [`Refusal::Stopped`]; what
/// opening any file may report of files that are not damaged but something else, too large or
/// encrypted; when the scratch folder cannot be used. The target is worth nothing then.
pub fn salvage(
    request: &SalvageRequest<'_>,
    go_on: &mut dyn FnMut(u64) -> bool,
) -> Result<Salvage, ReadError> {
    let name = match request.name.is_empty() {
        true => name_of(request.path),
        false => request.name.to_owned(),
    };
    take_out(request, go_on).map_err(|refusal| ReadError::new(&name, refusal))
}

fn take_out(
    request: &SalvageRequest<'_>,
    go_on: &mut dyn FnMut(u64) -> bool,
) -> Result<Salvage, Refusal> {
    let remains = remains::unpack(request)?;
    let pages = Pages::new(&remains, request.limits.value_bytes_max).map_err(scratch_failed)?;
    let writer = FileWriter::create(request.target).map_err(not_written)?;
    let mut taking = Taking::new(writer, request.limits, go_on);
    let schema = tables::read(&pages, request.limits, request.known).map_err(scratch_failed)?;
    for shape in &schema.shapes {
        taking.declare(shape)?;
    }
    for shape in &schema.shapes {
        trees::take_table(&pages, shape, &mut taking)?;
    }
    orphans::take(&pages, &schema, &mut taking)?;
    for index in &schema.indexes {
        trees::name_lost(&pages, index, &mut taking).map_err(scratch_failed)?;
    }
    let tables = taking.finish()?;
    let is_of_business = |table: &SalvagedTable| {
        let mut known = BUSINESS_TABLES.iter();
        table.rows_count > 0 && known.any(|name| table.name.eq_ignore_ascii_case(name))
    };
    if !tables.iter().any(is_of_business) {
        // Only a list of tables that was read to its end can tell that none of them is ours.
        return Err(match remains.is_recognised {
            true if schema.is_of_another => Refusal::OtherDatabase,
            true => Refusal::NothingWhole,
            false => Refusal::NotABackup,
        });
    }
    Ok(Salvage {
        form: remains.form,
        bytes_count: remains.bytes_count,
        sha256: remains.sha256,
        proof: remains.proof,
        blocks_count: u64::try_from(remains.pieces.len()).unwrap_or(u64::MAX),
        blocks: remains.blocks.clone(),
        is_schema_whole: schema.is_whole,
        tables,
    })
}

fn not_written(error: super::WriteError) -> Refusal {
    match error {
        super::WriteError::DiskFull { .. } => Refusal::DiskFull,
        other => Refusal::Scratch(other.to_string()),
    }
}

/// An error of reading the private copy, inside of this module.
fn failed(error: io::Error) -> Refusal {
    scratch_failed(error)
}
