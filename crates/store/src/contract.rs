//! The tests that every store must pass, whatever lies beneath.
//!
//! A store's own tests say once on which ground it stands and take over the whole list:
//! `store::contract_tests!(my_ground());`. Each test gets a ground of its own with nothing on it,
//! opens a store there, and may let go of it and open it again to see what was really kept.
//! What only one kind of store can do (a lock on a folder, a full disk) is tested beside it.

mod attachments;
mod blobs;
mod businesses;
mod carried;
mod emails;
mod making;
mod moments;
mod postings;
mod sample;
mod standings;
mod traces;
mod trail;
mod units;

pub use attachments::*;
pub use blobs::*;
pub use businesses::*;
pub use carried::*;
pub use emails::*;
pub use making::*;
pub use moments::*;
pub use postings::*;
pub use standings::*;
pub use traces::*;
pub use trail::*;
pub use units::*;

use crate::{BusinessStore, Reader, StoreError};
use history::{Head, chain};
use std::error::Error;

/// What a test ends with; what it finds wrong it says by a panic.
pub type Outcome = Result<(), Box<dyn Error>>;

/// Where a store stands: an empty folder, an empty database.
pub trait Ground {
    /// Opens the store there. At most one is open at a time.
    ///
    /// # Errors
    /// Whatever the store reports.
    fn open(&self) -> Result<Box<dyn BusinessStore>, StoreError>;
}

/// Follows the whole trail from its first entry, and returns where it ends.
///
/// # Errors
/// When an entry does not follow, or the store says that the trail ends elsewhere.
pub fn followed_trail(reader: &dyn Reader) -> Result<Head, Box<dyn Error>> {
    let mut head = Head::default();
    reader.each_entry(1, &mut |entry| {
        head = chain::follow(head, &entry).map_err(|error| StoreError::Stopped(error.into()))?;
        Ok(())
    })?;
    assert_eq!(reader.history_head()?, head, "the head the store tells");
    Ok(head)
}

/// Makes a test of each function of the contract. The argument is an expression that gives a new
/// [`Ground`](crate::contract::Ground) each time.
#[macro_export]
macro_rules! contract_tests {
    ($ground:expr) => {
        $crate::contract_tests! { $ground =>
            a_new_store_has_no_businesses,
            a_created_business_is_listed_and_opens,
            a_business_brought_in_is_a_copy_until_somebody_says_otherwise,
            businesses_are_listed_by_name_then_key,
            the_list_says_when_a_business_changed_and_was_backed_up,
            a_business_that_is_not_there_cannot_be_opened_removed_or_brought_back,
            a_removed_business_is_in_trash_and_comes_back_whole,
            a_removed_business_is_closed_for_those_who_had_it_open,
            everything_is_there_after_opening_again,
            one_key_opens_one_business,
            a_business_being_made_is_seen_by_nobody,
            a_business_dropped_before_publishing_leaves_nothing,
            a_key_in_use_cannot_begin_again,
            what_was_loaded_comes_back_as_it_was,
            the_trail_goes_on_after_what_was_loaded,
            an_entry_that_does_not_follow_cannot_be_loaded,
            a_record_loaded_twice_cannot_be_published,
            a_change_writes_the_record_and_its_entry,
            a_record_left_equal_gets_no_entry_and_keeps_its_timestamp,
            deleting_what_is_not_there_is_an_error_and_changes_nothing,
            a_unit_of_work_that_fails_changes_nothing,
            a_unit_of_work_that_panics_changes_nothing,
            a_step_that_failed_cannot_be_passed_over,
            a_unit_of_work_sees_its_own_changes,
            units_of_work_wait_for_each_other,
            the_profile_can_be_changed,
            a_reader_sees_one_moment_while_others_write,
            a_reader_that_asked_nothing_yet_has_its_moment_already,
            a_visitor_can_stop_with_its_own_reason,
            records_are_visited_in_key_order_and_by_kind,
            a_stream_of_bytes_is_kept_and_copied_in_small_pieces,
            equal_bytes_are_kept_once_and_let_go_with_the_last,
            the_room_of_bytes_let_go_is_used_again,
            bytes_can_be_replaced_and_deleted,
            empty_bytes_are_bytes,
            a_source_of_bytes_that_fails_changes_nothing,
            attachments_are_found_by_their_owner,
            loaded_attachments_and_images_are_found,
            shared_bytes_stay_until_the_last_lets_go,
            carried_rows_come_back_cell_for_cell,
            a_carried_row_needs_its_declaration,
            the_trail_can_be_followed_and_read_from_any_entry,
            every_filter_gives_what_it_admits,
            pages_of_the_trail_join_without_gap_or_repetition,
            contents_without_a_record_are_refused,
            an_email_comes_back_as_it_was_kept,
            what_left_its_draft_is_kept,
            an_email_and_its_entry_are_kept_together,
            emails_are_listed_newest_first,
            the_outbox_gives_the_oldest_first,
            a_loaded_email_is_held,
            every_record_is_traced_to_its_last_entry,
            the_state_at_an_entry_is_what_the_trail_tells,
            an_entry_of_a_record_can_tell_facts,
            bytes_laid_aside_can_be_taken_back,
            noted_heads_come_back_in_order,
            kept_postings_come_back_as_they_were,
            keeping_a_document_again_replaces_it,
            filters_of_postings_give_what_they_admit,
            kept_postings_go_with_their_unit_of_work,
            one_invoice_is_replaced_and_no_other,
            what_reaches_an_invoice_is_seen,
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
