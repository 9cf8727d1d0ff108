//! The append-only trail: what changed, who did it, when, before and after, chained so that
//! tampering shows (docs/SPEC-history.md).
//!
//! An [`Entry`] is one link: a change of one record, or an act such as a backup or an import.
//! [`Draft`] is an entry before it has a place in the chain. [`chain`] says how its hash is
//! computed; [`facts`] how its facts are kept; [`trail`] looks at a whole trail; [`undoing`] says
//! what undoes a change. This crate opens no file, reads no clock and draws
//! no random number.

pub mod chain;
mod entry;
pub mod facts;
pub mod trail;
mod undo;

pub use entry::{Action, Contents, Draft, Entry, Head, Stamp};
pub use undo::{UndoRefusal, Undoing, undoing};
