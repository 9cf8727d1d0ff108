//! Says which sealed backups there are, where they lie, and when new ones are due.
//!
//! - [`BackupEntry`]: one backup in one place, or one that should be there and is not.
//! - [`Place`]: a folder or S3-compatible storage; [`BlobStore`]: what every place can do.
//! - [`Schedule`], [`Retention`]: when backups are made, and which of them stay.
//! - [`Run`]: what was done when, and what it came to: backups, rehearsals, retention.
//! - [`Subscriber`], [`Subscription`]: who holds an account of the Cloud edition, in which state.
//! - [`Errand`], [`Receipt`]: what members ask of the portal, and what is left of an erasure.
//! - [`Catalog`]: keeps all of these. [`MemoryCatalog`] and [`MemoryBlobs`] do so in memory.
//!
//! The rules are docs/SPEC-keeping.md. This crate knows nothing of bookkeeping: it can only hand
//! out sealed files. It reads no clock and draws no random number. With the feature `contract`, the
//! module of that name holds the tests that every catalogue and every place must pass.

mod backup_entry;
mod blob_key;
mod blob_store;
mod catalog_store;
mod contents;
#[cfg(feature = "contract")]
pub mod contract;
mod errand;
mod error;
mod file_key;
mod key;
mod memory;
mod mended;
mod place;
mod retention;
mod run;
mod schedule;
pub mod stored;
mod subscriber;

pub use backup_entry::{BackupEntry, Checked, EntryState, Trouble};
pub use blob_key::{BlobKey, BlobKeyError};
pub use blob_store::{BlobInfo, BlobStore, Stored};
pub use catalog_store::{Catalog, EntryFilter, RunFilter};
pub use contents::Contents;
pub use errand::{
    Errand, ErrandAsked, ErrandKind, ErrandProgress, ErrandState, ErrandWish, Receipt,
};
pub use error::{BlobError, CatalogError};
pub use file_key::{FileKey, TRASH_PREFIX};
pub use key::{Key, KeyError};
pub use memory::{MemoryBlobs, MemoryCatalog};
pub use mended::{Mended, MendedPart};
pub use place::{Place, PlaceKind, S3Place};
pub use retention::{Retention, RetentionRule};
pub use run::{Run, RunKind, RunOutcome};
pub use schedule::{Rhythm, Schedule};
pub use subscriber::{GRACE, KEPT_MONTHS, Subscriber, Subscription, SubscriptionState, TRIAL};

/// Bytes as two small letters or figures each.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
