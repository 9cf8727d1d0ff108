//! `cargo xtask measure`: reports and saving at three sizes, beside other programs, in one run.
//!
//! The figures go to the screen; docs/PERFORMANCE.md holds those of the last run that was written
//! down. Nothing is judged here: times depend on the machine.

pub mod backup;
mod timing;

use std::path::Path;

use anyhow::{Context, Result};

use crate::packages;
use crate::run::{cargo, finish, target_folder};
use crate::screen::say;

/// How many postings the measured books have.
const SIZES: [&str; 3] = ["10000", "100000", "1000000"];

/// Measures at every size. The books lie below the folder of what cargo builds, and are made anew.
///
/// # Errors
/// When something cannot be installed, built or measured.
pub fn run(root: &Path) -> Result<()> {
    packages::install_for_measures()?;
    let folder = target_folder(root).join("measure");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    for size in SIZES {
        say(&format!("== {size} postings"));
        measure(root, &folder.join(size), size)?;
    }
    say("== one customer");
    measure(root, &folder.join("one-customer"), "one-customer")
}

/// Measures one thing in a folder of its own.
fn measure(root: &Path, folder: &Path, what: &str) -> Result<()> {
    let mut command = cargo(root);
    command
        .args(["run", "--quiet", "--release", "--locked"])
        .args(["--package", "figures", "--example", "measure", "--"])
        .arg(folder)
        .arg(what);
    finish(&mut command)
}
