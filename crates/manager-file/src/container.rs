//! The container: a SQLite database of a few tables, plain or compressed. Rows come out byte for
//! byte and go in byte for byte; what a row means is not known here.
//!
//! - [`ManagerFile::open`] takes any file whatever, works on a private copy, checks it and either
//!   gives something that can be read or one [`ReadError`] that says why not.
//! - [`salvage()`] takes the rows out of a damaged file that can still be read.
//! - [`FileWriter`] writes a fresh plain file; [`compress()`] makes the sealed, compressed form,
//!   [`compress_encrypted()`] the same inside an age file that a passphrase opens.
//!
//! SPEC-manager-file.md describes both, and the order of the checks.

mod cell;
mod compress;
mod connection;
mod damage;
mod encryption;
mod error;
mod examine;
mod finding;
mod form;
mod header;
mod keys;
mod limits;
mod log;
mod pace;
mod page_format;
mod passphrase;
mod private_copy;
mod reader;
mod row;
mod salvage;
mod schema;
mod seal;
mod sink;
pub mod standard_tables;
mod table;
mod writer;
mod zip_entry;

pub use cell::Cell;
pub use compress::{CompressOptions, Compressed, compress, compress_encrypted};
pub use damage::{Damage, DamagedBlock, DamagedRows, find_damage, find_damage_with};
pub use encryption::{CAN_ENCRYPT, Encryption};
pub use error::{ReadError, Refusal, WriteError};
pub use finding::FileFinding;
pub use form::{Form, Seal};
pub use limits::Limits;
pub use passphrase::Passphrase;
pub use reader::{ManagerFile, is_encrypted_file, passphrase_fits};
pub use row::{BlobRow, ObjectRow};
pub use salvage::{Doubt, Hole, LostRow, Proof, Salvage, SalvageRequest, SalvagedTable, salvage};
pub use table::{Column, NewTable, Table};
pub use writer::FileWriter;
