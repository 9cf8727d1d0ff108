//! The JSON API, asked as a program asks it: over HTTP, with tokens, against a real store.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

mod away;
mod description;
mod door;
mod matrix;
#[path = "../../../web/tests/it/memory_means.rs"]
mod memory_means;
mod records;
mod rules;
mod whole;
mod world;
