//! Emails against real servers on this computer: one with TLS and login, and one that is strict.

mod crash;
mod hostile;
mod sending;
mod server;
mod setting;
mod trouble;
