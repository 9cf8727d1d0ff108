//! The tests of the backup engine, against a real store and real files.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot be set up has failed, and one without its samples says so"
)]

mod age_program;
mod any_business;
mod comparing;
mod damage;
mod encrypted;
mod encrypted_memory;
mod figures_kept;
mod keeping;
mod keeping_agenda;
mod keeping_passphrases;
mod keeping_property;
mod keeping_setting;
mod million;
mod proven_emails;
mod proving;
mod replacing;
mod rescuing;
mod rescuing_encrypted;
mod room;
mod round_trip;
mod sections;
mod setting;
mod stopping;
mod strangers;
mod told;
mod verify_business;
mod verify_seals;
mod writers;
