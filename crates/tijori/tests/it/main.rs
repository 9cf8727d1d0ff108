//! The command line, seen from outside.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test that cannot be set up has failed, and one that cannot be held says so"
)]

mod catalogue;
mod keeping;
mod keeping_faults;
mod refusals;
mod replacing;
mod reports;
mod rules;
mod run;
mod taking;
mod walk;
