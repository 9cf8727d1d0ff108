//! The pages as a browser sees them: the router driven request by request, on a real store in a
//! temporary folder.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot be set up has failed, and one without its sample says so"
)]

mod access;
mod access_alike;
mod access_areas;
mod access_everywhere;
mod access_foreign;
mod access_log;
mod access_own;
mod access_proof;
mod access_secure;
mod access_through;
mod access_waiting;
mod addresses;
mod attachments;
mod attachments_page;
mod backups;
mod batches;
mod bench;
mod bookkeeper_settings;
mod businesses;
mod catalogue;
mod custom_fields;
mod document_forms;
mod due_dates;
mod emails;
mod emails_measure;
#[path = "../../../mail/tests/it/server.rs"]
#[expect(
    clippy::unwrap_used,
    reason = "it is shared with the tests of the crate `mail`, where it stands"
)]
mod emails_server;
mod emails_setting;
mod emails_states;
mod every_kind;
mod factor_rule;
mod gate;
mod guard;
mod history;
mod history_files;
mod history_more;
mod imports;
mod keeping;
mod keeping_passphrases;
mod keeping_rights;
mod line_fields;
mod lists;
mod lock_date;
mod looking;
mod memory_means;
mod opened;
mod papers;
mod papers_books;
mod papers_settled;
mod papers_speed;
mod protecting;
mod records;
mod replacing;
mod report_files;
mod reports;
mod rescuing;
mod resetting;
mod resumable;
mod rules;
mod sent_form;
mod settings;
mod settings_alike;
mod settings_meanwhile;
mod settling_forms;
mod starting_once;
mod stock_notes;
mod unit_costs;
mod uploads;
mod uploads_room;
mod verifying;
mod words;
mod world;
