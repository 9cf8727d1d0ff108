//! Folders and S3-compatible storage under the contract of places, and what only they can suffer.

#![expect(
    clippy::expect_used,
    reason = "a test that cannot be set up has failed"
)]

mod folder;
mod keeping;
mod s3;
mod s3_faults;
mod s3_reading;
mod server;
