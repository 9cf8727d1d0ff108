//! Reads and writes the `.manager` container and its records without losing a byte it does not
//! understand. It knows nothing of bookkeeping: that `ad12b60b-…` means an invoice is for others.
//!
//! - [`wire`]: the content of a record as a tree of fields that keeps order and unknown fields.
//! - [`container`]: which tables a file has; rows in, rows out; compression.
//!
//! The format is docs/SPEC-manager-file.md and docs/SPEC-backup.md.
#![deny(clippy::float_arithmetic, clippy::as_conversions)]

pub mod container;
pub mod wire;

pub use container::{
    BlobRow, CAN_ENCRYPT, Cell, Column, CompressOptions, Compressed, Damage, DamagedBlock,
    DamagedRows, Doubt, Encryption, FileFinding, FileWriter, Form, Hole, Limits, LostRow,
    ManagerFile, NewTable, ObjectRow, Passphrase, Proof, ReadError, Refusal, Salvage,
    SalvageRequest, SalvagedTable, Seal, Table, WriteError, compress, compress_encrypted,
    find_damage, find_damage_with, is_encrypted_file, passphrase_fits, salvage, standard_tables,
};
