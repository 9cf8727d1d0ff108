//! Builders for sample books and damaged files, and servers to test against. Dev-dependency only.

#[cfg(unix)]
pub mod postgres_server;
pub mod sample_files;
