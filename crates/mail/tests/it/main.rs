//! Emails against real servers on this computer: one with TLS and login, and one that is strict.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot be set up has failed, and one without its server says so"
)]

mod crash;
mod hostile;
mod sending;
mod server;
mod setting;
mod trouble;
