//! `cargo xtask faults`: builds the program and the crate `faults`, and lets the one break the
//! other (docs/RELIABILITY.md).

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::run::{finish, target_folder};
use crate::steps::build_program;

/// Runs the programmes that the words name, the short form of all when there are none.
///
/// # Errors
/// When something cannot be built, or anything is left other than it must be.
pub fn run(root: &Path, words: &[&str]) -> Result<()> {
    build_program(root)?;
    let built = target_folder(root).join("debug");
    finish(
        Command::new(built.join("faults"))
            .args(words)
            .env("TIJORI_BIN", built.join("tijori")),
    )
}
