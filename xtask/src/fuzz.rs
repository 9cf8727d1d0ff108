//! `cargo xtask fuzz MINUTES [NAME]`: builds the fuzzers in `fuzz/` with the stable compiler and
//! runs one after another, or the one named, for so many minutes together (docs/RELIABILITY.md).
//!
//! Coverage comes from the compiler's own pass, which is on stable; the address sanitizer is not,
//! and the product has no unsafe code of its own for it to watch.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::run::{cargo, finish, target_folder};
use crate::steps::build_program;

/// The fuzzers.
const TARGETS: [&str; 4] = ["wire", "file", "name", "amount"];
/// What has the compiler count which code an input reaches.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";
/// The platform: named, so that the flags are not for build scripts.
const PLATFORM: &str = "x86_64-unknown-linux-gnu";
/// An input that takes longer is a finding, in seconds.
const ANSWER_S_MAX: u32 = 5;
/// A fuzzer that takes more memory is a finding, in MiB.
const MEMORY_MIB_MAX: u32 = 1024;

/// Runs the fuzzers, or the one that is named, each for its share of the time, from a corpus that
/// is made anew where there is none. What they find lies beside it.
///
/// # Errors
/// When something cannot be built, or a fuzzer found something.
pub fn run(root: &Path, minutes: &str, only: Option<&str>) -> Result<()> {
    let minutes: u32 = minutes.parse().context("the minutes are a number")?;
    let targets: Vec<&str> = match only {
        Some(name) => TARGETS.into_iter().filter(|it| *it == name).collect(),
        None => TARGETS.to_vec(),
    };
    ensure!(
        !targets.is_empty(),
        "the fuzzers are {}",
        TARGETS.join(", ")
    );
    let seconds = minutes * 60 / u32::try_from(targets.len())?;
    build_program(root)?;
    let target = target_folder(root);
    let built = target.join("fuzz");
    let corpus = built.join("corpus");
    let mut make = Command::new(target.join("debug/faults"));
    finish(make.arg("--corpus").arg(&corpus))?;
    let mut build = cargo(root);
    build
        .current_dir(root.join("fuzz"))
        .args(["build", "--release", "--target", PLATFORM, "--target-dir"])
        .arg(&built)
        .env("RUSTFLAGS", FLAGS);
    finish(&mut build)?;
    for name in targets {
        let mut command = Command::new(built.join(PLATFORM).join("release").join(name));
        command
            .current_dir(&corpus)
            .env("TMPDIR", scratch())
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-timeout={ANSWER_S_MAX}"))
            .arg(format!("-rss_limit_mb={MEMORY_MIB_MAX}"))
            .args(["-max_len=65536", "-print_final_stats=1"])
            .arg(format!("-artifact_prefix={name}-"))
            .arg(corpus.join(name));
        finish(&mut command)?;
    }
    Ok(())
}

/// Where the fuzzers put the files they read: in memory where it can be had, since a disk would
/// leave time for a tenth of the runs.
fn scratch() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        memory.to_owned()
    } else {
        std::env::temp_dir()
    }
}
