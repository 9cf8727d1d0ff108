//! What was recorded, as plain values.
//!
//! A *business* is one set of books. It holds *records*, each with a [`Key`]. A record as it is
//! kept is an [`Object`]: its key, the key of its kind (the content type), the content bytes in
//! the `.manager` wire encoding, and the moment it last changed. Everything typed in this crate
//! (documents, parties, accounts, settings) is read out of such content by `interchange`.
//!
//! [`Books`] holds the typed records of one business. It says what was written down; what follows
//! from that (postings, balances) is for `ledger`, and is worked out by docs/SPEC-posting.md.
//!
//! This crate opens no file, reads no clock and draws no random number.
#![deny(clippy::float_arithmetic, clippy::as_conversions)]

pub mod accounts;
mod all;
pub mod documents;
pub mod inventory;
mod key;
pub mod kinds;
pub mod money;
mod object;
pub mod parties;
pub mod settings;

pub use all::Books;
pub use key::{Key, KeyError};
pub use object::Object;
