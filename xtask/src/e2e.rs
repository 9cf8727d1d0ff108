//! The browser tests in `e2e/`: installing their libraries and running them against the program.
//!
//! Chromium is the system's own; the libraries bring none. The lock file pins every library by
//! digest and names no place to fetch it from, so that it works with any registry mirror.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::packages::BROWSERS;
use crate::run::{find_program, finish, target_folder};
use crate::screen::say;

/// The whole browser run may take this long in all, in seconds, before it counts as hung.
const RUN_TIMEOUT_S: u32 = 1_500;
/// The oldest Node.js that runs the browser tests' libraries.
const NODE_VERSION_MIN: u32 = 20;

/// `npm ci` in `e2e/`, left out when the installed libraries already match the lock file.
///
/// # Errors
/// When the lock file names places on the net, or npm fails.
pub fn install(root: &Path) -> Result<()> {
    check_node_version()?;
    let folder = root.join("e2e");
    let lock_file = folder.join("package-lock.json");
    let lock = std::fs::read_to_string(&lock_file)
        .with_context(|| format!("{} cannot be read", lock_file.display()))?;
    if let Some(line) = line_that_names_a_place(&lock) {
        bail!(
            "{}:{line}: the lock file must not say where a package comes from. Make it again with \
             `npm install --package-lock-only --omit-lockfile-registry-resolved`.",
            lock_file.display()
        );
    }
    let stamp = folder.join("node_modules").join(".installed-lock.json");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        say("the libraries match the lock file");
        return Ok(());
    }
    finish(
        Command::new("npm")
            .args([
                "ci",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--loglevel=error",
            ])
            .current_dir(&folder),
    )?;
    std::fs::write(&stamp, &lock).with_context(|| format!("{} not written", stamp.display()))
}

/// Refuses a Node.js that the libraries do not run on, with the version in the sentence.
fn check_node_version() -> Result<()> {
    let output = Command::new("node")
        .arg("--version")
        .output()
        .context("`node` did not start")?;
    let version = String::from_utf8_lossy(&output.stdout).trim().to_string();
    match major_version(&version) {
        Some(major) if major >= NODE_VERSION_MIN => Ok(()),
        _ => bail!("Node.js is {version}; the browser tests need {NODE_VERSION_MIN} or newer."),
    }
}

/// `20` of `v20.11.1`.
fn major_version(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// The first line of a lock file that names the place a package is fetched from, if any.
pub fn line_that_names_a_place(lock: &str) -> Option<usize> {
    lock.lines()
        .position(|line| line.contains("\"resolved\""))
        .map(|index| index + 1)
}

/// Runs every spec in `e2e/specs` in the system's Chromium against the built program.
///
/// # Errors
/// When the program or Chromium is missing, or a spec fails.
pub fn run(root: &Path) -> Result<()> {
    let program = target_folder(root).join("debug").join("tijori");
    if !program.is_file() {
        bail!(
            "{} does not exist yet: run `cargo xtask test --only build`",
            program.display()
        );
    }
    let Some(browser) = BROWSERS.iter().find_map(|name| find_program(name)) else {
        bail!(
            "Chromium is not on the path, and the browser tests drive nothing else. Install \
             Debian's package `chromium`, or leave them out with `--no-browser`."
        );
    };
    let folder = root.join("e2e");
    let specs = specs_in(&folder.join("specs"))?;
    finish(
        Command::new("timeout")
            .arg(format!("{RUN_TIMEOUT_S}s"))
            .args([
                "node",
                "--test",
                "--test-reporter=spec",
                "--test-concurrency=2",
            ])
            .args(specs)
            .env("TIJORI_BIN", program)
            .env("TIJORI_CLOUD_HERE", crate::cloud::example(root))
            .env("TIJORI_CHROMIUM", browser)
            .current_dir(&folder),
    )
}

/// The spec files by name, relative to `e2e/`, so that the order is the same everywhere.
fn specs_in(folder: &Path) -> Result<Vec<String>> {
    let mut specs = Vec::new();
    let entries = std::fs::read_dir(folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".spec.mjs") {
            specs.push(format!("specs/{name}"));
        }
    }
    specs.sort();
    if specs.is_empty() {
        bail!(
            "{} holds no *.spec.mjs: no browser test would run",
            folder.display()
        );
    }
    Ok(specs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_file_that_names_a_place_is_refused_with_its_line() {
        let lock = "{\n  \"a\": {\n    \"resolved\": \"somewhere\"\n  }\n}";
        assert_eq!(line_that_names_a_place(lock), Some(3));
        assert_eq!(
            line_that_names_a_place("{ \"integrity\": \"sha512-…\" }"),
            None
        );
    }

    #[test]
    fn the_version_of_node_is_read_from_what_it_prints() {
        assert_eq!(major_version("v20.11.1"), Some(20));
        assert_eq!(major_version("twenty"), None);
    }

    #[test]
    fn the_specs_of_this_project_are_found_in_order() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/specs");
        let specs = specs_in(&folder).unwrap();
        assert!(
            specs.iter().any(|name| name == "specs/create.spec.mjs"),
            "{specs:?}"
        );
        assert!(specs.is_sorted());
    }
}
