//! The command line, seen from outside.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

mod catalogue;
mod cloud;
mod keeping;
mod keeping_faults;
mod protecting;
mod refusals;
mod replacing;
mod reports;
mod rescuing;
mod rules;
mod run;
mod server;
mod server_users;
mod server_watched;
#[cfg(unix)]
mod stopped;
mod taking;
mod walk;
