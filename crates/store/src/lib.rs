//! Says what keeping data means: the traits that every store implements, whatever lies beneath.
//!
//! - [`BusinessStore`]: the businesses of one data folder or database, and its Trash.
//! - [`Business`]: one business; hands out readers and units of work.
//! - [`Reader`]: one consistent moment of one business.
//! - [`UnitOfWork`]: a change and its History entry, written together or not at all.
//! - [`NewBusiness`]: a business being made or brought in, invisible until it is published.
//! - [`ReadOnly`]: a business that may only be looked at.
//! - [`PostingReader`], [`PostingWriter`]: what follows from the records, kept for speed.
//!
//! - [`rows`]: what stores share that keep all of it as rows of tables.
//!
//! With the feature `contract`, the module of that name holds the tests that every store must pass.
//!
//! All of it is synchronous; faces call it from blocking threads.

mod business;
mod business_store;
mod carried;
#[cfg(feature = "contract")]
pub mod contract;
mod create;
mod emails;
mod error;
mod filter;
mod head_note;
mod listed;
mod owner;
mod postings;
mod profile;
mod read_only;
pub mod rows;
mod standing;
mod trace;

pub use business::{Blob, Business, NewBusiness, Reader, UnitOfWork, Visit};
pub use business_store::{BusinessEntry, BusinessStore, Removed};
pub use carried::{CarriedColumn, CarriedTable, Cell};
pub use create::create_business;
pub use emails::{
    Email, EmailFilter, EmailLoader, EmailPage, EmailPlace, EmailReader, EmailState, EmailWriter,
};
pub use error::StoreError;
pub use filter::{EntryFilter, EntryPage};
pub use head_note::{HeadNote, hex};
pub use listed::{ListPart, ListSums, Listed, ListedStanding};
pub use owner::{attachment_owner, is_attachment};
pub use postings::{
    KeptCosts, PostedDocument, PostedMark, PostingReader, PostingWriter, Standings, VisitRef,
};
pub use profile::{Profile, Section};
pub use read_only::ReadOnly;
pub use standing::{Standing, standing};
pub use trace::{LastEntry, StateAt, Trace};
