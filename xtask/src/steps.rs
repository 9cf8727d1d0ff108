//! The steps of the gate, in the order in which they run: cheap and telling ones first.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::run::{cargo, finish};
use crate::{api, e2e, faults, packages, tidy};

/// One step of `cargo xtask test`.
pub struct Step {
    /// What `--only` takes.
    pub name: &'static str,
    /// Whether only the browser tests need it, so that `--no-browser` leaves it out.
    pub for_browser: bool,
    /// What it does, given the workspace root.
    pub act: fn(&Path) -> Result<()>,
}

/// Every step, in order.
pub const STEPS: &[Step] = &[
    Step {
        name: "packages",
        for_browser: false,
        act: packages::install_for_tests,
    },
    Step {
        name: "browser-packages",
        for_browser: true,
        act: packages::install_for_browser,
    },
    Step {
        name: "npm",
        for_browser: true,
        act: e2e::install,
    },
    Step {
        name: "tidy",
        for_browser: false,
        act: tidy::run,
    },
    Step {
        name: "fmt",
        for_browser: false,
        act: check_format,
    },
    Step {
        name: "clippy",
        for_browser: false,
        act: check_lints,
    },
    Step {
        name: "cargo-test",
        for_browser: false,
        act: run_cargo_tests,
    },
    Step {
        name: "faults",
        for_browser: false,
        act: |root| faults::run(root, &["--short"]),
    },
    Step {
        name: "api",
        for_browser: false,
        act: api::run_in_the_gate,
    },
    Step {
        name: "build",
        for_browser: true,
        act: build_program,
    },
    Step {
        name: "browser",
        for_browser: true,
        act: e2e::run,
    },
];

/// The names of all steps, in order.
pub fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// `cargo fmt --check`: the formatter has no opinion left.
fn check_format(root: &Path) -> Result<()> {
    finish(cargo(root).args(["fmt", "--all", "--check"]))
}

/// Clippy over everything that compiles, tests too; a warning is a failure.
fn check_lints(root: &Path) -> Result<()> {
    let mut command = cargo(root);
    command.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--locked",
        "--",
        "-D",
        "warnings",
    ]);
    finish(&mut command)
}

/// Where the property tests begin their search unless the environment says otherwise.
const SEED: &str = "20261121";

/// All tests in Rust. Cargo writes straight to our screen, closing lines included.
///
/// Property tests draw the same cases in every run of the gate, so that a commit that passed once
/// passes again; `cargo test` by hand, or `PROPTEST_RNG_SEED`, searches elsewhere.
fn run_cargo_tests(root: &Path) -> Result<()> {
    let mut command: Command = cargo(root);
    command.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        command.env("PROPTEST_RNG_SEED", SEED);
    }
    finish(&mut command)
}

/// The program that the browser tests drive and the faults break. Built with the tests, it shares
/// every library with them: built alone, cargo would choose other features and compile the heavy
/// ones once more.
pub fn build_program(root: &Path) -> Result<()> {
    finish(cargo(root).args(["test", "--workspace", "--locked", "--no-run"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_name_of_its_own() {
        let mut seen = names();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), STEPS.len());
    }

    #[test]
    fn the_browser_runs_last_and_after_the_build() {
        let order = names();
        assert_eq!(order.last(), Some(&"browser"));
        assert_eq!(order[order.len() - 2], "build");
    }
}
