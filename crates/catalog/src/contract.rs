//! The tests that every catalogue and every place for bytes must pass, whatever lies beneath.
//!
//! Their own tests say once on which ground they stand and take over the whole list:
//! `catalog::catalog_contract_tests!(ground());` and `catalog::blob_contract_tests!(ground());`.
//! Each test gets a ground of its own with nothing on it.

mod blobs;
mod entries;
mod sample;

pub use blobs::*;
pub use entries::*;
pub use sample::{entry, key, place, run, schedule};

use crate::{BlobStore, Catalog, CatalogError};
use std::error::Error;
use std::sync::Arc;

/// What a test ends with; what it finds wrong it says by a panic.
pub type Outcome = Result<(), Box<dyn Error>>;

/// Where a catalogue stands: an empty folder, an empty database.
pub trait CatalogGround {
    /// Opens the catalogue there, again and again the same one.
    ///
    /// # Errors
    /// Whatever the catalogue reports.
    fn open(&self) -> Result<Arc<dyn Catalog>, CatalogError>;
}

/// An empty place for bytes, and what keeps it alive.
pub trait BlobGround {
    /// The place.
    fn blobs(&self) -> &dyn BlobStore;
}

/// Makes a test of each function of the catalogue's contract.
#[macro_export]
macro_rules! catalog_contract_tests {
    ($ground:expr) => {
        $crate::catalog_contract_tests! { $ground =>
            what_was_kept_comes_back_after_opening_again,
            what_is_kept_again_replaces_itself,
            what_is_forgotten_is_gone,
            entries_come_by_sequence_and_as_filtered,
            runs_come_by_due_moment_and_as_filtered,
            sequences_only_grow,
        }
    };
    ($ground:expr => $($name:ident),* $(,)?) => {
        $(
            #[test]
            fn $name() -> $crate::contract::Outcome {
                $crate::contract::$name(&$ground)
            }
        )*
    };
}

/// Makes a test of each function of the contract of places.
#[macro_export]
macro_rules! blob_contract_tests {
    ($ground:expr) => {
        $crate::blob_contract_tests! { $ground =>
            a_place_can_be_made_ready_again_and_again,
            bytes_come_back_as_they_were_put,
            a_range_of_bytes_comes_back,
            a_range_beyond_the_end_is_an_error,
            nothing_is_replaced,
            a_source_that_fails_leaves_nothing,
            a_sink_that_fails_is_told,
            what_is_not_there_is_not_found,
            lists_are_by_prefix_and_in_key_order,
            what_is_moved_lies_under_its_new_key_only,
            a_move_replaces_nothing,
            what_is_deleted_is_gone,
        }
    };
    ($ground:expr => $($name:ident),* $(,)?) => {
        $(
            #[test]
            fn $name() -> $crate::contract::Outcome {
                $crate::contract::$name(&$ground)
            }
        )*
    };
}
