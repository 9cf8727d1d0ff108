//! `cargo xtask cloud`: the Cloud edition on this computer, to try it out.
//!
//! PostgreSQL comes from the system's packages, the S3 server is that of the tests, and the program
//! is built here. What starts them all and ends them again is an example of the crate
//! `tijori`, on which the browser tests stand too.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::packages;
use crate::run::{cargo, finish, target_folder};
use crate::screen::say;

/// The example that starts everything.
const EXAMPLE: &str = "cloud_here";

/// Where the built example lies.
pub fn example(root: &Path) -> PathBuf {
    target_folder(root)
        .join("debug")
        .join("examples")
        .join(EXAMPLE)
}

/// Installs what is missing, builds, and serves until Ctrl+C.
///
/// # Errors
/// When PostgreSQL cannot be had, or something does not build or start.
pub fn run(root: &Path) -> Result<()> {
    packages::install_for_cloud()?;
    say("building; the first time takes some minutes");
    let words = [
        "build",
        "--locked",
        "-p",
        "tijori",
        "--bins",
        "--example",
        EXAMPLE,
    ];
    finish(cargo(root).args(words))?;
    let program = target_folder(root).join("debug").join("tijori");
    become_it(Command::new(example(root)).arg(program))
}

/// Ends being this process and is the other, so that Ctrl+C reaches it alone and it can end in
/// order.
#[cfg(unix)]
fn become_it(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec().into())
}

/// PostgreSQL's packages are looked for on Unix only.
#[cfg(not(unix))]
fn become_it(_command: &mut Command) -> Result<()> {
    anyhow::bail!("This works on Linux only.")
}
